//! Plays one script and writes down all that passes.

use core::future::poll_fn;
use core::pin::pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::sync::Arc;

use expectspec_catalogue::{Case, Places, Step, Until, expand};
use expectspec_judge::{Direction, Entry, Event, Side, Stamp, Transcript};
use expectspec_requirements::Party;
use expectspec_subject::{Server, SubjectError};
use tokio::time::{Instant, sleep_until};

use crate::received::{FROM_SERVER_OCTETS_MAX, Received};
use crate::wire::Wire;
use crate::{InVain, Terms};

/// The longest single write of a [`Step::Repeat`].
pub(crate) const REPEAT_OCTETS: usize = 64 * 1024;

/// What came of playing a case.
#[derive(Debug)]
pub struct Played {
    /// All that passed.
    pub transcript: Transcript,
    /// Whether the subject sent more than a case reads; the transcript ends there.
    pub flooded: bool,
}

/// Why a case could not be played.
#[derive(Debug)]
pub struct PlayError {
    /// Why no connection could be opened.
    pub error: SubjectError,
    /// What passed before.
    pub transcript: Transcript,
}

/// Plays `case` against `subject`. Ends within the sum of the script's windows, whatever the
/// subject does.
///
/// # Errors
/// When a connection can't be opened.
pub async fn play(
    subject: &dyn Server,
    case: &Case,
    places: &Places,
    terms: &Terms,
) -> Result<Played, PlayError> {
    let transcript = Transcript::new(Party::OriginServer, subject.transport(), terms.windows);
    let mut player = Player {
        subject,
        case,
        places,
        terms,
        began: Instant::now(),
        transcript,
        wires: Vec::new(),
        current: 0,
        waited_in_vain: false,
        received: Received::new(FROM_SERVER_OCTETS_MAX, Arc::clone(&terms.allowance)),
    };
    match player.play().await {
        Ok(()) => {
            Ok(Played { flooded: player.received.is_too_much(), transcript: player.transcript })
        }
        Err(error) => Err(PlayError { error, transcript: player.transcript }),
    }
}

struct Player<'a> {
    subject: &'a dyn Server,
    case: &'a Case,
    places: &'a Places,
    terms: &'a Terms,
    began: Instant,
    transcript: Transcript,
    wires: Vec<Wire>,
    current: usize,
    waited_in_vain: bool,
    received: Received,
}

