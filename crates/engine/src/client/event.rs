//! What can happen to a client's exchange.

use super::Connection;

/// Whether a request has a 100-continue expectation.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Expects {
    /// It has none.
    Nothing,
    /// It has one, so there is content.
    Continue,
}

/// What is left of a request whose head is out.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Rest {
    /// Content that waits for a 100 (Continue).
    Withheld,
    /// Content that goes out at once.
    Ready,
    /// Nothing.
    Nothing,
}

/// What becomes of a final response that is read to its end.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Then {
    /// It is the user's.
    Deliver,
    /// It is a 417 (Expectation Failed), and the request is repeated.
    Repeat,
}

/// What can happen to an exchange, the guards of the transitions folded in.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Event {
    /// The user has a request.
    Submit(Expects),
    /// The head of the request is out.
    Flushed(Rest),
    /// A 100 (Continue) came.
    Continue,
    /// Another interim response came.
    Interim,
    /// A 101 (Switching Protocols) came that was asked for.
    Switch,
    /// The head of a final response came.
    Final,
    /// The last octet of the request is out.
    ContentEnd,
    /// The final response is read, or as much of it as anyone wants.
    FinalEnd(Then),
    /// It is known whether the connection persists.
    Settled(Connection),
    /// The request begins again.
    Repeated,
    /// A connection that served before ended without an answer, and the request may be repeated.
    Lost,
    /// Octets came that answer no request.
    Unsolicited,
    /// What came is no response, or more than the policy reads.
    Malformed,
    /// The timer of the state fired.
    Timeout,
    /// The server sent its last octet (FIN), and all before it has been read.
    End,
    /// The connection broke (RST), or never came about.
    Reset,
    /// The user gives up.
    Quit,
}

impl Event {
    /// Every event.
    pub const ALL: [Self; 22] = [
        Self::Submit(Expects::Nothing),
        Self::Submit(Expects::Continue),
        Self::Flushed(Rest::Withheld),
        Self::Flushed(Rest::Ready),
        Self::Flushed(Rest::Nothing),
        Self::Continue,
        Self::Interim,
        Self::Switch,
        Self::Final,
        Self::ContentEnd,
        Self::FinalEnd(Then::Deliver),
        Self::FinalEnd(Then::Repeat),
        Self::Settled(Connection::Keep),
        Self::Settled(Connection::Close),
        Self::Repeated,
        Self::Lost,
        Self::Unsolicited,
        Self::Malformed,
        Self::Timeout,
        Self::End,
        Self::Reset,
        Self::Quit,
    ];
}
