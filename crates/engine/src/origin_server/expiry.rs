//! What the origin server does when the timer of its state fires.

use super::machine::Waiting;
use super::{Abort, Connection, Event, OriginServer, State};

impl OriginServer {
    pub(super) fn expire(&mut self) {
        match self.state {
            State::Idle | State::Switched | State::EarlyKeep | State::Linger => {
                self.step(Event::Timeout);
            }
            State::Head => self.cut_head(Event::Timeout),
            State::Due => {
                self.write_continue();
                self.step(Event::Timeout);
            }
            State::Invited | State::Read => self.cut_content(Event::Timeout, Abort::Timeout),
            State::Full => {
                self.write_own(503, Connection::Close);
                self.step(Event::Timeout);
                self.notice = Some(Waiting::Aborted(Abort::Timeout));
            }
            State::EarlyClose | State::Done | State::Closed => {}
        }
    }
}