impl Player<'_> {
    async fn play(&mut self) -> Result<(), SubjectError> {
        self.open().await?;
        for step in self.case.script {
            let given_up = self.waited_in_vain && self.terms.in_vain == InVain::Ends;
            if given_up || self.received.is_too_much() {
                break;
            }
            self.step(*step).await?;
        }
        Ok(())
    }

    async fn step(&mut self, step: Step) -> Result<(), SubjectError> {
        match step {
            Step::Send(octets) => {
                let octets = expand(octets, self.case, self.places);
                self.write(&octets).await;
            }
            Step::Dribble { octets, octets_each, gap_ms } => {
                let octets = expand(octets, self.case, self.places);
                let gap = Duration::from_millis(u64::from(gap_ms));
                for piece in octets.chunks(octets_each.max(1) as usize) {
                    if !self.writes_on() {
                        break;
                    }
                    self.write(piece).await;
                    self.watch(gap, |wire| wire.is_over()).await;
                }
            }
            Step::Repeat { octets, times } => {
                let octets = expand(octets, self.case, self.places);
                let at_once = (REPEAT_OCTETS / octets.len().max(1)).max(1);
                let mut left = times as usize;
                while left > 0 && self.writes_on() {
                    let now = left.min(at_once);
                    self.write(&octets.repeat(now)).await;
                    left -= now;
                }
            }
            Step::Await(until) => self.wait(until).await,
            Step::Quiet => {
                let quiet = Duration::from_micros(self.terms.windows.quiet_us);
                self.watch(quiet, |wire| wire.is_over()).await;
                self.record(self.current, Event::Quiet);
            }
            Step::Pause(ms) => {
                self.watch(self.terms.pause(ms), |_| false).await;
            }
            Step::Open => self.open().await?,
            Step::Use(number) => self.current = usize::from(number).min(self.wires.len() - 1),
            Step::Finish => {
                if self.wires[self.current].finish().await {
                    self.record(self.current, Event::End(Direction::ToSubject));
                }
            }
            Step::Reset => {
                if self.wires[self.current].reset() {
                    self.record(self.current, Event::Reset(Direction::ToSubject));
                }
            }
            // Servers make no requests; the catalogue's tests keep this out of their scripts.
            Step::Serve(_) => {}
        }
        Ok(())
    }

    async fn wait(&mut self, until: Until) {
        let window_us = match until {
            Until::Answer => self.terms.windows.immediate_us,
            Until::Final | Until::Request | Until::ContentBegun | Until::Content => {
                self.terms.windows.final_us
            }
            Until::Close => self.terms.windows.close_us,
        };
        let came = move |wire: &Wire| match until {
            Until::Answer => wire.is_answered(),
            Until::Final => wire.is_final_complete(),
            Until::Close => false,
            // Only clients send requests.
            Until::Request | Until::ContentBegun | Until::Content => true,
        };
        let window = Duration::from_micros(window_us);
        if !self.watch(window, |wire| came(wire) || wire.is_over()).await {
            self.record(self.current, Event::Quiet);
            self.waited_in_vain = true;
        }
        if until == Until::Final {
            self.wires[self.current].next_exchange();
        }
    }

    fn wire(&self) -> &Wire {
        &self.wires[self.current]
    }

    async fn open(&mut self) -> Result<(), SubjectError> {
        let connection = self.subject.connect().await?;
        self.current = self.wires.len();
        let number = u16::try_from(self.current).unwrap_or(u16::MAX);
        self.wires.push(Wire::new(connection, Side::Outbound, number));
        Ok(())
    }

    /// Reads on every connection until `done` holds of the current one (`true`) or the time is
    /// over (`false`).
    async fn watch(&mut self, window: Duration, done: impl Fn(&Wire) -> bool) -> bool {
        let mut sleep = pin!(sleep_until(Instant::now() + window));
        loop {
            if done(self.wire()) || self.received.is_too_much() {
                return true;
            }
            let came = poll_fn(|context| match self.poll_read(context) {
                Poll::Ready(()) => Poll::Ready(true),
                Poll::Pending => sleep.as_mut().poll(context).map(|()| false),
            });
            if !came.await {
                return false;
            }
        }
    }

    /// Whether there is any sense in writing more.
    fn writes_on(&self) -> bool {
        self.wire().is_writable() && !self.received.is_too_much()
    }

    /// Writes all of `octets` while reading. A connection that does not take them within the final
    /// window takes nothing more: what would come next can't stand behind half of this.
    async fn write(&mut self, octets: &[u8]) {
        let mut rest = octets;
        let mut patience =
            pin!(sleep_until(Instant::now() + Duration::from_micros(self.terms.windows.final_us)));
        while !rest.is_empty() && self.writes_on() {
            // The time before the write: while it goes on, the subject may answer already.
            let mut began_us = 0;
            let written = poll_fn(|context| {
                began_us = self.now_us();
                if let Poll::Ready(written) = self.wires[self.current].poll_write(context, rest) {
                    return Poll::Ready(written);
                }
                match self.poll_read(context) {
                    Poll::Ready(()) => Poll::Ready(Some(0)),
                    Poll::Pending => patience.as_mut().poll(context).map(|()| None),
                }
            });
            let Some(written) = written.await else {
                self.wires[self.current].give_up_writing();
                return;
            };
            if written > 0 {
                let event = Event::Octets(Direction::ToSubject, rest[..written].to_vec());
                self.record_at(began_us, self.current, event);
                rest = &rest[written..];
            }
        }
    }

    /// Takes what has come on any connection; ready if anything has.
    fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let mut came = Poll::Pending;
        for index in 0..self.wires.len() {
            let room = self.received.room();
            if let Poll::Ready(event) = self.wires[index].poll_read(context, room) {
                self.record(index, event);
                came = Poll::Ready(());
            }
        }
        came
    }

    fn now_us(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    fn record(&mut self, index: usize, event: Event) {
        self.record_at(self.now_us(), index, event);
    }

    fn record_at(&mut self, at_us: u64, index: usize, event: Event) {
        let wire = &mut self.wires[index];
        let entry = u32::try_from(self.transcript.entries.len()).unwrap_or(u32::MAX);
        wire.handle(&event, Stamp { entry, at_us });
        if let Event::Octets(Direction::FromSubject, octets) = &event {
            self.received.count(octets, Side::Outbound, wire);
        }
        self.transcript.entries.push(Entry {
            at_us,
            side: Side::Outbound,
            connection: wire.number(),
            event,
        });
    }
}
