//! The one function that moves from state to state.

use core::fmt;

use super::{Connection, Event, Rest, State, Then};

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
/// `E` is `Expect: 100-continue`, `FIN` shuts the write side, square brackets hold what depends on
/// the connection or on a [`Policy`](super::Policy).
///
/// ```text
/// | #   | From                            | Event              | Output          | To       |
/// |-----|---------------------------------|--------------------|-----------------|----------|
/// | C1  | Idle, Closed                    | Submit(Nothing)    | [open] head     | HeadOut  |
/// | C2  | Idle, Closed                    | Submit(Continue)   | [open] head + E | HeadOut  |
/// | C3  | HeadOut                         | Flushed(Withheld)  |                 | Wait     |
/// | C3  | HeadOut                         | Flushed(Ready)     | content         | Body     |
/// | C3  | HeadOut                         | Flushed(Nothing)   |                 | Tail     |
/// | C4  | Wait                            | Continue           | content         | Body     |
/// | C5  | Wait                            | Interim            |                 | Wait     |
/// | C6  | Wait                            | Timeout            | content         | Body     |
/// | C7  | Wait, Body                      | Final              | [FIN]           | Early    |
/// | C8  | Body                            | Continue, Interim  |                 | Body     |
/// | C9  | Body                            | ContentEnd         |                 | Tail     |
/// | C10 | Tail                            | Continue, Interim  |                 | Tail     |
/// | C11 | Tail                            | Final              |                 | Resp     |
/// | C12 | Early                           | ContentEnd         |                 | Resp     |
/// | C13 | Early                           | FinalEnd(Deliver)  | close           | Closed   |
/// | C14 | Early, Resp                     | FinalEnd(Repeat)   | [close]         | Retry    |
/// | C15 | Retry                           | Repeated           | [open] head     | HeadOut  |
/// | C16 | Resp                            | FinalEnd(Deliver)  |                 | Done     |
/// | C17 | Done                            | Settled(Keep)      |                 | Idle     |
/// | C17 | Done                            | Settled(Close)     | close           | Closed   |
/// | C18 | Wait, Body                      | Switch             | content         | Body     |
/// | C18 | Tail                            | Switch             |                 | Switched |
/// | C19 | HeadOut, Wait, Body, Tail       | End                | close           | Closed   |
/// | C19 | Early, Resp                     | End                | close           | Closed   |
/// | C19 | HeadOut, Wait, Body, Tail       | Lost               | close           | Retry    |
/// | C20 | Idle, HeadOut                   | Unsolicited        | close           | Closed   |
/// | C21 | Idle, Switched                  | End, Timeout       | close           | Closed   |
/// | C22 | HeadOut, Body, Tail             | Timeout            | close           | Closed   |
/// | C22 | Early, Resp                     | Timeout            | close           | Closed   |
/// | C23 | Wait, Body, Tail, Early, Resp   | Malformed          | close           | Closed   |
/// | C24 | any                             | Reset, Quit        | close           | Closed   |
/// ```
///
/// No response comes in `HeadOut`: the head is given out in one piece, and what comes before it
/// answers no request (C20). In `Early` the content goes on or stops, as the policy and the response
/// have it: it goes on until C12, or stops until C13.
///
/// # Errors
/// When the state does not allow the event.
pub const fn next(state: State, event: Event) -> Result<State, Violation> {
    use Connection::{Close, Keep};
    use Event::*;
    use State::*;
    use Then::{Deliver, Repeat};

    Ok(match (state, event) {
        (Idle | Closed, Submit(_)) | (Retry, Repeated) => HeadOut,
        (HeadOut, Flushed(Rest::Withheld)) => Wait,
        (HeadOut, Flushed(Rest::Ready)) => Body,
        (HeadOut, Flushed(Rest::Nothing)) => Tail,

        (Wait, Continue | Timeout) => Body,
        (Wait | Body, Switch) => Body,
        (Wait | Body | Tail, Interim) => state,
        (Body | Tail, Continue) => state,
        (Body, ContentEnd) => Tail,
        (Tail, Switch) => Switched,

        (Wait | Body, Final) => Early,
        (Tail, Final) => Resp,
        (Early, ContentEnd) => Resp,
        (Early, FinalEnd(Deliver)) => Closed,
        (Resp, FinalEnd(Deliver)) => Done,
        (Early | Resp, FinalEnd(Repeat)) => Retry,
        (Done, Settled(Keep)) => Idle,
        (Done, Settled(Close)) => Closed,

        (HeadOut | Wait | Body | Tail, Lost) => Retry,
        (Idle | HeadOut, Unsolicited) => Closed,
        (Idle | HeadOut | Wait | Body | Tail | Early | Resp | Switched, End) => Closed,
        (Idle | HeadOut | Body | Tail | Early | Resp | Switched, Timeout) => Closed,
        (Wait | Body | Tail | Early | Resp, Malformed) => Closed,

        (
            Idle | HeadOut | Wait | Body | Tail | Early | Resp | Done | Retry | Switched | Closed,
            Reset | Quit,
        ) => Closed,

        (HeadOut | Wait | Body | Tail | Early | Resp | Done | Retry | Switched, Submit(_))
        | (
            Idle | Wait | Body | Tail | Early | Resp | Done | Retry | Switched | Closed,
            Flushed(_),
        )
        | (
            Idle | HeadOut | Early | Resp | Done | Retry | Switched | Closed,
            Continue | Interim | Switch | Final,
        )
        | (Idle | Early | Resp | Done | Retry | Switched | Closed, Lost)
        | (Idle | HeadOut | Wait | Tail | Resp | Done | Retry | Switched | Closed, ContentEnd)
        | (Idle | HeadOut | Wait | Body | Tail | Done | Retry | Switched | Closed, FinalEnd(_))
        | (
            Idle | HeadOut | Wait | Body | Tail | Early | Resp | Retry | Switched | Closed,
            Settled(_),
        )
        | (
            Idle | HeadOut | Wait | Body | Tail | Early | Resp | Done | Switched | Closed,
            Repeated,
        )
        | (Wait | Body | Tail | Early | Resp | Done | Retry | Switched | Closed, Unsolicited)
        | (Idle | HeadOut | Done | Retry | Switched | Closed, Malformed)
        | (Done | Retry | Closed, Timeout | End) => return Err(Violation { state, event }),
    })
}
