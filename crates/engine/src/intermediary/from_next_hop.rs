//! What the intermediary hears of the next hop, and tells the client: I6 to I9, I12, I14, I15.

use alloc::vec::Vec;

use expectspec_message::Version;

use crate::client::{Failure, Notice, RepeatCause, Response};
use crate::origin_server::{Connection, ContentFate, RelayedFinal};

use super::Intermediary;
use super::exchange::{Asked, ResponseStage};
use super::own::Own;
use super::response::{final_framing, lines, reason};

impl Intermediary {
    /// Hears one thing of the next hop's; false if there is none.
    pub(super) fn hear_next_hop(&mut self, index: u16) -> bool {
        let now = self.now;
        let Some(outbound) = self.outbound.get_mut(index) else { return false };
        let since_opened = outbound.since_opened(now);
        let Some(exchange) = &mut outbound.exchange else { return false };
        let Some(at) = exchange.inbound else { return false };
        let Some(inbound) = self.inbound.get_mut(at) else { return false };
        let Some(notice) = inbound.client.poll_notice() else {
            if exchange.response == ResponseStage::Tunnel && inbound.client.is_closed() {
                self.detach(index);
                return self.close_tunnel(index);
            }
            if exchange.response != ResponseStage::Begun {
                return false;
            }
            if inbound.client.has_whole_response() {
                exchange.response = ResponseStage::Complete;
                outbound.server.end_final(since_opened);
                return true;
            }
            let is_cut = outbound.server.content_is_cut() && inbound.client.takes_content();
            if is_cut {
                inbound.client.cut_content(now);
            }
            return is_cut;
        };
        match notice {
            Notice::Interim(_) => {
                if let Some(response) = inbound.client.take_interim() {
                    self.relay_interim(index, &response);
                }
            }
            Notice::Response(response) => self.begin_final(index, at, &response),
            Notice::Content(octets) => outbound.server.push_final(&octets, since_opened),
            Notice::Complete => {
                if exchange.response != ResponseStage::Complete {
                    exchange.response = ResponseStage::Complete;
                    outbound.server.end_final(since_opened);
                }
                self.detach(index);
            }
            Notice::Failed(failure) => {
                let response = exchange.response;
                self.detach(index);
                if response == ResponseStage::None {
                    self.answer(index, &Own::instead_of(failure));
                } else {
                    self.cut_final(index);
                }
            }
            // The content is whole as long as the queue is, which outlives the connection.
            Notice::Repeated(RepeatCause::ConnectionLost) => {}
            // The repetition asks for nothing.
            Notice::Repeated(RepeatCause::ExpectationFailed) => exchange.asked = Asked::Client,
            Notice::Switched => {
                exchange.response = ResponseStage::Tunnel;
                self.open_tunnel(index);
            }
            Notice::Octets(octets) => {
                // A tunnel that has ended takes nothing more.
                outbound.server.send_octets(&octets, since_opened).ok();
            }
        }
        true
    }

    fn open_tunnel(&mut self, index: u16) {
        let Some(outbound) = self.outbound.get_mut(index) else { return };
        let since_opened = outbound.since_opened(self.now);
        let opened = outbound.server.open_tunnel(b"", since_opened);
        if opened.is_err() {
            self.give_up(index);
        }
    }

    fn close_tunnel(&mut self, index: u16) -> bool {
        let Some(outbound) = self.outbound.get_mut(index) else { return false };
        let since_opened = outbound.since_opened(self.now);
        outbound.exchange = None;
        outbound.server.close_tunnel(since_opened);
        true
    }

    /// I7 to I9. The 100 (Continue) that the client has from here, and that which is asked for from
    /// here, are no one else's matter.
    fn relay_interim(&mut self, index: u16, response: &Response) {
        let Some(outbound) = self.outbound.get_mut(index) else { return };
        let since_opened = outbound.since_opened(self.now);
        let Some(exchange) = &mut outbound.exchange else { return };
        if response.code == 100 {
            let local = outbound.server.continues_sent() > exchange.continues_relayed;
            if local || exchange.asked == Asked::Itself {
                return;
            }
        }
        let lines = lines(response, &self.policy);
        let relayed =
            outbound.server.relay_interim(response.code, reason(response), &lines, since_opened);
        // What is not relayed came to an HTTP/1.0 client, and is dropped.
        if relayed.is_ok() && response.code == 100 {
            exchange.continues_relayed += 1;
        }
    }

    /// I12.
    fn begin_final(&mut self, index: u16, at: u16, response: &Response) {
        if !matches!(response.code, 200..=599) {
            let at = self.detach(index);
            if let Some(inbound) = at.and_then(|at| self.inbound.get_mut(at)) {
                inbound.client.close(self.now);
            }
            self.answer(index, &Own::instead_of(Failure::MalformedHead));
            return;
        }
        let Some(outbound) = self.outbound.get_mut(index) else { return };
        let since_opened = outbound.since_opened(self.now);
        let Some(exchange) = &mut outbound.exchange else { return };
        let Some(inbound) = self.inbound.get_mut(at) else { return };
        learn(&mut self.versions, inbound.authority.as_deref(), response.version);
        let mut lines = lines(response, &self.policy);
        let framing = final_framing(response, &exchange.method, &mut lines);
        let fate = if inbound.client.takes_content() {
            ContentFate::Relayed
        } else {
            ContentFate::Dropped
        };
        let begun = outbound.server.begin_final(
            &RelayedFinal {
                code: response.code,
                reason: reason(response),
                lines: &lines,
                framing,
                connection: Connection::Keep,
                fate,
            },
            since_opened,
        );
        exchange.response = ResponseStage::Begun;
        if begun.is_err() {
            self.give_up(index);
        }
    }

    fn cut_final(&mut self, index: u16) {
        let Some(outbound) = self.outbound.get_mut(index) else { return };
        let since_opened = outbound.since_opened(self.now);
        if let Some(exchange) = &mut outbound.exchange {
            exchange.response = ResponseStage::Complete;
        }
        outbound.server.cut_final(since_opened);
    }
}

/// Remembers the version of a next hop; of many, the latest.
fn learn(
    versions: &mut Vec<(Option<Vec<u8>>, Version)>,
    authority: Option<&[u8]>,
    version: Version,
) {
    if let Some((_, known)) = versions.iter_mut().find(|(it, _)| it.as_deref() == authority) {
        *known = version;
        return;
    }
    if versions.len() >= NEXT_HOPS_REMEMBERED {
        versions.remove(0);
    }
    versions.push((authority.map(Into::into), version));
}

const NEXT_HOPS_REMEMBERED: usize = 64;
