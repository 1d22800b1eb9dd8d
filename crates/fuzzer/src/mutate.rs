//! Inputs made of others.

use expectspec_properties::words::{CONTENTS, FIELDS, METHODS, TARGETS, VERSIONS};

use crate::generate::{self, cut};
use crate::input::{Act, Cut, Head, Input, Piece, Wait};
use crate::random::Random;

/// An input like this one, with something of the other perhaps.
pub(crate) fn mutated(input: &Input, other: &Input, random: &mut Random) -> Input {
    let mut acts = input.acts.clone();
    for _ in 0..=random.weighted(&[(50, 0), (30, 1), (20, 3)]) {
        change(&mut acts, other, random);
    }
    acts.truncate(Input::ACTS_MAX);
    Input { acts }
}

fn change(acts: &mut Vec<Act>, other: &Input, random: &mut Random) {
    if acts.is_empty() {
        return generate::exchange(acts, random);
    }
    let at = random.below(acts.len());
    match random.weighted(CHANGES) {
        Change::Word => change_words(acts, random),
        Change::Remove => drop(acts.remove(at)),
        Change::Repeat => acts.insert(at, acts[at].clone()),
        Change::Swap => {
            let to = random.below(acts.len());
            acts.swap(at, to);
        }
        Change::Insert => acts.insert(at, any_act(random)),
        Change::Wait => acts.insert(at, Act::Wait(random.weighted(WAITS))),
        Change::Exchange => {
            let behind = acts.split_off(at);
            generate::exchange(acts, random);
            acts.extend(behind);
        }
        Change::Cut => {
            if let Act::Send(_, known) = &mut acts[at] {
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

/// Another word in one of the heads, or other content.
fn change_words(acts: &mut [Act], random: &mut Random) {
    let sent = acts.iter().filter(|act| matches!(act, Act::Send(..))).count();
    let chosen = random.below(sent);
    let mut sends = acts.iter_mut().filter_map(|act| match act {
        Act::Send(piece, cut) => Some((piece, cut)),
        _ => None,
    });
    let Some((piece, cut)) = sends.nth(chosen) else { return };
    match piece {
        Piece::Head(head) => change_word(head, random),
        Piece::Content(word) => *word = random.row(CONTENTS),
        Piece::Octets(_) => *cut = Cut::Whole,
    }
}

fn change_word(head: &mut Head, random: &mut Random) {
    match random.below(9) {
        0 => head.method = random.row(METHODS),
        1 => head.target = random.row(TARGETS),
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

fn any_act(random: &mut Random) -> Act {
    match random.below(10) {
        0..3 => generate::send(Piece::Head(generate::head(random))),
        3..6 => generate::send(Piece::Content(random.row(CONTENTS))),
        6 => generate::send(Piece::Octets(random.row(generate::BEFORE_HEADS).to_vec())),
        7 => Act::Finish,
        8 => Act::Connection(u8::try_from(random.below(3)).unwrap_or(0)),
        _ => Act::Reset,
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
