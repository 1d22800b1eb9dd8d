//! The faults, one file a topic.

mod closing;
mod expectation;
mod forfeit;
mod framing;
mod handshake;
mod head;
mod http_10;
mod incomplete;
mod interim;
mod list;
mod method;
mod obsolete;
mod pipelining;
mod refusal;
mod trailer;
mod upgrade;
mod value;

use crate::rule::Deviation::{self, Reads};
use crate::{Edit, Fault};

/// Every fault, by topic.
pub static FAULTS: &[&[Fault]] = &[
    closing::FAULTS,
    expectation::FAULTS,
    forfeit::FAULTS,
    framing::FAULTS,
    handshake::FAULTS,
    head::FAULTS,
    http_10::FAULTS,
    incomplete::FAULTS,
    interim::FAULTS,
    list::FAULTS,
    method::FAULTS,
    obsolete::FAULTS,
    pipelining::FAULTS,
    refusal::FAULTS,
    trailer::FAULTS,
    upgrade::FAULTS,
    value::FAULTS,
];

/// The `Expect` field is not seen.
const OVERLOOKS: Deviation = Reads(&[Edit::Without("expect")]);

/// Whatever the `Expect` field says is taken for `100-continue`.
const TAKES_FOR_CONTINUE: Deviation = Reads(&[Edit::Set("Expect", "100-continue")]);

/// Whatever the `Expect` field says is taken for an unknown expectation, and refused.
const TAKES_FOR_UNKNOWN: Deviation = Reads(&[Edit::Set("Expect", "unknown")]);

const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

const EXPECTATION_FAILED: &[u8] =
    b"HTTP/1.1 417 Expectation Failed\r\nContent-Length: 7\r\n\r\nno, no\n";

const BAD_REQUEST: &[u8] = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 4\r\n\r\nbad\n";

const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n";
