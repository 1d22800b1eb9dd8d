//! The one face of all that takes part: a machine with any number of connections.

use core::time::Duration;

use expectspec_engine::intermediary::{Link, Reading, Writing};

/// Something with connections, without I/O and without a clock: all times are `now` as its caller says.
///
/// It is a function of what it is told: two that are told the same in the same order do the same.
pub trait Machine {
    /// Takes the news that somebody connected, and gives the connection its name.
    fn handle_accepted(&mut self, now: Duration) -> Link;
    /// Takes what it hears of a connection.
    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration);
    /// Takes the news that it is `now`.
    fn handle_timeout(&mut self, now: Duration);
    /// When `handle_timeout` is to be called next.
    fn poll_timeout(&self) -> Option<Duration>;
    /// The next thing that it does. Behind octets there is nothing more for the link until they are
    /// written.
    fn poll_act(&mut self, now: Duration) -> Option<(Link, Act)>;
    /// Whether octets should be read from this link.
    fn reading(&self, _: Link) -> Reading {
        Reading::Wanted
    }
    /// Whether octets that it gave out, and that are not written, should still be written.
    fn writing(&self, _: Link) -> Writing {
        Writing::Wanted
    }
}

/// What a machine hears of one of its connections.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Heard<'a> {
    /// The connection that it opens is open.
    Connected,
    /// Octets came.
    Octets(&'a [u8]),
    /// Its own octets are written, or dropped.
    Written,
    /// Its peer sent its last octet (FIN).
    End,
    /// The connection broke (RST).
    Reset,
}

/// What a machine does on one of its connections.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Act {
    /// It opens a connection to its next neighbour.
    Open,
    /// It writes octets.
    Octets(Vec<u8>),
    /// It shuts the write side (FIN).
    ShutdownWrite,
    /// It ends the connection, and hears no more of it.
    Close,
    /// It breaks the connection (RST).
    Reset,
}

/// Whether a machine may give out octets: one that writes a piece at a time waits until it is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Writer {
    Free,
    Busy,
}
