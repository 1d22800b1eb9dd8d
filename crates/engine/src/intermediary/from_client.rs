//! What the intermediary hears of a client, and tells the next hop: I1 to I5, I10, I11, I13.

use alloc::vec::Vec;

use crate::client::{RelayedContent, RelayedExpectation};
use crate::origin_server::Notice;

use super::exchange::{Asked, Collecting, ContentStage, Exchange, ResponseStage};
use super::inbound::Inbound;
use super::request::{Answer, Forwarding, forward};
use super::{Intermediary, Pool};

impl Intermediary {
    /// Hears one thing of the client's; false if there is none.
    pub(super) fn hear_client(&mut self, index: u16) -> bool {
        if self.is_held_up(index) {
            return false;
        }
        let Self { policy, now, outbound, inbound, versions, .. } = self;
        let Some(outbound) = outbound.get_mut(index) else { return false };
        match outbound.server.poll_notice() {
            None => return false,
            Some(Notice::Octets(octets)) => {
                let at = outbound.exchange.as_ref().and_then(|it| it.inbound);
                if let Some(inbound) = at.and_then(|it| inbound.get_mut(it)) {
                    // A tunnel that has ended takes nothing more.
                    inbound.client.send_octets(octets, *now).ok();
                }
            }
            Some(Notice::Request(request)) => {
                let has_content = request.framing.has_content();
                let next_hop = |authority: Option<&[u8]>| {
                    let known = versions.iter().find(|(it, _)| it.as_deref() == authority);
                    known.map(|&(_, version)| version).or(policy.belief())
                };
                let method = request.method.to_vec();
                let decision = forward(&request, policy, next_hop);
                // The exchange before this one is over.
                self.settle(index);
                match decision {
                    Ok(forwarding) => self.begin(index, method, has_content, forwarding),
                    Err(own) => self.answer(index, &own),
                }
            }
            Some(Notice::Content(octets)) => {
                let Some(exchange) = &mut outbound.exchange else { return true };
                if let Some(collecting) = &mut exchange.collecting {
                    collecting.octets.extend_from_slice(octets);
                } else if let Some(inbound) = exchange.inbound.and_then(|it| inbound.get_mut(it))
                    && inbound.client.takes_content()
                {
                    inbound.client.push_content(octets, *now);
                }
            }
            Some(Notice::ContentEnd) => self.end_content(index),
            Some(Notice::Aborted(_)) => self.give_up(index),
        }
        true
    }

    /// A request begins: I3 to I5.
    fn begin(&mut self, index: u16, method: Vec<u8>, has_content: bool, forwarding: Forwarding) {
        let Some(outbound) = self.outbound.get_mut(index) else { return };
        let asked = match forwarding.request.expectation {
            RelayedExpectation::Own => Asked::Itself,
            RelayedExpectation::None | RelayedExpectation::Clients => Asked::Client,
        };
        outbound.exchange = Some(Exchange {
            method,
            inbound: None,
            collecting: None,
            content: if has_content { ContentStage::Coming } else { ContentStage::Complete },
            response: ResponseStage::None,
            asked,
            continues_relayed: 0,
        });
        if forwarding.answer == Answer::Itself {
            let since_opened = outbound.since_opened(self.now);
            // There is a request, so nothing is wrong with wanting its content.
            outbound.server.want_content(since_opened).ok();
        }
        if has_content && self.policy.buffers() {
            if let Some(exchange) = &mut outbound.exchange {
                exchange.collecting = Some(Collecting { forwarding, octets: Vec::new() });
            }
        } else {
            self.submit(index, forwarding);
        }
    }

    /// Forwards a request on a connection that waits, or on a fresh one.
    fn submit(&mut self, index: u16, forwarding: Forwarding) -> u16 {
        let Forwarding { authority, request, .. } = forwarding;
        let idle = self.inbound.iter().find(|(_, it)| it.is_idle_for(authority.as_deref()));
        let shares = self.policy.pool == Pool::Reuse && request.content != RelayedContent::Tunnel;
        let idle = idle.map(|(it, _)| it).filter(|_| shares);
        let at = match idle {
            Some(at) => at,
            None => self.inbound.insert(Inbound::new(&self.policy, authority)),
        };
        if let Some(inbound) = self.inbound.get_mut(at) {
            inbound.user = Some(index);
            inbound
                .client
                .relay(request, self.now)
                .expect("a client that is idle or without connection takes a request");
        }
        if let Some(exchange) = self.exchange(index) {
            exchange.inbound = Some(at);
        }
        at
    }

    /// The client has sent all content.
    fn end_content(&mut self, index: u16) {
        let now = self.now;
        let Some(exchange) = self.exchange(index) else { return };
        exchange.content = ContentStage::Complete;
        let at = match exchange.collecting.take() {
            Some(Collecting { mut forwarding, octets }) => {
                forwarding.request.content = RelayedContent::Length(octets.len() as u64);
                let at = self.submit(index, forwarding);
                if let Some(inbound) = self.inbound.get_mut(at) {
                    inbound.client.push_content(&octets, now);
                }
                Some(at)
            }
            None => exchange.inbound,
        };
        if let Some(inbound) = at.and_then(|at| self.inbound.get_mut(at)) {
            inbound.client.end_content(now);
        }
    }
}
