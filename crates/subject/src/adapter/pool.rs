//! The processes of a client's adapter: a process does one job at a time, and jobs may overlap.

use core::time::Duration;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::AdapterError;
use super::answer::Role;
use super::process::Shared;
use crate::{Ability, SubjectError};

/// The processes of a client's adapter.
#[derive(Debug)]
pub(super) struct Pool {
    command: Vec<String>,
    answer_max: Duration,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    idle: Vec<Shared>,
    /// What a process did wrong; none is given out any more.
    trouble: Option<AdapterError>,
}

/// A process that is at work; it goes back when this is dropped.
#[derive(Debug)]
pub(super) struct Taken {
    pool: Arc<Pool>,
    pub(super) process: Shared,
}

impl Pool {
    /// Starts a first process, and hears what it can do.
    pub(super) fn start(
        command: &[String],
        answer_max: Duration,
    ) -> Result<(Arc<Self>, Vec<Ability>), SubjectError> {
        let (process, abilities) = Shared::start(command, Role::Client, answer_max)?;
        let state = Mutex::new(State { idle: vec![process], trouble: None });
        Ok((Arc::new(Self { command: command.to_vec(), answer_max, state }), abilities))
    }

    /// A process that has nothing to do.
    pub(super) fn take(self: &Arc<Self>) -> Result<Taken, SubjectError> {
        if let Some(trouble) = self.trouble() {
            return Err(trouble);
        }
        let idle = self.lock().idle.pop();
        let process = match idle {
            Some(process) => process,
            None => Shared::start(&self.command, Role::Client, self.answer_max)?.0,
        };
        Ok(Taken { pool: Arc::clone(self), process })
    }

    /// The error that ended a conversation, if one has.
    pub(super) fn trouble(&self) -> Option<SubjectError> {
        let error = self.lock().trouble.clone()?;
        Some(SubjectError::Adapter { command: self.name(), error })
    }

    /// The command in one line.
    pub(super) fn name(&self) -> String {
        self.command.join(" ")
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        let trouble = self.process.lock().trouble.clone();
        let mut state = self.pool.lock();
        match trouble {
            Some(trouble) => {
                state.trouble.get_or_insert(trouble);
            }
            None => state.idle.push(self.process.clone()),
        }
    }
}
