//! Cases for origin servers.

use crate::Case;

mod authentication;
mod chunked;
mod connections;
mod content_length;
mod control_character;
mod desync;
mod early_content;
mod empty_member;
mod equivalence;
mod field_lines;
mod folded_line;
mod forfeit;
mod format;
mod framing;
mod handshake;
mod handshake_method;
mod handshake_request;
mod head;
mod head_in_pieces;
mod http_10;
mod incomplete;
mod interim;
mod limits;
mod list;
mod lookalike;
mod malformed_head;
mod method;
mod near_miss;
mod no_content;
mod obfuscation;
mod obsolete;
mod parameters;
mod partial_head;
mod persistence;
mod pipelining;
mod quoted_string;
mod refusal;
mod timing;
mod trailer;
mod transfer_coding;
mod unknown_expectation;
mod upgrade;
mod value;
mod version;

/// Every topic of this party.
pub static TOPICS: &[&[Case]] = &[
    authentication::CASES,
    chunked::CASES,
    connections::CASES,
    content_length::CASES,
    control_character::CASES,
    desync::CASES,
    early_content::CASES,
    empty_member::CASES,
    equivalence::CASES,
    field_lines::CASES,
    folded_line::CASES,
    forfeit::CASES,
    format::CASES,
    framing::CASES,
    handshake::CASES,
    handshake_method::CASES,
    handshake_request::CASES,
    head::CASES,
    head_in_pieces::CASES,
    http_10::CASES,
    incomplete::CASES,
    interim::CASES,
    limits::CASES,
    list::CASES,
    lookalike::CASES,
    malformed_head::CASES,
    method::CASES,
    near_miss::CASES,
    no_content::CASES,
    obfuscation::CASES,
    obsolete::CASES,
    parameters::CASES,
    partial_head::CASES,
    persistence::CASES,
    pipelining::CASES,
    quoted_string::CASES,
    refusal::CASES,
    timing::CASES,
    trailer::CASES,
    transfer_coding::CASES,
    unknown_expectation::CASES,
    upgrade::CASES,
    value::CASES,
    version::CASES,
];
