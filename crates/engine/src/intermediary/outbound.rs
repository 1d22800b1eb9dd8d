//! One connection toward a client.

use core::time::Duration;

use crate::origin_server::{OriginServer, State, Transmit};

use super::Policy;
use super::exchange::{Exchange, ResponseStage};

/// A connection toward a client, and the exchange on it.
#[derive(Clone, Debug)]
pub(super) struct Outbound {
    pub(super) server: OriginServer,
    pub(super) exchange: Option<Exchange>,
    pub(super) output: Output,
    opened: Duration,
    stall: Duration,
}

/// What the transport does with octets that were given out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Output {
    /// It waits for more.
    Free,
    /// It writes, since then.
    Busy(Duration),
    /// It can't write any more.
    Broken,
    /// It has been told to close.
    Closed,
}

impl Outbound {
    pub(super) fn new(policy: &Policy, now: Duration) -> Self {
        Self {
            server: OriginServer::new(policy.outbound()),
            exchange: None,
            output: Output::Free,
            opened: now,
            stall: policy.timers.stall,
        }
    }

    /// The time since the connection opened, which is the server's.
    pub(super) const fn since_opened(&self, now: Duration) -> Duration {
        now.saturating_sub(self.opened)
    }

    /// Nothing happens while the client takes octets, but for a bound on that.
    pub(super) fn poll_timeout(&self) -> Option<Duration> {
        match self.output {
            Output::Busy(since) => Some(since.saturating_add(self.stall)),
            Output::Free | Output::Broken => {
                let deadline = self.server.poll_timeout()?;
                Some(deadline.saturating_add(self.opened))
            }
            Output::Closed => None,
        }
    }

    pub(super) fn handle_timeout(&mut self, now: Duration) {
        match self.output {
            Output::Busy(since) if since.saturating_add(self.stall) <= now => {
                self.handle_reset(now);
            }
            Output::Busy(_) | Output::Closed => {}
            Output::Free | Output::Broken => self.server.handle_timeout(self.since_opened(now)),
        }
    }

    pub(super) fn handle_written(&mut self, now: Duration) {
        if matches!(self.output, Output::Busy(_)) {
            self.output = Output::Free;
            self.server.handle_written(self.since_opened(now));
        }
    }

    pub(super) fn handle_reset(&mut self, now: Duration) {
        self.server.handle_reset(self.since_opened(now));
        self.output = Output::Broken;
    }

    pub(super) fn poll_transmit(&mut self, now: Duration) -> Option<Transmit<'_>> {
        if matches!(self.output, Output::Busy(_) | Output::Closed) {
            return None;
        }
        let transmit = self.server.poll_transmit()?;
        match transmit {
            Transmit::Octets(_) => self.output = Output::Busy(now),
            Transmit::ShutdownWrite => {}
            Transmit::Close => self.output = Output::Closed,
        }
        Some(transmit)
    }

    /// Whether the client is done with its exchange: the next one may begin.
    pub(super) fn is_over(&self) -> bool {
        match self.server.state() {
            State::Linger | State::Closed => true,
            State::EarlyKeep | State::EarlyClose => false,
            _ => self.exchange.as_ref().is_some_and(|it| it.response == ResponseStage::Complete),
        }
    }
}
