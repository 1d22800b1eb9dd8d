//! The states of an origin server's connection.

/// Whether the connection persists after an exchange (RFC 9112 §9.3).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Connection {
    /// It serves the next request.
    Keep,
    /// It ends after the final response, which says so with the `close` connection option.
    Close,
}

/// Where the connection stands within one exchange.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum State {
    /// Between requests.
    Idle,
    /// Reading a header section.
    Head,
    /// The client waits: a 100 (Continue) or a final response is due (RFC 9110 §10.1.1).
    Due,
    /// A 100 (Continue) was sent, and no content has come since.
    Invited,
    /// Content is flowing or awaited, and nothing is due.
    Read,
    /// The request is complete, and its final response is due.
    Full,
    /// The final response came before the end of the request, whose content is read and dropped.
    EarlyKeep,
    /// The final response came before the end of the request and closes the connection.
    EarlyClose,
    /// Request and final response are complete.
    Done,
    /// The write side is shut, and what comes is dropped (RFC 9112 §9.6).
    Linger,
    /// A 101 (Switching Protocols) was sent, and the octets are another protocol's.
    Switched,
    /// Nothing more happens.
    Closed,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 12] = [
        Self::Idle,
        Self::Head,
        Self::Due,
        Self::Invited,
        Self::Read,
        Self::Full,
        Self::EarlyKeep,
        Self::EarlyClose,
        Self::Done,
        Self::Linger,
        Self::Switched,
        Self::Closed,
    ];
}
