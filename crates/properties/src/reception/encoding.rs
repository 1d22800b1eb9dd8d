//! A reception as octets: one octet a choice, as in a schedule.

use super::{Ask, HostStep, Reception};
use crate::choices::{Choices, write_octets, write_row};
use crate::presets::CLIENTS;
use crate::words::{
    ASKED_METHODS, LATENCIES, LOADS, Load, MANNERS, PACES, PIECES, RESPONSES, RESTS, WAITS,
};

/// The kinds of steps; those that are chosen more often stand more than once.
static KINDS: &[Kind] = &[
    Kind::Request,
    Kind::Answer,
    Kind::Content,
    Kind::Wait,
    Kind::Answer,
    Kind::Request,
    Kind::SomeContent,
    Kind::Finish,
    Kind::Reset,
    Kind::Octets,
    Kind::Cut,
    Kind::Refuse,
    Kind::Accept,
];

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Accept,
    Request,
    SomeContent,
    Content,
    Wait,
    Answer,
    Octets,
    Cut,
    Finish,
    Reset,
    Refuse,
}

impl Reception {
    /// The reception that these octets stand for. Every octet string is one.
    #[must_use]
    pub fn decode(octets: &[u8]) -> Self {
        let mut choices = Choices::new(octets);
        let policy = CLIENTS.chosen_by(choices.octet());
        let latency = choices.row(LATENCIES);
        let pace = choices.row(PACES);
        let pieces = choices.row(PIECES);
        let rest = choices.row(RESTS);
        let asks = 1 + usize::from(choices.octet()) % Self::ASKS_MAX;
        let asks = (0..asks).map(|_| Ask::decode(&mut choices)).collect();
        let mut steps = Vec::new();
        while !choices.is_empty() && steps.len() < Self::STEPS_MAX {
            steps.push(decode(&mut choices));
        }
        Self { policy, latency, pace, pieces, rest, asks, steps }
    }

    /// The shortest octets that stand for this, as far as it is not longer than what
    /// [`Reception::decode`] reads.
    ///
    /// # Panics
    /// When the user asks for nothing.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let octet = |number: usize| u8::try_from(number).expect("there are few");
        let mut out = vec![CLIENTS.octet(self.policy)];
        write_row(&mut out, LATENCIES, self.latency);
        write_row(&mut out, PACES, self.pace);
        write_row(&mut out, PIECES, self.pieces);
        write_row(&mut out, RESTS, self.rest);
        out.push(octet(self.asks.len().checked_sub(1).expect("the user asks for something")));
        for ask in &self.asks {
            write_row(&mut out, ASKED_METHODS, ask.method);
            out.push(choice_of(ask.load));
            write_row(&mut out, MANNERS, ask.manner);
        }
        self.steps.iter().for_each(|step| encode(step, &mut out));
        out
    }
}

impl Ask {
    /// Method, load, manner.
    fn decode(choices: &mut Choices<'_>) -> Self {
        Self {
            method: choices.row(ASKED_METHODS),
            load: load(choices.octet()),
            manner: choices.row(MANNERS),
        }
    }
}

/// The load that an octet chooses: seldom a large one, since that takes its time.
fn load(octet: u8) -> &'static Load {
    let rows = if octet < LARGE { LOADS_SMALL } else { LOADS.len() };
    &LOADS[usize::from(octet) % rows]
}

/// The first octet that chooses this load.
fn choice_of(wanted: &Load) -> u8 {
    (0..=u8::MAX).find(|octet| load(*octet) == wanted).expect("a row of the table")
}

/// How many loads at the beginning of the table are small.
const LOADS_SMALL: usize = 8;

/// From here on an octet may choose a large load.
const LARGE: u8 = 240;

fn decode(choices: &mut Choices<'_>) -> HostStep {
    match choices.row(KINDS) {
        Kind::Accept => HostStep::Accept,
        Kind::Request => HostStep::Request,
        Kind::SomeContent => HostStep::SomeContent,
        Kind::Content => HostStep::Content,
        Kind::Wait => HostStep::Wait(choices.row(WAITS)),
        Kind::Answer => HostStep::Answer(choices.row(RESPONSES)),
        Kind::Octets => HostStep::Octets(choices.octets().to_vec()),
        Kind::Cut => HostStep::Cut(choices.row(PIECES)),
        Kind::Finish => HostStep::Finish,
        Kind::Reset => HostStep::Reset,
        Kind::Refuse => HostStep::Refuse,
    }
}

fn encode(step: &HostStep, out: &mut Vec<u8>) {
    let kind = match step {
        HostStep::Accept => Kind::Accept,
        HostStep::Request => Kind::Request,
        HostStep::SomeContent => Kind::SomeContent,
        HostStep::Content => Kind::Content,
        HostStep::Wait(_) => Kind::Wait,
        HostStep::Answer(_) => Kind::Answer,
        HostStep::Octets(_) => Kind::Octets,
        HostStep::Cut(_) => Kind::Cut,
        HostStep::Finish => Kind::Finish,
        HostStep::Reset => Kind::Reset,
        HostStep::Refuse => Kind::Refuse,
    };
    let row = KINDS.iter().find(|known| **known == kind).expect("every kind has a row");
    write_row(out, KINDS, row);
    match step {
        HostStep::Wait(time) => write_row(out, WAITS, time),
        HostStep::Answer(word) => write_row(out, RESPONSES, word),
        HostStep::Octets(octets) => write_octets(out, octets),
        HostStep::Cut(count) => write_row(out, PIECES, count),
        HostStep::Accept
        | HostStep::Request
        | HostStep::SomeContent
        | HostStep::Content
        | HostStep::Finish
        | HostStep::Reset
        | HostStep::Refuse => {}
    }
}
