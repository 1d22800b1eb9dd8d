//! The clock of one machine.

use core::time::Duration;

/// A clock that stands still, but for a microsecond with everything that its machine hears, until the
/// machine's next timer fires.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clock {
    pub(super) now: Duration,
}

impl Clock {
    /// The moment at which something is heard.
    pub(super) fn tick(&mut self) -> Duration {
        self.now += Duration::from_micros(1);
        self.now
    }

    /// How long it is until a deadline; one that never comes is none.
    pub(super) fn until(self, deadline: Option<Duration>) -> Option<Duration> {
        deadline.filter(|it| *it < Duration::MAX).map(|it| it.saturating_sub(self.now))
    }

    /// The moment at which a timer with this deadline fires.
    pub(super) fn reach(&mut self, deadline: Option<Duration>) -> Duration {
        self.now = self.now.max(deadline.unwrap_or_default());
        self.now
    }
}
