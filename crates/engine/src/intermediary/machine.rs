//! The reference intermediary: what its connections have goes in, what they should do comes out.

use alloc::vec::Vec;
use core::time::Duration;

use expectspec_message::Version;

use crate::client::Transmit as ClientTransmit;
use crate::client::Writing;
use crate::origin_server::{Reading, Transmit as ServerTransmit};

use super::inbound::{self, Inbound};
use super::outbound::{self, Outbound};
use super::slots::Slots;
use super::{Link, Policy, Transmit};

/// An intermediary with all its connections, without I/O and without clock.
///
/// `handle_*` takes what the transports have, `poll_transmit` and `poll_timeout` tell what to do. After
/// anything went in, the caller polls transmits until there are none, then waits for a transport or
/// for the time that `poll_timeout` names. After octets for a link there are no more for it until the
/// caller says that they are [written](Self::handle_written), while other links go on, so nobody waits
/// for the slow. Meanwhile it reads from every link that [`reading`](Self::reading) wants, and drops
/// the rest of what it writes if [`writing`](Self::writing) says so. If writing fails it goes on
/// reading.
///
/// All times are durations since one moment before the first connection.
///
/// ```
/// use core::time::Duration;
/// use expectspec_engine::intermediary::{Intermediary, Link, Policy, Transmit};
///
/// let mut gateway = Intermediary::new(Policy::default());
/// let now = Duration::ZERO;
/// let client = gateway.handle_accepted(now);
/// gateway.handle_octets(client, b"GET / HTTP/1.1\r\nHost: a\r\nConnection: x\r\nX: y\r\n\r\n", now);
/// let Some((origin, Transmit::Open { authority: None })) = gateway.poll_transmit() else { panic!() };
///
/// gateway.handle_connected(origin, now);
/// let head = b"GET / HTTP/1.1\r\nHost: a\r\nVia: 1.1 expectspec\r\n\r\n";
/// assert_eq!(gateway.poll_transmit(), Some((origin, Transmit::Octets(head))));
/// gateway.handle_written(origin, now);
///
/// gateway.handle_octets(origin, b"HTTP/1.1 204 No Content\r\n\r\n", now);
/// let response = b"HTTP/1.1 204 No Content\r\n\r\n";
/// assert_eq!(gateway.poll_transmit(), Some((client, Transmit::Octets(response))));
/// ```
#[derive(Clone, Debug)]
pub struct Intermediary {
    pub(super) policy: Policy,
    pub(super) now: Duration,
    pub(super) outbound: Slots<Outbound>,
    pub(super) inbound: Slots<Inbound>,
    /// The versions of next hops' last responses.
    pub(super) versions: Vec<(Option<Vec<u8>>, Version)>,
}

impl Intermediary {
    /// An intermediary without connections.
    #[must_use]
    pub const fn new(policy: Policy) -> Self {
        Self {
            policy,
            now: Duration::ZERO,
            outbound: Slots::new(),
            inbound: Slots::new(),
            versions: Vec::new(),
        }
    }

    /// The choices that this intermediary makes.
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The latest time that the intermediary was told.
    #[must_use]
    pub const fn now(&self) -> Duration {
        self.now
    }

    /// The links that there are.
    pub fn links(&self) -> impl Iterator<Item = Link> {
        let outbound = self.outbound.iter().map(|(index, _)| Link::Outbound(index));
        outbound.chain(self.inbound.iter().map(|(index, _)| Link::Inbound(index)))
    }

    /// Takes the news that a client connected, and gives the connection its name.
    pub fn handle_accepted(&mut self, now: Duration) -> Link {
        self.tick(now);
        Link::Outbound(self.outbound.insert(Outbound::new(&self.policy, self.now)))
    }

    /// Takes the news that the connection which `Transmit::Open` asked for is open.
    pub fn handle_connected(&mut self, link: Link, now: Duration) {
        self.tick(now);
        if let Link::Inbound(index) = link
            && let Some(inbound) = self.inbound.get_mut(index)
        {
            inbound.client.handle_connected(self.now);
        }
    }

    /// Takes octets that arrived.
    pub fn handle_octets(&mut self, link: Link, octets: &[u8], now: Duration) {
        self.handle(
            link,
            now,
            |outbound, now| outbound.server.handle_octets(octets, outbound.since_opened(now)),
            |inbound, now| inbound.client.handle_octets(octets, now),
        );
    }

    /// Takes the end of what the peer sends (FIN). It counts once all octets before it are read.
    pub fn handle_end(&mut self, link: Link, now: Duration) {
        self.handle(
            link,
            now,
            |outbound, now| outbound.server.handle_end(outbound.since_opened(now)),
            |inbound, now| inbound.client.handle_end(now),
        );
    }

    /// Takes the news that the connection broke (RST), or could not be opened.
    pub fn handle_reset(&mut self, link: Link, now: Duration) {
        self.handle(link, now, Outbound::handle_reset, |inbound, now| {
            inbound.client.handle_reset(now);
        });
    }

