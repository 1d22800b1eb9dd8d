//! How octets travel.

use core::time::Duration;
use std::collections::VecDeque;

use expectspec_machines::Item;

/// How octets travel: how many of them together, and how long.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Travel {
    pub(crate) octets: usize,
    pub(crate) delay: Duration,
}

/// Something that is under way, and when it will be there.
pub(super) type Traveller = (Duration, Item);

/// Sends something behind what is under way already.
pub(super) fn push(arriving: &mut VecDeque<Traveller>, at: Duration, item: Item) {
    let last = arriving.back().map_or(Duration::ZERO, |(last, _)| *last);
    arriving.push_back((at.max(last), item));
}

pub(super) fn octets_in(arriving: &VecDeque<Traveller>) -> usize {
    let octets = |(_, item): &Traveller| match item {
        Item::Octets(octets) => octets.len(),
        Item::Connected | Item::End | Item::Reset => 0,
    };
    arriving.iter().map(octets).sum()
}
