//! The first conversation of a run, whoever is tested.

use crate::{Check, CheckError, ClientCheck, IntermediaryCheck, Plan, Subject};

/// What came first in a run.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum FirstConversation {
    /// With a server.
    Server(Check),
    /// With a client.
    Client(ClientCheck),
    /// Through an intermediary.
    Intermediary(IntermediaryCheck),
}

impl FirstConversation {
    /// Talks to the subject before the cases do.
    ///
    /// # Errors
    /// When there is nothing to test.
    pub async fn with(subject: &Subject, plan: &Plan) -> Result<Self, CheckError> {
        match subject {
            Subject::Server(server) => Check::first(server.as_ref(), plan).await.map(Self::Server),
            Subject::Client(client) => {
                ClientCheck::first(client.as_ref(), plan).await.map(Self::Client)
            }
            Subject::Intermediary(subject) => {
                IntermediaryCheck::first(subject.as_ref(), plan).await.map(Self::Intermediary)
            }
        }
    }

    /// Talks to the subject when the cases are over: whether it is still there.
    pub async fn again(subject: &Subject, plan: &Plan) -> bool {
        match subject {
            Subject::Server(server) => Check::last(server.as_ref(), plan).await,
            Subject::Client(client) => ClientCheck::last(client.as_ref(), plan).await,
            Subject::Intermediary(subject) => IntermediaryCheck::last(subject.as_ref(), plan).await,
        }
    }

    /// How many cases may be under way at once.
    #[must_use]
    pub const fn concurrency(&self, plan: &Plan) -> usize {
        let serial = match self {
            Self::Server(check) => !check.serves_in_parallel,
            Self::Intermediary(check) => !check.serves_in_parallel,
            Self::Client(_) => false,
        };
        if serial || plan.concurrency_max == 0 { 1 } else { plan.concurrency_max }
    }

    /// What the subject calls itself: its `Server`, `User-Agent` or `Via` field.
    #[must_use]
    pub fn product(&self) -> Option<&str> {
        match self {
            Self::Server(check) => check.server.as_deref(),
            Self::Client(check) => check.user_agent.as_deref(),
            Self::Intermediary(check) => check.via.as_deref(),
        }
    }
}
