//! Which request on the inbound side belongs to which on the outbound side.

use std::collections::BTreeMap;

use super::Connection;
use crate::{Exchange, Side};

/// Every target of the tester begins with this, and a tag follows that no other request of the case has:
/// by it the two sides of an intermediary are held together, never by order alone.
pub const TARGET_PREFIX: &[u8] = b"/expectspec-";

/// An exchange of a [`Reading`](crate::Reading).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Place {
    /// The index of its connection.
    pub connection: usize,
    /// Its own, on that connection.
    pub exchange: usize,
}

/// A request of a client that has a tag, and what the intermediary made of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Relay {
    /// The request of the client.
    pub outbound: Place,
    /// The requests toward the origin server that have its tag, in order of time; none where two
    /// requests of clients have it, since it can't be told which of them was forwarded.
    pub inbound: Vec<Place>,
}

impl Place {
    /// The connection and the exchange.
    #[must_use]
    pub fn of<'a>(&self, connections: &'a [Connection]) -> (&'a Connection, &'a Exchange) {
        let connection = &connections[self.connection];
        (connection, &connection.exchanges[self.exchange])
    }
}

/// The tag of a request-target, in whichever form it is (RFC 9112 §3.2): what follows
/// [`TARGET_PREFIX`].
///
/// ```
/// use expectspec_judge::tag_of;
///
/// assert_eq!(tag_of(b"/expectspec-1a2b/a"), Some(&b"1a2b/a"[..]));
/// assert_eq!(tag_of(b"http://origin:80/expectspec-1a2b/a"), Some(&b"1a2b/a"[..]));
/// assert_eq!(tag_of(b"/favicon.ico"), None);
/// ```
#[must_use]
pub fn tag_of(target: &[u8]) -> Option<&[u8]> {
    let begins = target.windows(TARGET_PREFIX.len()).position(|it| it == TARGET_PREFIX)?;
    // Nothing but a scheme and an authority stands before the path.
    let before = &target[..begins];
    let is_prefix = before.is_empty() || before.windows(3).any(|it| it == b"://");
    is_prefix.then(|| &target[begins + TARGET_PREFIX.len()..])
}

/// Whether this connection of the inbound side is the far end of a tunnel: what was sent on it are the octets
/// behind the CONNECT of a client, or the beginning of them (RFC 9110 §9.3.6).
pub(super) fn is_tunnel(connections: &[Connection], inbound: &Connection) -> bool {
    let sent = inbound.sent.octets();
    inbound.side == Side::Inbound
        && !sent.is_empty()
        && connections.iter().filter(|it| it.side == Side::Outbound).any(|outbound| {
            outbound.exchanges.iter().any(|Exchange { request, .. }| {
                let behind = outbound.sent.octets().get(request.content_start()..);
                let behind = behind.unwrap_or_default();
                request.method(&outbound.sent) == b"CONNECT" && behind.starts_with(sent)
            })
        })
}

/// Pairs the requests of both sides by their tags. A tag that two requests of the outbound side share
/// pairs nothing: which of them was forwarded can't be told.
pub(super) fn pair(connections: &[Connection]) -> (Vec<Relay>, Vec<Place>) {
    let outbound = tagged(connections, Side::Outbound);
    let mut askers: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (index, (tag, _)) in outbound.iter().enumerate() {
        askers.entry(tag).or_default().push(index);
    }
    let mut relays: Vec<Relay> =
        outbound.iter().map(|&(_, outbound)| Relay { outbound, inbound: Vec::new() }).collect();
    let mut unasked = Vec::new();
    for (tag, place) in tagged(connections, Side::Inbound) {
        match askers.get(tag).map(Vec::as_slice) {
            // What looks like a request behind CONNECT may have gone into the tunnel as it was.
            Some(_) if is_tunnel(connections, place.of(connections).0) => {}
            Some(&[asker]) => relays[asker].inbound.push(place),
            Some(_) => {}
            None => unasked.push(place),
        }
    }
    for relay in &mut relays {
        relay.inbound.sort_by_key(|place| place.of(connections).1.request.start);
    }
    (relays, unasked)
}

/// The requests of one side that have a tag and whose heads are complete.
fn tagged(connections: &[Connection], side: Side) -> Vec<(&[u8], Place)> {
    let mut tagged = Vec::new();
    for (index, connection) in connections.iter().enumerate().filter(|(_, it)| it.side == side) {
        for (exchange, read) in connection.exchanges.iter().enumerate() {
            let tag = tag_of(read.request.target(&connection.sent));
            if let Some(tag) = tag.filter(|_| read.request.head_end.is_some()) {
                tagged.push((tag, Place { connection: index, exchange }));
            }
        }
    }
    tagged
}
