//! Things with small numbers that are used again.

use alloc::vec::Vec;

/// A table whose indices stay while their entries do.
#[derive(Clone, Debug)]
pub(super) struct Slots<T> {
    entries: Vec<Option<T>>,
}

impl<T> Slots<T> {
    pub(super) const fn new() -> Self {
        Self { entries: Vec::new() }
    }

    /// Puts `entry` at the first free index.
    pub(super) fn insert(&mut self, entry: T) -> u16 {
        let free = self.entries.iter().position(Option::is_none);
        let index = free.unwrap_or(self.entries.len());
        match self.entries.get_mut(index) {
            Some(slot) => *slot = Some(entry),
            None => self.entries.push(Some(entry)),
        }
        u16::try_from(index).expect("no transport has that many connections at once")
    }

    pub(super) fn remove(&mut self, index: u16) {
        if let Some(slot) = self.entries.get_mut(usize::from(index)) {
            *slot = None;
        }
    }

    pub(super) fn get(&self, index: u16) -> Option<&T> {
        self.entries.get(usize::from(index))?.as_ref()
    }

    pub(super) fn get_mut(&mut self, index: u16) -> Option<&mut T> {
        self.entries.get_mut(usize::from(index))?.as_mut()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u16, &T)> {
        (0..).zip(&self.entries).filter_map(|(index, slot)| Some((index, slot.as_ref()?)))
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (u16, &mut T)> {
        (0..).zip(&mut self.entries).filter_map(|(index, slot)| Some((index, slot.as_mut()?)))
    }

    /// The indices that may have entries.
    pub(super) fn indices(&self) -> core::ops::Range<u16> {
        0..u16::try_from(self.entries.len()).expect("indices fit, as `insert` has seen to")
    }
}
