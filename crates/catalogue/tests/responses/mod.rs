//! How the tests read what an origin server sends.

/// Whether the peer ends the connection behind what it sends.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum End {
    /// It does not.
    Open,
    /// It does.
    Ended,
}

/// Whether the responses answer a HEAD.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Asked {
    /// They answer something else.
    Get,
    /// They do, and have no content.
    Head,
}

/// Whether the octets are responses, complete but for what the end of the connection cuts.
pub(crate) fn is_responses(mut rest: &[u8], end: End, asked: Asked) -> bool {
    while !rest.is_empty() {
        let line = position(rest, b"\r\n").unwrap_or(rest.len());
        let Some(status) = status(&rest[..line]) else {
            return end == End::Ended && begins_a_response(&rest[..line]);
        };
        let Some(head) = position(rest, b"\r\n\r\n") else { return end == End::Ended };
        if !rest[line..head].split(|&octet| octet == b'\n').all(is_field_line) {
            return false;
        }
        let behind = &rest[head + 4..];
        let fields = rest[..head + 2].to_ascii_lowercase();
        let without = status < 200 || status == 204 || asked == Asked::Head;
        let behind = if without {
            Some(behind)
        } else if let Some(length) = value(&fields, b"\r\ncontent-length: ") {
            let length = std::str::from_utf8(length).expect("digits").parse().unwrap_or(usize::MAX);
            behind.get(length..)
        } else if value(&fields, b"\r\ntransfer-encoding: ").is_some() {
            skip_chunks(behind)
        } else {
            return end == End::Ended;
        };
        let Some(behind) = behind else { return end == End::Ended };
        rest = behind;
    }
    true
}

/// The status code, if the line is one.
///
/// `status-line = HTTP-version SP status-code SP [ reason-phrase ]` (RFC 9112 §4)
fn status(line: &[u8]) -> Option<u16> {
    let version = line.strip_prefix(b"HTTP/1.1 ").or_else(|| line.strip_prefix(b"HTTP/1.0 "))?;
    let (code, reason) = version.split_at_checked(3)?;
    let code = std::str::from_utf8(code).ok()?.parse().ok()?;
    let is_sound = reason.starts_with(b" ") && (100..600).contains(&code) && is_text(reason);
    is_sound.then_some(code)
}

/// Whether the line, without its LF, is a field line or the rest of a folded one.
fn is_field_line(line: &[u8]) -> bool {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    is_text(line) && (line.is_empty() || line[0].is_ascii_whitespace() || line.contains(&b':'))
}

fn is_text(octets: &[u8]) -> bool {
    octets.iter().all(|octet| *octet == b'\t' || !octet.is_ascii_control())
}

/// Whether a status line can begin like this.
fn begins_a_response(octets: &[u8]) -> bool {
    let fits = |(found, wanted): (&u8, &u8)| match wanted {
        b'0' => found.is_ascii_digit(),
        _ => found == wanted,
    };
    let shape = b"HTTP/1.1 000 ";
    octets.len() < shape.len() && octets.iter().zip(shape).all(fits)
}

fn value<'a>(fields: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let behind = &fields[position(fields, name)? + name.len()..];
    Some(&behind[..position(behind, b"\r\n")?])
}

fn skip_chunks(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let line = position(rest, b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..line]).ok()?, 16).ok()?;
        if size == 0 {
            let trailer = &rest[line..];
            return Some(&trailer[position(trailer, b"\r\n\r\n")? + 4..]);
        }
        rest = rest.get(line + 2..)?.get(size..)?.strip_prefix(b"\r\n")?;
    }
}

fn position(octets: &[u8], wanted: &[u8]) -> Option<usize> {
    octets.windows(wanted.len()).position(|window| window == wanted)
}
