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

/// The form of an intermediary (RFC 9110 §3.7). Which one it is can't be seen: whoever runs it says so.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Form {
    /// A gateway (reverse proxy): an origin server toward its clients.
    Gateway,
    /// A proxy, which its clients chose.
    Proxy,
}

impl Form {
    /// The word on a command line and in transcripts: `gateway` or `proxy`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gateway => "gateway",
            Self::Proxy => "proxy",
        }
    }

    /// The form with this name.
    ///
    /// ```
    /// use expectspec_requirements::Form;
    ///
    /// assert_eq!(Form::from_name("gateway"), Some(Form::Gateway));
    /// assert_eq!(Form::from_name("tunnel"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Gateway, Self::Proxy].into_iter().find(|form| form.name() == name)
    }
}

impl fmt::Display for Form {
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

    /// Whether an intermediary of this form is bound in this role.
    #[must_use]
    pub const fn binds_form(self, form: Form) -> bool {
        match self {
            Self::Proxy => matches!(form, Form::Proxy),
            Self::Gateway => matches!(form, Form::Gateway),
            Self::Tunnel => false,
            role => role.binds(Party::Intermediary),
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
