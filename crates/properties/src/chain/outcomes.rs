//! What a client of a chain may be told.

use core::fmt;

use expectspec_engine::client::{
    self, ExpectationFailed, Failure, Outcome, RequestVersion, SendExpectation,
};
use expectspec_engine::intermediary::OwnExpectation;

use super::Chain;
use super::play::play_alone;
use crate::presets::HOPS;
use crate::words::{Errand, Framed};

/// What a client is told of a request.
#[derive(Clone, Eq, PartialEq)]
pub(super) struct Seen {
    result: Result<u16, Failure>,
    content: Vec<u8>,
}

impl fmt::Debug for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} with {} octets", self.result, self.content.len())
    }
}

/// What a client was told of each of its requests, with their numbers.
pub(super) fn seen(outcomes: &[Outcome]) -> Vec<(usize, Seen)> {
    outcomes.iter().map(Seen::of).enumerate().collect()
}

impl Seen {
    fn of(outcome: &Outcome) -> Self {
        Self { result: outcome.result, content: outcome.content.clone() }
    }
}

/// What one client may be told of its requests, one way after the other, each found out when it is asked for.
///
/// Without intermediaries it is told one thing. They may answer or drop the expectation, or add one:
/// so it may be told what it would be without one, or with one. Who has answered it and then hears of a
/// 417 has lost the content, and passes the 417 on. And who believes that the next hop is HTTP/1.0 may
/// ask for a length (RFC 9112 §6.1).
pub(super) fn allowed(chain: &Chain, index: usize) -> impl Iterator<Item = Vec<Option<Seen>>> {
    let client = &chain.clients[index];
    let own = client.policy();
    let never = client::Policy { expectation: SendExpectation::Never, ..own.clone() };
    let always = client::Policy { expectation: SendExpectation::Always, ..own.clone() };
    let expects = own.expectation != SendExpectation::Never || chain.hops.iter().any(|it| adds(it));
    let delivers = expects.then(|| client::Policy {
        expectation_failed: ExpectationFailed::Deliver,
        version: RequestVersion::Http11,
        ..always.clone()
    });
    let alone = [own, never, always].into_iter().chain(delivers).map(move |policy| {
        let outcomes = play_alone(chain, index, policy, chain.policy_of_server());
        outcomes.iter().map(|outcome| Some(Seen::of(outcome))).collect()
    });
    let asks_for_length = chain.hops.contains(&"http10-next-hop");
    let needs_length = asks_for_length.then(|| {
        let errands = client.errands.iter();
        let needs = |it: &&Errand| matches!(it.content, Framed::Chunked(_)).then(needs_a_length);
        errands.map(needs).collect()
    });
    alone.chain(needs_length)
}

fn needs_a_length() -> Seen {
    Seen { result: Ok(411), content: b"the next hop needs a length\n".to_vec() }
}

/// Whether an intermediary with this policy adds expectations of its own.
fn adds(hop: &str) -> bool {
    HOPS.policy(hop).own_expectation != OwnExpectation::Never
}
