//! What a client of a chain may be told.

use core::fmt;

use expectspec_engine::client::{
    self, ExpectationFailed, Failure, Outcome, RequestVersion, SendExpectation,
};
use expectspec_engine::intermediary::{self, OwnExpectation};

use super::Chain;
use super::play::play_alone;
use crate::words::Framed;

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

impl Seen {
    pub(super) fn of(outcome: &Outcome) -> Self {
        Self { result: outcome.result, content: outcome.content.clone() }
    }
}

/// What one client may be told of each of its requests.
///
/// Without intermediaries it is told one thing. They may answer or drop the expectation, or add one:
/// so it may be told what it would be without one, or with one. Who has answered it and then hears of a
/// 417 has lost the content, and passes the 417 on. And who believes that the next hop is HTTP/1.0 may
/// ask for a length (RFC 9112 §6.1).
pub(super) fn allowed(chain: &Chain, index: usize) -> Vec<Vec<Seen>> {
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
    let mut allowed: Vec<Vec<Seen>> = vec![Vec::new(); client.errands.len()];
    for policy in [own, never, always].into_iter().chain(delivers) {
        let alone = play_alone(chain, index, policy, chain.policy_of_server());
        for (seen, outcome) in allowed.iter_mut().zip(&alone) {
            seen.push(Seen::of(outcome));
        }
    }
    let asks_for_length = chain.hops.contains(&"http10-next-hop");
    for (seen, errand) in allowed.iter_mut().zip(&client.errands) {
        if asks_for_length && matches!(errand.content, Framed::Chunked(_)) {
            let content = b"the next hop needs a length\n".to_vec();
            seen.push(Seen { result: Ok(411), content });
        }
    }
    allowed
}

/// Whether an intermediary with this policy adds expectations of its own.
fn adds(hop: &str) -> bool {
    let policy = intermediary::Policy::preset(hop);
    policy.is_some_and(|policy| policy.own_expectation != OwnExpectation::Never)
}
