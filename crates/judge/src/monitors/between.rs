//! What the monitors of both sides have to know of an intermediary: what it sends on one side may
//! have come from the other.

use expectspec_message::Version;
use expectspec_requirements::Party;

use super::doubts::is_beyond_doubt;
use super::duty::Silence;
use super::intermediary::{TAG_FIELD, is_proxy};
use crate::{Connection, Exchange, Place, Relay, Response, Side, Stamp, View, tag_of};

/// Whether the subject is an intermediary.
pub(super) fn is_between(view: &View<'_>) -> bool {
    view.subject == Party::Intermediary
}

/// Whether our origin server, if there is one, sent nothing that would be wrong if it were passed
/// on.
pub(super) fn origin_is_sound(view: &View<'_>) -> bool {
    !is_between(view)
        || of_side(view, Side::Inbound).all(|connection| {
            connection.garbage.is_none()
                && connection.strays.is_empty()
                && responses(connection).all(|response| is_sound(connection, response))
        })
}

fn responses(connection: &Connection) -> impl Iterator<Item = &Response> {
    connection.exchanges.iter().flat_map(|exchange| &exchange.responses)
}

fn is_sound(connection: &Connection, response: &Response) -> bool {
    let octets = response.octets(&connection.received);
    let odd: [&[u8]; 3] = [b"content-length", b"transfer-encoding", b"connection"];
    let ordinary_interim = response.head.version() == Some(Version::HTTP_11)
        && odd.iter().all(|name| !response.head.has(octets, name));
    response.head.anomalies.is_empty()
        && response.broken.is_none()
        && response.code().is_none_or(|code| (100..600).contains(&code))
        && (!response.is_interim() || ordinary_interim)
}

/// Whether our origin server sent a response with this status code, on whichever connection.
pub(super) fn has_origin_sent(view: &View<'_>, code: u16) -> bool {
    has_strayed(view, code)
        || of_side(view, Side::Inbound).flat_map(responses).any(|it| it.code() == Some(code))
}

/// Whether our origin server sent a response with this status code that nobody had asked for.
pub(super) fn has_strayed(view: &View<'_>, code: u16) -> bool {
    of_side(view, Side::Inbound).flat_map(|it| &it.strays).any(|stray| stray.code() == Some(code))
}

/// Whether an intermediary may answer 400 to the (outbound) request for its target alone, or have that
/// from our origin server.
pub(super) fn may_be_refused(view: &View<'_>, exchange: &Exchange) -> bool {
    let connections = &view.reading.connections;
    let target = exchange.request.target(&view.connection.sent);
    let takes_paths = || {
        view.reading.relays.iter().filter(|relay| !relay.inbound.is_empty()).any(|relay| {
            let (connection, exchange) = relay.outbound.of(connections);
            exchange.request.target(&connection.sent).starts_with(b"/")
        })
    };
    // A proxy need not know where a target leads that names no host (RFC 9112 §3.2.2).
    is_between(view)
        && ((is_proxy(view) && target.starts_with(b"/") && !takes_paths())
            || has_origin_sent(view, 400))
}

/// Whether our clients, if the subject is between them and our origin server, sent nothing that
/// leaves room for argument.
pub(super) fn clients_are_sound(view: &View<'_>) -> bool {
    let certain = |connection: &Connection| {
        connection.exchanges.iter().all(|exchange| is_beyond_doubt(exchange, connection))
    };
    !is_between(view) || of_side(view, Side::Outbound).all(certain)
}

/// Whether our origin server generated this final response, which the subject passed on: it has a
/// tag.
pub(super) fn is_passed_on(view: &View<'_>, response: &Response) -> bool {
    let octets = response.octets(&view.connection.received);
    is_between(view) && response.head.has(octets, TAG_FIELD)
}

/// The client's exchange that made an intermediary send request `index` on the (inbound) connection
/// under watch, with its connection.
pub(super) fn asker<'a>(view: &View<'a>, index: usize) -> Option<(&'a Connection, &'a Exchange)> {
    let connections = &view.reading.connections;
    let is_it = |place: &Place| is_at(view, place, index);
    let relay = view.reading.relays.iter().find(|relay| relay.inbound.iter().any(is_it))?;
    Some(relay.outbound.of(connections))
}

/// Whether the subject itself is answerable for what request `index` has: it is no intermediary, or
/// the client's own request is known and `innocent` of it.
pub(super) fn is_its_own(
    view: &View<'_>,
    index: usize,
    innocent: impl Fn(&Connection, &Exchange) -> bool,
) -> bool {
    !is_between(view)
        || asker(view, index).is_some_and(|(connection, exchange)| innocent(connection, exchange))
}

