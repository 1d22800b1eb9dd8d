//! Who is tested, and whom a requirement binds (RFC 9110 §3).

use core::fmt;

/// The party that a subject plays.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Party {
    /// An origin server (RFC 9110 §3.6), or a gateway seen from outside.
    OriginServer,
    /// A client (RFC 9110 §3.3), mostly a user agent (§3.5).
    Client,
    /// An intermediary: proxy, gateway or tunnel (RFC 9110 §3.7).
    Intermediary,
}

impl Party {
    /// The word that begins case ids and stands in transcripts: `origin-server`, `client` or
    /// `intermediary`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OriginServer => "origin-server",
            Self::Client => "client",
            Self::Intermediary => "intermediary",
        }
    }

    /// The party with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::OriginServer, Self::Client, Self::Intermediary]
            .into_iter()
            .find(|party| party.name() == name)
    }
}

impl fmt::Display for Party {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// The role that a requirement names.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Role {
    /// Whoever takes part.
    Any,
    /// Whoever sends the message.
    Sender,
    /// Whoever receives the message.
    Recipient,
    /// A client, intermediaries on their inbound side included.
    Client,
    /// A user agent.
    UserAgent,
    /// A server, intermediaries on their outbound side included.
    Server,
    /// An origin server, and a gateway toward its client (RFC 9110 §3.7).
    OriginServer,
    /// Any intermediary.
    Intermediary,
    /// A proxy, chosen by the client.
    Proxy,
    /// A gateway (reverse proxy).
    Gateway,
    /// A tunnel.
    Tunnel,
    /// A cache.
    Cache,
    /// Nobody: background.
    Nobody,
}

impl Role {
    /// Whether a subject that plays `party` is bound in this role.
    #[must_use]
    pub const fn binds(self, party: Party) -> bool {
        match self {
            Self::Any | Self::Sender | Self::Recipient => true,
            Self::Client | Self::UserAgent => !matches!(party, Party::OriginServer),
            Self::Server | Self::OriginServer => !matches!(party, Party::Client),
            Self::Intermediary | Self::Proxy | Self::Gateway | Self::Tunnel | Self::Cache => {
                matches!(party, Party::Intermediary)
            }
            Self::Nobody => false,
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Any => "anyone",
            Self::Sender => "sender",
            Self::Recipient => "recipient",
            Self::Client => "client",
            Self::UserAgent => "user agent",
            Self::Server => "server",
            Self::OriginServer => "origin server",
            Self::Intermediary => "intermediary",
            Self::Proxy => "proxy",
            Self::Gateway => "gateway",
            Self::Tunnel => "tunnel",
            Self::Cache => "cache",
            Self::Nobody => "nobody",
        })
    }
}
