//! What the client does when something ends too soon.

use super::exchange::LinkAge;
use super::policy::LostConnection;
use super::{Client, Event, Failure, Notice, RepeatCause, Replay, State, Then};

impl Client {
    /// The timer of the state fired: C6, C13, C21, C22.
    pub(super) fn expire(&mut self) {
        if matches!(self.state, State::Idle | State::Switched) {
            self.step(Event::Timeout);
            return;
        }
        if self.state == State::Wait {
            self.step(Event::Timeout);
            if self.now < self.exchange.deadline {
                return;
            }
        }
        if self.has_response() {
            self.conclude();
        } else if self.state == State::HeadOut && !self.link.is_open() {
            self.fail(Event::Timeout, Failure::NotConnected);
        } else {
            self.fail(Event::Timeout, Failure::TimedOut);
        }
    }

    /// The connection broke: C13, C19, C24.
    pub(super) fn break_off(&mut self) {
        if !self.has_exchange() {
            self.step(Event::Reset);
        } else if self.has_response() {
            self.conclude();
        } else if self.input.is_empty() && self.may_repeat_lost() {
            self.lose();
        } else {
            self.fail(Event::Reset, Failure::Reset);
        }
    }

    /// Ends the exchange without a response. A 417 that would not be delivered is not missed.
    pub(super) fn fail(&mut self, event: Event, failure: Failure) {
        if self.is_final_read() && self.exchange.then == Then::Repeat {
            self.conclude_unread();
        } else {
            self.step(event);
            self.notices.push_back(Notice::Failed(failure));
        }
    }

    fn conclude_unread(&mut self) {
        self.drop_connection();
        self.step(Event::FinalEnd(Then::Repeat));
        self.repeat_without_expectation();
    }

    /// Whether the connection, if it ends here without an answer, takes the request along that can
    /// be sent again without harm.
    pub(super) fn may_repeat_lost(&self) -> bool {
        let exchange = &self.exchange;
        if exchange.link == LinkAge::Fresh {
            return false;
        }
        match self.state {
            // Nothing has gone out.
            State::HeadOut => true,
            State::Wait | State::Body | State::Tail => {
                exchange.attempts == 1
                    && exchange.interims == 0
                    && exchange.request.is_idempotent()
                    && exchange.replay() == Replay::Possible
                    && self.policy.lost_connection == LostConnection::RepeatIdempotent
            }
            _ => false,
        }
    }

    /// C19. Nobody need know of a connection that took nothing along.
    pub(super) fn lose(&mut self) {
        if self.state != State::HeadOut {
            self.notices.push_back(Notice::Repeated(RepeatCause::ConnectionLost));
        }
        self.step(Event::Lost);
        self.drop_connection();
        self.repeat(RepeatCause::ConnectionLost);
    }

    /// Whether the final response is complete, although the exchange is not.
    const fn has_response(&self) -> bool {
        self.is_final_read() && self.exchange.response.is_complete()
    }

    const fn is_final_read(&self) -> bool {
        matches!(self.state, State::Early | State::Resp)
    }
}
