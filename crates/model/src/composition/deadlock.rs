//! The one deadlock that there is to be found: where it is expected.

use expectspec_engine::client::{Patience, SendExpectation};
use expectspec_engine::intermediary::{self, Continues, ForwardExpectation, NextHop, Role};
use expectspec_engine::origin_server::{self, ContinueWhen};
use expectspec_machines::Application;

use super::{Composition, GiveUp, Immediate, Server, User, client_policy, hop_policy};

impl Composition {
    /// Whether a server that never leaves [`State::Due`](origin_server::State::Due) by itself meets a
    /// client that waits for ever, nobody in between answers for the server, and nobody gives up. That is
    /// the only deadlock of an exchange.
    #[must_use]
    pub fn deadlock_is_expected(&self) -> bool {
        self.give_up == GiveUp::Never
            && self.client_waits_for_ever()
            && self.server_never_leaves_due()
            && !self.hops.iter().any(|hop| answers_for_the_server(&hop_policy(hop)))
    }

    fn client_waits_for_ever(&self) -> bool {
        match &self.client {
            // It meets servers that ask for content.
            User::Scripted(_) => false,
            User::Reference { policy, errands } => {
                let policy = client_policy(policy);
                let expects = policy.expectation == SendExpectation::Always;
                let waits = policy.patience == Patience::Endless;
                expects && waits && errands.iter().any(|errand| errand.waits_for_content())
            }
        }
    }

    fn server_never_leaves_due(&self) -> bool {
        let Server::Reference { policy, application, immediate } = self.origin else {
            return false;
        };
        let policy = origin_server::Policy::preset(policy).expect("the name of a preset");
        policy.continue_when == ContinueWhen::ContentIsWanted
            && application == Application::Unasking
            && immediate == Immediate::Never
    }
}

/// Whether an intermediary sends a 100 (Continue) of its own: at once, or as a gateway in the end.
fn answers_for_the_server(policy: &intermediary::Policy) -> bool {
    policy.role == Role::Gateway
        || policy.continues == Continues::AnswerItself
        || policy.expectation == ForwardExpectation::Strip
        || policy.next_hop == NextHop::Http10
}
