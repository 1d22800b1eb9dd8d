//! What is simpler than an input: acts taken out, words made usual, octets joined, waits dropped.

mod origin;

use expectspec_properties::words::{
    CONTENTS, EXPECTS, FIELDS, FRAMINGS, METHODS, TAGGED_TARGETS, TARGETS, VERSIONS, Word,
};

use crate::generate::named;
use crate::input::{Act, Cut, Expect, Head, Input, Order, Piece, Wait};

/// Inputs that are simpler than this one, the boldest first.
pub(crate) fn simpler(input: &Input) -> Vec<Input> {
    let mut inputs = vec![without_waits(input)];
    without_some(&input.acts, &mut inputs);
    usual_heads(&input.acts, &mut inputs);
    joined(&input.acts, &mut inputs);
    for (at, act) in input.acts.iter().enumerate() {
        for simpler in simpler_acts(act) {
            let mut acts = input.acts.clone();
            acts[at] = simpler;
            inputs.push(Input::of(acts));
        }
    }
    inputs.retain(|it| cost(it) < cost(input));
    // With others or alone: it is played in the same company.
    inputs.iter_mut().for_each(|it| it.persistence = input.persistence);
    inputs
}

/// No wait but the last: it is they that make an input slow.
fn without_waits(input: &Input) -> Input {
    let last = input.acts.len().saturating_sub(1);
    let acts = input.acts.iter().enumerate();
    let acts = acts.filter(|(at, act)| *at == last || !matches!(act, Act::Wait(_)));
    Input::of(acts.map(|(_, act)| act.clone()).collect())
}

/// Half of the acts taken out, a quarter, and so on down to each one.
fn without_some(acts: &[Act], inputs: &mut Vec<Input>) {
    let mut length = acts.len() / 2;
    while length > 0 {
        // What comes last goes first: it often came after all was said.
        for start in (0..acts.len()).step_by(length).rev() {
            let end = (start + length).min(acts.len());
            let acts = [&acts[..start], &acts[end..]].concat();
            inputs.push(Input::of(acts));
        }
        length /= 2;
    }
    // Two that are apart, where that is not too much to try.
    for (first, second) in pairs(acts.len().min(PAIRED_MAX)) {
        let kept = acts.iter().enumerate().filter(|(at, _)| *at != first && *at != second);
        inputs.push(Input::of(kept.map(|(_, act)| act.clone()).collect()));
    }
}

fn pairs(len: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..len).flat_map(move |first| (first + 2..len).map(move |second| (first, second)))
}

/// Two pieces of content made one.
fn joined(acts: &[Act], inputs: &mut Vec<Input>) {
    let is_content = |act: &Act| matches!(act, Act::Send(Piece::Content(_) | Piece::Octets(_), _));
    for at in 1..acts.len() {
        if is_content(&acts[at - 1]) && is_content(&acts[at]) {
            let whole = [Act::Send(Piece::Content(&CONTENTS[0]), Cut::Whole)];
            inputs.push(Input::of([&acts[..at - 1], &whole, &acts[at + 1..]].concat()));
        }
    }
}

