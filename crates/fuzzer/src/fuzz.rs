//! A run of the fuzzer: whom it plays with, and what comes of it.

mod notes;
mod running;
mod suspicions;

use expectspec_runner::{FirstConversation, RunError, Subject};

use crate::player::Player;
use crate::runtime::{run, runtime};
use crate::{Event, Outcome, Settings};

use running::Running;

/// A run of the fuzzer that is to be.
#[derive(Clone, Debug)]
pub struct Fuzz {
    /// Whom to play with.
    pub subject: Subject,
    /// What bounds the run, and what counts as a find.
    pub settings: Settings,
}

impl Fuzz {
    /// Plays until the time, the executions or the finds are used up, or the subject is gone. Ends in
    /// bounded time, whatever the subject does, if the settings bound anything.
    ///
    /// # Errors
    /// When the subject does not answer a plain GET, so that nothing can be said of it.
    pub fn run(&self, on_event: &mut dyn FnMut(Event<'_>)) -> Result<Outcome, RunError> {
        let plan = self.settings.plan(self.subject.party());
        let runtime = runtime(self.subject.clock()).map_err(RunError::Runtime)?;
        let first = runtime.block_on(FirstConversation::with(&self.subject, &plan));
        let first = first.map_err(RunError::Check)?;
        let player = Player::new(&self.subject, &plan, &self.settings, &first);
        let (windows, concurrency) = (player.brisk, player.concurrency);
        on_event(Event::Began { first: &first, windows, concurrency });
        let mut running = Running::new(&player, on_event);
        let end = run(self.subject.clock(), &runtime, running.run());
        Ok(running.into_outcome(end, windows, first))
    }
}
