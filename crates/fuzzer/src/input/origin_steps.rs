//! What an origin server does in an input, as steps of a script.

use expectspec_catalogue::{Service, Step, Until};
use expectspec_requirements::Party;

use super::steps::{APART_MS, PAUSE_MS};
use super::{Act, Cut, OriginAct, OwnStep, Wait};

/// The steps of the origin server of a client.
pub(super) fn of_host(acts: &[Act]) -> Vec<OwnStep> {
    let mut steps = OriginSteps::default();
    for act in acts {
        if let Act::Origin(act) = act {
            steps.act(act, Party::Client);
        }
    }
    steps.act(&OriginAct::Serve, Party::Client);
    steps.into_list()
}

#[derive(Default)]
pub(super) struct OriginSteps {
    list: Vec<OwnStep>,
    waiting: Vec<u8>,
}

impl OriginSteps {
    pub(super) fn act(&mut self, act: &OriginAct, party: Party) {
        match act {
            OriginAct::Request => self.step(Step::Await(Until::Request)),
            OriginAct::SomeContent => self.step(Step::Await(Until::ContentBegun)),
            OriginAct::Content => self.step(Step::Await(Until::Content)),
            OriginAct::Send(answer, cut) => self.send(answer.octets(), *cut, party),
            OriginAct::Wait(wait) => self.step(step(*wait)),
            OriginAct::Serve if party == Party::Intermediary => {
                self.step(Step::Serve(Service::Proper(TAGGED)));
            }
            OriginAct::Serve => self.step(Step::Serve(Service::Proper(PROPER))),
            OriginAct::Finish => self.step(Step::Finish),
            OriginAct::Reset => self.step(Step::Reset),
        }
    }

    fn send(&mut self, octets: &[u8], cut: Cut, party: Party) {
        let (lengths, wait) = cut.pieces(octets.len());
        let mut rest = octets;
        for (index, length) in lengths.into_iter().enumerate() {
            if index > 0 {
                self.step(step(wait));
            }
            let (now, behind) = rest.split_at(length);
            rest = behind;
            match party {
                Party::Intermediary => self.waiting.extend(with_tag(now)),
                Party::Client | Party::OriginServer => self.waiting.extend_from_slice(now),
            }
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

    pub(super) fn into_list(mut self) -> Vec<OwnStep> {
        self.flush();
        self.list
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

/// The octets with a field for the tag behind the status-line of each final response in them.
fn with_tag(octets: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(octets.len());
    for line in octets.split_inclusive(|octet| *octet == b'\n') {
        out.extend_from_slice(line);
        let is_final = line.starts_with(b"HTTP/1.") && matches!(line.get(9), Some(b'2'..=b'9'));
        if is_final && line.ends_with(b"\r\n") {
            out.extend_from_slice(b"Expectspec-Tag: {tag}\r\n");
        }
    }
    out
}

const PROPER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
const TAGGED: &[u8] = b"HTTP/1.1 200 OK\r\nExpectspec-Tag: {tag}\r\nContent-Length: 5\r\n\r\nhello";
/// Longer than some have patience, in milliseconds.
const LONG_MS: u32 = 1500;
