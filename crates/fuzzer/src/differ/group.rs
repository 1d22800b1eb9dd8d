//! Differences with one cause, as far as that can be told.

use core::fmt::Write;

use expectspec_judge::Transcript;
use expectspec_properties::words::{EXPECTS, FIELDS, FRAMINGS, METHODS, TARGETS, VERSIONS};

use super::{Aspect, Showing};
use crate::generate::named;
use crate::input::{Act, Expect, Head, Input, Order, Piece};

/// Differences that seem to have one cause: the same servers differ in the same way, and the simplest
/// scripts are alike. A difference is a fact, and no failure.
#[derive(Clone, Debug)]
pub struct Group {
    /// What they differ in.
    pub aspect: Aspect,
    /// What each of them shows, in the order of the servers.
    pub showings: Vec<Showing>,
    /// What the simplest script is like: what is unusual in its heads, and what is done beside them.
    pub shape: String,
    /// The simplest script that shows it.
    pub input: Input,
    /// What passed when it was played last, in the order of the servers.
    pub transcripts: Vec<Transcript>,
    /// How many differences were found to be like this one.
    pub differences: usize,
    /// The number of the execution that showed it first, from 1.
    pub execution: u64,
}

/// What an input is like.
pub(super) fn shape(input: &Input) -> String {
    let mut shape = String::new();
    for act in &input.acts {
        let word = match act {
            Act::Send(Piece::Head(head), _) => of_head(head),
            Act::Send(Piece::Content(word), _) => format!("content {}", word.name),
            Act::Send(Piece::Octets(_), _) => "octets".to_owned(),
            Act::Connection(_) => "another connection".to_owned(),
            Act::Finish => "end".to_owned(),
            Act::Reset => "reset".to_owned(),
            Act::Wait(_) | Act::Origin(_) | Act::Ask(_) | Act::Twin(_) => continue,
        };
        let separator = if shape.is_empty() { "" } else { ", " };
        write!(shape, "{separator}{word}").expect("a string takes everything");
    }
    shape
}

/// The words that a plain request has not.
fn of_head(head: &Head) -> String {
    let mut words = Vec::new();
    let rows = [
        (head.method, &METHODS[0]),
        (head.target, &TARGETS[0]),
        (head.version, &VERSIONS[0]),
        (head.framing, named(FRAMINGS, "none")),
        (head.fields, &FIELDS[0]),
    ];
    words.extend(rows.iter().filter(|(word, usual)| word != usual).map(|(word, _)| word.name));
    match &head.expect {
        Expect::Word(word) if *word == named(EXPECTS, "none") => {}
        Expect::Word(word) => words.push(word.name),
        Expect::Lines(_) => words.push("other-expectations"),
    }
    words.extend((head.order != Order::Last).then_some("in-another-order"));
    if words.is_empty() { "a plain request".to_owned() } else { words.join(" ") }
}
