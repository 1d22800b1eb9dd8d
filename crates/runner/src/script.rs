//! The steps of a script that are the same for all parties.

use core::time::Duration;

use expectspec_catalogue::ScriptStep as Step;
use expectspec_judge::Side;
use expectspec_subject::SubjectError;

use crate::stage::{Source, Stage};
use crate::{InVain, between, host, player};

/// The longest single write of a [`Step::Repeat`].
const REPEAT_OCTETS: usize = 64 * 1024;

impl Stage<'_> {
    /// Plays the script on the side of its peer.
    pub(crate) async fn play(&mut self, side: Side) -> Result<(), SubjectError> {
        self.steps(side, self.script.steps).await
    }

    async fn steps(&mut self, side: Side, steps: &[Step<'_>]) -> Result<(), SubjectError> {
        for step in steps {
            if self.is_given_up() {
                break;
            }
            self.step(side, *step).await?;
        }
        Ok(())
    }

    fn is_given_up(&self) -> bool {
        (self.waited_in_vain && self.terms.in_vain == InVain::Ends)
            || self.received.is_too_much()
            || self.has_lost_count
    }

    async fn step(&mut self, side: Side, step: Step<'_>) -> Result<(), SubjectError> {
        match step {
            Step::Send(octets) => {
                let octets = self.expand(side, octets);
                self.write(side, &octets).await;
                self.ends_what_is_over(side).await;
            }
            Step::Dribble { octets, octets_each, gap_ms } => {
                let octets = self.expand(side, octets);
                let gap = Duration::from_millis(u64::from(gap_ms));
                for piece in octets.chunks(octets_each.max(1) as usize) {
                    if !self.writes_on(side) {
                        break;
                    }
                    self.write(side, piece).await;
                    self.watch(gap, |stage| stage.side(side).is_over()).await;
                }
                self.ends_what_is_over(side).await;
            }
            Step::Repeat { octets, times } => {
                let octets = self.expand(side, octets);
                let at_once = (REPEAT_OCTETS / octets.len().max(1)).max(1);
                let mut left = times as usize;
                while left > 0 && self.writes_on(side) {
                    let now = left.min(at_once);
                    self.write(side, &octets.repeat(now)).await;
                    left -= now;
                }
                self.ends_what_is_over(side).await;
            }
            Step::Await(until) => match (&self.source, side) {
                (_, Side::Outbound) => player::wait(self, until).await,
                (Source::Client(_), Side::Inbound) => host::wait(self, until).await,
                (_, Side::Inbound) => between::wait(self, until).await,
            },
            Step::Quiet => {
                let quiet = Duration::from_micros(self.terms.windows.quiet_us);
                self.watch(quiet, |stage| stage.side(side).is_over()).await;
                self.record_quiet();
            }
            Step::Pause(ms) => {
                self.watch(self.terms.pause(ms), |_| false).await;
            }
            Step::Open => self.open().await?,
            Step::Use(number) => {
                let wires = self.side_mut(side);
                wires.current = usize::from(number).min(wires.list.len().saturating_sub(1));
            }
            Step::Finish => self.finish(side, self.side(side).current).await,
            Step::Reset => self.reset(side),
            Step::Serve(service) => match (&self.source, side) {
                (Source::Client(_), Side::Inbound) => host::serve(self, service).await,
                (Source::Intermediary(_), Side::Inbound) => between::serve(self, service).await,
                // Servers make no requests; the catalogue's tests keep this out of their scripts.
                _ => {}
            },
            Step::AtOrigin(steps) => Box::pin(self.steps(Side::Inbound, steps)).await?,
        }
        Ok(())
    }

    /// The octets of a step with their placeholders filled in.
    pub(crate) fn expand(&self, side: Side, octets: &[u8]) -> Vec<u8> {
        let octets = self.script.expand(octets, self.places);
        match (&self.source, side) {
            (Source::Intermediary(_), Side::Inbound) => between::suited(self, octets),
            _ => octets,
        }
    }

    async fn ends_what_is_over(&mut self, side: Side) {
        if let (Source::Intermediary(_), Side::Inbound) = (&self.source, side) {
            between::end_if_it_closes(self).await;
        }
    }
}
