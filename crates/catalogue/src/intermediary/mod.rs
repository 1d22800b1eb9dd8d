//! Cases for intermediaries: the peer is the client and the origin server as well.
//!
//! A script is the client's; what the origin server does stands in [`Step::AtOrigin`](crate::Step::AtOrigin).
//! There is one order of all steps, so what must come first comes first. A request has the target
//! `{target}` with a piece of its own behind it, its *tag*; final responses name the tag of the request
//! that they answer in an `Expectspec-Tag` field, so that nobody has to guess what belongs together.
//!
//! A final response of the origin server has the `close` connection option, and the tester ends the
//! connection behind it, unless the case is about connections that persist.

use crate::Case;

mod handshake;

/// Every topic of this party.
pub static TOPICS: &[&[Case]] = &[handshake::CASES];

/// What a 100 (Continue) is.
const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";
/// A final response of the origin server to whatever it was asked.
const OK: &[u8] = b"HTTP/1.1 200 OK\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 2\r\n\
    \r\n\
    ok";
