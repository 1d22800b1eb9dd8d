//! The alternatives behind the fields of [`Policy`](super::Policy).

/// What the intermediary is to its clients (RFC 9110 §3.7).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Role {
    /// An origin server to them: a gateway, or reverse proxy.
    Gateway,
    /// A proxy, though the next hop is always the same.
    Proxy,
    /// A proxy that they choose: the absolute-form of the target names the next hop.
    Forward,
}

/// Who answers a 100-continue expectation that is forwarded.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Continues {
    /// The next hop, whose 100 (Continue) is relayed. A gateway, which owes an immediate one, sends
    /// its own if that takes longer than [`Timers::immediate`](super::Timers).
    Relay,
    /// The intermediary, at once.
    AnswerItself,
}

/// What becomes of a 100-continue expectation of HTTP/1.1. One of HTTP/1.0 is never forwarded.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ForwardExpectation {
    /// It is forwarded.
    Forward,
    /// It goes no further, and the intermediary answers it.
    Strip,
}

/// What becomes of an expectation other than 100-continue, malformed ones too.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum UnknownExpectation {
    /// It is forwarded as it came.
    Forward,
    /// 417.
    Refuse,
}

/// When a request is forwarded.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ContentMode {
    /// With its head; the content follows as it comes.
    Stream,
    /// When all of its content is here, which the intermediary invites. Only a gateway may: a proxy
    /// that has not answered must forward the head without waiting, so it streams.
    Buffer,
}

/// Whether connections toward the next hop persist.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Pool {
    /// They do, and serve requests of any client one after another.
    Reuse,
    /// Each serves one request.
    OneRequestAConnection,
}

/// What is believed of the next hop before it has said anything.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum NextHop {
    /// Nothing. It is spoken to as HTTP/1.1.
    Unknown,
    /// HTTP/1.0 only: it sends no 100 (Continue) and reads no chunked content.
    Http10,
    /// HTTP/1.1.
    Http11,
}

/// Whether the intermediary adds a 100-continue expectation of its own.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum OwnExpectation {
    /// Never.
    Never,
    /// To requests with content that have none, unless the next hop is known to be HTTP/1.0.
    WhenContent,
}
