//! Where content is, and where it is not (RFC 9112 §2.2, §6; RFC 9110 §8.6).

use expectspec_message::{BadFraming, Framing};
use expectspec_requirements::{FRM_001, FRM_002, FRM_009, FRM_011, Requirement, SRV_022, SRV_023};

use super::between::is_between;
use super::doubts::{Doubts, is_beyond_doubt};
use super::duty::{
    Patience, Reaction, Silence, first_answer, own_final_silence, reaction, silent_for,
};
use super::fate::surplus;
use super::groundless::is_groundless_400;
use super::persistence::content_taken_for_request;
use super::words::{CLOSED, mark_of, status};
use crate::{Connection, Exchange, Findings, Monitor, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&FRM_001], role: Watched::AsServer, watch: content_of_any_method },
    Monitor { requirements: &[&FRM_002], role: Watched::AsAnyServer, watch: no_content },
    Monitor {
        requirements: &[&FRM_009, &SRV_022],
        role: Watched::AsAnyServer,
        watch: large_length,
    },
    Monitor { requirements: &[&SRV_023], role: Watched::AsServer, watch: length_required },
    Monitor { requirements: &[&FRM_011], role: Watched::AsServer, watch: empty_line },
];

/// FRM-001: content is where the framing says, whatever the method.
fn content_of_any_method(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    let taken = content_taken_for_request(view);
    for exchange in &connection.exchanges {
        let request = &exchange.request;
        if !request.announces_content() || !is_beyond_doubt(exchange, connection) {
            continue;
        }
        // Who keeps silent may well wait for the content.
        let Some(answer) = first_answer(exchange) else { continue };
        let at_hand = request.has_content_before(answer.start);
        match taken {
            Some(taken) if at_hand && core::ptr::eq(taken.exchange, exchange) => {
                let expected = "the content read that the framing announces";
                let found = format!("{} to octets of the content", status(taken.response));
                let at = taken.response.start;
                findings.broken(&FRM_001, "content-answered", at, expected, found);
            }
            _ => findings.kept(&FRM_001, mark_of(answer), answer.start),
        }
    }
}

/// FRM-002: without framing there is no content to wait for, whatever is expected.
fn no_content(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        if !request.expectations.has_continue()
            || request.announces_content()
            || !request.version().is_11_or_later()
            || !Doubts::of(exchange, connection).only(Doubts::METHOD)
        {
            continue;
        }
        let expected = "a final response, since there is no content to wait for";
        let invited = exchange.continue_response().is_some();
        match exchange.final_response() {
            Some(answer)
                if request.expectations.others == 0
                    && is_groundless_400(view, exchange, answer) =>
            {
                findings.doubtful(&FRM_002, "400", answer.start, expected, "400");
            }
            Some(answer) => {
                let mark = if invited { "continue-then-final" } else { "final" };
                findings.kept(&FRM_002, mark, answer.start);
            }
            None if !is_beyond_doubt(exchange, connection) => {}
            None => {
                let Some(silence) = own_final_silence(view, index) else { continue };
                let mark = if invited { "continue-then-silence" } else { "silence" };
                let at = silence.until;
                findings.broken(&FRM_002, mark, at, expected, silence.text()).by_clock();
            }
        }
    }
}

/// From this length on a server that counts in 32 bits goes wrong.
const LARGE: u64 = 1 << 31;

