//! Chunk sizes and trailer sections of requests (RFC 9112 §7.1).

use expectspec_message::{ChunkedError, Framing};
use expectspec_requirements::{FRM_008, TRL_002, TRL_003};

use super::between::{has_origin_sent, is_between, is_passed_on};
use super::doubts::{Doubts, is_beyond_doubt};
use super::duty::final_silence;
use super::fate::{is_last_word, surplus};
use super::groundless::is_groundless_end;
use super::persistence::content_taken_for_request;
use super::words::{mark_of, status};
use crate::{Connection, Exchange, Findings, Monitor, Request, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&FRM_008], role: Watched::AsAnyServer, watch: large_chunk },
    Monitor { requirements: &[&TRL_002], role: Watched::AsAnyServer, watch: no_merged_trailers },
    Monitor { requirements: &[&TRL_003], role: Watched::AsAnyServer, watch: ends_behind_trailers },
];

/// The exchanges with chunked content, with their places.
fn chunked<'a>(view: &View<'a>) -> impl Iterator<Item = (usize, &'a Exchange)> {
    let exchanges = view.connection.exchanges.iter().enumerate();
    exchanges.filter(|(_, exchange)| exchange.request.framing.framing == Framing::Chunked)
}

/// FRM-008: a large chunk-size is that size, whatever is done about it.
fn large_chunk(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (_, exchange) in chunked(view) {
        let request = &exchange.request;
        let Some(came) = request.content.first else { continue };
        let too_large = request.broken == Some(ChunkedError::SizeTooLarge);
        if request.end.is_some()
            || !Doubts::of(exchange, connection).only(Doubts::CONTENT)
            || !(too_large || begins_large(request.content_octets(&connection.sent)))
        {
            continue;
        }
        let expected = "the chunk refused, or all its octets taken for content";
        if let Some(response) = answer_within(view, exchange, too_large) {
            let found = format!("{} to octets within the chunk", status(response));
            findings.broken(&FRM_008, "wrapped", response.start, expected, found);
            continue;
        }
        match exchange.final_response() {
            Some(answer) if answer.start < came => {}
            // Success need not wait for content, so it proves nothing.
            Some(answer) if matches!(answer.code(), Some(200..300)) => {
                findings.chosen(&FRM_008, "success", answer.start);
            }
            Some(answer) => findings.kept(&FRM_008, mark_of(answer), answer.start),
            None => {
                if let Some(gone) = connection.server_gone() {
                    findings.kept(&FRM_008, "closed", gone);
                } else {
                    findings.chosen(&FRM_008, "reads-on", connection.watched_until);
                }
            }
        }
    }
}

/// Whether the first chunk-size has more than 32 bits.
fn begins_large(content: &[u8]) -> bool {
    let digits = content.iter().take_while(|octet| octet.is_ascii_hexdigit());
    digits.skip_while(|&&octet| octet == b'0').count() > 8
}

/// A final response to octets within a chunk that is too large to have ended.
fn answer_within<'a>(
    view: &View<'a>,
    exchange: &Exchange,
    too_large: bool,
) -> Option<&'a Response> {
    if let Some(taken) = content_taken_for_request(view) {
        return core::ptr::eq(taken.exchange, exchange).then_some(taken.response);
    }
    surplus(view).filter(|_| too_large)
}

/// The trailer section of a complete request, and when it ended.
fn trailers<'a>(connection: &'a Connection, request: &Request) -> Option<(&'a [u8], Stamp)> {
    let end = request.end?;
    let content = request.content_octets(&connection.sent);
    let behind = content.len().checked_sub(EMPTY_LINE.len())?;
    Some((&content[behind.checked_sub(request.trailer_octets)?..behind], end))
}

const EMPTY_LINE: &[u8] = b"\r\n";

