//! Content that comes while the request goes out.

use alloc::vec::Vec;

/// A queue of octets of content, and whether more may come.
#[derive(Clone, Debug, Default)]
pub(super) struct Stream {
    octets: Vec<u8>,
    /// How many octets at the front are taken.
    at: usize,
    end: StreamEnd,
    loss: Loss,
}

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum StreamEnd {
    #[default]
    Open,
    Ended,
}

/// Whether any octet was ever taken.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Loss {
    #[default]
    Nothing,
    Begun,
}

impl Stream {
    pub(super) fn push(&mut self, octets: &[u8]) {
        if self.at > self.octets.len() / 2 {
            self.octets.drain(..self.at);
            self.at = 0;
        }
        self.octets.extend_from_slice(octets);
    }

    pub(super) fn end(&mut self) {
        self.end = StreamEnd::Ended;
    }

    /// The next octets, at most `octets_max`; none if none are here.
    pub(super) fn take(&mut self, octets_max: usize) -> &[u8] {
        let count = self.held().min(octets_max);
        if count > 0 {
            self.loss = Loss::Begun;
        }
        self.at += count;
        &self.octets[self.at - count..self.at]
    }

    /// How many octets wait.
    pub(super) const fn held(&self) -> usize {
        self.octets.len() - self.at
    }

    /// Whether all octets are still here, so that the content can begin again.
    pub(super) const fn is_whole(&self) -> bool {
        matches!(self.loss, Loss::Nothing)
    }

    /// Whether all octets are taken and no more will come.
    pub(super) fn is_over(&self) -> bool {
        self.end == StreamEnd::Ended && self.held() == 0
    }
}
