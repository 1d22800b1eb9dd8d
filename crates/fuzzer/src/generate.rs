//! Inputs that are made up, for whoever is tested.

mod answers;
mod clients;
mod intermediaries;
mod servers;
mod shapes;

use expectspec_properties::words::{CONTENTS, TAGGED_TARGETS, TARGETS, Word};
use expectspec_requirements::Party;

use crate::input::{Act, Head, Input, OriginAct, Piece};
use crate::random::Random;

pub(crate) use answers::answer;
pub(crate) use clients::task;
pub(crate) use servers::{cut, expect, framing, head, named, send};

/// An input from nothing.
pub(crate) fn input(party: Party, random: &mut Random) -> Input {
    let mut acts = match party {
        Party::OriginServer => servers::acts(random),
        Party::Client => clients::acts(random),
        Party::Intermediary => intermediaries::acts(random),
    };
    acts.truncate(Input::ACTS_MAX);
    Input::of(acts)
}

/// A request and what becomes of it.
pub(crate) fn exchange(party: Party, acts: &mut Vec<Act>, random: &mut Random) {
    match party {
        Party::OriginServer => servers::exchange(acts, random),
        Party::Client => clients::exchange(acts, random),
        Party::Intermediary => intermediaries::exchange(acts, random),
    }
}

/// Something that the peer may do at any time.
pub(crate) fn any_act(party: Party, random: &mut Random) -> Act {
    let of_client = match party {
        Party::OriginServer => true,
        Party::Client => false,
        Party::Intermediary => random.happens(50),
    };
    if !of_client {
        return Act::Origin(any_origin_act(random));
    }
    match random.below(10) {
        0..3 => send(Piece::Head(Head { target: target(party, random), ..head(random) })),
        3..6 => send(Piece::Content(random.row(CONTENTS))),
        6 => send(Piece::Octets(random.row(servers::BEFORE_HEADS).to_vec())),
        7 => Act::Finish,
        8 => Act::Connection(u8::try_from(random.below(3)).unwrap_or(0)),
        _ => Act::Reset,
    }
}

fn any_origin_act(random: &mut Random) -> OriginAct {
    match random.below(12) {
        0..5 => answer(random),
        5 => OriginAct::Request,
        6 => OriginAct::SomeContent,
        7 => OriginAct::Content,
        8 => OriginAct::Wait(random.weighted(answers::WAITS)),
        9 => OriginAct::Serve,
        10 => OriginAct::Finish,
        _ => OriginAct::Reset,
    }
}

/// A request-target, of those that make sense to this party.
pub(crate) fn target(party: Party, random: &mut Random) -> &'static Word {
    random.row(targets(party))
}

const fn targets(party: Party) -> &'static [Word] {
    match party {
        Party::OriginServer | Party::Client => TARGETS,
        Party::Intermediary => TAGGED_TARGETS,
    }
}
