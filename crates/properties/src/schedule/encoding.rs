//! A schedule as octets.

use super::{Action, RequestHead, Schedule};
use crate::choices::{Choices, write_octets, write_row};
use crate::presets::SERVERS;
use crate::words::{
    CONTENTS, EXPECTS, FIELDS, FRAMINGS, LATENCIES, METHODS, TARGETS, VERSIONS, WAITS, Word,
};

/// The kinds of actions; those that are chosen more often stand more than once.
static KINDS: &[Kind] = &[
    Kind::Head,
    Kind::Wait,
    Kind::Content,
    Kind::Head,
    Kind::Wait,
    Kind::Content,
    Kind::Octets,
    Kind::Finish,
    Kind::Reset,
];

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Head,
    Wait,
    Content,
    Octets,
    Finish,
    Reset,
}

impl Schedule {
    /// The schedule that these octets stand for.
    #[must_use]
    pub fn decode(octets: &[u8]) -> Self {
        let mut choices = Choices::new(octets);
        let policy = SERVERS.chosen_by(choices.octet());
        let latency = choices.row(LATENCIES);
        let mut actions = Vec::new();
        while !choices.is_empty() && actions.len() < Self::ACTIONS_MAX {
            actions.push(action(&mut choices));
        }
        Self { policy, latency, actions }
    }

    /// The shortest octets that stand for this schedule, as far as it is not longer than what
    /// [`Schedule::decode`] reads.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut octets = vec![SERVERS.octet(self.policy)];
        write_row(&mut octets, LATENCIES, self.latency);
        for action in &self.actions {
            encode(action, &mut octets);
        }
        octets
    }
}

fn action(choices: &mut Choices<'_>) -> Action {
    match choices.row(KINDS) {
        Kind::Head => Action::Head(RequestHead::decode(choices)),
        Kind::Content => Action::Content(choices.row(CONTENTS)),
        Kind::Octets => Action::Octets(choices.octets().to_vec()),
        Kind::Wait => Action::Wait(choices.row(WAITS)),
        Kind::Finish => Action::Finish,
        Kind::Reset => Action::Reset,
    }
}

fn encode(action: &Action, out: &mut Vec<u8>) {
    let kind = match action {
        Action::Head(_) => Kind::Head,
        Action::Content(_) => Kind::Content,
        Action::Octets(_) => Kind::Octets,
        Action::Wait(_) => Kind::Wait,
        Action::Finish => Kind::Finish,
        Action::Reset => Kind::Reset,
    };
    let row = KINDS.iter().find(|known| **known == kind).expect("every kind has a row");
    write_row(out, KINDS, row);
    match action {
        Action::Head(head) => head.encode(out),
        Action::Content(word) => write_row(out, CONTENTS, word),
        Action::Octets(octets) => write_octets(out, octets),
        Action::Wait(time) => write_row(out, WAITS, time),
        Action::Finish | Action::Reset => {}
    }
}

impl RequestHead {
    /// One octet a word, in the order of the script.
    pub(crate) fn decode(choices: &mut Choices<'_>) -> Self {
        Self::decode_with(choices, TARGETS)
    }

    /// The same, with a target of another table.
    pub(crate) fn decode_with(choices: &mut Choices<'_>, targets: &'static [Word]) -> Self {
        Self {
            method: choices.row(METHODS),
            target: choices.row(targets),
            version: choices.row(VERSIONS),
            framing: choices.row(FRAMINGS),
            expect: choices.row(EXPECTS),
            fields: choices.row(FIELDS),
        }
    }

    /// The head that these octets choose, for properties of a single request.
    #[must_use]
    pub fn chosen_by(octets: [u8; 6]) -> Self {
        Self::decode(&mut Choices::new(&octets))
    }

    fn encode(&self, out: &mut Vec<u8>) {
        self.encode_with(out, TARGETS);
    }

    /// Writes what [`RequestHead::decode_with`] reads.
    pub(crate) fn encode_with(&self, out: &mut Vec<u8>, targets: &'static [Word]) {
        write_row(out, METHODS, self.method);
        write_row(out, targets, self.target);
        write_row(out, VERSIONS, self.version);
        write_row(out, FRAMINGS, self.framing);
        write_row(out, EXPECTS, self.expect);
        write_row(out, FIELDS, self.fields);
    }
}
