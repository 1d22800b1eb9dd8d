//! A client that can do more than its adapter says.

use expectspec_subject::{Ability, Client, Clock, Job, Starting};
use std::sync::Arc;

/// A client with further abilities.
pub(crate) struct Able {
    pub(crate) client: Arc<dyn Client>,
    pub(crate) ability: Ability,
}

impl Client for Able {
    fn start(&self, job: Job) -> Starting<'_> {
        self.client.start(job)
    }

    fn name(&self) -> String {
        self.client.name()
    }

    fn transport(&self) -> &'static str {
        self.client.transport()
    }

    fn clock(&self) -> Clock {
        self.client.clock()
    }

    fn can(&self, ability: Ability) -> bool {
        ability == self.ability || self.client.can(ability)
    }

    fn sees_resets(&self) -> bool {
        self.client.sees_resets()
    }
}
