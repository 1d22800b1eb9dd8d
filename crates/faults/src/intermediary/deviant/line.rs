//! One connection of the deviant intermediary.

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_engine::intermediary::Link;

use super::course::Course;
use super::stream::{Kind, Stream};
use crate::intermediary::Until;

/// A connection, both its directions, and whose messages are on it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The link of the reference that it serves, if it does.
    pub(super) inner: Option<Link>,
    pub(super) input: Stream,
    pub(super) input_course: Course,
    pub(super) output: Stream,
    pub(super) output_course: Course,
    pub(super) out: VecDeque<Parcel>,
    /// The transport writes.
    pub(super) is_busy: bool,
    /// It goes out behind the next head.
    pub(super) behind: Vec<u8>,
    /// The exchanges that were begun on it, in order.
    pub(super) exchanges: Vec<usize>,
    /// The octets of the last request that went out.
    pub(super) sent: Vec<u8>,
    pub(super) authority: Option<Vec<u8>>,
    /// The reference must not end it.
    pub(super) persists: bool,
    /// The reference believes that it is open.
    pub(super) is_open: bool,
    /// The client has got what it gets while its head comes.
    pub(super) was_hasty: bool,
}

/// What is still to be done on a connection.
#[derive(Clone, Debug)]
pub(super) enum Parcel {
    Open,
    Octets(Vec<u8>),
    ShutdownWrite,
    Close,
    /// What follows waits.
    Wait(Wait),
}

/// What is waited for, and until when at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wait {
    pub(super) exchange: usize,
    pub(super) until: Until,
    pub(super) deadline: Duration,
}

impl Line {
    pub(super) fn new(inner: Link) -> Self {
        let (input, output) = match inner {
            Link::Outbound(_) => (Kind::Requests, Kind::Responses),
            Link::Inbound(_) => (Kind::Responses, Kind::Requests),
        };
        Self {
            inner: Some(inner),
            input: Stream::new(input),
            input_course: Course::default(),
            output: Stream::new(output),
            output_course: Course::default(),
            out: VecDeque::new(),
            is_busy: false,
            behind: Vec::new(),
            exchanges: Vec::new(),
            sent: Vec::new(),
            authority: None,
            persists: false,
            is_open: false,
            was_hasty: false,
        }
    }

    pub(super) fn send(&mut self, octets: Vec<u8>) {
        if !octets.is_empty() {
            self.sent.extend_from_slice(&octets);
            self.out.push_back(Parcel::Octets(octets));
        }
    }
}
