//! What always holds, as functions: tests, corpus replay and fuzz targets call the same ones.
//!
//! A property takes what was generated, panics where it does not hold, and gives nothing otherwise.
//! Each fuzz target is one call:
//!
//! | target | property | its input |
//! |---|---|---|
//! | `expect_value` | [`expect_value()`] | a field value, several lines parted by LF |
//! | `head` | [`head()`] | the octets of a head |
//! | `chunked` | [`chunked()`] | the octets of chunked content |
//! | `transcript` | [`judging::any_text`] | the text form of a transcript |
//! | `judge` | [`judging::any_octets`] | an encoded [transcript](any_transcript()) |
//! | `origin_server` | [`origin_server()`] | an encoded [`Schedule`] |
//! | `intermediary` | [`intermediary()`] | an encoded [`Mediation`] |
//! | `chain` | [`chain()`] | an encoded [`Chain`] |
//! | `differential` | the crate `expectspec-differential`: others read heads and expectations as we do | the octets of a head, or a field value |
//!
//! The last ones play a reference in virtual time: the origin server under a client's schedule, the
//! intermediary between clients and an origin server that do anything, and all references together,
//! in chains. What passed is held against [invariants], and judged: the reference must be found to
//! conform. [`twins`] compares the answers to two requests, [`hidden`] and [`refusal`] state single
//! rules of their own. What the last ones take is generated in tests only.
//!
//! # Invariants
//!
//! S: of a server; P: of an intermediary; T: of the tester. `T_imm` and the like are what the reference takes at most.
//!
//! | number | says | function |
//! |---|---|---|
//! | S1 | the server's octets are responses and nothing else, and each comes to its end | [`octets_are_responses`](invariants::shape::octets_are_responses) |
//! | S2 | there are no more final responses than requests, but for one error at the end | [`no_more_finals_than_requests`](invariants::order::no_more_finals_than_requests) |
//! | S3 | no interim response comes behind the final one of its request | [`no_interim_behind_the_final`](invariants::order::no_interim_behind_the_final) |
//! | S4 | an interim response comes only where a request waits | [`interims_only_where_a_request_waits`](invariants::order::interims_only_where_a_request_waits) |
//! | S5 | an HTTP/1.0 request gets no interim response | [`no_interim_to_http_10`](invariants::handshake::no_interim_to_http_10) |
//! | S6 | no interim response has framing fields | [`no_framing_fields_in_interims`](invariants::shape::no_framing_fields_in_interims) |
//! | S7 | behind the empty line of an interim response stands a status-line or the end | [`a_status_line_behind_interims`](invariants::shape::a_status_line_behind_interims) |
//! | S8 | a client that waits for a 100 is answered within `T_imm` | [`who_waits_is_answered`](invariants::handshake::who_waits_is_answered) |
//! | S9 | a complete request gets its final response within `T_final`, or the connection ends | [`complete_requests_are_answered`](invariants::handshake::complete_requests_are_answered) |
//! | S10 | no 2xx or 3xx begins before the head of its request is complete | [`no_success_before_the_head_is_complete`](invariants::order::no_success_before_the_head_is_complete) |
//! | S11 | responses come in the order of their requests | [`responses_in_the_order_of_requests`](invariants::order::responses_in_the_order_of_requests) |
//! | S12 | behind a final response with the close option comes FIN, and nothing else | [`close_is_followed_by_fin`](invariants::limits::close_is_followed_by_fin) |
//! | S13 | a request with the close option gets its final response before FIN | [`final_before_fin`](invariants::limits::final_before_fin) |
//! | S14 | what is sent before the declared end of a request elicits no response of its own | [`content_elicits_no_response`](invariants::order::content_elicits_no_response) |
//! | S15 | a request hidden in refused content is not answered, and the one behind it is, or FIN comes | [`content_is_no_request`](hidden::content_is_no_request) |
//! | S16 | unreliable framing ends the connection behind the final response | [`unreliable_framing_ends_the_connection`](invariants::limits::unreliable_framing_ends_the_connection) |
//! | S17 | behind a request that was given up, nothing is answered | [`nothing_behind_what_was_given_up`](invariants::limits::nothing_behind_what_was_given_up) |
//! | S18 | 101 comes only to who offered the protocol, and behind a 100 that was waited for | [`switching_was_offered`](invariants::handshake::switching_was_offered) |
//! | S19 | 417 comes only to who expects something | [`refusals_have_a_reason`](invariants::handshake::refusals_have_a_reason) |
//! | S20 | an interim response begins with `HTTP/1.1`, SP, its status code, SP | [`interims_begin_with_http_11`](invariants::shape::interims_begin_with_http_11) |
//! | S21 | the case of the `Expect` field makes no difference | [`other_case`](twins::other_case) |
//! | S22 | empty members and whitespace make no difference | [`more_empty_members`](twins::more_empty_members) |
//! | S23 | a list over several field lines is answered as in one | [`list_over_lines`](twins::list_over_lines) |
//! | S24 | the order of unrelated field lines makes no difference | [`other_order`](twins::other_order) |
//! | S25 | in how many pieces the head comes makes no difference | [`head_in_pieces`](twins::head_in_pieces) |
//! | S26 | content at once, behind the 100, or later, gets the same class of final status | [`content_at_another_time`](twins::content_at_another_time) |
//! | S27 | in HTTP/1.0 an expectation makes no difference | [`no_expectation_in_http_10`](twins::no_expectation_in_http_10) |
//! | S28 | without content an expectation adds one 100 at most | [`no_expectation_without_content`](twins::no_expectation_without_content) |
//! | S29 | with its content in full, a request is answered as without its expectation, but for 1xx and 417 | [`no_expectation_with_content_at_once`](twins::no_expectation_with_content_at_once) |
//! | S30 | HEAD, 1xx, 204 and 304 have no content | [`no_content_where_none_belongs`](invariants::shape::no_content_where_none_belongs) |
//! | S31 | a final response waits for nobody who reads the 100 | [`complete_requests_are_answered`](invariants::handshake::complete_requests_are_answered): in schedules the client sends whether it has read or not |
//! | P46 | the head of a request whose content is withheld goes on within `T_imm`, or the client is answered | [`the_head_waits_for_no_content`](invariants::relaying::expectation::the_head_waits_for_no_content) |
//! | P47 | interim responses reach an HTTP/1.1 client in order and before the final one; a 100 may be the intermediary's own | [`interims_are_relayed_in_order`](invariants::relaying::interim::interims_are_relayed_in_order) |
//! | P48 | an HTTP/1.0 client gets no interim response, whatever comes | [`no_interim_to_http_10`](invariants::relaying::interim::no_interim_to_http_10) |
//! | P49 | interim responses go on without framing fields and what `Connection` names | [`no_field_of_one_connection_in_interims`](invariants::relaying::interim::no_field_of_one_connection_in_interims) |
//! | P50 | content goes on as it came, or the beginning of it | [`content_arrives_as_it_was_sent`](invariants::relaying::content::content_arrives_as_it_was_sent) |
//! | P51 | what the client does not complete is not completed | [`nothing_is_completed_that_was_not_complete`](invariants::relaying::content::nothing_is_completed_that_was_not_complete) |
//! | P52 | a final response waits for no content | [`a_final_waits_for_no_content`](invariants::relaying::pool::a_final_waits_for_no_content) |
//! | P53 | a connection carries a new head only behind a complete exchange | [`a_head_only_behind_a_complete_exchange`](invariants::relaying::pool::a_head_only_behind_a_complete_exchange) |
//! | P54 | each client gets the responses to its own requests | [`each_client_gets_its_own`](invariants::relaying::pool::each_client_gets_its_own) |
//! | P55 | the members of `Expect` stay in order, but for 100-continue | [`members_stay_in_order`](invariants::relaying::expectation::members_stay_in_order) |
//! | P56 | no `Expect` field goes on that `Connection` names | [`no_expectation_that_is_nominated`](invariants::relaying::expectation::no_expectation_that_is_nominated) |
//! | T62 | every schedule of the reference is judged to conform in every profile that it claims | [`is_judged_to_conform`](origin_server::is_judged_to_conform), [of an intermediary](intermediary::is_judged_to_conform), [of a chain](chain::everyone_is_judged_to_conform) |
//! | T63 | every fault in a single rule is found | no function: faults are servers of the crate `expectspec-faults`, and the test of the kill matrix plays the catalogue against each |
//! | T64 | delays within the bound turn nothing into a deviation | [`jitter_breaks_nothing`](judging::jitter_breaks_nothing) |
//! | T65 | a saved transcript is judged as the run was | [`text_is_lossless`](judging::text_is_lossless), [`is_deterministic`](judging::is_deterministic) |
#![forbid(unsafe_code)]

mod any_transcript;
pub mod chain;
mod choices;
pub mod chunked;
mod drive;
pub mod expect_value;
pub mod fuzz;
pub mod head;
pub mod hidden;
pub mod intermediary;
pub mod invariants;
pub mod judging;
mod mediation;
mod net;
pub mod origin_server;
mod pieces;
#[cfg(feature = "planted")]
pub mod planted;
mod presets;
pub mod refusal;
mod schedule;
pub mod seeds;
mod tested;
pub mod twins;
pub mod words;

pub use any_transcript::{any_transcript, encode_transcript};
pub use chain::{Chain, ChainClient, ChainPlay, chain, play_chain};
pub use chunked::chunked;
pub use drive::{Input, Play, Visit, WINDOWS, play};
pub use expect_value::expect_value;
pub use head::head;
pub use intermediary::intermediary;
pub use mediation::{Mediation, MediationPlay, Move, OriginStep, mediate};
pub use origin_server::{claims, origin_server};
pub use schedule::{Action, RequestHead, Schedule, ScriptError, ScriptErrorKind};
