//! What holds whatever clients and next hops send, in whatever pieces, under every preset.

use std::collections::BTreeMap;
use std::time::Duration;

use expectspec_engine::intermediary::{Intermediary, Link, Policy, Reading, Transmit, Writing};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

#[derive(Clone, Debug)]
enum Happening {
    Accept,
    /// To one of the links: octets that suit it, perhaps cut short.
    Octets(Index, Index, Index),
    End(Index),
    Reset(Index),
    Written(Index),
    Wait(u64),
}

fn happening() -> impl Strategy<Value = Happening> {
    let index = any::<Index>;
    prop_oneof![
        2 => Just(Happening::Accept),
        16 => (index(), index(), index()).prop_map(|(a, b, c)| Happening::Octets(a, b, c)),
        2 => index().prop_map(Happening::End),
        1 => index().prop_map(Happening::Reset),
        4 => index().prop_map(Happening::Written),
        2 => select(vec![0, 100, 250, 1000, 2000, 10_000, 20_000, 30_000]).prop_map(Happening::Wait),
    ]
}

/// A transport that writes when it is told to, or at once.
struct World {
    machine: Intermediary,
    now: Duration,
    eager: bool,
    /// What was given out on each connection that is open.
    given: BTreeMap<Link, Vec<u8>>,
    opening: Vec<Link>,
}

impl World {
    fn take_all(&mut self) {
        for round in 0.. {
            assert!(round < 10_000, "the intermediary comes to rest");
            for link in self.machine.links().collect::<Vec<_>>() {
                if self.machine.writing(link) == Writing::Dropped {
                    self.machine.handle_written(link, self.now);
                }
            }
            let Some((link, transmit)) = self.machine.poll_transmit() else { return };
            match transmit {
                Transmit::Open { .. } => {
                    assert!(self.given.insert(link, Vec::new()).is_none(), "a number is used once");
                    self.opening.push(link);
                }
                Transmit::Octets(octets) => {
                    assert!(!octets.is_empty() && !self.opening.contains(&link));
                    self.given.get_mut(&link).expect("it is open").extend_from_slice(octets);
                    if self.eager {
                        self.machine.handle_written(link, self.now);
                    }
                }
                Transmit::ShutdownWrite => assert!(self.given.contains_key(&link)),
                Transmit::Close => {
                    let given = self.given.remove(&link).expect("only what is open closes");
                    self.opening.retain(|&it| it != link);
                    check_octets(link, &given);
                }
            }
        }
    }

    fn apply(&mut self, happening: &Happening) {
        let links: Vec<Link> = self.given.keys().copied().collect();
        let now = self.now;
        match happening {
            Happening::Accept => {
                let link = self.machine.handle_accepted(now);
                assert!(self.given.insert(link, Vec::new()).is_none(), "a number is used once");
            }
            Happening::Wait(ms) => {
                self.now += Duration::from_millis(*ms);
                self.machine.handle_timeout(self.now);
            }
            _ if links.is_empty() => {}
            Happening::Octets(link, which, end) => {
                let link = *link.get(&links);
                if self.opens(link) || self.machine.reading(link) == Reading::Paused {
                    return;
                }
                let all = if matches!(link, Link::Outbound(_)) { REQUESTS } else { RESPONSES };
                let octets = which.get(all).replace('\n', "\r\n").into_bytes();
                let end = end.index(2 * octets.len() + 1).clamp(1, octets.len());
                self.machine.handle_octets(link, &octets[..end], now);
            }
            Happening::End(link) => {
                let link = *link.get(&links);
                if !self.opens(link) {
                    self.machine.handle_end(link, now);
                }
            }
            Happening::Reset(link) => {
                let link = *link.get(&links);
                self.opening.retain(|&it| it != link);
                self.machine.handle_reset(link, now);
            }
            Happening::Written(link) => self.machine.handle_written(*link.get(&links), now),
        }
        self.take_all();
    }

    /// Whether the connection was opening, which it no longer is.
    fn opens(&mut self, link: Link) -> bool {
        let opens = self.opening.contains(&link);
        if opens {
            self.opening.retain(|&it| it != link);
            self.machine.handle_connected(link, self.now);
        }
        opens
    }
}

