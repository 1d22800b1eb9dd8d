//! What the grammar of a head does not allow and a reader can read past.

use alloc::vec::Vec;

use crate::octet::{is_ows, text_len};

/// Something in a head that the grammar does not allow but that a recipient may be able to read
/// past. What to do about it is the caller's policy.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Anomaly {
    /// What it is.
    pub kind: AnomalyKind,
    /// Offset of the offending octet, from the beginning of the message.
    pub offset: u32,
}

/// The kinds of [`Anomaly`], each with the octet that its offset names.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum AnomalyKind {
    /// A CR that is not followed by LF (RFC 9112 §2.2): every such CR.
    BareCr,
    /// A NUL in a field value or start-line (RFC 9110 §5.5): every NUL.
    Nul,
    /// Another control octet in a field value or start-line (RFC 9110 §5.5): every one.
    ControlOctet,
    /// Obsolete line folding (RFC 9112 §5.2): the whitespace that begins the folded line.
    ObsFold,
    /// Whitespace between field name and colon (RFC 9112 §5.1): its first octet. The field is read
    /// as if it weren't there.
    SpaceBeforeColon,
    /// Whitespace between the start-line and the first field line (RFC 9112 §2.2): the beginning of
    /// each such line. The line is not read as a field.
    SpaceBeforeFirstField,
    /// A line that ends with LF alone (RFC 9112 §2.2): the LF.
    LoneLf,
    /// An empty line before the start-line (RFC 9112 §2.2): its line end.
    EmptyLineBeforeStart,
    /// A status-line without the SP behind the status code (RFC 9112 §4): where it should be.
    MissingReasonSpace,
    /// A field name that holds octets outside `token`, or is empty (RFC 9110 §5.1): the first such
    /// octet, or the colon. The field is read all the same.
    FieldName,
    /// A field line without a colon: the beginning of the line. It is not read as a field.
    MissingColon,
    /// A start-line whose parts are not separated by exactly one SP (RFC 9112 §3): the first octet
    /// of whitespace that is out of place.
    StartLineSpacing,
}

/// Adds an anomaly.
pub(super) fn note(anomalies: &mut Vec<Anomaly>, kind: AnomalyKind, at: usize) {
    anomalies.push(Anomaly { kind, offset: at as u32 });
}

/// Adds every control octet of `octets`, the first of which stands at `start`. HTAB is none.
pub(super) fn note_controls(anomalies: &mut Vec<Anomaly>, octets: &[u8], start: usize) {
    let mut at = 0;
    loop {
        at += text_len(&octets[at..]);
        match octets.get(at) {
            None => return,
            Some(&octet) if is_ows(octet) => {}
            Some(b'\r') => note(anomalies, AnomalyKind::BareCr, start + at),
            Some(0) => note(anomalies, AnomalyKind::Nul, start + at),
            Some(_) => note(anomalies, AnomalyKind::ControlOctet, start + at),
        }
        at += 1;
    }
}
