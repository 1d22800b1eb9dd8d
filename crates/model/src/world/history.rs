//! What a machine was told, as one number, and its transcript at its own socket.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use expectspec_engine::intermediary::Link;
use expectspec_judge::Entry;

/// What one machine was told and did, in its own order. Histories share their beginnings.
#[derive(Clone, Debug, Default)]
pub struct History {
    hash: [u64; 2],
    /// Octets that were told last, behind which nothing else happened.
    piece: Option<(Link, Rc<Vec<u8>>)>,
    last: Option<Rc<Note>>,
}

#[derive(Debug)]
struct Note {
    entry: Entry,
    before: Option<Rc<Note>>,
}

impl History {
    /// A number that says what the machine was told, in order. What it did follows from that.
    ///
    /// Octets that came in several pieces, between which the machine did nothing, count as one piece.
    #[must_use]
    pub fn hash(&self) -> [u64; 2] {
        match &self.piece {
            None => self.hash,
            Some(piece) => hash_behind(self.hash, piece),
        }
    }

    pub(super) fn tell(&mut self, what: &impl Hash) {
        self.act();
        self.hash = hash_behind(self.hash, what);
    }

    pub(super) fn tell_octets(&mut self, link: Link, octets: &[u8]) {
        match &mut self.piece {
            Some((known, piece)) if *known == link => {
                Rc::make_mut(piece).extend_from_slice(octets);
            }
            _ => {
                self.act();
                self.piece = Some((link, Rc::new(octets.to_vec())));
            }
        }
    }

    /// The machine did something: what comes next is another piece.
    pub(super) fn act(&mut self) {
        self.hash = self.hash();
        self.piece = None;
    }

    /// Writes down what passed; the time is that of the machine's own clock.
    pub(super) fn enter(&mut self, entry: Entry) {
        self.last = Some(Rc::new(Note { entry, before: self.last.take() }));
    }

    /// What passed at the machine's own socket.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        let mut note = self.last.as_ref();
        while let Some(it) = note {
            entries.push(it.entry.clone());
            note = it.before.as_ref();
        }
        entries.reverse();
        entries
    }
}

fn hash_behind(hash: [u64; 2], what: &impl Hash) -> [u64; 2] {
    [0, 1].map(|half| {
        let mut hasher = DefaultHasher::new();
        (half, hash[half]).hash(&mut hasher);
        what.hash(&mut hasher);
        hasher.finish()
    })
}
