//! What can happen to an origin server's connection.

use super::Connection;

/// What a complete head asks of the server, the guards of the transitions folded in.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum HeadEnd {
    /// It is invalid, or its framing is unreliable.
    Invalid,
    /// An expectation is refused, and content follows that is read and dropped.
    UnmetKeep,
    /// An expectation is refused, and the connection closes instead of reading the content.
    UnmetClose,
    /// An expectation is refused, and no content follows.
    UnmetWithoutContent,
    /// An HTTP/1.0 request with content; expectations are ignored.
    Http10Content,
    /// No content follows.
    WithoutContent,
    /// Content follows by itself.
    Content,
    /// The client expects a 100 (Continue), but some of the content is here already.
    ContentArrived,
    /// The client expects a 100 (Continue) and may be waiting for it.
    Expecting,
}

/// What can happen to a connection.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Event {
    /// An empty line came before the request-line.
    EmptyLine,
    /// An octet came, other than an empty line or content.
    Octet,
    /// The head is complete.
    HeadEnd(HeadEnd),
    /// The head is longer than the limits.
    HeadLimit,
    /// The application wants the content.
    ContentWanted,
    /// Octets of the message body came.
    Content,
    /// The message body is complete.
    ContentEnd,
    /// An interim response other than 100 and 101 is sent.
    Interim,
    /// A final response is sent.
    Final(Connection),
    /// The last octet of the final response is on its way.
    FinalEnd(Connection),
    /// A 101 (Switching Protocols) is sent.
    Switch,
    /// More was dropped than the policy drops, or what comes is no content.
    DrainLimit,
    /// The timer of the state fired.
    Timeout,
    /// The client sent its last octet (FIN), and all before it has been read.
    End,
    /// The connection broke (RST).
    Reset,
}

impl Event {
    /// Every event.
    pub const ALL: [Self; 25] = [
        Self::EmptyLine,
        Self::Octet,
        Self::HeadEnd(HeadEnd::Invalid),
        Self::HeadEnd(HeadEnd::UnmetKeep),
        Self::HeadEnd(HeadEnd::UnmetClose),
        Self::HeadEnd(HeadEnd::UnmetWithoutContent),
        Self::HeadEnd(HeadEnd::Http10Content),
        Self::HeadEnd(HeadEnd::WithoutContent),
        Self::HeadEnd(HeadEnd::Content),
        Self::HeadEnd(HeadEnd::ContentArrived),
        Self::HeadEnd(HeadEnd::Expecting),
        Self::HeadLimit,
        Self::ContentWanted,
        Self::Content,
        Self::ContentEnd,
        Self::Interim,
        Self::Final(Connection::Keep),
        Self::Final(Connection::Close),
        Self::FinalEnd(Connection::Keep),
        Self::FinalEnd(Connection::Close),
        Self::Switch,
        Self::DrainLimit,
        Self::Timeout,
        Self::End,
        Self::Reset,
    ];
}
