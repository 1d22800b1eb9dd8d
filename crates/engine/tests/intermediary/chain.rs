//! Reference clients, intermediaries and origin servers, and all that is on its way between them.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use expectspec_engine::ReferenceServer;
use expectspec_engine::client::{Outcome, ReferenceClient, Transmit as ClientTransmit, Writing};
use expectspec_engine::intermediary::{Intermediary, Link, Reading, Transmit};
use expectspec_engine::origin_server::{self, Transmit as ServerTransmit};

/// One side of a connection.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Side {
    Client(usize),
    Hop(usize, Link),
    Server(usize),
}

/// What is on its way to one side.
#[derive(Debug, Eq, PartialEq)]
enum Item {
    Connected,
    Octets(Vec<u8>),
    End,
}

/// What one side of a connection will hear, and from whom.
#[derive(Debug)]
struct Pipe {
    from: Side,
    items: VecDeque<Item>,
}

/// Clients, intermediaries one behind the other, and an origin server.
pub(crate) struct Chain {
    pub(crate) clients: Vec<ReferenceClient>,
    pub(crate) hops: Vec<Intermediary>,
    pub(crate) servers: Vec<ReferenceServer>,
    pub(crate) now: Duration,
    server_policy: origin_server::Policy,
    /// By the side that hears; one that is not here is closed.
    pipes: BTreeMap<Side, Pipe>,
}

impl Chain {
    pub(crate) fn new(
        clients: Vec<ReferenceClient>,
        hops: Vec<Intermediary>,
        server_policy: origin_server::Policy,
    ) -> Self {
        let (servers, pipes) = (Vec::new(), BTreeMap::new());
        Self { clients, hops, servers, now: Duration::ZERO, server_policy, pipes }
    }

    /// Lets everyone talk, in an order that `choose` gives: it is asked for a number below another.
    pub(crate) fn run(&mut self, mut choose: impl FnMut(usize) -> usize) {
        let mut hurries = 0;
        for _ in 0..100_000 {
            self.take_all();
            let ready: Vec<Side> =
                self.pipes.keys().copied().filter(|&side| self.is_ready(side)).collect();
            let hurried = hurries < 8 && !ready.is_empty() && choose(16) == 0;
            if ready.is_empty() || hurried {
                let timers = self.timers();
                let Some(next) = timers.into_iter().min() else { break };
                if !hurried {
                    self.now = self.now.max(next);
                } else if next <= self.now + Duration::from_millis(1000) {
                    // Time passes although something is on its way.
                    hurries += 1;
                    self.now = self.now.max(next);
                }
                self.fire();
                continue;
            }
            let side = ready[choose(ready.len())];
            self.deliver(side, &mut choose);
        }
        assert!(self.clients.iter().all(ReferenceClient::is_done), "everyone comes to an end");
        assert!(self.pipes.is_empty(), "nothing stays open: {:?}", self.pipes);
        assert!(self.hops.iter().all(|hop| hop.links().count() == 0));
    }

    pub(crate) fn outcomes(&self) -> Vec<Vec<Outcome>> {
        self.clients.iter().map(|client| client.outcomes().to_vec()).collect()
    }

    fn timers(&self) -> Vec<Duration> {
        let clients = self.clients.iter().filter_map(ReferenceClient::poll_timeout);
        let hops = self.hops.iter().filter_map(Intermediary::poll_timeout);
        let servers = self.servers.iter().filter_map(ReferenceServer::poll_timeout);
        clients.chain(hops).chain(servers).collect()
    }

    fn fire(&mut self) {
        let now = self.now;
        self.clients.iter_mut().for_each(|it| it.handle_timeout(now));
        self.hops.iter_mut().for_each(|it| it.handle_timeout(now));
        self.servers.iter_mut().for_each(|it| it.handle_timeout(now));
    }

    fn is_ready(&self, side: Side) -> bool {
        let reads = match side {
            Side::Hop(hop, link) => self.hops[hop].reading(link) == Reading::Wanted,
            Side::Server(server) => self.servers[server].reading() == Reading::Wanted,
            Side::Client(_) => true,
        };
        match self.pipes.get(&side).and_then(|pipe| pipe.items.front()) {
            None => false,
            Some(Item::Connected) => true,
            Some(Item::Octets(_) | Item::End) => reads,
        }
    }

    /// Everyone gives out what there is to do.
    fn take_all(&mut self) {
        while self.take() {}
    }

