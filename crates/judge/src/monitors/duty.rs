//! When a server owes an answer, what it gave instead, and how long it kept silent.

use expectspec_message::Framing;

use super::between::is_its_own_silence;
use super::words::ms;
use crate::{Connection, Exchange, Response, Stamp, Stream, View};

/// From when on exchange `index` can be answered: its head is complete and every response before
/// it has ended (RFC 9112 §9.3.2). `None` if that never came, or if nothing is due any more: the
/// connection has ended, or had to end behind the exchange before.
pub(super) fn due_from(connection: &Connection, index: usize) -> Option<Stamp> {
    let head_end = connection.exchanges[index].request.head_end?;
    let due = match index.checked_sub(1) {
        None => head_end,
        Some(previous) => {
            let before = &connection.exchanges[previous];
            let answer = before.final_response()?;
            if may_be_last(connection, before, answer) {
                return None;
            }
            head_end.max(answer.end?)
        }
    };
    connection.server_gone().is_none_or(|gone| gone > due).then_some(due)
}

/// Whether a server may, or must, serve no request behind this exchange (RFC 9112 §6.1, §9.3,
/// §9.6).
pub(super) fn may_be_last(connection: &Connection, exchange: &Exchange, answer: &Response) -> bool {
    let request = &exchange.request;
    let (sent, received) = (&connection.sent, &connection.received);
    let old_request = !request.version().is_11_or_later();
    let old_answer = answer.head.version().is_some_and(|version| !version.is_11_or_later());
    answer.closes(received)
        || request.has_member(sent, b"connection", b"close")
        || request.framing.ambiguity.is_some()
        || (old_request && !request.has_member(sent, b"connection", b"keep-alive"))
        || (old_answer && !answer.has_member(received, b"connection", b"keep-alive"))
}

/// The first 100 or final response: what discharges the duty of RFC 9110 §10.1.1. Other interim
/// responses do not.
pub(super) fn first_answer(exchange: &Exchange) -> Option<&Response> {
    let answers = |response: &&Response| response.is_final() || response.code() == Some(100);
    exchange.responses.iter().filter(|response| response.head_end.is_some()).find(answers)
}

/// Whether the server may rest after `from`: `true` if it was silent for at least `window_us` until
/// `until`, with the connection open in both directions.
pub(super) fn silent_for(view: &View<'_>, from: Stamp, until: Stamp, window_us: u64) -> bool {
    !client_left_before(view.connection, until)
        && until.at_us.saturating_sub(from.at_us) >= window_us
}

/// Whether the client had ended or reset the connection before this moment.
pub(super) fn client_left_before(connection: &Connection, moment: Stamp) -> bool {
    let left = [connection.client_end, connection.client_reset];
    left.into_iter().flatten().any(|end| end < moment)
}

/// A time in which the server had to do something and did nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Silence {
    /// When it began.
    pub from: Stamp,
    /// When it ended, or the watch did.
    pub until: Stamp,
}

impl Silence {
    /// How long it was, in words.
    pub(super) fn text(self) -> String {
        format!("nothing for {}", ms(self.until.at_us.saturating_sub(self.from.at_us)))
    }
}

/// For how long a server may keep silent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Patience {
    /// An expectation asks for an answer at once, if it is there; otherwise as [`Self::Final`].
    Immediate,
    /// Until the request is complete, and then for the window of final responses.
    Final,
}

/// What a server did about a request.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reaction<'a> {
    /// It sent 100 (Continue) first.
    Continue(&'a Response),
    /// It sent the final response first.
    Final(&'a Response),
    /// It ended the connection without either.
    Closed(Stamp),
    /// It kept silent for too long.
    Silent(Silence),
    /// The transcript does not show it.
    Unknown,
}

/// The refusal by which the server took its 100 (Continue) back. The 100 was sent too early, but
/// nobody was misled for long.
pub(super) fn took_back(exchange: &Exchange) -> Option<&Response> {
    let answer = exchange.final_response()?;
    answer.code().is_some_and(|code| code >= 400).then_some(answer)
}

/// What the server did about the request of exchange `index`.
pub(super) fn reaction<'a>(view: &View<'a>, index: usize, patience: Patience) -> Reaction<'a> {
    if patience == Patience::Immediate
        && let Some(silence) = immediate_silence(view, index)
    {
        return Reaction::Silent(silence);
    }
    match first_answer(&view.connection.exchanges[index]) {
        Some(answer) if answer.is_final() => return Reaction::Final(answer),
        Some(answer) => return Reaction::Continue(answer),
        None => {}
    }
    if let Some(silence) = final_silence(view, index) {
        return Reaction::Silent(silence);
    }
    let closed = closed_unanswered(view.connection, index);
    let exchange = &view.connection.exchanges[index];
    let closed = closed.filter(|&gone| !crosses_idle_end(view, exchange, gone));
    closed.map_or(Reaction::Unknown, Reaction::Closed)
}

