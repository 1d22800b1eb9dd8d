//! The states of a client's exchange.

/// Where the client stands within one exchange.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum State {
    /// The connection is open and free for a request.
    Idle,
    /// A request is submitted, and its head is not out: the connection may still be opening.
    HeadOut,
    /// The head is out with a 100-continue expectation, and the content is withheld.
    Wait,
    /// Content is going out.
    Body,
    /// The request is complete, and its final response is awaited.
    Tail,
    /// The head of the final response came before the end of the request.
    Early,
    /// The request is complete, and the content of the final response is being read.
    Resp,
    /// Request and final response are complete.
    Done,
    /// The request is about to be repeated.
    Retry,
    /// A 101 (Switching Protocols) came, and the octets are another protocol's.
    Switched,
    /// There is no connection. It is the first state, too.
    Closed,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 11] = [
        Self::Idle,
        Self::HeadOut,
        Self::Wait,
        Self::Body,
        Self::Tail,
        Self::Early,
        Self::Resp,
        Self::Done,
        Self::Retry,
        Self::Switched,
        Self::Closed,
    ];
}
