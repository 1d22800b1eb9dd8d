//! How the client reads on: everything that follows from the octets that are here.

use expectspec_message::octet::list_members;
use expectspec_message::{AnomalyKind, Head, HeadError, HeadErrorKind, Progress, StartLine};

use super::exchange::Switch;
use super::policy::{Irregularity, UnrequestedSwitch};
use super::{Client, Event, Failure, Notice, State};

impl Client {
    /// Reads on until more octets are needed.
    pub(super) fn advance(&mut self) {
        while self.progress() {}
    }

    /// Does the next thing; false if there is none.
    fn progress(&mut self) -> bool {
        if !self.link.is_open() {
            return false;
        }
        match (self.state, self.exchange.switch) {
            (State::Idle, _) => self.guard_idle(),
            (State::HeadOut, _) => self.guard_head(),
            (State::Wait | State::Body | State::Tail, Switch::None) => self.read_head(),
            (State::Wait | State::Body | State::Tail, Switch::Accepted) => self.finish_switch(),
            (State::Early | State::Resp, _) => self.read_content(),
            (State::Done, _) => self.settle(),
            (State::Switched, _) => self.read_switched(),
            (State::Retry | State::Closed, _) => false,
        }
    }

    /// Between requests nothing may come: C20, C21.
    fn guard_idle(&mut self) -> bool {
        self.input.consume_empty_lines();
        if !self.input.is_empty() {
            self.step(Event::Unsolicited);
        } else if self.input.is_ended() {
            self.step(Event::End);
        }
        self.state != State::Idle
    }

    /// Nothing may come before the head is out: C19, C20.
    fn guard_head(&mut self) -> bool {
        self.input.consume_empty_lines();
        if self.input.is_empty() && !self.input.is_ended() {
            return false;
        }
        if self.may_repeat_lost() {
            self.lose();
        } else if self.input.is_empty() {
            self.fail(Event::End, Failure::Incomplete);
        } else {
            self.fail(Event::Unsolicited, Failure::Unsolicited);
        }
        true
    }

    /// C4, C5, C7, C8, C10, C11, C18, C19.
    fn read_head(&mut self) -> bool {
        if self.input.is_empty() && self.input.is_ended() && self.may_repeat_lost() {
            self.lose();
            return true;
        }
        match self.reader.read(self.input.octets()) {
            Ok(Progress::Complete(len)) => self.end_head(len),
            Ok(Progress::Partial) if self.input.is_ended() => {
                self.fail(Event::End, Failure::Incomplete);
            }
            Ok(Progress::Partial) => return false,
            Err(error) => self.fail(Event::Malformed, failure_of(error)),
        }
        true
    }

    fn end_head(&mut self, len: usize) {
        let head = self.reader.head();
        match head.start {
            Some(StartLine::Response { version, code, .. })
                if version.major == 1 && is_acceptable(head, self.policy.irregularity) =>
            {
                match code {
                    101 => self.end_switch(len),
                    100..=199 => self.end_interim(code, len),
                    _ => self.begin_final(code, version, len),
                }
            }
            _ => self.fail(Event::Malformed, Failure::MalformedHead),
        }
    }

    /// Whatever its fields say, an interim response ends with its head (RFC 9112 §6.3).
    fn end_interim(&mut self, code: u16, len: usize) {
        self.keep_interim(len);
        if !self.count_interim(len) {
            return;
        }
        self.notices.push_back(Notice::Interim(code));
        self.step(if code == 100 { Event::Continue } else { Event::Interim });
    }

    /// False if there are too many.
    fn count_interim(&mut self, len: usize) -> bool {
        self.exchange.interims = self.exchange.interims.saturating_add(1);
        self.exchange.interim_octets = self.exchange.interim_octets.saturating_add(len);
        let follows = self.exchange.interims <= self.policy.interims_max
            && self.exchange.interim_octets <= self.policy.interim_octets_max;
        if follows {
            self.input.consume(len);
            self.reader.reset();
        } else {
            self.fail(Event::Malformed, Failure::TooManyInterims);
        }
        follows
    }

    /// A 101: C18 if it was asked for.
    fn end_switch(&mut self, len: usize) {
        if self.is_asked_for(len) {
            if self.count_interim(len) {
                self.exchange.switch = Switch::Accepted;
                self.step(Event::Switch);
            }
            return;
        }
        match self.policy.unrequested_switch {
            UnrequestedSwitch::Fail => self.fail(Event::Malformed, Failure::UnrequestedSwitch),
            UnrequestedSwitch::Ignore => self.end_interim(101, len),
        }
    }

    /// Whether the 101 of `len` octets names nothing but protocols that were offered.
    fn is_asked_for(&self, len: usize) -> bool {
        let message = &self.input.octets()[..len];
        let values = self.reader.head().values(message, b"upgrade");
        let mut protocols = values.flat_map(list_members).peekable();
        let offers = |protocol: &[u8]| {
            let offered = self.exchange.request.values("Upgrade").flat_map(list_members);
            offered.into_iter().any(|member| member.eq_ignore_ascii_case(protocol))
        };
        self.speaks_11() && protocols.peek().is_some() && protocols.all(offers)
    }

    /// The content is finished in HTTP/1.1 before the other protocol begins (RFC 9110 §7.8).
    fn finish_switch(&mut self) -> bool {
        if self.state == State::Tail {
            self.step(Event::Switch);
        } else if self.input.is_ended() {
            self.fail(Event::End, Failure::Incomplete);
        } else if self.input.octets().len() > self.policy.interim_octets_max {
            self.fail(Event::Malformed, Failure::ContentTooLong);
        } else {
            return false;
        }
        true
    }

    fn read_switched(&mut self) -> bool {
        if !self.input.is_empty() {
            let octets = self.input.take();
            self.notices.push_back(Notice::Octets(octets));
        } else if self.input.is_ended() {
            self.step(Event::End);
        } else {
            return false;
        }
        true
    }
}

/// Whether a head can be read past what is wrong with it.
fn is_acceptable(head: &Head, irregularity: Irregularity) -> bool {
    head.anomalies.iter().all(|anomaly| match anomaly.kind {
        // A user agent has no choice (RFC 9112 §5.2).
        AnomalyKind::ObsFold => true,
        AnomalyKind::SpaceBeforeColon
        | AnomalyKind::LoneLf
        | AnomalyKind::EmptyLineBeforeStart
        | AnomalyKind::MissingReasonSpace
        | AnomalyKind::StartLineSpacing => irregularity == Irregularity::Accept,
        AnomalyKind::BareCr
        | AnomalyKind::Nul
        | AnomalyKind::ControlOctet
        | AnomalyKind::SpaceBeforeFirstField
        | AnomalyKind::FieldName
        | AnomalyKind::MissingColon => false,
    })
}

const fn failure_of(error: HeadError) -> Failure {
    match error.kind {
        HeadErrorKind::StartLineTooLong
        | HeadErrorKind::FieldSectionTooLong
        | HeadErrorKind::TooManyFieldLines
        | HeadErrorKind::TooManyEmptyLines => Failure::HeadTooLong,
        HeadErrorKind::Method
        | HeadErrorKind::Target
        | HeadErrorKind::Version
        | HeadErrorKind::StatusCode => Failure::MalformedHead,
    }
}
