//! What the deviant makes of what the reference says.

use core::time::Duration;

use super::exchange::Reader;
use super::outbox::Release;
use super::replies::Reply;
use super::{Deviant, Mode};
use crate::content::Content;
use crate::edit::edited;
use crate::rule::{Deviation, Rest, Sending};

/// A response on its way.
struct Parcel {
    octets: Vec<u8>,
    release: Release,
    drip: Option<Duration>,
    fate: Fate,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Fate {
    Sent,
    Dropped,
    BehindNext,
    SentThenEnd,
}

impl Deviant {
    /// Sends on every complete response of the reference.
    pub(super) fn take_replies(&mut self) {
        loop {
            let method = self.exchange.as_ref().map(|exchange| exchange.method.clone());
            let Some(reply) = self.replies.next(&method.unwrap_or_default()) else { return };
            self.send(&reply);
            if self.mode == Mode::Deaf {
                return;
            }
            if reply.code == 101 {
                self.mode = Mode::Switched;
                let rest = self.replies.take_rest();
                return self.out.push(rest, Release::Now);
            }
        }
    }

    fn send(&mut self, reply: &Reply) {
        let mut parcel = Parcel {
            octets: reply.octets.clone(),
            release: Release::Now,
            drip: None,
            fate: Fate::Sent,
        };
        let index = self.exchange.as_ref().map_or(0, |exchange| exchange.index);
        for deviation in self.deviations() {
            match deviation {
                Deviation::Continue(sending) if reply.code == 100 => {
                    parcel.deviate(sending, reply.head_len, index, self.now);
                }
                Deviation::Final(sending) if reply.is_final() => {
                    parcel.deviate(sending, reply.head_len, index, self.now);
                }
                _ => {}
            }
        }
        let fate = parcel.fate;
        match fate {
            Fate::Dropped => {}
            Fate::BehindNext => self.aside = Some(parcel.octets),
            Fate::Sent | Fate::SentThenEnd => self.post(parcel),
        }
        if reply.is_final()
            && fate == Fate::Sent
            && let Some(aside) = self.aside.take()
        {
            self.out.push(aside, Release::Now);
        }
        match fate {
            Fate::SentThenEnd => self.hang_up(),
            Fate::Dropped if reply.is_final() => self.mode = Mode::Deaf,
            _ if reply.is_final() && self.exchange.is_some() => self.end_final(),
            _ => {}
        }
    }

    fn post(&mut self, parcel: Parcel) {
        let Some(drip) = parcel.drip else {
            return self.out.push(parcel.octets, parcel.release);
        };
        let mut at = self.now;
        for octet in parcel.octets {
            self.out.push(vec![octet], Release::At(at));
            at += drip;
        }
    }

    /// The final response to the request at hand is on its way.
    pub(super) fn end_final(&mut self) {
        let rest = self.deviations().find_map(|deviation| match deviation {
            Deviation::Rest(rest) => Some(rest),
            _ => None,
        });
        let exchange = self.exchange_mut();
        exchange.answered = true;
        let complete = exchange.is_complete();
        match rest {
            None => {}
            Some(Rest::Forfeits) if complete => {}
            Some(Rest::Forfeits) => {
                exchange.content = Content::Complete;
                self.renew();
            }
            Some(Rest::Miscounts(_)) if complete => {}
            Some(Rest::Miscounts(more)) => {
                if let Content::Length(left) = &mut exchange.content {
                    *left = left.saturating_add_signed(more);
                }
                exchange.reader = Reader::Nobody;
                self.renew();
            }
            Some(Rest::StaysOpen) => self.mode = Mode::Deaf,
            Some(Rest::AnswersOn) => {
                exchange.reader = Reader::Nobody;
                self.renew();
            }
            Some(Rest::Ends) => self.hang_up(),
            Some(Rest::LosesInput) => self.input.clear(),
        }
    }
}

impl Parcel {
    fn deviate(&mut self, sending: Sending, head_len: usize, index: usize, now: Duration) {
        match sending {
            Sending::Never => self.fate = Fate::Dropped,
            Sending::Late(ms) => self.release = Release::At(now + Duration::from_millis(ms)),
            Sending::WithContent => self.release = Release::Content(index),
            Sending::WithRequestEnd => self.release = Release::RequestEnd(index),
            Sending::BehindNext => self.fate = Fate::BehindNext,
            Sending::Dripping(ms) => self.drip = Some(Duration::from_millis(ms)),
            Sending::Edited(edits) => self.octets = edited(edits, &self.octets, head_len),
            Sending::ThenEnd => self.fate = Fate::SentThenEnd,
        }
    }
}
