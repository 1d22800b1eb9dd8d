//! What became of a connection behind a response after which it had to end.

use super::duty::{Silence, silent_for};
use crate::{Connection, Response, Stamp, View};

/// What became of a connection that had to end.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fate<'a> {
    /// The server ended it.
    Gone(Stamp),
    /// The server answered something more.
    Answered(&'a Response),
    /// It stayed open for longer than the window of closing.
    Open(Silence),
    /// The transcript does not show it.
    Unknown,
}

/// What became of the connection behind the final response of exchange `index`.
pub(super) fn fate_behind<'a>(view: &View<'a>, index: usize, answer: &Response) -> Fate<'a> {
    let connection = view.connection;
    let gone = connection.server_gone();
    let Some(end) = answer.end else { return gone.map_or(Fate::Unknown, Fate::Gone) };
    match (later_final(connection, index, answer), gone) {
        (Some(later), _) if !is_last_word(view, later) => return Fate::Answered(later),
        (_, Some(gone)) => return Fate::Gone(gone),
        (Some(_), None) => return Fate::Unknown,
        (None, None) => {}
    }
    open_behind(view, end).map_or(Fate::Unknown, Fate::Open)
}

/// The time behind this moment for which the connection stayed open and silent, if it is longer than
/// the window of closing.
pub(super) fn open_behind(view: &View<'_>, from: Stamp) -> Option<Silence> {
    let until = view.connection.silent_until(from);
    silent_for(view, from, until, view.windows.close_us).then_some(Silence { from, until })
}

/// The first final response when every request had its own, unless it may be a last word.
pub(super) fn surplus<'a>(view: &View<'a>) -> Option<&'a Response> {
    let stray = view.connection.strays.iter().find(|stray| stray.is_final())?;
    (!is_last_word(view, stray)).then_some(stray)
}

/// The first final response behind the one of exchange `index`.
pub(super) fn later_final<'a>(
    connection: &'a Connection,
    index: usize,
    answer: &Response,
) -> Option<&'a Response> {
    let later = connection.exchanges.get(index + 1..).unwrap_or_default();
    let responses = later.iter().flat_map(|exchange| &exchange.responses);
    responses
        .chain(&connection.strays)
        .find(|response| response.is_final() && response.offset > answer.offset)
}

/// Whether this is how a server that gives up waiting for content says so.
pub(super) fn is_giving_up(view: &View<'_>, response: &Response) -> bool {
    matches!(response.code(), Some(400 | 408)) && is_last_word(view, response)
}

/// Whether the response may be the one error that a server says before it ends a connection
/// (RFC 9112 §9.5); it serves no request. Unless the connection stays open, that can't be told.
pub(super) fn is_last_word(view: &View<'_>, response: &Response) -> bool {
    let connection = view.connection;
    let stayed_us = connection.watched_until.at_us.saturating_sub(response.start.at_us);
    let ends = matches!(response.code(), Some(400 | 408 | 413 | 414 | 431 | 500..600))
        || response.closes(&connection.received);
    ends && response.code().is_some_and(|code| code >= 400)
        && (connection.server_gone().is_some() || stayed_us < view.windows.close_us)
}
