//! Chains of the references under generated schedules.

use expectspec_engine::intermediary::Policy;
use expectspec_properties::seeds::chains;
use expectspec_properties::{Chain, chain};
use proptest::prelude::*;

use crate::generate::config;

/// Two and three clients, whose requests and answers share the connections of the pool.
#[test]
fn clients_that_share_a_pool_get_their_own_answers() {
    for (_, shared) in chains().into_iter().filter(|(_, it)| it.clients.len() > 1) {
        for (policy, _) in Policy::presets() {
            let hops = vec![policy; 1];
            for travels in [vec![], vec![4], vec![0, 8, 4, 12], vec![12, 7, 2]] {
                chain(&Chain { hops: hops.clone(), travels, ..shared.clone() });
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_chain_does_what_it_must(octets in prop::collection::vec(any::<u8>(), 6..80)) {
        chain(&Chain::decode(&octets));
    }

    #[test]
    fn every_chain_reads_back_from_its_octets(
        octets in prop::collection::vec(any::<u8>(), 0..80),
    ) {
        let it = Chain::decode(&octets);
        prop_assert_eq!(&Chain::decode(&it.encode()), &it);
    }
}