/// TRL-002: an expectation in the trailer section is none.
fn no_merged_trailers(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in chunked(view) {
        let request = &exchange.request;
        if request.trailer_octets == 0 || !is_beyond_doubt(exchange, connection) {
            continue;
        }
        let Some((trailers, end)) = trailers(connection, request) else { continue };
        let expects = trailers.split(|&octet| octet == b'\n').any(is_expect);
        let expected = "a trailer field that has no part in the header section";
        let late = |interim: &&Response| interim.code() == Some(100) && interim.start > end;
        match (exchange.final_response(), exchange.interims().find(late)) {
            _ if !expects || request.expect_lines > 0 => {
                answered_with_trailers(view, index, exchange, findings);
            }
            // That of an origin server may come without a tag.
            (Some(answer), _)
                if answer.code() == Some(417)
                    && !is_passed_on(view, answer)
                    && !has_origin_sent(view, 417) =>
            {
                let found = "417 to an expectation in the trailer section";
                findings.broken(&TRL_002, "417", answer.start, expected, found);
            }
            (_, Some(interim))
                if waited_for_trailers(view, request, end) && !has_origin_sent(view, 100) =>
            {
                let found = "100 (Continue) behind the trailer section";
                findings.doubtful(&TRL_002, "continue", interim.start, expected, found);
            }
            (_, Some(interim)) => findings.chosen(&TRL_002, "unsolicited-continue", interim.start),
            (Some(answer), None) => findings.kept(&TRL_002, "ignored", answer.start),
            (None, None) => {}
        }
    }
}

/// Trailers that could change the request if they were merged, by their framing or otherwise: it
/// is answered all the same.
fn answered_with_trailers(
    view: &View<'_>,
    index: usize,
    exchange: &Exchange,
    findings: &mut Findings,
) {
    if let Some(answer) = exchange.final_response() {
        findings.kept(&TRL_002, "ignored", answer.start);
    } else if !is_between(view)
        && let Some(silence) = final_silence(view, index)
    {
        let expected = "an answer to a request that is complete, whatever its trailers say";
        let at = silence.until;
        findings.broken(&TRL_002, "silence", at, expected, silence.text()).by_clock();
    }
}

/// Whether a 100 that nobody had to ask for had its time before the trailers came.
fn waited_for_trailers(view: &View<'_>, request: &Request, end: Stamp) -> bool {
    let head_end = request.head_end.map_or(end.at_us, |head_end| head_end.at_us);
    end.at_us.saturating_sub(head_end) >= view.windows.quiet_us
}

fn is_expect(line: &[u8]) -> bool {
    line.get(..7).is_some_and(|name| name.eq_ignore_ascii_case(b"expect:"))
}

/// TRL-003: chunked content ends with the empty line behind the trailer section, not before.
fn ends_behind_trailers(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in chunked(view) {
        let request = &exchange.request;
        let (Some(next), true) =
            (connection.exchanges.get(index + 1), is_beyond_doubt(exchange, connection))
        else {
            continue;
        };
        if !ends_in_two_writes(connection, request) || !is_beyond_doubt(next, connection) {
            continue;
        }
        let Some(answer) = next.final_response() else { continue };
        let expected = "the octets up to the empty line read as the end of the chunked content";
        let mut finals = connection.strays.iter().filter(|stray| stray.is_final());
        let surplus = finals.find(|stray| !is_last_word(view, stray));
        if let Some(surplus) = surplus {
            let found = format!("{} more than there are requests", status(surplus));
            findings.broken(&TRL_003, "surplus", surplus.start, expected, found);
        } else if is_groundless_end(view, next, answer) {
            let found = "400 to a valid request behind the empty line";
            findings.broken(&TRL_003, "next-request-refused", answer.start, expected, found);
        } else {
            findings.kept(&TRL_003, "read", answer.start);
        }
    }
}

/// Whether the last chunk came in one write, and what is behind it in another.
fn ends_in_two_writes(connection: &Connection, request: &Request) -> bool {
    let Some(end) = request.end else { return false };
    let content = request.content_octets(&connection.sent);
    let tail = request.trailer_octets + EMPTY_LINE.len();
    let Some(last_chunk_end) = content.len().checked_sub(tail) else { return false };
    let last_chunk = (request.content_start() + last_chunk_end).checked_sub(1);
    let stamp = last_chunk.and_then(|offset| connection.sent.stamp(offset));
    stamp.is_some_and(|stamp| stamp.entry < end.entry)
}
