//! A chain as octets: server, window, intermediaries, clients with their errands, and then how octets
//! travel. One octet a choice; numbers of things are choices too.

use super::{Chain, ChainClient};
use crate::choices::{Choices, write_row};
use crate::presets::{CLIENTS, HOPS, SERVERS};
use crate::words::{ERRANDS, PAUSES, WINDOWS};

impl Chain {
    /// The chain that these octets stand for. Every octet string is one.
    #[must_use]
    pub fn decode(octets: &[u8]) -> Self {
        let mut choices = Choices::new(octets);
        let server = SERVERS.chosen_by(choices.octet());
        let window = choices.row(WINDOWS);
        let hops = 1 + usize::from(choices.octet()) % Self::HOPS_MAX;
        let hops = (0..hops).map(|hop| {
            let name = HOPS.chosen_by(choices.octet());
            // Behind another one there is no authority in the target.
            if hop > 0 && name == "forward" { "proxy" } else { name }
        });
        let hops = hops.collect();
        let clients = 1 + usize::from(choices.octet()) % Self::CLIENTS_MAX;
        let clients = (0..clients).map(|_| {
            let policy = CLIENTS.chosen_by(choices.octet());
            let pause = choices.row(PAUSES);
            let errands = 1 + usize::from(choices.octet()) % Self::ERRANDS_MAX;
            let errands = (0..errands).map(|_| choices.row(ERRANDS)).collect();
            ChainClient { policy, pause, errands }
        });
        let clients = clients.collect();
        let mut travels = Vec::new();
        while !choices.is_empty() && travels.len() < TRAVELS_MAX {
            travels.push(choices.octet());
        }
        Self { server, hops, window, clients, travels }
    }

    /// The shortest octets that stand for this chain, as far as it is no longer than what
    /// [`Chain::decode`] reads.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![SERVERS.octet(self.server)];
        write_row(&mut out, WINDOWS, self.window);
        out.push(less_one(self.hops.len()));
        out.extend(self.hops.iter().map(|hop| HOPS.octet(hop)));
        out.push(less_one(self.clients.len()));
        for client in &self.clients {
            out.push(CLIENTS.octet(client.policy));
            write_row(&mut out, PAUSES, client.pause);
            out.push(less_one(client.errands.len()));
            client.errands.iter().for_each(|errand| write_row(&mut out, ERRANDS, *errand));
        }
        out.extend_from_slice(&self.travels);
        out
    }
}

fn less_one(count: usize) -> u8 {
    count.checked_sub(1).and_then(|it| u8::try_from(it).ok()).expect("at least one, and few")
}

/// More make no difference.
const TRAVELS_MAX: usize = 256;