    fn take(&mut self) -> bool {
        let mut taken = false;
        for client in 0..self.clients.len() {
            let side = Side::Client(client);
            if self.clients[client].writing() == Writing::Dropped {
                self.drop_octets(side);
            }
            if self.has_octets(side) {
                continue;
            }
            let Some(transmit) = self.clients[client].poll_transmit() else { continue };
            taken = true;
            match transmit {
                ClientTransmit::Octets(octets) => {
                    let octets = octets.to_vec();
                    self.send(side, Item::Octets(octets));
                }
                ClientTransmit::Open => self.open(side, 0),
                ClientTransmit::ShutdownWrite => self.send(side, Item::End),
                ClientTransmit::Close => self.close(side),
            }
        }
        for hop in 0..self.hops.len() {
            for side in self.pipes.keys().copied().collect::<Vec<_>>() {
                let Side::Hop(of, link) = side else { continue };
                if of == hop && self.hops[hop].writing(link) == Writing::Dropped {
                    self.drop_octets(side);
                    self.hops[hop].handle_written(link, self.now);
                }
            }
            while let Some((link, transmit)) = self.hops[hop].poll_transmit() {
                taken = true;
                let side = Side::Hop(hop, link);
                match transmit {
                    Transmit::Octets(octets) => {
                        let octets = octets.to_vec();
                        self.send(side, Item::Octets(octets));
                    }
                    Transmit::Open { .. } => self.open(side, hop + 1),
                    Transmit::ShutdownWrite => self.send(side, Item::End),
                    Transmit::Close => self.close(side),
                }
            }
        }
        for server in 0..self.servers.len() {
            let side = Side::Server(server);
            let Some(transmit) = self.servers[server].poll_transmit() else { continue };
            taken = true;
            match transmit {
                ServerTransmit::Octets(octets) => {
                    let octets = octets.to_vec();
                    self.send(side, Item::Octets(octets));
                }
                ServerTransmit::ShutdownWrite => self.send(side, Item::End),
                ServerTransmit::Close => self.close(side),
            }
        }
        taken
    }

    /// Opens a connection to the intermediary `hop`, or to the origin server behind the last.
    fn open(&mut self, from: Side, hop: usize) {
        let to = match self.hops.get_mut(hop) {
            Some(machine) => Side::Hop(hop, machine.handle_accepted(self.now)),
            None => {
                // The servers' time is that of their connection.
                let mut server = ReferenceServer::new(self.server_policy.clone());
                server.handle_timeout(self.now);
                self.servers.push(server);
                Side::Server(self.servers.len() - 1)
            }
        };
        self.pipes.insert(to, Pipe { from, items: VecDeque::new() });
        self.pipes.insert(from, Pipe { from: to, items: VecDeque::from([Item::Connected]) });
    }

    /// The side that hears `from`.
    fn ear(&mut self, from: Side) -> Option<(Side, &mut Pipe)> {
        let to = self.pipes.get(&from)?.from;
        let pipe = self.pipes.get_mut(&to).filter(|pipe| pipe.from == from)?;
        Some((to, pipe))
    }

    fn send(&mut self, from: Side, item: Item) {
        match self.ear(from) {
            Some((_, pipe)) => pipe.items.push_back(item),
            None => self.written(from),
        }
    }

    fn has_octets(&mut self, from: Side) -> bool {
        let has = |pipe: &Pipe| pipe.items.iter().any(|item| matches!(item, Item::Octets(_)));
        self.ear(from).is_some_and(|(_, pipe)| has(pipe))
    }

    fn drop_octets(&mut self, from: Side) {
        if let Some((_, pipe)) = self.ear(from) {
            pipe.items.retain(|item| !matches!(item, Item::Octets(_)));
        }
    }

    fn close(&mut self, side: Side) {
        if let Some((_, pipe)) = self.ear(side)
            && !pipe.items.contains(&Item::End)
        {
            pipe.items.push_back(Item::End);
        }
        // What is on its way here is lost; who sent it does not know.
        if let Some(pipe) = self.pipes.remove(&side) {
            let on_its_way = pipe.items.iter().any(|item| matches!(item, Item::Octets(_)));
            if on_its_way {
                self.written(pipe.from);
            }
        }
    }

    fn written(&mut self, from: Side) {
        if let Side::Hop(hop, link) = from {
            self.hops[hop].handle_written(link, self.now);
        }
    }

    /// Gives `side` the next thing that is on its way there, of octets perhaps a part.
    fn deliver(&mut self, side: Side, choose: &mut impl FnMut(usize) -> usize) {
        let Some(pipe) = self.pipes.get_mut(&side) else { return };
        let from = pipe.from;
        let Some(mut item) = pipe.items.pop_front() else { return };
        let mut whole = true;
        if let Item::Octets(octets) = &mut item {
            let len = match choose(3) {
                0 => 1 + choose(octets.len()),
                _ => octets.len(),
            };
            if len < octets.len() {
                pipe.items.push_front(Item::Octets(octets.split_off(len)));
                whole = false;
            }
        }
        self.hear(side, &item);
        if whole && matches!(item, Item::Octets(_)) {
            self.written(from);
        }
    }

    fn hear(&mut self, side: Side, item: &Item) {
        let now = self.now;
        match (side, item) {
            (Side::Client(it), Item::Connected) => self.clients[it].handle_connected(now),
            (Side::Client(it), Item::Octets(octets)) => self.clients[it].handle_octets(octets, now),
            (Side::Client(it), Item::End) => self.clients[it].handle_end(now),
            (Side::Hop(it, link), Item::Connected) => self.hops[it].handle_connected(link, now),
            (Side::Hop(it, link), Item::Octets(octets)) => {
                self.hops[it].handle_octets(link, octets, now);
            }
            (Side::Hop(it, link), Item::End) => self.hops[it].handle_end(link, now),
            (Side::Server(_), Item::Connected) => {}
            (Side::Server(it), Item::Octets(octets)) => self.servers[it].handle_octets(octets, now),
            (Side::Server(it), Item::End) => self.servers[it].handle_end(now),
        }
    }
}
