//! Responses as they go on: I8, I12.

use alloc::vec::Vec;

use expectspec_message::octet::is_field_content;
use expectspec_message::{Framing, StartLine, framing};

use crate::client::Response;
use crate::origin_server::FinalFraming;

use super::fields::{passing, write_line, write_via};
use super::{Policy, Role};

/// The field lines of a response as they go on.
pub(super) fn lines(response: &Response, policy: &Policy) -> Vec<u8> {
    let mut out = Vec::new();
    for line in passing(&response.head, &response.message) {
        write_line(&mut out, line.name, &line.value);
    }
    // RFC 9110 §7.6.3: a gateway may do without.
    if policy.role != Role::Gateway {
        write_via(&mut out, response.version, policy.pseudonym);
    }
    out
}

/// The reason phrase, if it can be passed on.
pub(super) fn reason(response: &Response) -> &[u8] {
    let Some(StartLine::Response { reason, .. }) = response.head.start else { return b"" };
    let reason = reason.of(&response.message);
    if reason.iter().all(|&octet| is_field_content(octet)) { reason } else { b"" }
}

/// How a final response to `method` is delimited when it goes on. The length that a response without
/// content announces stays with its field lines, to which it is added.
pub(super) fn final_framing(
    response: &Response,
    method: &[u8],
    lines: &mut Vec<u8>,
) -> FinalFraming {
    match framing::of_response(&response.head, &response.message, method) {
        Framing::Length(octets) => FinalFraming::Length(octets),
        Framing::Chunked | Framing::UntilClose => FinalFraming::Unknown,
        Framing::None | Framing::Bad(_) => {
            let mut values = response.values(b"content-length");
            let is_number =
                |value: &[u8]| !value.is_empty() && value.iter().all(u8::is_ascii_digit);
            if let (Some(value), None) = (values.next(), values.next())
                && response.code != 204
                && is_number(value)
            {
                write_line(lines, b"Content-Length", value);
            }
            FinalFraming::None
        }
    }
}
