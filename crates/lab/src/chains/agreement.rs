//! Whether two hops count the same messages: a pure function of what was seen of both.

mod clarity;
mod waiting;

use std::collections::BTreeSet;

use expectspec_judge::{
    Connection, Exchange, Place, Reading, Request, Response, Side, TARGET_PREFIX, tag_of,
};

use self::clarity::{Clarity, clarity};
use self::waiting::awaited;
use super::chain::Chain;

/// How two hops disagree.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Reason {
    /// The next hop sent more final responses than it got requests: it answered content.
    ContentAnswered,
    /// What one hop meant as content, the other took for a request, or the other way round.
    RequestInContent,
    /// One hop waits for content that the other does not send.
    ContentAwaited,
    /// A client got the response to another request, or more responses than it made requests.
    ResponseMisplaced,
}

/// Who does otherwise than the messages say that passed between them.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Hop {
    /// The intermediary in front.
    First,
    /// Whoever is behind it.
    Next,
}

/// A way in which two hops disagree.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Disagreement {
    pub(super) reason: Reason,
    pub(super) by: Hop,
}

/// What there is to say of a chain in one case. A refusal, or the end of a connection, is agreement.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Comparison {
    /// How the hops disagree.
    pub(super) disagreements: BTreeSet<Disagreement>,
    /// The same, where a message that may be read in two ways could be the reason.
    pub(super) doubtful: BTreeSet<Disagreement>,
    /// Whether an expectation did not get past the first hop; that is a fact and nothing else.
    pub(super) expectation_lost: bool,
}

impl Reason {
    /// The word in results.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::ContentAnswered => "content-answered",
            Self::RequestInContent => "request-in-content",
            Self::ContentAwaited => "content-awaited",
            Self::ResponseMisplaced => "response-misplaced",
        }
    }
}

impl Hop {
    /// The word in results.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::First => "intermediary",
            Self::Next => "next-hop",
        }
    }
}

/// Compares what two hops made of the same messages.
pub(super) fn compare(chain: &Chain) -> Comparison {
    let first = Reading::of(&chain.first);
    let next = Reading::of(&chain.next);
    let mut comparison =
        Comparison { expectation_lost: loses_expectation(&first), ..Comparison::default() };
    let outbound = |reading| on(reading, Side::Outbound);
    for connection in outbound(&next).filter(|it| has_stray_final(it)) {
        comparison.add(Reason::ContentAnswered, Hop::Next, clarity(connection));
    }
    for connection in outbound(&first).filter(|it| has_stray_final(it)) {
        comparison.add(Reason::ResponseMisplaced, Hop::First, clarity(connection));
    }
    for (reading, by) in [(&first, Hop::First), (&next, Hop::Next)] {
        if let Some(clarity) = takes_one_for_the_other(reading) {
            comparison.add(Reason::RequestInContent, by, clarity);
        }
    }
    for (by, clarity) in awaited(chain, &first, &next) {
        comparison.add(Reason::ContentAwaited, by, clarity);
    }
    for (by, clarity) in misplaced(&first, &next) {
        comparison.add(Reason::ResponseMisplaced, by, clarity);
    }
    comparison
}

impl Comparison {
    fn add(&mut self, reason: Reason, by: Hop, clarity: Clarity) {
        let found = Disagreement { reason, by };
        match clarity {
            Clarity::Clear => self.disagreements.insert(found),
            Clarity::Doubtful => self.doubtful.insert(found),
        };
    }
}

fn on(reading: &Reading, side: Side) -> impl Iterator<Item = &Connection> {
    reading.connections.iter().filter(move |it| it.side == side)
}

/// Whether there is a final response behind the last request, which its client may take for that to
/// another. Nobody reads on behind one that ends the connection (RFC 9112 §9.6). A server may say 408 to
/// a connection on which it waited for nothing (RFC 9110 §15.5.9), and that a message was cut off when
/// its client ended the connection within it.
fn has_stray_final(connection: &Connection) -> bool {
    let client_gone = [connection.client_end, connection.client_reset].into_iter().flatten().min();
    let is_of_the_end = |it: &Response| {
        it.code() == Some(408)
            || (it.code() == Some(400) && client_gone.is_some_and(|gone| gone < it.start))
    };
    let mut answered = connection.exchanges.iter().filter_map(Exchange::final_response);
    let is_closed = answered.next_back().is_some_and(|it| it.closes(&connection.received));
    let mut strays = connection.strays.iter().filter(|it| it.is_final());
    connection.switched.is_none() && !is_closed && strays.any(|it| !is_of_the_end(it))
}

