//! One member of an `Expect` field value, octet for octet (RFC 9110 §10.1.1).

use super::{Expectation, Parameter};
use crate::octet::{is_field_content, ows_len, token_len};

/// ```text
/// expectation = token [ "=" ( token / quoted-string ) parameters ]
/// ```
///
/// `member` is trimmed of OWS and not empty. The error is the offset of the first octet that does
/// not fit.
pub(super) fn expectation(member: &[u8]) -> Result<Expectation<'_>, usize> {
    let name_len = token_len(member);
    let (name, rest) = member.split_at(name_len);
    if name.is_empty() {
        return Err(0);
    }
    let Some((b'=', rest)) = rest.split_first() else {
        let bare = Expectation { name, value: None, parameters: &[] };
        return if rest.is_empty() { Ok(bare) } else { Err(name_len) };
    };
    let value_len = value_len(rest).map_err(|at| name_len + 1 + at)?;
    let (value, parameters) = rest.split_at(value_len);
    let mut at = 0;
    while at < parameters.len() {
        let (len, _) =
            parameter(&parameters[at..]).map_err(|wrong| name_len + 1 + value_len + at + wrong)?;
        at += len;
    }
    Ok(Expectation { name, value: Some(value), parameters })
}

/// ```text
/// OWS ";" OWS [ parameter ]
/// parameter = token "=" ( token / quoted-string )
/// ```
///
/// Gives the octets read from the front of `octets` and the parameter, if there is one.
pub(super) fn parameter(octets: &[u8]) -> Result<(usize, Option<Parameter<'_>>), usize> {
    let semicolon = ows_len(octets);
    if octets.get(semicolon) != Some(&b';') {
        return Err(semicolon);
    }
    let start = semicolon + 1 + ows_len(&octets[semicolon + 1..]);
    let name_len = token_len(&octets[start..]);
    if name_len == 0 {
        // Either the next semicolon or the end; any other octet fails as the next parameter.
        return Ok((start, None));
    }
    let equals = start + name_len;
    if octets.get(equals) != Some(&b'=') {
        return Err(equals);
    }
    let value_start = equals + 1;
    let value_len = value_len(&octets[value_start..]).map_err(|at| value_start + at)?;
    let end = value_start + value_len;
    let parameter = Parameter { name: &octets[start..equals], value: &octets[value_start..end] };
    Ok((end, Some(parameter)))
}

/// Octets of the `token / quoted-string` at the front.
fn value_len(octets: &[u8]) -> Result<usize, usize> {
    if octets.first() == Some(&b'"') {
        return quoted_string_len(octets);
    }
    match token_len(octets) {
        0 => Err(0),
        len => Ok(len),
    }
}

/// ```text
/// quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE
/// quoted-pair   = "\" ( HTAB / SP / VCHAR / obs-text )
/// ```
fn quoted_string_len(octets: &[u8]) -> Result<usize, usize> {
    let mut at = 1;
    loop {
        match octets.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => at += 1 + usize::from(octets.get(at + 1).is_some_and(field_content)),
            Some(octet) if field_content(octet) => at += 1,
            _ => return Err(at),
        }
    }
}

fn field_content(octet: &u8) -> bool {
    is_field_content(*octet)
}