/// The silence toward a request that expects 100-continue, content withheld, if it lasted for the
/// window of what must come immediately (RFC 9110 §10.1.1). An answer that came all the same, and
/// without content, was late but no silence.
pub(super) fn immediate_silence(view: &View<'_>, index: usize) -> Option<Silence> {
    let connection = view.connection;
    let exchange = &connection.exchanges[index];
    if !exchange.request.expects_continue() {
        return None;
    }
    let from = due_from(connection, index)?;
    let begun = |response: &&Response| !response.is_interim() || response.code() == Some(100);
    let answer = exchange.responses.iter().find(begun).map(|response| response.start);
    let content = exchange.request.content.first;
    if answer.is_some_and(|answer| content.is_none_or(|content| answer < content)) {
        return None;
    }
    let garbage = connection.garbage.map(|garbage| garbage.start);
    let ends = [content, garbage, connection.server_gone()];
    let until = ends.into_iter().flatten().min().unwrap_or(connection.watched_until);
    silent_for(view, from, until, view.windows.immediate_us).then_some(Silence { from, until })
}

/// The silence toward a request that is complete, or can't be, if it lasted for the window of final
/// responses.
pub(super) fn final_silence(view: &View<'_>, index: usize) -> Option<Silence> {
    let connection = view.connection;
    let exchange = &connection.exchanges[index];
    let request = &exchange.request;
    let has_no_end = request.error.is_some() || matches!(request.framing.framing, Framing::Bad(_));
    let complete = if has_no_end { request.head_end } else { request.end }?;
    let last = exchange.responses.last();
    if last.is_some_and(|last| !last.is_interim()) || connection.garbage.is_some() {
        return None;
    }
    let from = due_from(connection, index)?.max(complete);
    let from = last.and_then(|last| last.end).map_or(from, |end| from.max(end));
    if connection.server_gone().is_some_and(|gone| gone <= from) {
        return None;
    }
    let until = connection.silent_until(from);
    silent_for(view, from, until, view.windows.final_us).then_some(Silence { from, until })
}

/// That silence, where it is the subject's and not that of an origin server behind it.
pub(super) fn own_final_silence(view: &View<'_>, index: usize) -> Option<Silence> {
    let silence = final_silence(view, index)?;
    is_its_own_silence(view, index, silence, view.windows.final_us).then_some(silence)
}

/// Whether the connection had been idle for so long that a server may end it at any time, but for
/// what came right before it ended, this request and perhaps more: that may have crossed with the end.
fn crosses_idle_end(view: &View<'_>, exchange: &Exchange, gone: Stamp) -> bool {
    let connection = view.connection;
    let known_us = gone.at_us.saturating_sub(view.windows.quiet_us);
    let last = |stream: &Stream| stream.last_by(known_us).map_or(0, |it| it.at_us);
    let idle_from_us = last(&connection.sent).max(last(&connection.received));
    exchange.request.start.at_us > known_us
        && gone.at_us.saturating_sub(idle_from_us) >= view.windows.close_us
}

/// When the server ended the connection instead of answering exchange `index`, if it was the one to
/// end it, and not for the content of the request before, which it need not read (RFC 9112 §9.3).
pub(super) fn closed_unanswered(connection: &Connection, index: usize) -> Option<Stamp> {
    due_from(connection, index)?;
    let before = index.checked_sub(1).map(|before| &connection.exchanges[before]);
    if before.is_some_and(is_answered_early) {
        return None;
    }
    let gone = connection.server_gone()?;
    let answered = first_answer(&connection.exchanges[index]).is_some();
    let unprovoked = !client_left_before(connection, gone) && connection.garbage.is_none();
    (!answered && unprovoked).then_some(gone)
}

/// Whether the final response came before all content.
fn is_answered_early(exchange: &Exchange) -> bool {
    let end = exchange.request.end;
    exchange.final_response().is_some_and(|answer| end.is_none_or(|end| answer.start < end))
}
