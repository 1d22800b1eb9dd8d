//! The table of invariants: what each says, where that stands, and which function holds it.

use expectspec_judge::Transcript;

use super::Seen;
use super::relaying::Relaying;
use super::requesting::Requesting;
use crate::{
    Chain, ChainPlay, Mediation, MediationPlay, Play, Reception, ReceptionPlay, RequestHead,
    Schedule, chain, client, hidden, interims, intermediary, invariants, judging, origin_server,
    twins,
};

/// An invariant of the list.
#[derive(Clone, Copy, Debug)]
pub struct Invariant {
    /// Its number, behind a letter: S of a server, C of a client, P of an intermediary (proxy, gateway), H
    /// of HTTP/2 and HTTP/3, T of the tester.
    pub id: &'static str,
    /// What it says.
    pub says: &'static str,
    /// The sections that it follows from, if it is not of our own making.
    pub sections: &'static str,
    /// What holds it.
    pub held: Held,
}

/// What holds an invariant.
#[derive(Clone, Copy, Debug)]
pub enum Held {
    /// These functions, each of which a proptest calls.
    By(&'static [Function]),
    /// No function; this is why, or what holds it in its place.
    Otherwise(&'static str),
}

/// A public function of this crate.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// Its path in the crate.
    pub path: &'static str,
    /// The function itself.
    pub check: Check,
}

/// What an invariant's function looks at: who calls it with generated input follows from that.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// What the origin server did under a schedule.
    Server(fn(&Seen<'_>) -> Result<(), String>),
    /// Two requests to the origin server.
    Twins(fn(&str, RequestHead)),
    /// A request hidden in content.
    Hidden(fn(&str, &str, &str, usize)),
    /// What the client did in a reception.
    Client(fn(&Requesting<'_>) -> Result<(), String>),
    /// Two receptions.
    Interims(fn(&Reception)),
    /// What the intermediary did in a mediation.
    Intermediary(fn(&Relaying<'_>) -> Result<(), String>),
    /// What the judge says of the origin server.
    OfServer(fn(&Schedule, &Play)),
    /// What the judge says of the client.
    OfClient(fn(&Reception, &ReceptionPlay)),
    /// What the judge says of the intermediary.
    OfIntermediary(fn(&Mediation, &MediationPlay)),
    /// What the judge says of a chain.
    OfChain(fn(&Chain, &ChainPlay)),
    /// The judge itself, on any transcript.
    Judge(fn(&Transcript)),
}

macro_rules! invariants {
    ($($id:ident [$sections:literal] $says:literal: $($kind:ident($path:path)),+;)+) => {
        &[$(Invariant {
            id: stringify!($id),
            says: $says,
            sections: $sections,
            held: Held::By(&[$(Function {
                path: stringify!($path),
                check: Check::$kind($path),
            }),+]),
        }),+]
    };
}

/// The invariants of a server.
pub static OF_SERVERS: &[Invariant] = invariants! {
    S1 ["RFC 9112 §6.3"] "the server's octets are responses and nothing else, and each comes to its end":
        Server(invariants::shape::octets_are_responses);
    S2 ["RFC 9112 §9.2"] "there are no more final responses than requests, but for one error at the end":
        Server(invariants::order::no_more_finals_than_requests);
    S3 ["RFC 9110 §15.2, RFC 9112 §9.2"] "no interim response comes behind the final one of its request":
        Server(invariants::order::no_interim_behind_the_final);
    S4 ["RFC 9110 §15.2, RFC 9112 §9.2"] "an interim response comes only where a request waits":
        Server(invariants::order::interims_only_where_a_request_waits);
    S5 ["RFC 9110 §15.2"] "an HTTP/1.0 request gets no interim response":
        Server(invariants::handshake::no_interim_to_http_10);
    S6 ["RFC 9110 §8.6, RFC 9112 §6.1"] "no interim response has framing fields":
        Server(invariants::shape::no_framing_fields_in_interims);
    S7 ["RFC 9110 §15.2"] "behind the empty line of an interim response stands a status-line or the end":
        Server(invariants::shape::a_status_line_behind_interims);
    S8 ["RFC 9110 §10.1.1"] "a client that waits for a 100 is answered within `T_imm`":
        Server(invariants::handshake::who_waits_is_answered);
    S9 ["RFC 9110 §10.1.1"] "a complete request gets its final response within `T_final`, or the connection ends":
        Server(invariants::handshake::complete_requests_are_answered);
    S10 [""] "no 2xx or 3xx begins before the head of its request is complete":
        Server(invariants::order::no_success_before_the_head_is_complete);
    S11 ["RFC 9112 §9.3.2"] "responses come in the order of their requests":
        Server(invariants::order::responses_in_the_order_of_requests);
    S12 ["RFC 9112 §9.6"] "behind a final response with the close option comes FIN, and nothing else":
        Server(invariants::limits::close_is_followed_by_fin);
    S13 ["RFC 9112 §9.6"] "a request with the close option gets its final response before FIN":
        Server(invariants::limits::final_before_fin);
    S14 ["RFC 9112 §9.3"] "what is sent before the declared end of a request elicits no response of its own":
        Server(invariants::order::content_elicits_no_response);
    S15 ["RFC 9112 §9.3"] "a request hidden in refused content is not answered, and the one behind it is, or FIN comes":
        Hidden(hidden::content_is_no_request);
    S16 ["RFC 9112 §6.1, §6.3"] "unreliable framing ends the connection behind the final response":
        Server(invariants::limits::unreliable_framing_ends_the_connection);
    S17 ["RFC 9112 §8"] "behind a request that was given up, nothing is answered":
        Server(invariants::limits::nothing_behind_what_was_given_up);
    S18 ["RFC 9110 §7.8"] "101 comes only to who offered the protocol, and behind a 100 that was waited for":
        Server(invariants::handshake::switching_was_offered);
    S19 ["RFC 9110 §10.1.1"] "417 comes only to who expects something":
        Server(invariants::handshake::refusals_have_a_reason);
    S20 ["RFC 9112 §4"] "an interim response begins with `HTTP/1.1`, SP, its status code, SP":
        Server(invariants::shape::interims_begin_with_http_11);
    S21 ["RFC 9110 §10.1.1"] "the case of the `Expect` field makes no difference":
        Twins(twins::other_case);
    S22 ["RFC 9110 §5.6.1.2"] "empty members and whitespace make no difference":
        Twins(twins::more_empty_members);
    S23 ["RFC 9110 §5.3"] "a list over several field lines is answered as in one":
        Twins(twins::list_over_lines);
    S24 ["RFC 9110 §5.3"] "the order of unrelated field lines makes no difference":
        Twins(twins::other_order);
    S25 [""] "in how many pieces the head comes makes no difference":
        Twins(twins::head_in_pieces);
    S26 ["RFC 9110 §10.1.1"] "content at once, behind the 100, or later, gets the same class of final status":
        Twins(twins::content_at_another_time);
    S27 ["RFC 9110 §10.1.1"] "in HTTP/1.0 an expectation makes no difference":
        Twins(twins::no_expectation_in_http_10);
    S28 ["RFC 9110 §10.1.1"] "without content an expectation adds one 100 at most":
        Twins(twins::no_expectation_without_content);
    S29 ["RFC 9110 §10.1.1"] "with its content in full, a request is answered as without its expectation, but for 1xx and 417":
        Twins(twins::no_expectation_with_content_at_once);
    S30 ["RFC 9112 §6.3"] "HEAD, 1xx, 204 and 304 have no content":
        Server(invariants::shape::no_content_where_none_belongs);
    S31 ["RFC 9110 §10.1.1"] "a final response waits for nobody who reads the 100; clients send whether they have read or not":
        Server(invariants::handshake::complete_requests_are_answered);
};

/// The invariants of a client.
pub static OF_CLIENTS: &[Invariant] = invariants! {
    C32 ["RFC 9110 §10.1.1"] "a 100-continue expectation comes only with content":
        Client(invariants::requesting::head::expectations_announce_content);
    C33 ["RFC 9110 §5.6.1.1, RFC 9112 §5.2, §6.2"] "no head has two framings, an empty member of `Expect`, or a folded line":
        Client(invariants::requesting::head::heads_are_sound);
    C34 ["RFC 9110 §8.6, RFC 9112 §7.1"] "as much content follows a head as it declares, or the connection ends":
        Client(invariants::requesting::content::content_is_as_long_as_declared);
    C35 ["RFC 9112 §9.3"] "when a final response comes while content is withheld, content follows, or the end":
        Client(invariants::requesting::content::content_or_the_end_follows_a_final);
    C36 ["RFC 9110 §10.1.1"] "content that is withheld comes in time, though nothing comes, or the connection ends":
        Client(invariants::requesting::content::withheld_content_comes_in_time);
    C37 ["RFC 9110 §10.1.1"] "without an expectation the content waits for nothing":
        Client(invariants::requesting::content::no_wait_without_an_expectation);
    C38 ["RFC 9112 §6"] "content is written once, however many 100s come":
        Client(invariants::requesting::content::content_is_written_once);
    C39 ["RFC 9110 §15.2"] "the user is told the status code of the final response, never that of an interim one":
        Client(invariants::requesting::told::the_final_status_is_told);
    C40 ["RFC 9110 §15.2"] "interim responses change nothing of what the user is told":
        Interims(interims::interims_change_nothing);
    C41 ["RFC 9110 §10.1.1"] "behind a 417 a request is repeated once at most, and without the expectation":
        Client(invariants::requesting::head::one_repetition_without_the_expectation);
    C42 ["RFC 9110 §15.4"] "a request that a redirection changed to GET has neither `Expect` nor content":
        Client(invariants::requesting::head::no_content_behind_a_change_to_get);
    C43 ["RFC 9112 §9.6"] "behind the close option, sent or received, no head follows on the connection":
        Client(invariants::requesting::connection::no_head_behind_the_close_option);
    C44 ["RFC 9112 §9.3"] "behind an early final response a connection is used again only behind all content":
        Client(invariants::requesting::connection::reuse_only_behind_all_content);
    C45 ["RFC 9112 §8"] "an end behind an interim response is told as an error":
        Client(invariants::requesting::told::an_end_behind_an_interim_is_an_error);
};

/// The invariants of an intermediary.
pub static OF_INTERMEDIARIES: &[Invariant] = invariants! {
    P46 ["RFC 9110 §10.1.1"] "the head of a request whose content is withheld goes on within `T_imm`, or the client is answered":
        Intermediary(invariants::relaying::expectation::the_head_waits_for_no_content);
    P47 ["RFC 9110 §15.2"] "interim responses reach an HTTP/1.1 client in order and before the final one; a 100 may be the intermediary's own":
        Intermediary(invariants::relaying::interim::interims_are_relayed_in_order);
    P48 ["RFC 9110 §15.2"] "an HTTP/1.0 client gets no interim response, whatever comes":
        Intermediary(invariants::relaying::interim::no_interim_to_http_10);
    P49 ["RFC 9110 §7.6.1, §8.6"] "interim responses go on without framing fields and what `Connection` names":
        Intermediary(invariants::relaying::interim::no_field_of_one_connection_in_interims);
    P50 ["RFC 9110 §7.7"] "content goes on as it came, or the beginning of it":
        Intermediary(invariants::relaying::content::content_arrives_as_it_was_sent);
    P51 ["RFC 9112 §8"] "what the client does not complete is not completed":
        Intermediary(invariants::relaying::content::nothing_is_completed_that_was_not_complete);
    P52 ["RFC 9110 §7.5"] "a final response waits for no content":
        Intermediary(invariants::relaying::pool::a_final_waits_for_no_content);
    P53 ["RFC 9112 §9.3"] "a connection carries a new head only behind a complete exchange":
        Intermediary(invariants::relaying::pool::a_head_only_behind_a_complete_exchange);
    P54 ["RFC 9112 §9.2"] "each client gets the responses to its own requests":
        Intermediary(invariants::relaying::pool::each_client_gets_its_own);
    P55 ["RFC 9110 §5.3"] "the members of `Expect` stay in order, but for 100-continue":
        Intermediary(invariants::relaying::expectation::members_stay_in_order);
    P56 ["RFC 9110 §7.6.1"] "no `Expect` field goes on that `Connection` names":
        Intermediary(invariants::relaying::expectation::no_expectation_that_is_nominated);
};

/// The invariants of HTTP/2 and HTTP/3.
pub static OF_LATER_VERSIONS: &[Invariant] = &[
    later("H57", "RFC 9113 §8.1", "no interim response ends its stream"),
    later("H58", "RFC 9113 §8.6", "no 101 comes"),
    later("H59", "RFC 9113 §8.1.1", "content is as long as `Content-Length` says"),
    later("H60", "RFC 9113 §8.1", "a final response before a reset without error is told"),
    later("H61", "RFC 9113 §8.2.2", "no response has fields of one connection"),
];

/// The invariants of the tester.
pub static OF_THE_TESTER: &[Invariant] = &[
    invariants! {
        T62 [""] "every schedule of the references is judged to conform in every profile that they claim":
            OfServer(origin_server::is_judged_to_conform),
            OfClient(client::is_judged_to_conform),
            OfIntermediary(intermediary::is_judged_to_conform),
            OfChain(chain::everyone_is_judged_to_conform);
    }[0],
    Invariant {
        id: "T63",
        says: "every fault in a single rule is found",
        sections: "",
        held: Held::Otherwise(
            "the kill matrices of `tests/`: the catalogue is played against each fault of \
             `expectspec-faults`, and `every_fault_is_caught_…`",
        ),
    },
    invariants! {
        T64 [""] "delays within the bound turn nothing into a deviation":
            Judge(judging::jitter_breaks_nothing);
    }[0],
    invariants! {
        T65 [""] "a saved transcript is judged as the run was":
            Judge(judging::text_is_lossless),
            Judge(judging::is_deterministic);
    }[0],
];

/// Every invariant, in the order of their numbers.
pub fn all() -> impl Iterator<Item = &'static Invariant> {
    [OF_SERVERS, OF_CLIENTS, OF_INTERMEDIARIES, OF_LATER_VERSIONS, OF_THE_TESTER]
        .into_iter()
        .flatten()
}

const fn later(id: &'static str, sections: &'static str, says: &'static str) -> Invariant {
    let held = Held::Otherwise("not exercised: HTTP/2 and HTTP/3 are not spoken yet");
    Invariant { id, says, sections, held }
}

impl Invariant {
    /// The functions that hold it.
    #[must_use]
    pub const fn functions(&self) -> &'static [Function] {
        match self.held {
            Held::By(functions) => functions,
            Held::Otherwise(_) => &[],
        }
    }
}

impl Check {
    /// The proptest that calls the function: file and name.
    #[must_use]
    pub const fn proptest(self) -> [&'static str; 2] {
        match self {
            Self::Server(_) | Self::OfServer(_) => {
                ["origin_server", "every_schedule_is_served_as_it_must_be"]
            }
            Self::Twins(_) => ["origin_server", "twins_are_answered_alike"],
            Self::Hidden(_) => ["origin_server", "hidden_requests_stay_hidden"],
            Self::Client(_) | Self::OfClient(_) => {
                ["client", "every_reception_is_taken_as_it_must_be"]
            }
            Self::Interims(_) => ["client", "interim_responses_change_nothing"],
            Self::Intermediary(_) | Self::OfIntermediary(_) => {
                ["intermediary", "every_mediation_is_passed_on_as_it_must_be"]
            }
            Self::OfChain(_) => ["chain", "every_chain_does_what_it_must"],
            Self::Judge(_) => ["judge", "any_transcript_is_judged"],
        }
    }

    /// The fuzz target that calls the function, if one does.
    #[must_use]
    pub const fn target(self) -> Option<&'static str> {
        match self {
            Self::Server(_) | Self::OfServer(_) => Some("origin_server"),
            Self::Twins(_) | Self::Hidden(_) => None,
            Self::Client(_) | Self::Interims(_) | Self::OfClient(_) => Some("client"),
            Self::Intermediary(_) | Self::OfIntermediary(_) => Some("intermediary"),
            Self::OfChain(_) => Some("chain"),
            Self::Judge(_) => Some("judge"),
        }
    }
}