/// Whether a hop took content of its client for a request, or a request for content. `reading` is that
/// of the hop; a server has no inbound side to tell by.
fn takes_one_for_the_other(reading: &Reading) -> Option<Clarity> {
    let side = |side| on(reading, side).collect::<Vec<_>>();
    let (asked, passed_on) = (side(Side::Outbound), side(Side::Inbound));
    let invented = tags(&passed_on).into_iter().filter(|tag| !tags(&asked).contains(tag));
    let invented = invented.filter_map(|tag| holder(&asked, &tag).map(|it| (tag, it)));
    let swallowed = tags(&asked).into_iter().filter(|tag| holder(&asked, tag).is_none());
    let swallowed = swallowed.filter_map(|tag| holder(&passed_on, &tag).map(|it| (tag, it)));
    let of_both = invented.chain(swallowed).map(|(tag, holder)| {
        let others = asked.iter().chain(&passed_on).filter(|it| tags(&[it]).contains(&tag));
        others.copied().chain([holder]).map(clarity).fold(Clarity::Clear, Clarity::and)
    });
    of_both.reduce(Clarity::or)
}

/// The tags of the requests whose heads are complete.
fn tags(connections: &[&Connection]) -> BTreeSet<Vec<u8>> {
    let of_connection = |connection: &&Connection| {
        let complete = |it: &&Exchange| it.request.head_end.is_some();
        let sent = &connection.sent;
        let tag = |it: &Exchange| tag_of(it.request.target(sent)).map(<[u8]>::to_vec);
        connection.exchanges.iter().filter(complete).filter_map(tag).collect::<Vec<_>>()
    };
    connections.iter().flat_map(of_connection).collect()
}

/// The connection that has a request with this tag in the content of another.
fn holder<'a>(connections: &[&'a Connection], tag: &[u8]) -> Option<&'a Connection> {
    let request = [TARGET_PREFIX, tag, b" HTTP/1."].concat();
    let holds = |connection: &&&Connection| {
        connection.exchanges.iter().any(|it| {
            let content = content(&it.request, connection);
            content.windows(request.len()).any(|it| it == request)
        })
    };
    connections.iter().find(holds).copied()
}

fn content<'a>(request: &Request, connection: &'a Connection) -> &'a [u8] {
    let octets = usize::try_from(request.content.octets).unwrap_or(usize::MAX);
    let behind = connection.sent.octets().get(request.offset + request.head_octets..);
    let behind = behind.unwrap_or_default();
    &behind[..octets.min(behind.len())]
}

fn find<'a>(
    reading: &'a Reading,
    side: Side,
    tag: &[u8],
) -> Option<(&'a Connection, &'a Exchange)> {
    let exchanges = on(reading, side).flat_map(|it| it.exchanges.iter().map(move |e| (it, e)));
    let mut its = exchanges.filter(|(it, e)| tag_of(e.request.target(&it.sent)) == Some(tag));
    its.next()
}

/// Final responses that name the tag of another request. Who passes on what came misplaced is not to
/// blame.
fn misplaced(first: &Reading, next: &Reading) -> Vec<(Hop, Clarity)> {
    let mut found = Vec::new();
    for connection in on(first, Side::Outbound) {
        for exchange in &connection.exchanges {
            let tag = tag_of(exchange.request.target(&connection.sent));
            let Some(tag) = tag.filter(|tag| is_for_another(tag, connection, exchange)) else {
                continue;
            };
            let came_so =
                find(next, Side::Outbound, tag).is_some_and(|(it, e)| is_for_another(tag, it, e));
            let came_unasked = on(next, Side::Outbound).any(has_stray_final);
            let by = if came_so || came_unasked { Hop::Next } else { Hop::First };
            found.push((by, clarity(connection)));
        }
    }
    found
}

fn is_for_another(tag: &[u8], connection: &Connection, exchange: &Exchange) -> bool {
    let Some(response) = exchange.final_response() else { return false };
    let octets = response.octets(&connection.received);
    let mut tags = response.head.values(octets, b"expectspec-tag").map(<[u8]>::trim_ascii);
    // It is empty where our origin server could not tell what it answered.
    tags.any(|it| !it.is_empty() && it != tag)
}

fn loses_expectation(first: &Reading) -> bool {
    first.relays.iter().any(|relay| {
        let (_, asked) = relay.outbound.of(&first.connections);
        let lost = |it: &_| Place::of(it, &first.connections).1.request.expect_lines == 0;
        asked.request.expects_continue()
            && !relay.inbound.is_empty()
            && relay.inbound.iter().all(lost)
    })
}

#[cfg(test)]
mod tests;