/// Whether it is the subject that keeps silent on exchange `index` of the (outbound) connection
/// under watch: it is no intermediary, or it has had the final response of our origin server for as
/// long, or it has not even forwarded the request.
pub(super) fn is_its_own_silence(
    view: &View<'_>,
    index: usize,
    silence: Silence,
    window_us: u64,
) -> bool {
    let held_us = last_answer(view, index).map(|end| silence.until.at_us.saturating_sub(end.at_us));
    !is_between(view)
        || held_us.is_some_and(|held_us| held_us >= window_us)
        || was_kept_back(view, index)
}

/// Whether the request of exchange `index` of the (outbound) connection under watch never came to
/// our origin server, which was there for it and had answered every other one.
fn was_kept_back(view: &View<'_>, index: usize) -> bool {
    let connections = &view.reading.connections;
    let mut relays = view.reading.relays.iter();
    let Some(relay) = relays.find(|relay| is_at(view, &relay.outbound, index)) else {
        return false;
    };
    let (connection, exchange) = relay.outbound.of(connections);
    let is_answered = |exchange: &Exchange| exchange.final_response().is_some();
    let tag = tag_of(exchange.request.target(&connection.sent));
    let is_its_own = |asked: &Relay| {
        let (connection, exchange) = asked.outbound.of(connections);
        tag_of(exchange.request.target(&connection.sent)) == tag
    };
    // Two requests with one tag can't be told apart.
    relay.inbound.is_empty()
        && view.reading.relays.iter().filter(|relay| is_its_own(relay)).count() == 1
        && of_side(view, Side::Inbound).all(|inbound| inbound.exchanges.iter().all(is_answered))
}

/// Whether our origin server's 100 (Continue) to the request of exchange `index` was there for as
/// long, and it is the subject that kept it from its client.
pub(super) fn has_kept_the_continue(
    view: &View<'_>,
    index: usize,
    silence: Silence,
    window_us: u64,
) -> bool {
    let mut continues = answers(view, index).filter(|answer| answer.code() == Some(100));
    continues.any(|it| silence.until.at_us.saturating_sub(it.start.at_us) >= window_us)
}

/// What our origin server answered to the request of exchange `index` of the (outbound) connection
/// under watch; nothing, if there is none.
pub(super) fn answers<'a>(view: &View<'a>, index: usize) -> impl Iterator<Item = &'a Response> {
    let connections = &view.reading.connections;
    let view = *view;
    let relays = view.reading.relays.iter();
    let relays = relays.filter(move |relay| is_at(&view, &relay.outbound, index));
    let exchanges = relays.flat_map(|relay| &relay.inbound).map(|place| place.of(connections).1);
    exchanges.flat_map(|exchange| &exchange.responses)
}

/// Whether a response that nobody had asked for crossed with a request of this (inbound) connection,
/// number `index` or one before it: the intermediary may well have read it as the answer, and each
/// later response as that to the next request.
pub(super) fn is_shifted(view: &View<'_>, connection: &Connection, index: usize) -> bool {
    let upto = index.saturating_add(1).min(connection.exchanges.len());
    let exchanges = &connection.exchanges[..upto];
    connection.strays.iter().any(|stray| {
        let came = stray.start;
        let mut finals = exchanges.iter().filter_map(Exchange::final_response);
        // What comes in one piece with the answer before is there before the next request.
        let is_known = finals.any(|answer| answer.end.is_some_and(|end| end.entry == came.entry));
        let next = exchanges.iter().map(|exchange| exchange.request.start).find(|it| *it > came);
        let crosses = |next: Stamp| next.at_us.saturating_sub(came.at_us) < view.windows.quiet_us;
        !is_known && next.is_some_and(crosses)
    })
}

/// Whether that happened on any connection toward our origin server.
pub(super) fn is_any_shifted(view: &View<'_>) -> bool {
    is_between(view) && of_side(view, Side::Inbound).any(|it| is_shifted(view, it, usize::MAX))
}

/// Whether this is exchange `index` of the connection under watch.
fn is_at(view: &View<'_>, place: &Place, index: usize) -> bool {
    let connection = &view.reading.connections[place.connection];
    place.exchange == index && core::ptr::eq(connection, view.connection)
}

/// When the final response to the last attempt at the request ended: to what was tried again, the
/// response before is none.
fn last_answer(view: &View<'_>, index: usize) -> Option<Stamp> {
    let connections = &view.reading.connections;
    let mut relays = view.reading.relays.iter();
    let relay = relays.find(|relay| is_at(view, &relay.outbound, index))?;
    let (_, last) = relay.inbound.last()?.of(connections);
    last.final_response()?.end
}

fn of_side<'a>(view: &View<'a>, side: Side) -> impl Iterator<Item = &'a Connection> {
    view.reading.connections.iter().filter(move |connection| connection.side == side)
}
