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

mod after_interim;
mod client_end;
mod clients;
mod content;
mod desync;
mod early_final;
mod early_final_form;
mod expectation;
mod expectation_list;
mod faulty_framing;
mod field_value;
mod forward;
mod framing;
mod handshake;
mod handshake_request;
mod hidden_content;
mod hop_by_hop;
mod http_10_client;
mod interim;
mod interim_form;
mod invalid_response;
mod malformed_head;
mod next_hop;
mod nominated;
mod obfuscation;
mod origin_end;
mod pipelining;
mod pool;
mod stray;
mod switch;
mod unasked;

/// Every topic of this party.
pub static TOPICS: &[&[Case]] = &[
    after_interim::CASES,
    client_end::CASES,
    clients::CASES,
    content::CASES,
    desync::CASES,
    early_final::CASES,
    early_final_form::CASES,
    expectation::CASES,
    expectation_list::CASES,
    faulty_framing::CASES,
    field_value::CASES,
    forward::CASES,
    framing::CASES,
    handshake::CASES,
    handshake_request::CASES,
    hidden_content::CASES,
    hop_by_hop::CASES,
    http_10_client::CASES,
    interim::CASES,
    interim_form::CASES,
    invalid_response::CASES,
    malformed_head::CASES,
    next_hop::CASES,
    nominated::CASES,
    obfuscation::CASES,
    origin_end::CASES,
    pipelining::CASES,
    pool::CASES,
    stray::CASES,
    switch::CASES,
    unasked::CASES,
];

/// What a 100 (Continue) is.
const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";
/// One that nobody has to have asked for: the plain one is sent only where it is expected.
const UNASKED: &[u8] = b"HTTP/1.1 100 Go on\r\n\r\n";
/// A final response of the origin server to whatever it was asked.
const OK: &[u8] = b"HTTP/1.1 200 OK\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 2\r\n\
    \r\n\
    ok";
/// The same to HEAD, and to the GET that some make of it.
const HEAD_OK: &[u8] = b"HTTP/1.1 200 OK\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
/// A final response of the origin server that wants no content.
const FORBIDDEN: &[u8] = b"HTTP/1.1 403 Forbidden\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 0\r\n\
    \r\n";
/// A final response of the origin server on a connection that persists.
const KEPT: &[u8] = b"HTTP/1.1 200 OK\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 2\r\n\
    \r\n\
    ok";
/// The head of a request whose content is held back.
const EXPECTING: &[u8] = b"POST {target}/a HTTP/1.1\r\n\
    Host: {host}\r\n\
    Content-Length: {length}\r\n\
    Expect: 100-continue\r\n\
    \r\n";