/// What stands in all that goes out, whatever came.
fn check_octets(link: Link, given: &[u8]) {
    let given = String::from_utf8_lossy(given);
    let start = if matches!(link, Link::Outbound(_)) { "HTTP/1.1 " } else { "" };
    assert!(given.is_empty() || given.starts_with(start), "{link:?} {given}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_comes_the_intermediary_ends(
        (_, policy) in select(Policy::presets()),
        eager in any::<bool>(),
        held_octets_max in select(vec![1, 10, 64 * 1024]),
        happenings in vec(happening(), 0..60),
    ) {
        let (given, opening) = (BTreeMap::new(), Vec::new());
        let policy = Policy { held_octets_max, ..policy };
        let machine = Intermediary::new(policy);
        let mut world = World { machine, now: Duration::ZERO, eager, given, opening };
        for happening in &happenings {
            world.apply(happening);
        }
        // From here on everyone is silent and takes nothing.
        let (mut fired, mut at_once) = (0, 0);
        while let Some(deadline) = world.machine.poll_timeout() {
            at_once = if deadline > world.now { 0 } else { at_once + 1 };
            prop_assert!(at_once < 10, "a timer that fired is over");
            world.now = world.now.max(deadline);
            world.machine.handle_timeout(world.now);
            world.take_all();
            fired += 1;
            prop_assert!(fired < 1000, "the intermediary ends");
        }
        prop_assert_eq!(world.machine.links().count(), 0);
        prop_assert!(world.given.is_empty());
    }
}

const REQUESTS: &[&str] = &[
    "GET / HTTP/1.1\nHost: a\n\n",
    "GET http://a/ HTTP/1.1\nHost: a\nConnection: Secret, close\nSecret: x\n\n",
    "POST / HTTP/1.1\nHost: a\nContent-Length: 5\nExpect: 100-continue\n\n",
    "POST http://b/ HTTP/1.1\nHost: a\nContent-Length: 5\nExpect: 100-continue\n\n",
    "POST http://b/ HTTP/1.0\nContent-Length: 5\nExpect: 100-continue\nConnection: keep-alive\n\n",
    "PUT http://a/ HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nTE: trailers\nKeep-Alive: 1\n\n",
    "PUT / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nExpect: 100-continue, b\n\n",
    "PUT / HTTP/1.1\nHost: a\nContent-Length: 20\n\nhellohellohello",
    "HEAD http://a/ HTTP/1.1\nHost: a\nUpgrade: x\nConnection: upgrade\n\n",
    "OPTIONS http://a/ HTTP/1.1\nHost: a\nMax-Forwards: 0\nContent-Length: 5\n\n",
    "CONNECT a:1 HTTP/1.1\nHost: a\nX: TUNNEL\n\nTUNNEL",
    "hello",
    "5\nhello\n",
    "0\n\n",
    "x",
    "\n",
];

const RESPONSES: &[&str] = &[
    "HTTP/1.1 100 Continue\n\n",
    "HTTP/1.1 100 Continue\n\n",
    "HTTP/1.1 103 Early Hints\nConnection: Secret\nSecret: x\nContent-Length: 5\n\n",
    "HTTP/1.1 101 \nUpgrade: x\n\n",
    "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
    "HTTP/1.1 200 OK\nContent-Length: 5\nConnection: close, Secret\nSecret: y\n\nhello",
    "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n0\n\n",
    "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nKeep-Alive: 1\n\n5\nhello\n",
    "HTTP/1.0 200 OK\n\nhello",
    "HTTP/1.1 204 No Content\n\n",
    "HTTP/1.1 417 Expectation Failed\nContent-Length: 0\n\n",
    "HTTP/1.1 403 Forbidden\nContent-Length: 0\n\n",
    "HTTP/1.1 200 OK\nContent-Length: x\n\n",
    "hello",
    "5\nhello\n",
    "0\n\n",
    "x",
    "TUNNEL",
];
