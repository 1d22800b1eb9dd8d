//! When the content of a client's requests passes, and how much of it.

use core::time::Duration;

use expectspec_message::{ChunkedReader, ChunkedStep, Framing};

use super::{Attempt, Requesting};
use crate::invariants::none;

/// C34: as much content follows a head as it declares and the user gave, or the connection ends.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn content_is_as_long_as_declared(seen: &Requesting<'_>) -> Result<(), String> {
    let wrong = seen.attempts.iter().find_map(|attempt| {
        let request = attempt.request();
        // A redirection may leave the content behind.
        let is_left = attempt.is_redirected() && !request.announces_content();
        let given = if is_left { 0 } else { attempt.ask.load.octets() };
        let complete = request.end.is_some();
        let octets = match request.framing.framing {
            Framing::Length(octets) if octets != given as u64 => {
                return Some(format!("{octets} octets declared of {given}"));
            }
            Framing::Chunked => octets_in_chunks(attempt.content()),
            _ => Some(attempt.content().len()),
        };
        let fits =
            octets.is_some_and(|octets| if complete { octets == given } else { octets <= given });
        let ends = complete || attempt.has_ended();
        let is_early = attempt.final_response().is_some();
        if !fits || (hides_a_request(attempt) && !is_early) {
            Some(format!("{octets:?} octets of {given} in request {}", attempt.number))
        } else if request.head_end.is_some() && !ends {
            Some(format!("request {} is not complete, and does not end", attempt.number))
        } else {
            None
        }
    });
    none(wrong)
}

/// C35: when a final response comes while content is withheld, content follows, or the end.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn content_or_the_end_follows_a_final(seen: &Requesting<'_>) -> Result<(), String> {
    let wrong = seen.attempts.iter().find(|attempt| {
        let first = attempt.request().content.first;
        let withheld = attempt
            .final_response()
            .is_some_and(|response| first.is_some_and(|first| first > response.start));
        withheld && hides_a_request(attempt)
    });
    none(wrong.map(|it| format!("a request where the content of request {} is due", it.number)))
}

/// C36: content that is withheld comes in time, though nothing comes, or the connection ends.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn withheld_content_comes_in_time(seen: &Requesting<'_>) -> Result<(), String> {
    let patience_us = us(seen.patience());
    let mut expecting = seen.attempts.iter().filter(|attempt| attempt.expects_continue());
    none(expecting.find_map(|it| late(it, patience_us)))
}

/// C37: without an expectation the content waits for nothing.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_wait_without_an_expectation(seen: &Requesting<'_>) -> Result<(), String> {
    let pace_us = us(seen.pace());
    let mut others = seen.attempts.iter().filter(|attempt| !attempt.expects_continue());
    none(others.find_map(|it| late(it, pace_us)))
}

/// C38: content is written once, however many 100s come: behind a request begins another one.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn content_is_written_once(seen: &Requesting<'_>) -> Result<(), String> {
    let again = seen.attempts.iter().find(|attempt| {
        let Some(next) = attempt.connection.exchanges.get(attempt.index + 1) else { return false };
        let octets = next.request.octets(&attempt.connection.sent);
        // Content, its chunks included, has no such letters.
        !octets.first().is_some_and(u8::is_ascii_uppercase)
    });
    none(again.map(|it| format!("something else than a request behind request {}", it.number)))
}

/// What became of content that is due so long after the head, unless something disturbs.
fn late(attempt: &Attempt<'_>, after_us: u64) -> Option<String> {
    let request = attempt.request();
    let head_end = request.head_end.filter(|_| request.announces_content())?;
    let due_us = head_end.at_us + after_us;
    if attempt.disturbed().is_some_and(|at| at.at_us <= due_us) {
        return None;
    }
    let over = attempt.connection.watched_until;
    match request.content.first {
        Some(first) if first.at_us > due_us => {
            let ms = (first.at_us - head_end.at_us) / 1000;
            Some(format!("content of request {} after {ms} ms", attempt.number))
        }
        None if over.at_us > due_us => Some(format!("no content of request {}", attempt.number)),
        _ => None,
    }
}

/// Whether a request-line stands where content is due. Content is one octet repeated.
pub(super) fn hides_a_request(attempt: &Attempt<'_>) -> bool {
    let content = attempt.content();
    // That there is no such octet is seen at once.
    content.contains(&REQUEST_LINE[0])
        && content.windows(REQUEST_LINE.len()).any(|window| window == REQUEST_LINE)
}

/// The octets in the chunks so far; `None` where they are none.
fn octets_in_chunks(content: &[u8]) -> Option<usize> {
    let mut reader = ChunkedReader::default();
    let (mut at, mut octets) = (0, 0);
    loop {
        match reader.read(&content[at..]).ok()? {
            ChunkedStep::Partial | ChunkedStep::End { .. } => return Some(octets),
            ChunkedStep::Data { consumed, data } => {
                octets += data;
                at += consumed;
            }
        }
    }
}

fn us(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// In every request-line, and in no content.
const REQUEST_LINE: &[u8] = b" HTTP/1.";
