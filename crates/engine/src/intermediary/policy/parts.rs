//! What the policy of an intermediary means for its two sides.

use core::time::Duration;

use expectspec_message::Version;

use crate::client::{self, EarlyFinal, Patience, Reuse};
use crate::origin_server::{
    self, ContinueWhen, EmptyExpect, Http10KeepAlive, MalformedExpectation, UnknownMethod,
};

use super::{ContentMode, NextHop, Policy, Pool, Role, UnknownExpectation};

impl Policy {
    /// How it is a server to its clients.
    pub(in crate::intermediary) fn outbound(&self) -> origin_server::Policy {
        let (unknown_expectation, malformed_expectation) = match self.unknown_expectation {
            UnknownExpectation::Forward => {
                (origin_server::UnknownExpectation::Ignore, MalformedExpectation::Ignore)
            }
            UnknownExpectation::Refuse => {
                (origin_server::UnknownExpectation::Refuse, MalformedExpectation::ExpectationFailed)
            }
        };
        origin_server::Policy {
            continue_when: ContinueWhen::ContentIsWanted,
            unknown_expectation,
            malformed_expectation,
            empty_expect: EmptyExpect::Ignore,
            unknown_method: match self.role {
                Role::Gateway | Role::Proxy => UnknownMethod::Accept,
                Role::Forward => UnknownMethod::AcceptWithConnect,
            },
            // RFC 9112 §9.3: a proxy does not heed the keep-alive of an HTTP/1.0 client.
            http10_keep_alive: match self.role {
                Role::Gateway => Http10KeepAlive::Honour,
                Role::Proxy | Role::Forward => Http10KeepAlive::Ignore,
            },
            content_octets_max: if self.buffers() { self.content_octets_max } else { u64::MAX },
            limits: self.limits,
            input_octets_max: self.held_octets_max,
            output_octets_max: self.held_octets_max,
            timers: origin_server::Timers {
                // RFC 9110 §10.1.1: a proxy that forwards the head owes nothing more.
                immediate: match self.role {
                    Role::Gateway => self.timers.immediate,
                    Role::Proxy | Role::Forward => Duration::MAX,
                },
                head: self.timers.head,
                content: self.timers.content,
                application: Duration::MAX,
                drain: self.timers.drain,
                linger: self.timers.linger,
                idle: self.timers.idle,
            },
            ..origin_server::Policy::default()
        }
    }

    /// How it is a client to the next hop.
    pub(in crate::intermediary) fn inbound(&self) -> client::Policy {
        client::Policy {
            patience: Patience::Bounded(self.patience),
            early_final: EarlyFinal::FinishContent { octets_max: u64::MAX },
            reuse: match self.pool {
                Pool::Reuse => Reuse::Persist,
                Pool::OneRequestAConnection => Reuse::CloseAfterEach,
            },
            irregularity: self.irregularity,
            interims_max: self.interims_max,
            content_octets_max: u64::MAX,
            limits: self.limits,
            timers: client::Timers {
                connect: self.timers.connect,
                response: self.timers.response,
                early: self.timers.response,
                idle: self.timers.idle,
                exchange: Duration::MAX,
            },
            ..client::Policy::default()
        }
    }

    /// Whether content is collected first.
    pub(in crate::intermediary) fn buffers(&self) -> bool {
        self.role == Role::Gateway && self.content == ContentMode::Buffer
    }

    /// What is believed of a next hop that has said nothing.
    pub(in crate::intermediary) const fn belief(&self) -> Option<Version> {
        match self.next_hop {
            NextHop::Unknown => None,
            NextHop::Http10 => Some(Version::HTTP_10),
            NextHop::Http11 => Some(Version::HTTP_11),
        }
    }
}
