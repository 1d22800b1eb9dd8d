//! One field line, read past everything that is wrong with it (RFC 9112 §5).

use super::anomaly::{note, note_controls};
use super::reader::Line;
use super::{AnomalyKind, FieldLine, Head};
use crate::Span;
use crate::octet::{is_token, ows_len, text_len, token_len, trim_ows_end};

/// What a line that begins with whitespace would continue.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Above {
    /// The start-line: there is nothing to continue.
    StartLine,
    /// A field line.
    Field,
    /// A line that is not read as a field.
    NoField,
}

/// Reads a line that is not empty into `head` and says what it is to the next line.
///
/// ```text
/// field-line = field-name ":" OWS field-value OWS
/// ```
pub(super) fn read(message: &[u8], line: Line, above: Above, head: &mut Head) -> Above {
    let octets = &message[line.start..line.content_end];
    if ows_len(octets) > 0 {
        return read_on(octets, line, above, head);
    }
    let Some(colon) = read_name(octets, line.start, head) else {
        note(&mut head.anomalies, AnomalyKind::MissingColon, line.start);
        note_controls(&mut head.anomalies, octets, line.start);
        return Above::NoField;
    };
    let name_len = trim_ows_end(&octets[..colon]).len();
    let behind = line.start + colon + 1;
    note_controls(&mut head.anomalies, &octets[colon + 1..], behind);
    head.fields.push(FieldLine {
        name: Span::new(line.start, line.start + name_len),
        value: trimmed(&octets[colon + 1..], behind),
    });
    Above::Field
}

/// Reads the line at `start` if it is complete and has no anomaly; gives the field and where the
/// next line starts.
pub(super) fn read_clean(message: &[u8], start: usize) -> Option<(FieldLine, usize)> {
    let octets = message.get(start..)?;
    let name_len = token_len(octets);
    let (b":", value) = octets.get(name_len..)?.split_at_checked(1)? else { return None };
    if name_len == 0 {
        return None;
    }
    let mut content_len = text_len(value);
    while value.get(content_len) == Some(&b'\t') {
        content_len += 1 + text_len(&value[content_len + 1..]);
    }
    let (content, [b'\r', b'\n', ..]) = value.split_at(content_len) else { return None };
    let behind = start + name_len + 1;
    let name = Span::new(start, start + name_len);
    Some((FieldLine { name, value: trimmed(content, behind) }, behind + content_len + 2))
}

/// Finds the colon and notes what is wrong before it.
fn read_name(octets: &[u8], start: usize, head: &mut Head) -> Option<usize> {
    let token_len = token_len(octets);
    if token_len > 0 && octets.get(token_len) == Some(&b':') {
        return Some(token_len);
    }
    let colon = memchr::memchr(b':', octets)?;
    let name = trim_ows_end(&octets[..colon]);
    if let Some(at) = name.iter().position(|&octet| !is_token(octet)) {
        note(&mut head.anomalies, AnomalyKind::FieldName, start + at);
        for at in memchr::memchr_iter(b'\r', name) {
            note(&mut head.anomalies, AnomalyKind::BareCr, start + at);
        }
    }
    if name.is_empty() {
        note(&mut head.anomalies, AnomalyKind::FieldName, start);
    } else if name.len() < colon {
        note(&mut head.anomalies, AnomalyKind::SpaceBeforeColon, start + name.len());
    }
    Some(colon)
}

/// Reads a line that begins with whitespace.
fn read_on(octets: &[u8], line: Line, above: Above, head: &mut Head) -> Above {
    let kind = match above {
        Above::StartLine => AnomalyKind::SpaceBeforeFirstField,
        Above::Field | Above::NoField => AnomalyKind::ObsFold,
    };
    note(&mut head.anomalies, kind, line.start);
    note_controls(&mut head.anomalies, octets, line.start);
    let more = trimmed(octets, line.start);
    if let (Above::Field, Some(field)) = (above, head.fields.last_mut())
        && !more.is_empty()
    {
        let start = if field.value.is_empty() { more.start } else { field.value.start };
        field.value = Span { start, end: more.end };
    }
    above
}

/// Where the octets without the OWS around them stand; behind it all if there is nothing else.
fn trimmed(octets: &[u8], start: usize) -> Span {
    let (space, rest) = octets.split_at(ows_len(octets));
    let start = start + space.len();
    Span::new(start, start + trim_ows_end(rest).len())
}
