//! The one function that moves from state to state.

use core::fmt;

use super::{Connection, Event, HeadEnd, State};

/// An event that its state does not allow.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Violation {
    /// The state.
    pub state: State,
    /// The event.
    pub event: Event,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not possible in state {:?}", self.event, self.state)
    }
}

impl core::error::Error for Violation {}

/// The state after `event`.
///
/// `F` is a final response, `FIN` shuts the write side, square brackets hold what a
/// [`Policy`](super::Policy) may leave out.
///
/// ```text
/// | #   | From                     | Event                        | Output          | To         |
/// |-----|--------------------------|------------------------------|-----------------|------------|
/// | S1  | Idle                     | EmptyLine                    |                 | Idle       |
/// | S2  | Idle                     | Octet                        |                 | Head       |
/// | S3  | Head                     | HeadEnd(Invalid)             | F(400, close)   | EarlyClose |
/// | S4  | Head                     | HeadEnd(Http10Content)       |                 | Read       |
/// | S5  | Head                     | HeadEnd(UnmetKeep)           | F(417)          | EarlyKeep  |
/// | S5  | Head                     | HeadEnd(UnmetClose)          | F(417, close)   | EarlyClose |
/// | S5  | Head                     | HeadEnd(UnmetWithoutContent) | F(417)          | Done       |
/// | S6  | Head                     | HeadEnd(WithoutContent)      | [100]           | Full       |
/// | S7  | Head                     | HeadEnd(Content)             |                 | Read       |
/// | S8  | Head                     | HeadEnd(ContentArrived)      | [100]           | Read       |
/// | S9  | Head                     | HeadEnd(Expecting)           |                 | Due        |
/// | S10 | Due                      | ContentWanted, Timeout       | 100             | Invited    |
/// | S11 | Due                      | Final(Keep)                  | F               | EarlyKeep  |
/// | S11 | Due                      | Final(Close)                 | F(close)        | EarlyClose |
/// | S12 | Due                      | Content                      |                 | Read       |
/// | S13 | Due, Invited, Read, Full | Interim                      | 1xx             | same       |
/// | S14 | Invited, Read            | Content                      |                 | Read       |
/// | S14 | Invited, Read            | ContentEnd                   |                 | Full       |
/// | S15 | Invited, Read            | Final(Keep)                  | F               | EarlyKeep  |
/// | S15 | Invited, Read            | Final(Close)                 | F(close)        | EarlyClose |
/// | S16 | Due, Invited, Read       | End                          | [F(400, close)] | Linger     |
/// | S16 | Invited, Read            | Timeout                      | [F(408, close)] | Linger     |
/// | S17 | Full                     | Final(Keep), Final(Close)    | F               | Done       |
/// | S18 | Full                     | Timeout                      | F(503, close)   | Done       |
/// | S19 | EarlyKeep                | Content                      |                 | EarlyKeep  |
/// | S20 | EarlyKeep                | ContentEnd                   |                 | Done       |
/// | S21 | EarlyKeep                | Timeout, DrainLimit, End     | FIN             | Linger     |
/// | S22 | EarlyClose               | FinalEnd(Close)              | FIN             | Linger     |
/// | S23 | Done                     | FinalEnd(Keep)               |                 | Idle       |
/// | S24 | Done                     | FinalEnd(Close)              | FIN             | Linger     |
/// | S25 | Linger                   | Octet                        |                 | Linger     |
/// | S25 | Linger                   | End, Timeout                 | close           | Closed     |
/// | S26 | Full                     | Switch                       | [100] 101       | Switched   |
/// | S27 | any                      | Reset                        | close           | Closed     |
/// | S28 | Idle                     | End, Timeout                 | close           | Closed     |
/// | S29 | Head                     | End, Timeout, HeadLimit      | [F(4xx, close)] | Linger     |
/// | S31 | Invited, Read, Full      | ContentWanted                | [100]           | same       |
/// | S32 | Switched                 | Octet                        |                 | Switched   |
/// | S33 | Switched                 | End, Timeout                 | close           | Closed     |
/// ```
///
/// A malformed expectation is (S30) one of S3, S5, S7 and S9, as the policy has it.
///
/// # Errors
/// When the state does not allow the event.
pub const fn next(state: State, event: Event) -> Result<State, Violation> {
    use Connection::{Close, Keep};
    use Event::*;
    use State::*;

    Ok(match (state, event) {
        (Idle, EmptyLine) => Idle,
        (Idle, Octet) => Head,
        (Idle, End | Timeout) => Closed,

        (Head, HeadEnd(verdict)) => after_head(verdict),
        (Head, End | Timeout | HeadLimit) => Linger,

        (Due, ContentWanted | Timeout) => Invited,
        (Due | Invited | Read, Content) => Read,
        (Due | Invited | Read, Final(Keep)) => EarlyKeep,
        (Due | Invited | Read, Final(Close)) => EarlyClose,
        (Due | Invited | Read, End) => Linger,
        (Due | Invited | Read | Full, Interim) => state,
        (Invited | Read | Full, ContentWanted) => state,
        (Invited | Read, ContentEnd) => Full,
        (Invited | Read, Timeout) => Linger,
        (Full, Final(Keep | Close) | Timeout) => Done,
        (Full, Switch) => Switched,

        (EarlyKeep, Content) => EarlyKeep,
        (EarlyKeep, ContentEnd) => Done,
        (EarlyKeep, Timeout | DrainLimit | End) => Linger,
        (EarlyClose | Done, FinalEnd(Close)) => Linger,
        (Done, FinalEnd(Keep)) => Idle,

        (Linger, Octet) => Linger,
        (Linger | Switched, End | Timeout) => Closed,
        (Switched, Octet) => Switched,

        (
            Idle | Head | Due | Invited | Read | Full | EarlyKeep | EarlyClose | Done | Linger
            | Switched | Closed,
            Reset,
        ) => Closed,

        (Head, EmptyLine | Octet)
        | (Due | Invited | Read | Full | EarlyKeep | EarlyClose | Done, EmptyLine | Octet)
        | (Linger | Switched | Closed, EmptyLine)
        | (Closed, Octet)
        | (
            Idle | Due | Invited | Read | Full | EarlyKeep | EarlyClose | Done | Linger | Switched
            | Closed,
            HeadEnd(_) | HeadLimit,
        )
        | (
            Idle | Head | EarlyKeep | EarlyClose | Done | Linger | Switched | Closed,
            ContentWanted | Interim | Final(_),
        )
        | (Idle | Head | Full | EarlyClose | Done | Linger | Switched | Closed, Content)
        | (Idle | Head | Due | Full | EarlyClose | Done | Linger | Switched | Closed, ContentEnd)
        | (
            Idle | Head | Due | Invited | Read | Full | EarlyKeep | Linger | Switched | Closed,
            FinalEnd(_),
        )
        | (EarlyClose, FinalEnd(Keep))
        | (
            Idle | Head | Due | Invited | Read | EarlyKeep | EarlyClose | Done | Linger | Switched
            | Closed,
            Switch,
        )
        | (
            Idle | Head | Due | Invited | Read | Full | EarlyClose | Done | Linger | Switched
            | Closed,
            DrainLimit,
        )
        | (EarlyClose | Done | Closed, Timeout | End)
        | (Full, End) => return Err(Violation { state, event }),
    })
}

/// S3 to S9.
const fn after_head(verdict: HeadEnd) -> State {
    match verdict {
        HeadEnd::Invalid | HeadEnd::UnmetClose => State::EarlyClose,
        HeadEnd::UnmetKeep => State::EarlyKeep,
        HeadEnd::UnmetWithoutContent => State::Done,
        HeadEnd::WithoutContent => State::Full,
        HeadEnd::Http10Content | HeadEnd::Content | HeadEnd::ContentArrived => State::Read,
        HeadEnd::Expecting => State::Due,
    }
}
