//! What the deviant client makes of what the reference sends.

use core::time::Duration;

use expectspec_engine::client::Transmit;

use super::exchange::{Content, Exchange, LAST_CHUNK};
use super::{Connection, Deviant, Incoming};
use crate::Edit;
use crate::client::rule::{At, Deviation, OnContent};
use crate::edit::edited_head;

/// What goes out, in order.
#[derive(Debug)]
pub(super) enum Parcel {
    Open,
    Octets(Vec<u8>),
    /// These, whether or not the reference would still have them written.
    Owed(Vec<u8>),
    /// Nothing before this time.
    Rest(Duration),
    ShutdownWrite,
    Close,
}

impl Deviant {
    /// Takes the next thing that the reference wants done; false if there is none.
    pub(super) fn take_transmit(&mut self) -> bool {
        let Some(transmit) = self.inner.poll_transmit() else {
            self.hear();
            return false;
        };
        match transmit {
            Transmit::Open if self.connection != Connection::None => {
                self.inner.handle_connected(self.now);
            }
            Transmit::Open => {
                self.connection = Connection::Opening;
                self.input = Incoming::default();
                self.out.push_back(Parcel::Open);
            }
            Transmit::Octets(octets) => {
                let octets = octets.to_vec();
                self.send(octets);
            }
            Transmit::ShutdownWrite => {
                self.abandon_content();
                self.out.push_back(Parcel::ShutdownWrite);
            }
            Transmit::Close => {
                self.exchange = None;
                self.connection = Connection::None;
                self.out.push_back(Parcel::Close);
            }
        }
        self.hear();
        self.read_all();
        true
    }

    fn abandon_content(&mut self) {
        if let Some(exchange) = &mut self.exchange {
            exchange.content = Content::Complete;
        }
    }

    fn send(&mut self, octets: Vec<u8>) {
        match &mut self.exchange {
            Some(exchange) if !exchange.is_complete() => self.send_content(octets),
            _ => self.send_head(octets),
        }
    }

    fn send_head(&mut self, octets: Vec<u8>) {
        let index = match &mut self.connection {
            Connection::Open(requests) => std::mem::replace(requests, *requests + 1),
            Connection::None | Connection::Opening => 0,
        };
        let place = [index, self.requests_out, self.repeats];
        self.requests_out += 1;
        self.repeats += 1;
        let mut head = octets;
        if self.requests[self.said.len()].method == "CONNECT" {
            head = edited_head(&[Edit::InStartLine("GET", "CONNECT")], &head);
        }
        self.exchange = Some(Exchange::new(head.clone(), place));
        let deviations = self.deviations(None);
        for deviation in &deviations {
            if let Deviation::Sends(edits) = deviation {
                head = edited_head(edits, &head);
            }
        }
        self.out.push_back(Parcel::Octets(head));
        self.presume(At::Head, &deviations);
        if self.exchange.as_ref().is_some_and(Exchange::is_complete) {
            self.end_request(&deviations);
        }
    }

    fn send_content(&mut self, piece: Vec<u8>) {
        let deviations = self.deviations(None);
        let exchange = self.exchange.as_mut().expect("content belongs to an exchange");
        exchange.advance(&piece);
        let mut octets = piece;
        for deviation in &deviations {
            if let Deviation::Content(on_content) = deviation {
                on_content.apply(exchange, &mut octets);
            }
        }
        if !octets.is_empty() {
            exchange.content_out.extend_from_slice(&octets);
            for deviation in &deviations {
                if let Deviation::Content(OnContent::Slowly(ms)) = deviation {
                    self.out.push_back(Parcel::Rest(self.now + Duration::from_millis(*ms)));
                }
            }
            self.out.push_back(Parcel::Octets(octets));
        }
        if exchange.is_complete() {
            self.end_request(&deviations);
        }
    }

    /// The reference has sent the last octet of its request.
    fn end_request(&mut self, deviations: &[Deviation]) {
        let exchange = self.exchange.as_mut().expect("a request that ends has begun");
        for _ in 0..exchange.copies {
            self.out.push_back(Parcel::Owed(exchange.content_out.clone()));
        }
        for deviation in deviations {
            match deviation {
                Deviation::Content(OnContent::Twice) => {
                    self.out.push_back(Parcel::Owed(exchange.content_out.clone()));
                }
                Deviation::Content(OnContent::Followed(octets)) => {
                    self.out.push_back(Parcel::Owed(octets.to_vec()));
                }
                _ => {}
            }
        }
        self.presume(At::RequestEnd, deviations);
    }

    /// Gives the reference a response that has not come, where a rule has it so.
    fn presume(&mut self, at: At, deviations: &[Deviation]) {
        let presumes = |it: &Deviation| matches!(it, Deviation::Presumes(when) if *when == at);
        if deviations.iter().any(presumes) {
            self.input.presumed += 1;
            self.inner.handle_octets(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", self.now);
        }
    }
}

impl OnContent {
    /// Changes a piece of content on its way.
    fn apply(self, exchange: &Exchange, octets: &mut Vec<u8>) {
        let is_last = exchange.is_complete();
        match self {
            Self::Never => octets.clear(),
            Self::LastChunkAlone if exchange.is_chunked() => {
                octets.clear();
                if is_last {
                    octets.extend_from_slice(LAST_CHUNK);
                }
            }
            Self::Short(short) => {
                let left = match exchange.content {
                    Content::Length(left) => left,
                    Content::Chunked => short,
                    Content::Complete => 0,
                };
                let cut = usize::try_from(short.saturating_sub(left)).unwrap_or(usize::MAX);
                octets.truncate(octets.len().saturating_sub(cut));
            }
            Self::Chunked if !exchange.is_chunked() => {
                let size = format!("{:x}\r\n", octets.len());
                let end: &[u8] = if is_last { LAST_CHUNK } else { b"" };
                *octets = [size.as_bytes(), octets, b"\r\n", end].concat();
            }
            Self::LastChunk(last) if is_last && exchange.is_chunked() => *octets = last.to_vec(),
            Self::LastChunkAlone
            | Self::Slowly(_)
            | Self::Twice
            | Self::Followed(_)
            | Self::Chunked
            | Self::LastChunk(_) => {}
        }
    }
}
