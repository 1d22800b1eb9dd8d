//! What is to go out, in order, some of it not yet.

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_engine::origin_server::Transmit;

/// When something may go out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Release {
    Now,
    At(Duration),
    /// When content of the request with this number has come.
    Content(usize),
    /// When the request with this number is complete.
    RequestEnd(usize),
}

#[derive(Debug)]
enum Parcel {
    Octets(Vec<u8>),
    ShutdownWrite,
    Close,
}

#[derive(Debug, Default)]
pub(super) struct Outbox {
    parcels: VecDeque<(Parcel, Release)>,
    given: Vec<u8>,
    /// Requests of which content has come, or that have none.
    begun: usize,
    /// Requests that are complete.
    complete: usize,
    shut: bool,
    closed: bool,
}

impl Outbox {
    pub(super) fn push(&mut self, octets: Vec<u8>, release: Release) {
        if !self.shut && !octets.is_empty() {
            self.parcels.push_back((Parcel::Octets(octets), release));
        }
    }

    pub(super) fn shutdown_write(&mut self) {
        if !self.shut {
            self.shut = true;
            self.parcels.push_back((Parcel::ShutdownWrite, Release::Now));
        }
    }

    pub(super) fn close(&mut self) {
        if !self.closed {
            self.shut = true;
            self.closed = true;
            self.parcels.push_back((Parcel::Close, Release::Now));
        }
    }

    /// Drops what has not gone out.
    pub(super) fn close_at_once(&mut self) {
        self.parcels.clear();
        self.closed = false;
        self.close();
    }

    /// Content of so many requests has come.
    pub(super) fn note_begun(&mut self, requests: usize) {
        self.begun = self.begun.max(requests);
    }

    /// So many requests are complete.
    pub(super) fn note_complete(&mut self, requests: usize) {
        self.note_begun(requests);
        self.complete = self.complete.max(requests);
    }

    /// No content will come any more.
    pub(super) fn release_all(&mut self) {
        self.note_complete(usize::MAX);
    }

    pub(super) fn next_release(&self) -> Option<Duration> {
        match self.parcels.front()?.1 {
            Release::At(at) => Some(at),
            Release::Now => Some(Duration::ZERO),
            Release::Content(_) | Release::RequestEnd(_) => None,
        }
    }

    pub(super) fn poll(&mut self, now: Duration) -> Option<Transmit<'_>> {
        let free = match self.parcels.front()?.1 {
            Release::Now => true,
            Release::At(at) => at <= now,
            Release::Content(index) => self.begun > index,
            Release::RequestEnd(index) => self.complete > index,
        };
        if !free {
            return None;
        }
        match self.parcels.pop_front()?.0 {
            Parcel::Octets(octets) => {
                self.given = octets;
                Some(Transmit::Octets(&self.given))
            }
            Parcel::ShutdownWrite => Some(Transmit::ShutdownWrite),
            Parcel::Close => Some(Transmit::Close),
        }
    }
}
