//! Final responses of the intermediary itself.

use alloc::vec;
use alloc::vec::Vec;

use crate::client::Failure;
use crate::origin_server::{Connection, Field, Request, Response};

use super::fields::write_line;

/// A final response of the intermediary itself.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Own {
    code: u16,
    field: Field<'static>,
    content: Vec<u8>,
}

impl Own {
    /// A status code and a text that says why.
    pub(super) fn new(code: u16, why: &'static str) -> Self {
        let field = Field { name: "Content-Type", value: b"text/plain" };
        Self { code, field, content: why.as_bytes().to_vec() }
    }

    /// What the client gets when the next hop gives no response.
    pub(super) fn instead_of(failure: Failure) -> Self {
        match failure {
            Failure::TimedOut => Self::new(504, "the next hop does not answer\n"),
            Failure::NotConnected => Self::new(502, "the next hop can't be reached\n"),
            _ => Self::new(502, "the next hop gave no valid response\n"),
        }
    }

    /// What the last recipient of OPTIONS or TRACE answers (RFC 9110 §7.6.2).
    pub(super) fn as_last_recipient(request: &Request<'_>) -> Self {
        if request.method == b"TRACE" {
            let field = Field { name: "Content-Type", value: b"message/http" };
            return Self { code: 200, field, content: trace(request) };
        }
        let field = Field { name: "Allow", value: b"GET, HEAD, POST, PUT, DELETE, OPTIONS, TRACE" };
        Self { code: 200, field, content: vec![] }
    }

    /// Calls `respond` with the response.
    pub(super) fn with<T>(&self, respond: impl FnOnce(&Response<'_>) -> T) -> T {
        respond(&Response {
            code: self.code,
            fields: &[self.field],
            content: &self.content,
            connection: Connection::Keep,
        })
    }
}

/// The request as it came, but for what must not be shown (RFC 9110 §9.3.8).
fn trace(request: &Request<'_>) -> Vec<u8> {
    let mut out = [request.method, b" ", request.target, b" HTTP/1.1\r\n"].concat();
    for line in &request.head.fields {
        let name = line.name.of(request.message);
        if !SECRET.iter().any(|it| name.eq_ignore_ascii_case(it)) {
            write_line(&mut out, name, line.value.of(request.message));
        }
    }
    out.extend_from_slice(b"\r\n");
    out
}

const SECRET: [&[u8]; 3] = [b"Authorization", b"Cookie", b"Proxy-Authorization"];
