//! Cases for clients: the peer is the origin server.
//!
//! A script answers what the client sends. Whatever a client may still want when the point of the
//! case has been made, a last [`Step::Serve`](crate::Step::Serve) answers, so that the client comes
//! to its end and can say what it made of it all. Answers that could be mistaken for one another
//! differ in their status codes, so that what the client says of them tells which one it took.

use crate::Case;

mod after_end;
mod answer;
mod chunked;
mod continue_fields;
mod continue_form;
mod credentials;
mod early_close;
mod early_final;
mod early_final_form;
mod end;
mod expectation_failed;
mod final_form;
mod garbage;
mod handshake;
mod hints;
mod http_10;
mod interim;
mod mid_content;
mod patience;
mod persistence;
mod redirection;
mod repeated;
mod request;
mod reset;
mod segments;
mod switch;
mod unasked;
mod unexpected;

/// Every topic of this party.
pub static TOPICS: &[&[Case]] = &[
    after_end::CASES,
    answer::CASES,
    chunked::CASES,
    continue_fields::CASES,
    continue_form::CASES,
    credentials::CASES,
    early_close::CASES,
    early_final::CASES,
    early_final_form::CASES,
    end::CASES,
    expectation_failed::CASES,
    final_form::CASES,
    garbage::CASES,
    handshake::CASES,
    hints::CASES,
    http_10::CASES,
    interim::CASES,
    mid_content::CASES,
    patience::CASES,
    persistence::CASES,
    redirection::CASES,
    repeated::CASES,
    request::CASES,
    reset::CASES,
    segments::CASES,
    switch::CASES,
    unasked::CASES,
    unexpected::CASES,
];

/// What a 100 (Continue) is.
const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";
/// The final response to a first request, if the script gives one and nothing depends on its form.
const CREATED: &[u8] = b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";
/// The same for a second request.
const ACCEPTED: &[u8] = b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
/// The final response to requests that the script no longer looks at.
const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