/// FRM-009, SRV-022: a large length is that length, whatever is done about it.
fn large_length(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let too_large = match exchange.request.framing.framing {
            Framing::Length(octets) if octets >= LARGE => false,
            Framing::Bad(BadFraming::ContentLengthTooLarge) => true,
            _ => continue,
        };
        if !Doubts::of(exchange, connection).only(Doubts::FRAMING) {
            continue;
        }
        if let Some(response) = answer_to_content(view, exchange, too_large) {
            let expected = "the announced octets taken for content, however many they are";
            let found = format!("{} to octets that are content by that length", status(response));
            findings.broken(&FRM_009, "wrapped", response.start, expected, found.clone());
            findings.broken(&SRV_022, "wrapped", response.start, expected, found);
            continue;
        }
        match reaction(view, index, Patience::Immediate) {
            Reaction::Continue(answer) | Reaction::Final(answer) => {
                let mark = if answer.code() == Some(413) { "413" } else { mark_of(answer) };
                findings.kept(&FRM_009, mark, answer.start);
                findings.kept(&SRV_022, mark, answer.start);
            }
            Reaction::Closed(gone) => findings.chosen(&SRV_022, "closed", gone),
            // What was forwarded is the origin server's to answer.
            Reaction::Silent(_) if is_between(view) => {}
            Reaction::Silent(silence) => silent(&SRV_022, silence, findings),
            Reaction::Unknown => {}
        }
    }
}

fn silent(row: &'static Requirement, silence: Silence, findings: &mut Findings) {
    let expected = "an answer to the announced length: 100, 413 or another final response";
    findings.broken(row, "silence", silence.until, expected, silence.text()).by_clock();
}

/// A response that can only belong to octets within the announced content.
fn answer_to_content<'a>(
    view: &View<'a>,
    exchange: &Exchange,
    too_large: bool,
) -> Option<&'a Response> {
    if !too_large {
        let taken = content_taken_for_request(view)?;
        return core::ptr::eq(taken.exchange, exchange).then_some(taken.response);
    }
    surplus(view).filter(|_| exchange.final_response().is_some())
}

/// SRV-023: a length may be asked for.
fn length_required(view: &View<'_>, findings: &mut Findings) {
    for exchange in &view.connection.exchanges {
        if exchange.request.framing.framing != Framing::Chunked {
            continue;
        }
        let Some(answer) = first_answer(exchange) else { continue };
        let refused = exchange.final_response().filter(|answer| answer.code() == Some(411));
        match refused {
            Some(refused) => findings.chosen(&SRV_023, "411", refused.start),
            None => findings.chosen(&SRV_023, mark_of(answer), answer.start),
        }
    }
}

/// FRM-011: an empty line before a request-line is ignored.
fn empty_line(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(before) = octets_before(connection, index) else { continue };
        if before != b"\r\n" || !is_beyond_doubt(exchange, connection) {
            continue;
        }
        let expected = "one empty line before the request-line ignored";
        match reaction(view, index, Patience::Final) {
            Reaction::Final(answer) if is_groundless_400(view, exchange, answer) => {
                findings.broken(&FRM_011, "400", answer.start, expected, "400");
            }
            Reaction::Final(answer) if answer.code() == Some(400) => {}
            Reaction::Continue(answer) | Reaction::Final(answer) => {
                findings.kept(&FRM_011, mark_of(answer), answer.start);
            }
            Reaction::Closed(gone) if closed_at_once(view, exchange.request.start, gone) => {
                findings.doubtful(&FRM_011, "closed", gone, expected, CLOSED);
            }
            Reaction::Silent(silence) => {
                let at = silence.until;
                findings.broken(&FRM_011, "silence", at, expected, silence.text()).by_clock();
            }
            Reaction::Closed(_) | Reaction::Unknown => {}
        }
    }
}

/// Not a server that would have ended the idle connection anyway.
fn closed_at_once(view: &View<'_>, from: Stamp, gone: Stamp) -> bool {
    gone > from && !silent_for(view, from, gone, view.windows.quiet_us)
}

/// The octets between the request before and this one.
pub(super) fn octets_before(connection: &Connection, index: usize) -> Option<&[u8]> {
    let start = connection.exchanges[index].request.offset;
    let previous = index.checked_sub(1);
    let end = previous.map_or(0, |previous| connection.exchanges[previous].request.content_end());
    connection.sent.octets().get(end..start)
}
