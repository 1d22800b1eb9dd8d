//! A mediation as octets: policy, latency, and moves, one octet a choice as in a schedule.

use super::{Mediation, Move, OriginStep};
use crate::choices::{Choices, write_octets, write_row};
use crate::presets::HOPS;
use crate::words::{CONTENTS, LATENCIES, RESPONSES, TAGGED_TARGETS, WAITS};
use crate::{Action, RequestHead};

/// The kinds of moves; those that are chosen more often stand more than once.
static KINDS: &[Kind] = &[
    Kind::Head,
    Kind::OriginAnswer,
    Kind::Wait,
    Kind::Content,
    Kind::OriginContent,
    Kind::OriginNext,
    Kind::Head,
    Kind::OriginAnswer,
    Kind::Wait,
    Kind::OriginWait,
    Kind::Open,
    Kind::Use,
    Kind::Octets,
    Kind::Finish,
    Kind::Reset,
    Kind::OriginOctets,
    Kind::OriginFinish,
    Kind::OriginReset,
];

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Head,
    Content,
    Octets,
    Wait,
    Finish,
    Reset,
    Open,
    Use,
    OriginAnswer,
    OriginOctets,
    OriginContent,
    OriginWait,
    OriginFinish,
    OriginReset,
    OriginNext,
}

impl Mediation {
    /// The mediation that these octets stand for. Every octet string is one.
    #[must_use]
    pub fn decode(octets: &[u8]) -> Self {
        let mut choices = Choices::new(octets);
        let policy = HOPS.chosen_by(choices.octet());
        let latency = choices.row(LATENCIES);
        let mut moves = Vec::new();
        while !choices.is_empty() && moves.len() < Self::MOVES_MAX {
            moves.push(decode(&mut choices));
        }
        Self { policy, latency, moves }
    }

    /// The shortest octets that stand for this, as far as it is not longer than what
    /// [`Mediation::decode`] reads.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut octets = vec![HOPS.octet(self.policy)];
        write_row(&mut octets, LATENCIES, self.latency);
        self.moves.iter().for_each(|it| encode(it, &mut octets));
        octets
    }
}

fn decode(choices: &mut Choices<'_>) -> Move {
    match choices.row(KINDS) {
        Kind::Head => Move::Client(Action::Head(RequestHead::decode_with(choices, TAGGED_TARGETS))),
        Kind::Content => Move::Client(Action::Content(choices.row(CONTENTS))),
        Kind::Octets => Move::Client(Action::Octets(choices.octets().to_vec())),
        Kind::Wait => Move::Client(Action::Wait(choices.row(WAITS))),
        Kind::Finish => Move::Client(Action::Finish),
        Kind::Reset => Move::Client(Action::Reset),
        Kind::Open => Move::Open,
        Kind::Use => Move::Use(*choices.row(&[0, 1, 2])),
        Kind::OriginAnswer => Move::Origin(OriginStep::Answer(choices.row(RESPONSES))),
        Kind::OriginOctets => Move::Origin(OriginStep::Octets(choices.octets().to_vec())),
        Kind::OriginContent => Move::Origin(OriginStep::Content),
        Kind::OriginWait => Move::Origin(OriginStep::Wait(choices.row(WAITS))),
        Kind::OriginFinish => Move::Origin(OriginStep::Finish),
        Kind::OriginReset => Move::Origin(OriginStep::Reset),
        Kind::OriginNext => Move::Origin(OriginStep::Next),
    }
}

fn encode(it: &Move, out: &mut Vec<u8>) {
    let kind = match it {
        Move::Client(Action::Head(_)) => Kind::Head,
        Move::Client(Action::Content(_)) => Kind::Content,
        Move::Client(Action::Octets(_)) => Kind::Octets,
        Move::Client(Action::Wait(_)) => Kind::Wait,
        Move::Client(Action::Finish) => Kind::Finish,
        Move::Client(Action::Reset) => Kind::Reset,
        Move::Open => Kind::Open,
        Move::Use(_) => Kind::Use,
        Move::Origin(OriginStep::Answer(_)) => Kind::OriginAnswer,
        Move::Origin(OriginStep::Octets(_)) => Kind::OriginOctets,
        Move::Origin(OriginStep::Content) => Kind::OriginContent,
        Move::Origin(OriginStep::Wait(_)) => Kind::OriginWait,
        Move::Origin(OriginStep::Finish) => Kind::OriginFinish,
        Move::Origin(OriginStep::Reset) => Kind::OriginReset,
        Move::Origin(OriginStep::Next) => Kind::OriginNext,
    };
    let row = KINDS.iter().find(|known| **known == kind).expect("every kind has a row");
    write_row(out, KINDS, row);
    match it {
        Move::Client(Action::Head(head)) => head.encode_with(out, TAGGED_TARGETS),
        Move::Client(Action::Content(word)) => write_row(out, CONTENTS, word),
        Move::Client(Action::Octets(octets)) | Move::Origin(OriginStep::Octets(octets)) => {
            write_octets(out, octets);
        }
        Move::Client(Action::Wait(time)) | Move::Origin(OriginStep::Wait(time)) => {
            write_row(out, WAITS, time);
        }
        Move::Use(client) => out.push(*client),
        Move::Origin(OriginStep::Answer(word)) => write_row(out, RESPONSES, word),
        Move::Client(Action::Finish | Action::Reset) | Move::Open | Move::Origin(_) => {}
    }
}