    /// Takes the news that the octets which were given out last for this link are written, or
    /// dropped.
    pub fn handle_written(&mut self, link: Link, now: Duration) {
        self.handle(link, now, Outbound::handle_written, |inbound, now| {
            inbound.output = inbound::Output::Free;
            inbound.client.handle_timeout(now);
        });
    }

    /// Takes the news that it is `now`. Nothing happens before the time that `poll_timeout` names.
    pub fn handle_timeout(&mut self, now: Duration) {
        self.tick(now);
        for index in self.outbound.indices() {
            if !self.is_suspended(index)
                && let Some(outbound) = self.outbound.get_mut(index)
            {
                outbound.handle_timeout(self.now);
            }
        }
        for (_, inbound) in self.inbound.iter_mut() {
            inbound.client.handle_timeout(self.now);
        }
        self.advance();
    }

    /// When `handle_timeout` is to be called next.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Duration> {
        let outbound = self.outbound.iter().filter(|&(index, _)| !self.is_suspended(index));
        let outbound = outbound.filter_map(|(_, it)| it.poll_timeout());
        let inbound = self.inbound.iter().filter_map(|(_, it)| it.client.poll_timeout());
        outbound.chain(inbound).min().filter(|&deadline| deadline < Duration::MAX)
    }

    /// The next thing to do on any of the transports. Octets are given once, and are valid until the
    /// next call of anything.
    pub fn poll_transmit(&mut self) -> Option<(Link, Transmit<'_>)> {
        self.advance();
        let now = self.now;
        for (index, outbound) in self.outbound.iter_mut() {
            if let Some(transmit) = outbound.poll_transmit(now) {
                let transmit = match transmit {
                    ServerTransmit::Octets(octets) => Transmit::Octets(octets),
                    ServerTransmit::ShutdownWrite => Transmit::ShutdownWrite,
                    ServerTransmit::Close => Transmit::Close,
                };
                return Some((Link::Outbound(index), transmit));
            }
        }
        for (index, inbound) in self.inbound.iter_mut() {
            let Inbound { client, authority, output, .. } = inbound;
            if *output == inbound::Output::Busy {
                continue;
            }
            if let Some(transmit) = client.poll_transmit() {
                let transmit = match transmit {
                    ClientTransmit::Open => Transmit::Open { authority: authority.as_deref() },
                    ClientTransmit::Octets(octets) => {
                        *output = inbound::Output::Busy;
                        Transmit::Octets(octets)
                    }
                    ClientTransmit::ShutdownWrite => Transmit::ShutdownWrite,
                    ClientTransmit::Close => Transmit::Close,
                };
                return Some((Link::Inbound(index), transmit));
            }
        }
        None
    }

    /// Whether octets should be read from this link. A caller that heeds this keeps the memory of the
    /// intermediary bounded.
    #[must_use]
    pub fn reading(&self, link: Link) -> Reading {
        match link {
            Link::Outbound(index) => {
                self.outbound.get(index).map_or(Reading::Paused, |it| it.server.reading())
            }
            Link::Inbound(index) => match self.inbound.get(index) {
                None => Reading::Paused,
                Some(inbound) => {
                    let user = inbound.user.and_then(|user| self.outbound.get(user));
                    let held = user.map_or(0, |outbound| outbound.server.output_held());
                    let enough = held >= self.policy.held_octets_max;
                    if enough { Reading::Paused } else { Reading::Wanted }
                }
            },
        }
    }

    /// Whether octets that were given out, and are not written yet, should still be written. A caller
    /// whose transport takes no more asks this whenever something went in.
    #[must_use]
    pub fn writing(&self, link: Link) -> Writing {
        match link {
            Link::Outbound(index) => match self.outbound.get(index).map(|it| it.output) {
                Some(outbound::Output::Free | outbound::Output::Busy(_)) => Writing::Wanted,
                Some(outbound::Output::Broken | outbound::Output::Closed) | None => {
                    Writing::Dropped
                }
            },
            Link::Inbound(index) => {
                self.inbound.get(index).map_or(Writing::Dropped, |it| it.client.writing())
            }
        }
    }

    fn handle(
        &mut self,
        link: Link,
        now: Duration,
        outbound: impl FnOnce(&mut Outbound, Duration),
        inbound: impl FnOnce(&mut Inbound, Duration),
    ) {
        self.tick(now);
        match link {
            Link::Outbound(index) => {
                if let Some(it) = self.outbound.get_mut(index) {
                    outbound(it, self.now);
                }
            }
            Link::Inbound(index) => {
                if let Some(it) = self.inbound.get_mut(index) {
                    inbound(it, self.now);
                }
            }
        }
        self.advance();
    }

    fn tick(&mut self, now: Duration) {
        self.now = self.now.max(now);
    }
}
