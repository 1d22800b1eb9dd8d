//! What an origin server does in an input, as steps of a script.

use expectspec_catalogue::{Service, Step, Until};

use super::persistence::with_fields;
use super::steps::{APART_MS, PAUSE_MS, pieces};
use super::{Act, Cut, OriginAct, OwnStep, Persistence, Wait};

/// The steps of the origin server of a client.
pub(super) fn of_host(acts: &[Act]) -> Vec<OwnStep> {
    let mut steps = OriginSteps::toward_a_client();
    for act in acts {
        if let Act::Origin(act) = act {
            steps.act(act);
        }
    }
    steps.act(&OriginAct::Serve);
    steps.take_list()
}

pub(super) struct OriginSteps {
    list: Vec<OwnStep>,
    waiting: Vec<u8>,
    /// The fields that each final response has in addition.
    fields: Vec<u8>,
    /// The response of an origin server as it should be.
    proper: &'static [u8],
}

impl OriginSteps {
    const fn toward_a_client() -> Self {
        Self { list: Vec::new(), waiting: Vec::new(), fields: Vec::new(), proper: PROPER }
    }

    /// Each final response says which request it is for.
    pub(super) fn toward_an_intermediary(persistence: Persistence) -> Self {
        let proper = match persistence {
            Persistence::AsSaid => TAGGED,
            Persistence::Never => TAGGED_AND_LAST,
        };
        Self { fields: [TAG, persistence.field()].concat(), proper, ..Self::toward_a_client() }
    }

    pub(super) fn act(&mut self, act: &OriginAct) {
        match act {
            OriginAct::Request => self.step(Step::Await(Until::Request)),
            OriginAct::SomeContent => self.step(Step::Await(Until::ContentBegun)),
            OriginAct::Content => self.step(Step::Await(Until::Content)),
            OriginAct::Send(answer, cut) => self.send(answer.octets(), *cut),
            OriginAct::Wait(wait) => self.step(step(*wait)),
            OriginAct::Serve => self.step(Step::Serve(Service::Proper(self.proper))),
            OriginAct::Finish => self.step(Step::Finish),
            OriginAct::Reset => self.step(Step::Reset),
        }
    }

    fn send(&mut self, octets: &[u8], cut: Cut) {
        let octets = with_fields(octets, &self.fields);
        let (pieces, wait) = pieces(&octets, cut);
        for (index, piece) in pieces.into_iter().enumerate() {
            if index > 0 {
                self.step(step(wait));
            }
            self.waiting.extend_from_slice(piece);
        }
    }

    fn step(&mut self, step: Step) {
        self.flush();
        self.list.push(OwnStep::Other(step));
    }

    fn flush(&mut self) {
        if !self.waiting.is_empty() {
            self.list.push(OwnStep::Send(core::mem::take(&mut self.waiting)));
        }
    }

    /// What was done so far.
    pub(super) fn take_list(&mut self) -> Vec<OwnStep> {
        self.flush();
        core::mem::take(&mut self.list)
    }
}

fn step(wait: Wait) -> Step {
    match wait {
        Wait::Apart => Step::Pause(APART_MS),
        Wait::Pause | Wait::Answer => Step::Pause(PAUSE_MS),
        Wait::Final => Step::Pause(LONG_MS),
        Wait::Quiet => Step::Quiet,
        Wait::Close => Step::Await(Until::Close),
    }
}

const PROPER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
const TAG: &[u8] = b"Expectspec-Tag: {tag}\r\n";
const TAGGED: &[u8] = b"HTTP/1.1 200 OK\r\nExpectspec-Tag: {tag}\r\nContent-Length: 5\r\n\r\nhello";
const TAGGED_AND_LAST: &[u8] = b"HTTP/1.1 200 OK\r\nExpectspec-Tag: {tag}\r\nConnection: close\r\n\
    Content-Length: 5\r\n\r\nhello";
/// Longer than some have patience, in milliseconds.
const LONG_MS: u32 = 1500;
