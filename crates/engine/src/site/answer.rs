//! The final responses of the demo application.

use super::{Command, KEEP};
use crate::origin_server::{Connection, Field, Response};

/// A final response.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Answer {
    /// 200 with the content that came, or a short text if none did.
    Echo,
    /// 200 with the path's own text.
    Text(&'static [u8]),
    NoContent,
    /// 200 with the methods.
    Options(&'static [u8]),
    SwitchProtocols,
    Redirect,
    Unauthorized,
    Forbidden,
    NotFound,
    NotAllowed(&'static [u8]),
    TooLarge,
}

impl Answer {
    pub(super) fn command(self, content: &[u8]) -> Command<'_> {
        let (code, fields, content): (u16, &'static [Field<'static>], &[u8]) = match self {
            Self::SwitchProtocols => return Command::SwitchProtocols,
            Self::Echo if content.is_empty() => (200, TEXT, b"no content\n"),
            Self::Echo => (200, OCTETS, content),
            Self::Text(text) => (200, TEXT, text),
            Self::NoContent => (204, &[], b""),
            Self::Options(methods) => (200, allow(methods), b""),
            Self::Redirect => (307, LOCATION, b"see /echo\n"),
            Self::Unauthorized => (401, CHALLENGE, b"who are you?\n"),
            Self::Forbidden => (403, TEXT, b"not here\n"),
            Self::NotFound => (404, TEXT, b"nothing here\n"),
            Self::NotAllowed(methods) => (405, allow(methods), b""),
            Self::TooLarge => (413, TEXT, b"too much\n"),
        };
        let connection = if code == 413 { Connection::Close } else { KEEP };
        Command::Respond(Response { code, fields, content, connection })
    }
}

/// The methods of every resource but those that are read only.
pub(super) const MOST_METHODS: &[u8] = b"GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/// The methods of what is read only.
pub(super) const SAFE_METHODS: &[u8] = b"GET, HEAD, OPTIONS";

/// `Allow` (RFC 9110 §10.2.1).
fn allow(methods: &[u8]) -> &'static [Field<'static>] {
    if methods == SAFE_METHODS { ALLOW_SAFE } else { ALLOW_MOST }
}

const ALLOW_MOST: &[Field<'_>] = &[Field { name: "Allow", value: MOST_METHODS }];
const ALLOW_SAFE: &[Field<'_>] = &[Field { name: "Allow", value: SAFE_METHODS }];
const TEXT: &[Field<'_>] = &[Field { name: "Content-Type", value: b"text/plain" }];
const OCTETS: &[Field<'_>] = &[Field { name: "Content-Type", value: b"application/octet-stream" }];
const LOCATION: &[Field<'_>] = &[
    Field { name: "Location", value: b"/echo" },
    Field { name: "Content-Type", value: b"text/plain" },
];
const CHALLENGE: &[Field<'_>] = &[
    Field { name: "WWW-Authenticate", value: b"Basic realm=\"demo\"" },
    Field { name: "Content-Type", value: b"text/plain" },
];
