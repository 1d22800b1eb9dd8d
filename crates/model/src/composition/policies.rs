//! Whose patience ends: the presets of the reference with and without the timers that give up.

use core::time::Duration;

use expectspec_engine::{client, intermediary, origin_server};

/// Whether anyone gives up waiting for a neighbour.
///
/// The timers of the handshake, by which content or a 100 (Continue) goes out at last, are none that
/// give up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum GiveUp {
    /// Nobody does. So whatever gets its outcome gets it by the protocol, not by a safety net.
    Never,
    /// Anyone may, at any moment.
    Sometime,
}

/// Whether an origin server sends a 100 (Continue) that is due without being asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Immediate {
    /// After the time that its policy names.
    AsPolicy,
    /// It never does.
    Never,
}

impl GiveUp {
    /// The policy of a client. Content goes out octet by octet.
    pub(super) fn of_client(self, policy: client::Policy) -> client::Policy {
        let policy = client::Policy { piece_octets_max: 1, ..policy };
        match self {
            Self::Sometime => policy,
            Self::Never => client::Policy {
                timers: client::Timers {
                    connect: Duration::MAX,
                    response: Duration::MAX,
                    early: Duration::MAX,
                    idle: Duration::MAX,
                    exchange: Duration::MAX,
                },
                ..policy
            },
        }
    }

    pub(super) fn of_intermediary(self, policy: intermediary::Policy) -> intermediary::Policy {
        match self {
            Self::Sometime => policy,
            Self::Never => intermediary::Policy {
                timers: intermediary::Timers {
                    immediate: policy.timers.immediate,
                    head: Duration::MAX,
                    content: Duration::MAX,
                    drain: Duration::MAX,
                    linger: Duration::MAX,
                    stall: Duration::MAX,
                    connect: Duration::MAX,
                    response: Duration::MAX,
                    idle: Duration::MAX,
                },
                ..policy
            },
        }
    }

    pub(super) fn of_origin_server(
        self,
        name: &str,
        immediate: Immediate,
    ) -> origin_server::Policy {
        let policy = origin_server::Policy::preset(name).expect("the name of a preset");
        let immediate = match immediate {
            Immediate::AsPolicy => policy.timers.immediate,
            Immediate::Never => Duration::MAX,
        };
        let timers = match self {
            Self::Sometime => origin_server::Timers { immediate, ..policy.timers },
            Self::Never => origin_server::Timers {
                immediate,
                head: Duration::MAX,
                content: Duration::MAX,
                application: Duration::MAX,
                drain: Duration::MAX,
                linger: Duration::MAX,
                idle: Duration::MAX,
            },
        };
        origin_server::Policy { timers, ..policy }
    }
}
