//! The alternatives behind the fields of [`Policy`](super::Policy).

/// When the 100 (Continue) goes out that a client waits for.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ContinueWhen {
    /// With the end of the head, before the application sees it.
    AtOnce,
    /// As soon as the application has seen the head and not answered it.
    HeadIsAccepted,
    /// When the application asks for content, or [`Timers::immediate`](super::Timers) is over.
    ContentIsWanted,
}

/// What becomes of an expectation other than 100-continue.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum UnknownExpectation {
    /// 417 for an unknown one.
    Refuse,
    /// 417 for every expectation, 100-continue too.
    RefuseAll,
    /// It is as if it weren't there.
    Ignore,
}

/// What becomes of a member of `Expect` outside the grammar.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum MalformedExpectation {
    /// 400, and the connection closes.
    BadRequest,
    /// 417.
    ExpectationFailed,
    /// It is as if it weren't there.
    Ignore,
    /// It is a 100-continue expectation if it begins with that token.
    Recover,
}

/// What becomes of an `Expect` field without members.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum EmptyExpect {
    /// It is as if it weren't there.
    Ignore,
    /// 400, and the connection closes.
    BadRequest,
}

/// Whether a 100 (Continue) goes out that the server may omit.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum OptionalContinue {
    /// It is omitted.
    Omit,
    /// It is sent.
    Send,
}

/// What follows a final response that comes before the end of the request.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum EarlyFinal {
    /// The rest of the request is read and dropped, up to a number of octets and for
    /// [`Timers::drain`](super::Timers). The response says `close` if the rest is known to be
    /// longer.
    Drain {
        /// Octets of message body that are dropped at most.
        octets_max: u64,
    },
    /// The connection closes, and the response says so.
    Close,
}

/// What becomes of a request whose framing may be read in two ways.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum AmbiguousFraming {
    /// 400, and the connection closes.
    Refuse,
    /// It is read by its `Transfer-Encoding`, and the connection closes after the response.
    ReadChunkedAndClose,
}

/// What becomes of a `Content-Length` that says one number more than once.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum RepeatedLength {
    /// It is that number.
    Accept,
    /// 400, and the connection closes.
    Refuse,
}

/// What becomes of something in a head that the grammar does not allow.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Irregularity {
    /// 400, and the connection closes.
    Refuse,
    /// It is read as the RFC permits; octets that must not stay are replaced by SP.
    Accept,
}

/// Whether chunked content is read.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ChunkedContent {
    /// It is.
    Accept,
    /// 411.
    LengthRequired,
}

/// What becomes of HTTP/1.2 to HTTP/1.9.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum MinorVersion {
    /// They are HTTP/1.1.
    Accept,
    /// 505, and the connection closes.
    Refuse,
}

/// What becomes of a method that RFC 9110 does not define.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum UnknownMethod {
    /// 501.
    Refuse,
    /// The application decides.
    Accept,
    /// The application decides, even of CONNECT without content, which otherwise is always 501.
    AcceptWithConnect,
}

/// What becomes of the `keep-alive` connection option in HTTP/1.0.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Http10KeepAlive {
    /// The connection persists, and the response has the option too.
    Honour,
    /// The connection closes.
    Ignore,
}

/// Whether a request that ends too soon gets a final response.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum IncompleteRequest {
    /// 400 after FIN, 408 after a timeout.
    Respond,
    /// The connection closes without one.
    Close,
}
