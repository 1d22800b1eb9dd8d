//! What is said to a program, and when: it has no clock but what it is told.

use core::future::{Future as _, poll_fn};
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::answer::Rest;
use super::hex;
use super::link::{Came, Link};

/// What happened, for the program.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum News {
    /// A connection is open.
    Open(u32),
    /// Octets came.
    Octets(u32, Vec<u8>),
    /// The peer ended its direction.
    End(u32),
    /// The connection is gone.
    Reset(u32),
}

impl News {
    /// What came on this connection, if a program need know.
    pub(super) fn of(number: u32, came: Came) -> Option<Self> {
        match came {
            Came::Octets(octets) => Some(Self::Octets(number, octets)),
            Came::End => Some(Self::End(number)),
            Came::Break => Some(Self::Reset(number)),
            Came::Written => None,
        }
    }

    pub(super) fn line(&self) -> String {
        match self {
            Self::Open(number) => format!("open {number}"),
            Self::Octets(number, octets) => format!("octets {number} {}", hex::encode(octets)),
            Self::End(number) => format!("end {number}"),
            Self::Reset(number) => format!("reset {number}"),
        }
    }
}

/// What a program was told of the time, and when it wants to be told again.
#[derive(Debug)]
pub(super) struct Pace {
    began: Instant,
    told_ms: u64,
    wakes_ms: Option<u64>,
}

impl Pace {
    /// The time begins now.
    pub(super) fn new() -> Self {
        Self { began: Instant::now(), told_ms: 0, wakes_ms: None }
    }

    /// The milliseconds since the beginning.
    pub(super) fn tell(&mut self) -> u64 {
        self.told_ms = self.now_ms();
        self.told_ms
    }

    /// Whether the program thinks that it is earlier.
    pub(super) fn is_behind(&self) -> bool {
        self.told_ms < self.now_ms()
    }

    /// Takes the end of an answer. Whoever gave octets and wants to go on at once may, as soon as
    /// they are written; whoever gave none could do so for ever, and no time would pass.
    pub(super) fn rest(&mut self, rest: Rest, gave: bool) {
        let soonest = self.told_ms + u64::from(!gave);
        self.wakes_ms = match rest {
            Rest::Until(ms) => Some(ms.max(soonest)),
            Rest::Wait | Rest::Done => None,
        };
    }

    /// What happens next, on which of the connections; `None` if it is time to tell the time.
    pub(super) async fn next(&self, links: &mut [Link]) -> Option<(usize, Came)> {
        let mut sleep = pin!(sleep_until(self.wakes().unwrap_or(self.began)));
        poll_fn(|context| {
            for (index, link) in links.iter_mut().enumerate() {
                if let Poll::Ready(came) = link.poll(context) {
                    return Poll::Ready(Some((index, came)));
                }
            }
            let is_later = self.wakes_ms.is_some_and(|ms| ms > self.told_ms);
            let may_wake =
                self.wakes_ms.is_some() && (is_later || links.iter().all(Link::is_flushed));
            if may_wake { sleep.as_mut().poll(context).map(|()| None) } else { Poll::Pending }
        })
        .await
    }

    fn wakes(&self) -> Option<Instant> {
        // A time beyond what a clock can show never comes.
        self.wakes_ms.and_then(|ms| self.began.checked_add(Duration::from_millis(ms.min(YEAR_MS))))
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

const YEAR_MS: u64 = 365 * 24 * 60 * 60 * 1000;
