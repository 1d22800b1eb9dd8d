//! What the deviant makes of what comes.

use expectspec_message::Progress;

use super::exchange::{End, Exchange, Reader};
use super::outbox::Release;
use super::{Deviant, Mode};
use crate::Request;
use crate::content::Content;
use crate::edit::edited_head;
use crate::rule::{Deviation, OnContent, Rest};

impl Deviant {
    /// Reads one element; false if there is none.
    pub(super) fn read(&mut self) -> bool {
        match self.mode {
            Mode::Messages => match &self.exchange {
                Some(exchange) if !exchange.is_complete() => self.read_content(),
                Some(exchange) if !exchange.answered => self.input.is_empty() && self.tell_end(),
                // An exchange that is over stays at hand for what follows it.
                Some(_) | None => self.read_head(),
            },
            Mode::Through | Mode::Switched => self.pass_through(),
            Mode::Deaf => {
                self.input.clear();
                false
            }
        }
    }

    fn read_head(&mut self) -> bool {
        match self.reader.read(&self.input) {
            Ok(Progress::Complete(len)) => self.begin(len),
            Ok(Progress::Partial) if self.ended.is_none() => {
                self.send_early();
                return false;
            }
            Ok(Progress::Partial) | Err(_) => self.mode = Mode::Through,
        }
        true
    }

    /// Sends what goes out before the head is complete, once.
    fn send_early(&mut self) {
        let request = Request {
            octets: &self.input,
            head: self.reader.head(),
            index: self.requests,
            followed: false,
            trailers: b"",
        };
        for rule in self.script.rules {
            if let Deviation::SendsEarly(octets) = rule.then
                && !self.sent_early
                && (rule.when)(&request)
            {
                self.sent_early = true;
                self.out.push(octets.to_vec(), Release::Now);
            }
        }
    }

    /// A head of `len` octets is complete.
    fn begin(&mut self, len: usize) {
        let rest = self.input.split_off(len);
        let octets = std::mem::replace(&mut self.input, rest);
        let head = self.reader.take();
        let place = (self.requests, !self.input.is_empty());
        self.requests += 1;
        self.sent_early = false;
        let as_it_came = Exchange::new(octets.clone(), head.clone(), place, &octets);
        self.exchange = Some(as_it_came);
        let mut read_as = octets.clone();
        let deviations: Vec<_> = self.deviations().collect();
        for deviation in &deviations {
            if let Deviation::Reads(edits) = deviation {
                read_as = edited_head(edits, &read_as);
            }
        }
        self.exchange = Some(Exchange::new(octets, head, place, &read_as));
        self.note_progress();
        for deviation in &deviations {
            match *deviation {
                Deviation::SendsFirst(octets) => self.out.push(octets.to_vec(), Release::Now),
                Deviation::Answers(octets) => {
                    self.out.push(octets.to_vec(), Release::Now);
                    self.exchange_mut().reader = Reader::Nobody;
                    return self.end_final();
                }
                Deviation::FallsSilent => return self.mode = Mode::Deaf,
                Deviation::HangsUp => return self.hang_up(),
                Deviation::Content(OnContent::EndsAtLastChunk) => self.stop_at_last_chunk(),
                _ => {}
            }
        }
        self.give(read_as, &deviations);
    }

    fn stop_at_last_chunk(&mut self) {
        let exchange = self.exchange_mut();
        if let Content::Chunked(_) = exchange.content {
            exchange.end = End::LastChunk(Vec::new());
        }
    }

    /// Gives the reference the head, with the content that has come.
    fn give(&mut self, mut read_as: Vec<u8>, deviations: &[Deviation]) {
        let forfeits =
            deviations.iter().any(|deviation| matches!(deviation, Deviation::Rest(Rest::Forfeits)));
        let exchange = self.exchange.as_ref().expect("the exchange has begun");
        let plain = !exchange.is_complete() && matches!(exchange.end, End::Proper);
        if plain && !forfeits && !self.input.is_empty() {
            self.wrap_size();
            let exchange = self.exchange.as_mut().expect("the exchange has begun");
            if let Some(piece) = exchange.take(&self.input) {
                read_as.extend(self.input.drain(..piece.len));
                exchange.begun = true;
            }
            self.note_progress();
        }
        self.inner.handle_octets(&read_as, self.now);
    }

    fn read_content(&mut self) -> bool {
        if self.input.is_empty() {
            return self.ended.is_some() && self.end_content();
        }
        self.wrap_size();
        let exchange = self.exchange.as_mut().expect("content belongs to an exchange");
        exchange.begun = true;
        let Some(piece) = exchange.take(&self.input) else {
            self.mode = Mode::Through;
            return true;
        };
        let reader = exchange.reader;
        self.note_progress();
        let mut octets: Vec<u8> = self.input.drain(..piece.len).collect();
        octets.extend_from_slice(piece.beside);
        if reader == Reader::Reference {
            self.inner.handle_octets(&octets, self.now);
        }
        true
    }

    /// The client ended its direction within the content.
    fn end_content(&mut self) -> bool {
        let heard = !self.end_told && !self.ignores_end();
        if heard {
            self.mode = Mode::Through;
        }
        heard
    }

    /// Reads only some digits of the first chunk size, where a rule has it so.
    fn wrap_size(&mut self) {
        if self.exchange.as_ref().is_none_or(|exchange| exchange.begun) {
            return;
        }
        for deviation in self.deviations() {
            let Deviation::Content(OnContent::KeepsSizeDigits(digits)) = deviation else {
                continue;
            };
            let given = self.input.iter().take_while(|octet| octet.is_ascii_hexdigit()).count();
            self.input.drain(..given.saturating_sub(digits));
        }
    }

    fn pass_through(&mut self) -> bool {
        if self.input.is_empty() {
            return self.tell_end();
        }
        let octets = std::mem::take(&mut self.input);
        self.inner.handle_octets(&octets, self.now);
        true
    }

    /// Tells the reference that the client ended its direction, once.
    fn tell_end(&mut self) -> bool {
        if self.ended.is_none() || self.end_told || self.ignores_end() {
            return false;
        }
        self.end_told = true;
        self.inner.handle_end(self.now);
        true
    }

    fn note_progress(&mut self) {
        let exchange = self.exchange.as_ref().expect("the exchange has begun");
        if exchange.is_complete() {
            self.out.note_complete(exchange.index + 1);
        } else if exchange.begun {
            self.out.note_begun(exchange.index + 1);
        }
    }

    pub(super) fn exchange_mut(&mut self) -> &mut Exchange {
        self.exchange.as_mut().expect("the exchange has begun")
    }
}
