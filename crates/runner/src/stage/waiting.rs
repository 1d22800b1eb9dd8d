//! Waiting: all that comes on a stage is taken, on whatever connection it comes.

use core::future::poll_fn;
use core::pin::{Pin, pin};
use core::task::{Context, Poll};
use core::time::Duration;

use expectspec_judge::{Event, Side};
use expectspec_subject::Connection;
use tokio::time::{Instant, Sleep, sleep_until};

use super::{CONNECTIONS_MAX, Source, Stage};
use crate::wire::Wire;

impl Stage<'_> {
    /// What is left of a window that began when something last happened. A script for two sides waits
    /// on one of them and then on the other, and the silence of both is one.
    pub(crate) fn left_of(&self, window_us: u64) -> Duration {
        let window = Duration::from_micros(window_us);
        match self.source {
            Source::Intermediary(_) => window.saturating_sub(self.stirred.elapsed()),
            Source::Server(_) | Source::Client(_) => window,
        }
    }

    /// Reads on every connection until `done` holds (`true`) or the time is over (`false`). What is too
    /// much, or the end of a client, ends every wait.
    pub(crate) async fn watch(&mut self, window: Duration, done: impl Fn(&Self) -> bool) -> bool {
        let mut sleep = pin!(sleep_until(Instant::now() + window));
        loop {
            let ends = self.is_done || self.has_lost_count || self.received.is_too_much();
            if ends || done(self) {
                return true;
            }
            if !self.read(sleep.as_mut()).await {
                return false;
            }
        }
    }

    /// The same for what a script awaits: that it did not come is noted.
    pub(crate) async fn wait(&mut self, window: Duration, done: impl Fn(&Self) -> bool) -> bool {
        let came = self.watch(window, done).await;
        if !came {
            self.record_quiet();
            self.waited_in_vain = true;
        }
        came
    }

    /// Reads what a client sent before it came to its end, or until the time is over.
    pub(crate) async fn drain(&mut self, window: Duration) {
        let mut sleep = pin!(sleep_until(Instant::now() + window));
        let open = |stage: &Self| !stage.inbound.list.iter().all(Wire::is_over);
        while self.is_done && !self.received.is_too_much() && open(self) {
            if !self.read(sleep.as_mut()).await {
                return;
            }
        }
    }

    /// Takes what comes next; false if the time is over before.
    async fn read(&mut self, mut sleep: Pin<&mut Sleep>) -> bool {
        poll_fn(|context| match self.poll_all(context) {
            Poll::Ready(()) => Poll::Ready(true),
            Poll::Pending => sleep.as_mut().poll(context).map(|()| false),
        })
        .await
    }

    /// Takes what has come: connections, octets, words; ready if anything has.
    pub(super) fn poll_all(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let mut came = Poll::Pending;
        if let Poll::Ready(Some(connection)) = self.poll_connection(context) {
            self.inbound.add(connection);
            came = Poll::Ready(());
        }
        for side in [Side::Outbound, Side::Inbound] {
            for index in 0..self.side(side).list.len() {
                let room = self.received.room();
                let wire = &mut self.side_mut(side).list[index];
                if let Poll::Ready(event) = wire.poll_read(context, room) {
                    self.record(side, index, event);
                    came = Poll::Ready(());
                }
            }
        }
        // What was sent before the client came to its end has to be read first.
        if came.is_pending()
            && !self.is_done
            && let Source::Client(session) = &mut self.source
            && let Poll::Ready(said) = session.poll_said(context)
        {
            match said {
                Some(said) => self.record(Side::Inbound, self.inbound.current, Event::Said(said)),
                None => self.is_done = true,
            }
            came = Poll::Ready(());
        }
        came
    }

    fn poll_connection(&mut self, context: &mut Context<'_>) -> Poll<Option<Connection>> {
        if self.is_done || self.inbound.list.len() >= CONNECTIONS_MAX {
            return Poll::Pending;
        }
        match &mut self.source {
            Source::Server(_) => Poll::Pending,
            Source::Client(session) => session.poll_connection(context),
            Source::Intermediary(passage) => passage.poll_inbound(context),
        }
    }
}
