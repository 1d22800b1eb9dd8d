//! The octets of a request's head.

use alloc::vec::Vec;

use super::content_writer::write_framing_field;
use super::exchange::Exchange;
use super::policy::{Policy, RequestVersion, Reuse};
use super::{Connection, Expects};

/// Writes the head of the next attempt.
///
/// ```text
/// request-line = method SP request-target SP HTTP-version
/// ```
pub(super) fn write_head(exchange: &Exchange, policy: &Policy, out: &mut Vec<u8>) {
    if let Some(relayed) = &exchange.relayed {
        out.extend_from_slice(&relayed.head);
        write_end(exchange, policy, out);
        return;
    }
    let request = &exchange.request;
    out.extend_from_slice(request.method.as_bytes());
    out.push(b' ');
    out.extend_from_slice(request.target.as_bytes());
    out.extend_from_slice(match policy.version {
        RequestVersion::Http11 => b" HTTP/1.1\r\n",
        RequestVersion::Http10 => b" HTTP/1.0\r\n",
    });
    write_field(out, "Host", request.host.as_bytes());
    for field in &request.fields {
        write_field(out, &field.name, &field.value);
    }
    write_end(exchange, policy, out);
}

/// Writes the fields that are the client's own, and the empty line.
fn write_end(exchange: &Exchange, policy: &Policy, out: &mut Vec<u8>) {
    write_framing_field(exchange.content.delimiter(), out);
    if exchange.expects == Expects::Continue && exchange.expectation_is_own() {
        write_field(out, "Expect", b"100-continue");
    }
    write_connection(exchange, policy, out);
    out.extend_from_slice(b"\r\n");
}

fn write_connection(exchange: &Exchange, policy: &Policy, out: &mut Vec<u8>) {
    let persistence = match (request_connection(exchange, policy), policy.version) {
        (Connection::Close, _) => Some(&b"close"[..]),
        (Connection::Keep, RequestVersion::Http10) => Some(&b"keep-alive"[..]),
        (Connection::Keep, RequestVersion::Http11) => None,
    };
    let upgrades = exchange.request.values("Upgrade").next().is_some();
    match (persistence, upgrades) {
        (None, false) => {}
        (None, true) => write_field(out, "Connection", b"upgrade"),
        (Some(option), false) => write_field(out, "Connection", option),
        (Some(option), true) => write_field(out, "Connection", &[option, b", upgrade"].concat()),
    }
}

/// What the request says of the connection.
pub(super) const fn request_connection(exchange: &Exchange, policy: &Policy) -> Connection {
    match policy.reuse {
        Reuse::Persist => exchange.request.connection,
        Reuse::CloseAfterEach => Connection::Close,
    }
}

fn write_field(out: &mut Vec<u8>, name: &str, value: &[u8]) {
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b": ");
    out.extend_from_slice(value);
    out.extend_from_slice(b"\r\n");
}