/// All heads made usual at once, but for one word.
fn usual_heads(acts: &[Act], inputs: &mut Vec<Input>) {
    for keep in Part::ALL {
        let mut acts = acts.to_vec();
        for act in &mut acts {
            if let Act::Send(Piece::Head(head), cut) = act {
                *cut = Cut::Whole;
                for part in Part::ALL.into_iter().filter(|part| *part != keep) {
                    part.make_usual(head);
                }
            }
        }
        inputs.push(Input::of(acts));
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Part {
    Method,
    Target,
    Version,
    Framing,
    Expect,
    Fields,
    Order,
}

impl Part {
    const ALL: [Self; 7] = [
        Self::Method,
        Self::Target,
        Self::Version,
        Self::Framing,
        Self::Expect,
        Self::Fields,
        Self::Order,
    ];

    fn make_usual(self, head: &mut Head) {
        match self {
            Self::Method => head.method = &METHODS[0],
            Self::Target => head.target = usual_target(head),
            Self::Version => head.version = &VERSIONS[0],
            Self::Framing => head.framing = &FRAMINGS[0],
            Self::Expect => head.expect = Expect::Word(&EXPECTS[0]),
            Self::Fields => head.fields = &FIELDS[0],
            Self::Order => head.order = Order::Last,
        }
    }
}

/// The usual one of those that make sense to the same party.
fn usual_target(head: &Head) -> &'static Word {
    if TAGGED_TARGETS.contains(head.target) { &TAGGED_TARGETS[0] } else { &TARGETS[0] }
}

fn simpler_acts(act: &Act) -> Vec<Act> {
    match act {
        Act::Send(piece, cut) => {
            let mut acts = vec![Act::Send(piece.clone(), Cut::Whole)];
            if let Cut::At(at, _) = cut {
                acts.push(Act::Send(piece.clone(), Cut::At(*at, Wait::Apart)));
            }
            acts.extend(simpler_pieces(piece).into_iter().map(|it| Act::Send(it, *cut)));
            acts
        }
        Act::Wait(_) => WAITS.iter().map(|wait| Act::Wait(*wait)).collect(),
        Act::Connection(number) => (0..*number).map(Act::Connection).collect(),
        Act::Origin(act) => origin::simpler_acts(act).into_iter().map(Act::Origin).collect(),
        Act::Ask(task) => origin::simpler_tasks(task).into_iter().map(Act::Ask).collect(),
        Act::Finish | Act::Reset | Act::Twin(_) => Vec::new(),
    }
}

fn simpler_pieces(piece: &Piece) -> Vec<Piece> {
    match piece {
        Piece::Head(head) => simpler_heads(head).into_iter().map(Piece::Head).collect(),
        Piece::Content(_) => vec![Piece::Content(&CONTENTS[0])],
        Piece::Octets(octets) => {
            let mut pieces = vec![Piece::Content(&CONTENTS[0])];
            pieces.extend(shorter(octets).into_iter().map(Piece::Octets));
            pieces
        }
    }
}

fn simpler_heads(head: &Head) -> Vec<Head> {
    let mut heads = Vec::new();
    for part in Part::ALL {
        let mut usual = head.clone();
        part.make_usual(&mut usual);
        heads.push(usual);
    }
    heads.push(Head { expect: Expect::Word(named(EXPECTS, "none")), ..head.clone() });
    heads.push(Head { framing: named(FRAMINGS, "none"), ..head.clone() });
    heads.push(Head { fields: named(FIELDS, "upgrade"), ..head.clone() });
    if let Expect::Lines(lines) = &head.expect {
        heads.push(Head { expect: Expect::Word(named(EXPECTS, "unknown")), ..head.clone() });
        let shorter = shorter(lines).into_iter().map(Expect::Lines);
        heads.extend(shorter.map(|expect| Head { expect, ..head.clone() }));
    }
    heads
}

/// The same octets without half of them, a quarter, and so on, as far as that is not too much to try.
fn shorter(octets: &[u8]) -> Vec<Vec<u8>> {
    let mut list = Vec::new();
    let mut length = octets.len().div_ceil(2);
    while length > 0 && octets.len() / length <= CUTS_MAX {
        for start in (0..octets.len()).step_by(length) {
            let end = (start + length).min(octets.len());
            list.push([&octets[..start], &octets[end..]].concat());
        }
        length = if length == 1 { 0 } else { length.div_ceil(2) };
    }
    list
}

/// What makes an input less simple, the most important first.
pub(crate) fn cost(input: &Input) -> (usize, usize, usize) {
    let (mut words, mut octets) = (0, 0);
    for act in &input.acts {
        match act {
            Act::Send(piece, cut) => {
                let (of_words, of_octets) = cost_of(piece);
                words += of_words + cost_of_cut(*cut);
                octets += of_octets;
            }
            Act::Wait(wait) => words += rank(WAITS, wait),
            Act::Connection(number) => words += usize::from(*number),
            Act::Origin(act) => {
                let (of_words, of_octets) = origin::cost(act);
                words += of_words;
                octets += of_octets;
            }
            Act::Ask(task) => words += origin::cost_of_task(task),
            Act::Finish | Act::Reset | Act::Twin(_) => {}
        }
    }
    (input.acts.len(), words, octets)
}

const fn cost_of_cut(cut: Cut) -> usize {
    match cut {
        Cut::Whole => 0,
        Cut::At(_, Wait::Apart) => 1,
        Cut::At(..) | Cut::Each(_) => 2,
    }
}

fn cost_of(piece: &Piece) -> (usize, usize) {
    let is_usual = |word: &'static Word, table: &'static [Word]| usize::from(*word != table[0]);
    match piece {
        Piece::Head(head) => {
            let Head { method, target, version, framing, expect, fields, order } = head;
            let (expect, octets) = match expect {
                Expect::Word(word) => (rank(&["none", "continue"], &word.name), 0),
                Expect::Lines(lines) => (4, lines.len()),
            };
            let words = is_usual(method, METHODS)
                + usize::from(*target != usual_target(head))
                + is_usual(version, VERSIONS)
                + rank(&["none", "length-5"], &framing.name)
                + rank(&["plain", "upgrade"], &fields.name)
                + usize::from(*order != Order::Last);
            (words + expect, octets)
        }
        Piece::Content(word) => (is_usual(word, CONTENTS), 0),
        Piece::Octets(octets) => (2, octets.len()),
    }
}

/// The place in a table, or the number of its rows.
fn rank<T: PartialEq>(table: &[T], value: &T) -> usize {
    table.iter().position(|row| row == value).unwrap_or(table.len())
}

/// Waits, what clients usually wait for first.
const WAITS: &[Wait] =
    &[Wait::Final, Wait::Answer, Wait::Close, Wait::Quiet, Wait::Pause, Wait::Apart];

/// So many acts, the first, are taken out two by two.
const PAIRED_MAX: usize = 8;

/// More pieces of some octets are not taken out one by one.
const CUTS_MAX: usize = 128;
