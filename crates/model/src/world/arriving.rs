//! What is under way to an end, and in how many pieces it can be taken.

use std::collections::VecDeque;

use expectspec_machines::Item;

/// How many pieces can be taken at most: all writes of octets that arrive before anything else does.
pub(super) fn pieces_at_front(arriving: &VecDeque<Item>) -> usize {
    let octets = arriving.iter().take_while(|item| matches!(item, Item::Octets(_))).count();
    octets.max(usize::from(!arriving.is_empty()))
}

/// Takes what arrives first; of octets so many pieces together.
pub(super) fn take(arriving: &mut VecDeque<Item>, pieces: usize) -> Option<Item> {
    let mut first = arriving.pop_front()?;
    if let Item::Octets(octets) = &mut first {
        for _ in 1..pieces {
            if let Some(Item::Octets(more)) = arriving.front() {
                octets.extend_from_slice(more);
                arriving.pop_front();
            }
        }
    }
    Some(first)
}
