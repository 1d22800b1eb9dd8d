//! What holds whatever the server sends, in whatever pieces, under every preset.

use expectspec_engine::client::Policy;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::generators::{Happening, happening, request};
use crate::passed::{check_connection, heads};
use crate::world::World;

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_comes_the_rules_hold(
        (_, policy) in select(Policy::presets().to_vec()),
        piece_octets_max in 1..8_usize,
        requests in vec(request(), 1..4),
        happenings in vec(happening(), 0..24),
    ) {
        let policy = Policy { piece_octets_max, ..policy };
        let patience = policy.patience;
        let follows = policy.redirects == Policy::following().redirects;
        let repeats = if follows { 5 + 1 } else { 1 };
        let mut world = World::new(policy.clone(), requests.clone());
        world.take();
        for happening in happenings {
            world.apply(happening);
        }
        // From here on the server is silent, so only timers act.
        world.take_all();
        let begun = world.now;
        let mut fired = 0;
        while let Some(deadline) = world.agent.poll_timeout() {
            prop_assert!(deadline > world.now || fired == 0, "a timer that fired is over");
            world.wait(u64::try_from((deadline.max(world.now) - world.now).as_millis()).unwrap());
            fired += 1;
            prop_assert!(fired < 100, "the client ends");
        }
        let attempts = u32::try_from(requests.len()).unwrap() + 3;
        prop_assert!(world.now - begun <= attempts * policy.timers.exchange);
        prop_assert!(world.agent.is_done());
        prop_assert!(!world.open);
        prop_assert_eq!(world.agent.outcomes().len(), requests.len());
        for outcome in world.agent.outcomes() {
            prop_assert!(!matches!(outcome.result, Ok(100 | 102..=199)), "an interim is not final");
            prop_assert!(outcome.attempts <= 3 * repeats);
            prop_assert!(outcome.content.len() as u64 <= outcome.content_octets);
        }
        for seen in &world.connections {
            check_connection(seen, patience)?;
        }
    }

    #[test]
    fn a_417_is_repeated_at_most_once(
        (name, policy) in select(Policy::presets().to_vec()),
        request in request(),
        octets in 0..6_usize,
        closes in any::<bool>(),
    ) {
        // Every request gets a 417, at once or when all of it has come.
        let mut world = World::new(policy, vec![request]);
        let close = if closes { "Connection: close\r\n" } else { "" };
        let failed = format!("HTTP/1.1 417 \r\n{close}Content-Length: 0\r\n\r\n");
        for _ in 0..20 {
            world.take();
            world.take();
            if octets > 2 {
                world.take_all();
            }
            if world.open {
                world.apply(Happening::Octets(failed.clone().into()));
            }
        }
        world.wait(1_000_000);
        prop_assert!(world.agent.is_done(), "{name}");
        let heads: Vec<String> = world.connections.iter().flat_map(heads).collect();
        prop_assert!(heads.len() <= 2, "{name}: {heads:?}");
        let expecting = heads.iter().filter(|head| head.contains("Expect: 100-continue")).count();
        prop_assert!(expecting <= 1);
        prop_assert!(heads.len() == 1 || heads[0].contains("Expect"));
    }
}
