//! What the deviant client makes of a response.

use expectspec_judge::Said;
use expectspec_message::framing::of_response;
use expectspec_message::{Framing, Head, HeadReader, Limits, Progress};

use super::incoming::{Fate, Incoming, Stage};
use super::outgoing::Parcel;
use super::{Deviant, Mode};
use crate::Edit;
use crate::client::rule::{Deviation, Link, Reaction};
use crate::content::Content;
use crate::edit::edited_head;
use crate::message::code;

/// The head of a response, as it came or as it is read.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) octets: Vec<u8>,
    pub(super) head: Head,
    pub(super) code: u16,
}

impl Reply {
    /// The head at the front of `octets`, if it is complete.
    pub(super) fn read(octets: &[u8]) -> Option<Self> {
        let mut reader = HeadReader::response(Limits::default());
        let Ok(Progress::Complete(len)) = reader.read(octets) else { return None };
        let head = reader.take();
        let code = code(&head)?;
        Some(Self { octets: octets[..len].to_vec(), head, code })
    }

    /// Whether no more octets can make it a head.
    pub(super) fn is_hopeless(octets: &[u8]) -> bool {
        !matches!(HeadReader::response(Limits::default()).read(octets), Ok(Progress::Partial))
    }

    pub(super) fn framing(&self, method: &[u8]) -> Framing {
        of_response(&self.head, &self.octets, method)
    }

    const fn is_final(&self) -> bool {
        self.code >= 200
    }

    /// Itself, but for these edits.
    fn edited(&self, edits: &[Edit]) -> Option<Self> {
        Self::read(&edited_head(edits, &self.octets))
    }
}

impl Deviant {
    /// Reads a response, or does what the rules have it do instead; false if it reads no further.
    pub(super) fn take_reply(
        &mut self,
        reply: &Reply,
        deviations: &[Deviation],
        read: &mut Vec<u8>,
    ) -> bool {
        let exchange = self.exchange.as_mut().expect("a response answers a request");
        if reply.is_final() {
            exchange.final_code = Some(reply.code);
        } else {
            exchange.interims += 1;
            exchange.interim_octets.extend_from_slice(&reply.octets);
        }
        let as_it_came = Content::new(reply.framing(&exchange.method()));
        self.says = None;
        let mut edits = Vec::new();
        let (mut overlooks, mut reads_content) = (false, false);
        for deviation in deviations {
            match *deviation {
                Deviation::Reads(more) => edits.extend_from_slice(more),
                Deviation::Does(Reaction::Overlooks) => overlooks = true,
                Deviation::Does(Reaction::ReadsContent) => reads_content = true,
                Deviation::Does(Reaction::Says(said)) => self.says = Some(said),
                Deviation::Does(Reaction::Resends) => self.resend(),
                Deviation::Does(Reaction::BreaksOff) => {
                    self.break_off(read);
                    return false;
                }
                Deviation::Does(Reaction::FallsSilent) => {
                    self.mode = Mode::Silent;
                    return false;
                }
                Deviation::Does(Reaction::Switches(octets)) => {
                    self.out.push_back(Parcel::Owed(octets.to_vec()));
                    self.mode = Mode::Silent;
                    return false;
                }
                Deviation::Does(Reaction::Again(link)) => {
                    read.clear();
                    self.begin_content(as_it_came, Fate::Dropped);
                    self.begin_again(link);
                    return link == Link::Same;
                }
                _ => {}
            }
        }
        if overlooks {
            self.begin_content(as_it_came, Fate::Dropped);
        } else {
            let read_as = reply.edited(&edits);
            self.read_as(reply, read_as, as_it_came, read);
            if reads_content {
                let as_final = reply.edited(&[Edit::StartLine("HTTP/1.1 200 OK\r\n")]);
                let framing = as_final.map_or(Framing::None, |it| it.framing(b""));
                self.begin_content(Content::new(framing), Fate::Dropped);
            }
        }
        true
    }

    fn read_as(
        &mut self,
        reply: &Reply,
        read_as: Option<Reply>,
        as_it_came: Content,
        read: &mut Vec<u8>,
    ) {
        let Some(read_as) = read_as else {
            self.input.stage = Stage::Through;
            return read.extend_from_slice(&reply.octets);
        };
        read.extend_from_slice(&read_as.octets);
        if read_as.is_final() {
            if read_as.code != reply.code {
                self.says = self.says.or(Some(Said::Status(reply.code)));
            }
            let method = self.exchange.as_ref().map(|exchange| exchange.method());
            let framing = read_as.framing(&method.unwrap_or_default());
            self.begin_content(Content::new(framing), Fate::Read);
        } else if read_as.code == 101 {
            self.input.stage = Stage::Through;
        } else {
            self.begin_content(as_it_came, Fate::Dropped);
        }
    }

    /// Has the content go out once more, now or when it is out.
    fn resend(&mut self) {
        let Some(exchange) = &mut self.exchange else { return };
        if exchange.is_complete() {
            self.out.push_back(Parcel::Owed(exchange.content_out.clone()));
        } else {
            exchange.copies += 1;
        }
    }

    /// Ends the connection, and the request has failed.
    pub(super) fn break_off(&mut self, read: &mut Vec<u8>) {
        self.give(read);
        self.input = Incoming::default();
        self.inner.handle_reset(self.now);
        self.hear();
    }
}
