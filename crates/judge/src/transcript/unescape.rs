//! The escapes of the text form, and what they stand for.

use super::TranscriptErrorKind;

/// More octets than this in one entry are refused: a folded run must not eat the memory.
const ENTRY_OCTETS_MAX: usize = 64 * 1024 * 1024;

/// Adds the octets that a line stands for.
pub(super) fn unescape_line(line: &str, octets: &mut Vec<u8>) -> Result<(), TranscriptErrorKind> {
    match line.strip_prefix('"') {
        None => {
            unescape(line.as_bytes(), octets)?;
            octets.extend_from_slice(b"\r\n");
        }
        Some(rest) => {
            let close = rest.rfind('"').ok_or(TranscriptErrorKind::Escape)?;
            let times = match rest[close + 1..].strip_prefix(" * ") {
                None if close + 1 == rest.len() => 1,
                None => return Err(TranscriptErrorKind::Escape),
                Some(times) => times.parse().map_err(|_| TranscriptErrorKind::Escape)?,
            };
            let mut unit = Vec::new();
            unescape(&rest.as_bytes()[..close], &mut unit)?;
            let total = unit.len().checked_mul(times).ok_or(TranscriptErrorKind::Octets)?;
            if total == 0 || total > ENTRY_OCTETS_MAX {
                return Err(TranscriptErrorKind::Octets);
            }
            octets.extend(core::iter::repeat_n(&unit, times).flatten());
        }
    }
    if octets.len() > ENTRY_OCTETS_MAX { Err(TranscriptErrorKind::Octets) } else { Ok(()) }
}

fn unescape(text: &[u8], octets: &mut Vec<u8>) -> Result<(), TranscriptErrorKind> {
    let mut rest = text;
    while let [first, after @ ..] = rest {
        rest = match (first, after) {
            (b'\\', [b'x', high, low, rest @ ..]) => {
                let digit =
                    |octet: u8| char::from(octet).to_digit(16).and_then(|d| u8::try_from(d).ok());
                let (Some(high), Some(low)) = (digit(*high), digit(*low)) else {
                    return Err(TranscriptErrorKind::Escape);
                };
                octets.push(high * 16 + low);
                rest
            }
            (b'\\', [escaped, rest @ ..]) => {
                octets.push(match escaped {
                    b'\\' | b'"' => *escaped,
                    b'r' => b'\r',
                    b'n' => b'\n',
                    b't' => b'\t',
                    _ => return Err(TranscriptErrorKind::Escape),
                });
                rest
            }
            (b' '..=b'~', rest) if *first != b'\\' => {
                octets.push(*first);
                rest
            }
            _ => return Err(TranscriptErrorKind::Escape),
        };
    }
    Ok(())
}
