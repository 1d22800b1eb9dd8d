//! The start-line, read on word boundaries where it must be (RFC 9112 §3, §4).

use alloc::vec::Vec;

use super::anomaly::{note, note_controls};
use super::{Anomaly, AnomalyKind, HeadError, HeadErrorKind, StartLine, Version};
use crate::Span;
use crate::octet::{is_line_space as is_space, token_len};

/// ```text
/// request-line = method SP request-target SP HTTP-version
/// ```
///
/// `line` is not empty and stands at `start`.
pub(super) fn request(
    line: &[u8],
    start: usize,
    anomalies: &mut Vec<Anomaly>,
) -> Result<StartLine, HeadError> {
    let method_start = space_len(line);
    let method_end = method_start + token_len(&line[method_start..]);
    let is_word = line.get(method_end).is_none_or(|&octet| is_space(octet));
    if method_end == method_start || !is_word {
        return Err(error(HeadErrorKind::Method, start + method_end));
    }
    let end = trim_end(line);
    let version_start =
        line[..end].iter().rposition(|&octet| is_space(octet)).map_or(0, |at| at + 1);
    if version_start <= method_end {
        return Err(error(HeadErrorKind::Target, start + line.len()));
    }
    let target_start = method_end + space_len(&line[method_end..]);
    if target_start == version_start {
        return Err(one_word_only(line, start, version_start));
    }
    let target_end = trim_end(&line[..version_start]);
    let target = &line[target_start..target_end];
    // Without an early exit the compiler looks at many octets at once.
    if !target.iter().fold(true, |all, &octet| all & is_target(octet)) {
        let at = target.iter().take_while(|&&octet| is_target(octet)).count();
        return Err(error(HeadErrorKind::Target, start + target_start + at));
    }
    let version = version(&line[version_start..end])
        .map_err(|at| error(HeadErrorKind::Version, start + version_start + at))?;
    let odd = (method_start > 0)
        .then_some(0)
        .or_else(|| odd_separator(line, method_end, target_start))
        .or_else(|| odd_separator(line, target_end, version_start))
        .or_else(|| (end < line.len()).then_some(end));
    if odd.is_some() {
        // There is no other place for a control octet.
        note_spacing(odd, line, start, anomalies);
    }
    Ok(StartLine::Request {
        method: Span::new(start + method_start, start + method_end),
        target: Span::new(start + target_start, start + target_end),
        version,
    })
}

/// Which part is missing where there is one word only behind the method.
fn one_word_only(line: &[u8], start: usize, word_start: usize) -> HeadError {
    if line[word_start..].starts_with(b"HTTP/") {
        error(HeadErrorKind::Target, start + word_start)
    } else {
        error(HeadErrorKind::Version, start + line.len())
    }
}

/// ```text
/// status-line = HTTP-version SP status-code SP [ reason-phrase ]
/// ```
///
/// `line` is not empty and stands at `start`.
pub(super) fn status(
    line: &[u8],
    start: usize,
    anomalies: &mut Vec<Anomaly>,
) -> Result<StartLine, HeadError> {
    let version_start = space_len(line);
    let version_end = version_start + word_len(&line[version_start..]);
    let version = version(&line[version_start..version_end])
        .map_err(|at| error(HeadErrorKind::Version, start + version_start + at))?;
    let code_start = version_end + space_len(&line[version_end..]);
    let code_end = code_start + word_len(&line[code_start..]);
    let code = status_code(&line[code_start..code_end])
        .map_err(|at| error(HeadErrorKind::StatusCode, start + code_start + at))?;
    let reason_start = line.len().min(code_end + 1);
    let odd = (version_start > 0)
        .then_some(0)
        .or_else(|| odd_separator(line, version_end, code_start))
        .or_else(|| odd_separator(line, code_end, reason_start));
    let missing = code_end == line.len();
    note_spacing(odd.filter(|&at| at < code_end || !missing), line, start, anomalies);
    if missing {
        note(anomalies, AnomalyKind::MissingReasonSpace, start + code_end);
    }
    let reason = Span::new(start + reason_start, start + line.len());
    Ok(StartLine::Response { version, code, reason })
}

/// The error is the offset of the first octet that does not fit `HTTP/` DIGIT `.` DIGIT.
fn version(word: &[u8]) -> Result<Version, usize> {
    if let [b'H', b'T', b'T', b'P', b'/', major @ b'0'..=b'9', b'.', minor @ b'0'..=b'9'] = word {
        return Ok(Version { major: major - b'0', minor: minor - b'0' });
    }
    let fits = |(octet, pattern): (&u8, &u8)| match pattern {
        b'0' => octet.is_ascii_digit(),
        _ => octet == pattern,
    };
    Err(word.iter().zip(b"HTTP/0.0").take_while(|&pair| fits(pair)).count())
}

/// The error is the offset of the first octet that does not fit three digits.
fn status_code(word: &[u8]) -> Result<u16, usize> {
    if let [hundreds @ b'0'..=b'9', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] = word {
        let digit = |octet: &u8| u16::from(octet - b'0');
        return Ok(digit(hundreds) * 100 + digit(tens) * 10 + digit(ones));
    }
    Err(word.iter().take(3).take_while(|octet| octet.is_ascii_digit()).count())
}

fn note_spacing(odd: Option<usize>, line: &[u8], start: usize, anomalies: &mut Vec<Anomaly>) {
    if let Some(at) = odd {
        note(anomalies, AnomalyKind::StartLineSpacing, start + at);
    }
    note_controls(anomalies, line, start);
}

/// The first octet out of place in a separator that is not exactly one SP.
fn odd_separator(line: &[u8], from: usize, to: usize) -> Option<usize> {
    match &line[from..to] {
        b" " => None,
        [b' ', ..] => Some(from + 1),
        _ => Some(from),
    }
}

/// Octets of whitespace at the front.
fn space_len(octets: &[u8]) -> usize {
    octets.iter().position(|&octet| !is_space(octet)).unwrap_or(octets.len())
}

/// Where the octets without the whitespace at their end stop.
fn trim_end(octets: &[u8]) -> usize {
    octets.iter().rposition(|&octet| !is_space(octet)).map_or(0, |at| at + 1)
}

/// Octets before the first whitespace.
fn word_len(octets: &[u8]) -> usize {
    octets.iter().position(|&octet| is_space(octet)).unwrap_or(octets.len())
}

/// Whether the octet may stand in a request-target. Octets above ASCII are let through: their
/// meaning is not the head's business.
const fn is_target(octet: u8) -> bool {
    octet > b' ' && octet != 0x7f
}

fn error(kind: HeadErrorKind, at: usize) -> HeadError {
    HeadError { kind, offset: at as u32 }
}
