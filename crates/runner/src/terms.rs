//! The bounds under which a case is played.

use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::sync::Arc;

use expectspec_judge::Windows;

/// The bounds under which a case is played.
#[derive(Clone, Debug)]
pub struct Terms {
    /// How long is waited for what.
    pub windows: Windows,
    /// A pause of a script is this many percent of what it says.
    pub timeout_scale_percent: u32,
    /// What becomes of a script when a wait was in vain.
    pub in_vain: InVain,
    /// How many octets of content a client is told to send.
    pub content_octets: usize,
    /// What all cases of a run may receive together.
    pub allowance: Arc<Allowance>,
}

/// What becomes of a script when a wait was in vain.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum InVain {
    /// It goes on, since the judge reads from what comes later too.
    GoesOn,
    /// It ends: there is nothing else to learn.
    Ends,
}

impl Terms {
    /// How long a pause of `ms` lasts.
    pub(crate) fn pause(&self, ms: u32) -> Duration {
        Duration::from_micros(u64::from(ms) * 10 * u64::from(self.timeout_scale_percent))
    }
}

/// What a subject may send in a whole run before every case reads but little of it. It is counted
/// by what it takes to keep it and to print it, so that a run has a size whatever is sent.
#[derive(Debug)]
pub struct Allowance {
    left: AtomicUsize,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { left: AtomicUsize::new(ALLOWANCE) }
    }
}

impl Allowance {
    /// What clients may send in so many cases: their content is what they were told to send.
    pub(crate) fn for_clients(cases: usize, content_octets: usize) -> Self {
        let content = cases.saturating_mul(content_octets).saturating_mul(4);
        Self { left: AtomicUsize::new(content.saturating_add(8 * ALLOWANCE)) }
    }

    pub(crate) fn take(&self, octets: &[u8]) {
        let weight = PIECE + octets.iter().map(weight).sum::<usize>();
        let less = |left: usize| Some(left.saturating_sub(weight));
        // The update always has a value.
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).ok();
    }

    pub(crate) fn is_used_up(&self) -> bool {
        self.left.load(Ordering::Relaxed) == 0
    }
}

/// What an octet takes at most in the text form of a transcript.
const fn weight(octet: &u8) -> usize {
    match octet {
        // A line of its own with a margin.
        b'\n' => 24,
        b' '..=b'~' => 1,
        // An escape sequence, whose backslash JSON escapes again.
        _ => 5,
    }
}

/// An entry with its time stamp, and the memory that it takes.
const PIECE: usize = 128;
const ALLOWANCE: usize = 32 * 1024 * 1024;
