//! What an execution went through: findings and states of exchanges, as features to steer by.

use core::hash::{Hash, Hasher};
use std::collections::BTreeSet;
use std::hash::DefaultHasher;

use expectspec_judge::{Connection, Exchange, Finding, Reading, Response, Side};
use expectspec_message::Framing;

/// One thing that an execution showed, as a number that stands for it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Feature(u64);

impl Feature {
    fn of(kind: &str, what: impl Hash) -> Self {
        // Its keys are the same in every process.
        let mut hasher = DefaultHasher::new();
        (kind, what).hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// Everything that an execution showed.
pub(crate) fn features(reading: &Reading, findings: &[Finding]) -> BTreeSet<Feature> {
    let seen = |it: &Finding| Feature::of("finding", (it.requirement.id, it.outcome, it.mark));
    let mut features: BTreeSet<Feature> = findings.iter().map(seen).collect();
    for connection in &reading.connections {
        let outbound = connection.side == Side::Outbound;
        let mut before = None;
        for exchange in &connection.exchanges {
            let state = State::of(connection, exchange);
            features.insert(Feature::of("exchange", (outbound, &state)));
            // What an exchange does to the next one.
            features.insert(Feature::of("pair", (outbound, before, &state.shape())));
            before = Some(state.shape());
        }
        let strays: Vec<_> = connection.strays.iter().take(2).map(class).collect();
        let end = (connection.garbage.is_some(), strays, Ending::of(connection));
        features.insert(Feature::of("end", (outbound, end)));
    }
    features
}

/// A request and what became of it, coarsely.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct State {
    expectations: (u32, u32, u32, u32),
    framing: (Kind, bool, bool),
    version: (u8, u8),
    method: Vec<u8>,
    head: (bool, bool, bool),
    content: Moment,
    is_complete: bool,
    answers: Vec<Answer>,
    ending: Ending,
}

/// What of a state matters to the next exchange.
type Shape = (bool, Kind, (u8, u8), Moment, Vec<Answer>);

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Kind {
    None,
    Octets,
    MuchContent,
    Chunked,
    Bad,
}

/// When the first octet of content was sent.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Moment {
    Never,
    WithTheHead,
    BeforeAnAnswer,
    BehindA100,
    BehindTheFinal,
}

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Answer {
    Code(u16),
    Class(u16),
    None,
}

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Ending {
    Open,
    ByServer,
    ByClient,
    Reset,
}

impl State {
    fn of(connection: &Connection, exchange: &Exchange) -> Self {
        let request = &exchange.request;
        let few = |count: u32| count.min(2);
        let expectations = &request.expectations;
        let version = request.version();
        Self {
            expectations: (
                few(expectations.continues),
                few(expectations.others),
                few(expectations.malformed),
                few(request.expect_lines),
            ),
            framing: (
                Kind::of(request.framing.framing),
                request.framing.ambiguity.is_some(),
                request.framing.unknown_coding,
            ),
            version: (version.major, version.minor),
            method: request.method(&connection.sent).iter().copied().take(8).collect(),
            head: (
                request.head_end.is_some(),
                request.error.is_some(),
                request.head.anomalies.is_empty(),
            ),
            content: Moment::of(exchange),
            is_complete: request.end.is_some(),
            answers: exchange.responses.iter().take(4).map(class).collect(),
            ending: Ending::of(connection),
        }
    }

    fn shape(&self) -> Shape {
        let expects = self.expectations.0 > 0;
        (expects, self.framing.0, self.version, self.content, self.answers.clone())
    }
}

impl Kind {
    const fn of(framing: Framing) -> Self {
        match framing {
            Framing::None | Framing::Length(0) => Self::None,
            Framing::Length(0..=65_536) => Self::Octets,
            Framing::Length(_) => Self::MuchContent,
            Framing::Chunked | Framing::UntilClose => Self::Chunked,
            Framing::Bad(_) => Self::Bad,
        }
    }
}

impl Moment {
    fn of(exchange: &Exchange) -> Self {
        let Some(first) = exchange.request.content.first else { return Self::Never };
        if exchange.request.head_end.is_some_and(|end| end.at_us == first.at_us) {
            return Self::WithTheHead;
        }
        let before = |response: &Response| response.start < first;
        if exchange.final_response().is_some_and(before) {
            Self::BehindTheFinal
        } else if exchange.continue_response().is_some_and(before) {
            Self::BehindA100
        } else {
            Self::BeforeAnAnswer
        }
    }
}

impl Ending {
    const fn of(connection: &Connection) -> Self {
        match connection {
            Connection { server_reset: Some(_), .. } | Connection { client_reset: Some(_), .. } => {
                Self::Reset
            }
            Connection { server_end: Some(_), .. } => Self::ByServer,
            Connection { client_end: Some(_), .. } => Self::ByClient,
            _ => Self::Open,
        }
    }
}

/// The codes that say something of an expectation, and the classes of all others.
fn class(response: &Response) -> Answer {
    match response.code() {
        Some(code @ (100 | 101 | 400 | 411 | 413 | 417 | 501)) => Answer::Code(code),
        Some(code) => Answer::Class(code / 100),
        None => Answer::None,
    }
}
