//! The cases that two hops may count differently.

use std::sync::LazyLock;

use expectspec_catalogue::{Case, Need, Step, of};
use expectspec_requirements::Party;

/// A case for a chain.
#[derive(Debug)]
pub(super) struct ChainCase {
    /// The steps of our client and of our origin server.
    pub(super) in_full: &'static Case,
    /// The steps of the client alone, for where the origin server is not ours.
    pub(super) of_client: Case,
}

/// Every case for a chain, ordered by id.
pub(super) static CASES: LazyLock<Vec<ChainCase>> = LazyLock::new(|| {
    let cases = of(Party::Intermediary).into_iter();
    cases.filter(|case| is_for_chains(case)).map(ChainCase::new).collect()
});

/// The topics about field values, framing and what is hidden in content.
const TOPICS: [&str; 8] = [
    "desync",
    "expectation-list",
    "faulty-framing",
    "field-value",
    "framing",
    "hidden-content",
    "malformed-head",
    "obfuscation",
];

fn is_for_chains(case: &Case) -> bool {
    let is_for_some = case.needs().any(|need| matches!(need, Need::Pools | Need::Forwards));
    TOPICS.contains(&case.topic()) && !is_for_some
}

impl ChainCase {
    fn new(in_full: &'static Case) -> Self {
        let is_of_client = |step: &Step| !matches!(step, Step::AtOrigin(_));
        let script: Vec<_> = in_full.script.iter().copied().filter(is_of_client).collect();
        // Scripts live as long as the program, and there are few.
        Self { in_full, of_client: Case { script: script.leak(), ..*in_full } }
    }

    /// The permanent id.
    pub(super) const fn id(&self) -> &'static str {
        self.in_full.id
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_topic_has_cases() {
        let topics: BTreeSet<&str> = CASES.iter().map(|case| case.in_full.topic()).collect();
        assert_eq!(topics, BTreeSet::from(TOPICS));
    }

    #[test]
    fn nothing_is_done_at_the_origin_server_where_it_is_not_ours() {
        for case in CASES.iter() {
            let client = case.of_client.script;
            assert!(matches!(client.first(), Some(Step::Send(_))), "{}", case.id());
            assert!(!client.iter().any(|step| matches!(step, Step::AtOrigin(_))));
        }
    }
}
