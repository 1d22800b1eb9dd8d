//! How the sides of an exchange come together, and part: I13, I16, I17.

use crate::origin_server::State;

use super::Intermediary;
use super::exchange::{ContentStage, Exchange, ResponseStage};
use super::outbound::Output;
use super::own::Own;

impl Intermediary {
    /// Lets everyone hear what there is to hear.
    pub(super) fn advance(&mut self) {
        for index in self.outbound.indices() {
            while self.hear_client(index) || self.hear_next_hop(index) || self.settle(index) {}
            if self.outbound.get(index).is_some_and(|it| it.output == Output::Closed) {
                self.outbound.remove(index);
            }
        }
        self.tend_pool();
    }

    /// Whether the client is not to be blamed for the time that passes.
    pub(super) fn is_suspended(&self, index: u16) -> bool {
        let writes =
            self.outbound.get(index).is_some_and(|it| matches!(it.output, Output::Busy(_)));
        !writes && self.is_held_up(index)
    }

    /// Whether the next hop must take content before more of it is read from this client.
    pub(super) fn is_held_up(&self, index: u16) -> bool {
        let exchange = self.outbound.get(index).and_then(|it| it.exchange.as_ref());
        let inbound = exchange.and_then(|it| it.inbound).and_then(|it| self.inbound.get(it));
        inbound.is_some_and(|it| it.client.content_held() >= self.policy.held_octets_max)
    }

    /// Answers in the place of the next hop.
    pub(super) fn answer(&mut self, index: u16, own: &Own) {
        let Some(outbound) = self.outbound.get_mut(index) else { return };
        let since_opened = outbound.since_opened(self.now);
        // A client that is gone needs no answer.
        own.with(|response| outbound.server.respond(response, since_opened)).ok();
        if let Some(exchange) = &mut outbound.exchange {
            exchange.response = ResponseStage::Complete;
        }
    }

    /// Ends an exchange that the client is done with; false if there is none.
    pub(super) fn settle(&mut self, index: u16) -> bool {
        let Some(outbound) = self.outbound.get(index) else { return false };
        let Some(exchange) = &outbound.exchange else { return false };
        let is_gone = matches!(outbound.server.state(), State::Linger | State::Closed);
        if !outbound.is_over() || (self.is_held_up(index) && !is_gone) {
            return false;
        }
        if exchange.response == ResponseStage::Tunnel {
            // Octets that came go out before the connection closes.
            let at = self.detach(index);
            if let Some(inbound) = at.and_then(|at| self.inbound.get_mut(at)) {
                inbound.client.close_tunnel(self.now);
            }
            if let Some(outbound) = self.outbound.get_mut(index) {
                outbound.exchange = None;
            }
        } else if exchange.content == ContentStage::Complete
            && exchange.response == ResponseStage::Complete
        {
            // What is left to go out goes out, and then the connection serves again.
            self.detach(index);
            if let Some(outbound) = self.outbound.get_mut(index) {
                outbound.exchange = None;
            }
        } else {
            self.give_up(index);
        }
        true
    }

    /// I13: ends the exchange, and with it the connection toward the next hop, so that nobody takes
    /// the request for complete.
    pub(super) fn give_up(&mut self, index: u16) {
        let at = self.detach(index);
        if let Some(inbound) = at.and_then(|at| self.inbound.get_mut(at)) {
            inbound.client.close(self.now);
        }
        if let Some(outbound) = self.outbound.get_mut(index) {
            outbound.exchange = None;
        }
    }

    /// Parts the exchange from its connection toward the next hop.
    pub(super) fn detach(&mut self, index: u16) -> Option<u16> {
        let outbound = self.outbound.get_mut(index)?;
        let at = outbound.exchange.as_mut()?.inbound.take()?;
        outbound.server.drop_content();
        if let Some(inbound) = self.inbound.get_mut(at) {
            inbound.user = None;
            // What is still to be heard is of this exchange, and none of the next one's business.
            while inbound.client.poll_notice().is_some() {}
        }
        Some(at)
    }

    pub(super) fn exchange(&mut self, index: u16) -> Option<&mut Exchange> {
        self.outbound.get_mut(index)?.exchange.as_mut()
    }

    /// I16, I17: connections that serve nobody wait for a request, or are forgotten.
    fn tend_pool(&mut self) {
        let mut idle = 0;
        for index in self.inbound.indices() {
            let Some(inbound) = self.inbound.get_mut(index) else { continue };
            if inbound.user.is_some() {
                continue;
            }
            while inbound.client.poll_notice().is_some() {}
            idle += usize::from(inbound.is_idle());
            if inbound.is_idle() && idle > self.policy.idle_connections_max {
                inbound.client.close(self.now);
            }
            if inbound.client.is_gone() {
                self.inbound.remove(index);
            }
        }
    }
}
