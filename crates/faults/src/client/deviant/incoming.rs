//! What the deviant client makes of what comes.

use super::reply::Reply;
use super::{Deviant, Mode};
use crate::client::Response;
use crate::client::rule::{Deviation, OnExtra, Reaction};
use crate::content::Content;

/// What has come on a connection, and where its reader stands.
#[derive(Debug, Default)]
pub(super) struct Incoming {
    octets: Vec<u8>,
    /// In how many pieces they came.
    pieces: usize,
    pub(super) stage: Stage,
    /// Responses that were presumed, and must be dropped when they come.
    pub(super) presumed: usize,
}

#[derive(Debug, Default)]
pub(super) enum Stage {
    #[default]
    Head,
    Content(Content, Fate),
    /// The reference reads whatever comes.
    Through,
}

/// What becomes of content.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Fate {
    /// The reference reads it, and the exchange ends with it.
    Read,
    Dropped,
}

impl Incoming {
    pub(super) fn push(&mut self, octets: &[u8]) {
        self.octets.extend_from_slice(octets);
        self.pieces += 1;
    }

    pub(super) fn take(&mut self, len: usize) -> Vec<u8> {
        self.octets.drain(..len).collect()
    }
}

impl Deviant {
    /// Reads on until more octets are needed, and gives the reference all at once.
    pub(super) fn read_all(&mut self) {
        let mut read = Vec::new();
        while self.mode == Mode::Rules && !self.input.octets.is_empty() && self.read(&mut read) {}
        self.give(&mut read);
    }

    pub(super) fn give(&mut self, read: &mut Vec<u8>) {
        if !read.is_empty() {
            self.inner.handle_octets(read, self.now);
            read.clear();
            self.hear();
        }
    }

    /// Gives the reference what can't be read any further.
    pub(super) fn give_rest(&mut self) {
        let mut rest = std::mem::take(&mut self.input.octets);
        self.give(&mut rest);
    }

    fn read(&mut self, read: &mut Vec<u8>) -> bool {
        let awaits = self.exchange.as_ref().is_some_and(|exchange| !exchange.answered);
        match &mut self.input.stage {
            Stage::Through => {
                read.append(&mut self.input.octets);
                true
            }
            Stage::Content(content, fate) => {
                let fate = *fate;
                let Some(piece) = content.take(&self.input.octets) else {
                    if fate == Fate::Dropped {
                        self.break_off(read);
                        return false;
                    }
                    self.input.stage = Stage::Through;
                    return true;
                };
                let complete = content.is_complete();
                let octets = self.input.take(piece.len);
                if fate == Fate::Read {
                    read.extend(octets);
                }
                if complete {
                    self.end_content(fate);
                }
                true
            }
            Stage::Head if self.input.presumed > 0 => self.drop_presumed(),
            Stage::Head if awaits => self.read_head(read),
            Stage::Head => self.read_extra(read),
        }
    }

    fn end_content(&mut self, fate: Fate) {
        self.input.stage = Stage::Head;
        if let Some(exchange) = self.exchange.as_mut().filter(|_| fate == Fate::Read) {
            exchange.answered = true;
        }
    }

    /// Drops a response that was presumed.
    fn drop_presumed(&mut self) -> bool {
        let Some(reply) = Reply::read(&self.input.octets) else { return false };
        self.input.take(reply.octets.len());
        if reply.code >= 200 {
            self.input.presumed -= 1;
            self.begin_content(Content::new(reply.framing(b"")), Fate::Dropped);
        }
        true
    }

    pub(super) fn begin_content(&mut self, content: Content, fate: Fate) {
        if content.is_complete() {
            self.end_content(fate);
        } else {
            self.input.stage = Stage::Content(content, fate);
        }
    }

    /// Takes octets that answer no request.
    fn read_extra(&mut self, read: &mut Vec<u8>) -> bool {
        let deviations = self.deviations(None).into_iter();
        let on_extra = deviations.rev().find_map(|deviation| match deviation {
            Deviation::Extra(on_extra) => Some(on_extra),
            _ => None,
        });
        match on_extra {
            Some(OnExtra::Keeps) => return false,
            Some(OnExtra::Drops) => self.input.octets.clear(),
            None => read.append(&mut self.input.octets),
        }
        true
    }

    fn read_head(&mut self, read: &mut Vec<u8>) -> bool {
        let Some(reply) = Reply::read(&self.input.octets) else {
            return self.read_partial(read);
        };
        let exchange = self.exchange.as_ref().expect("a response answers a request");
        let deviations = self.deviations(Some(Response {
            octets: &reply.octets,
            head: &reply.head,
            code: reply.code,
            interims: exchange.interims,
            pieces: self.input.pieces,
            followed: self.input.octets.len() > reply.octets.len(),
        }));
        let waits = deviations.iter().any(|it| matches!(it, Deviation::Does(Reaction::Waits)));
        if waits && !exchange.is_complete() {
            return false;
        }
        self.input.take(reply.octets.len());
        self.input.pieces = usize::from(!self.input.octets.is_empty());
        self.take_reply(&reply, &deviations, read)
    }

    /// Reads what is no complete head, and perhaps never will be.
    fn read_partial(&mut self, read: &mut Vec<u8>) -> bool {
        let hopeless = Reply::is_hopeless(&self.input.octets);
        if hopeless {
            self.input.stage = Stage::Through;
            read.append(&mut self.input.octets);
        }
        hopeless
    }
}
