//! Inputs made of others.

use expectspec_properties::words::{CONTENTS, FIELDS, METHODS, VERSIONS};
use expectspec_requirements::Party;

use crate::generate::{self, cut};
use crate::input::{Act, Cut, Head, Input, OriginAct, Piece, Wait};
use crate::random::Random;

/// An input like this one, with something of the other perhaps.
pub(crate) fn mutated(party: Party, input: &Input, other: &Input, random: &mut Random) -> Input {
    let mut acts = input.acts.clone();
    for _ in 0..=random.weighted(&[(50, 0), (30, 1), (20, 3)]) {
        change(party, &mut acts, other, random);
    }
    acts.truncate(Input::ACTS_MAX);
    Input { acts, persistence: input.persistence }
}

fn change(party: Party, acts: &mut Vec<Act>, other: &Input, random: &mut Random) {
    if acts.is_empty() {
        return generate::exchange(party, acts, random);
    }
    let at = random.below(acts.len());
    match random.weighted(CHANGES) {
        Change::Word => change_words(party, acts, random),
        Change::Remove => drop(acts.remove(at)),
        Change::Repeat => acts.insert(at, acts[at].clone()),
        Change::Swap => {
            let to = random.below(acts.len());
            acts.swap(at, to);
        }
        Change::Insert => acts.insert(at, generate::any_act(party, random)),
        Change::Wait => acts.insert(at, any_wait(party, random)),
        Change::Exchange => {
            let behind = acts.split_off(at);
            generate::exchange(party, acts, random);
            acts.extend(behind);
        }
        Change::Cut => {
            if let Act::Send(_, known) | Act::Origin(OriginAct::Send(_, known)) = &mut acts[at] {
                *known = cut(random);
            }
        }
        Change::Splice => {
            let from = random.below(other.acts.len());
            acts.truncate(at);
            acts.extend(other.acts.iter().skip(from).cloned());
        }
    }
}

/// Another word in one of the heads, or other content, or another answer or task.
fn change_words(party: Party, acts: &mut [Act], random: &mut Random) {
    let has_words = |act: &&mut Act| {
        matches!(act, Act::Send(..) | Act::Ask(_) | Act::Origin(OriginAct::Send(..)))
    };
    let count = acts.iter_mut().filter(has_words).count();
    let chosen = random.below(count);
    match acts.iter_mut().filter(has_words).nth(chosen) {
        Some(Act::Send(Piece::Head(head), _)) => change_word(party, head, random),
        Some(Act::Send(Piece::Content(word), _)) => *word = random.row(CONTENTS),
        Some(Act::Send(Piece::Octets(_), cut)) => *cut = Cut::Whole,
        Some(Act::Ask(task)) => *task = generate::task(random),
        Some(Act::Origin(act)) => *act = generate::answer(random),
        _ => {}
    }
}

fn any_wait(party: Party, random: &mut Random) -> Act {
    let wait = random.weighted(WAITS);
    let at_origin = party == Party::Client || party == Party::Intermediary && random.happens(40);
    if at_origin { Act::Origin(OriginAct::Wait(wait)) } else { Act::Wait(wait) }
}

fn change_word(party: Party, head: &mut Head, random: &mut Random) {
    match random.below(9) {
        0 => head.method = random.row(METHODS),
        1 => head.target = generate::target(party, random),
        2 => head.version = random.row(VERSIONS),
        3 | 4 => head.framing = generate::framing(random),
        5 | 6 => head.expect = generate::expect(random),
        7 => head.fields = random.row(FIELDS),
        _ => {
            let Head { order, expect, .. } = generate::head(random);
            (head.order, head.expect) = (order, expect);
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Change {
    Word,
    Remove,
    Repeat,
    Swap,
    Insert,
    Wait,
    Exchange,
    Cut,
    Splice,
}

static CHANGES: &[(usize, Change)] = &[
    (40, Change::Word),
    (10, Change::Remove),
    (5, Change::Repeat),
    (5, Change::Swap),
    (8, Change::Insert),
    (8, Change::Wait),
    (8, Change::Exchange),
    (8, Change::Cut),
    (8, Change::Splice),
];

static WAITS: &[(usize, Wait)] = &[
    (30, Wait::Apart),
    (10, Wait::Pause),
    (20, Wait::Answer),
    (20, Wait::Final),
    (15, Wait::Quiet),
    (5, Wait::Close),
];
