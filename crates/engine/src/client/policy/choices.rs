//! The alternatives behind the fields of [`Policy`](super::Policy).

use core::time::Duration;

/// When a request has a 100-continue expectation. Without content it never has one.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum SendExpectation {
    /// Never.
    Never,
    /// Whenever there is content.
    Always,
    /// When there are more octets of content than this, or their number is not announced.
    ContentAbove(u64),
    /// When the number of octets is not announced, that is, with chunked content.
    UnknownLength,
}

/// How long content waits for a 100 (Continue). Other interim responses do not prolong it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Patience {
    /// This long; then the content goes out without it. Zero does not wait at all.
    Bounded(Duration),
    /// For ever, that is, until the attempt has taken too long.
    Endless,
}

/// What becomes of the content after a final response that comes before its end. If the connection
/// does not persist after that response, the content stops whatever the policy.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum EarlyFinal {
    /// It goes out, so that the connection can serve again; but not if more octets are left.
    FinishContent {
        /// Octets of content that go out at most.
        octets_max: u64,
    },
    /// It stops, and the connection closes when the response is read.
    Abort,
}

/// What becomes of a 417 to a request with an expectation.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ExpectationFailed {
    /// It is the user's.
    Deliver,
    /// The request is repeated once without the expectation, if its content can be sent again. The
    /// connection serves if it owes nothing.
    RepeatOnce,
    /// The same, but always on a fresh connection.
    RepeatOnceAfresh,
}

/// What becomes of a request when a connection that served before ends without an answer.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum LostConnection {
    /// It fails.
    Report,
    /// It is repeated once if its method is idempotent (RFC 9110 §9.2.2).
    RepeatIdempotent,
}

/// Whether connections persist.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Reuse {
    /// They do, where the server lets them.
    Persist,
    /// Every request has the `close` connection option.
    CloseAfterEach,
}

/// The version of requests.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum RequestVersion {
    /// HTTP/1.1.
    Http11,
    /// HTTP/1.0: no expectation, no chunked content.
    Http10,
}

/// What becomes of a 101 (Switching Protocols) that was not asked for.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum UnrequestedSwitch {
    /// The request fails, and the connection closes.
    Fail,
    /// It is an interim response like others.
    Ignore,
}

/// What becomes of irregularities of a head that a recipient may read past: lines that end with LF
/// alone, empty lines and whitespace out of place, a missing SP behind the status code.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Irregularity {
    /// They are read past.
    Accept,
    /// The request fails, and the connection closes.
    Refuse,
}

/// What becomes of a redirection.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Redirects {
    /// It is the user's.
    Deliver,
    /// It is followed if it stays with this host.
    Follow {
        /// Redirections that are followed at most for one request.
        max: u32,
    },
}
