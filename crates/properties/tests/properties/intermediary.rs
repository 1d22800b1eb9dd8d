//! The reference intermediary under generated mediations.

use expectspec_properties::{Mediation, intermediary};
use proptest::prelude::*;

use crate::generate::{config, mediation};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_mediation_is_passed_on_as_it_must_be(mediation in mediation()) {
        intermediary(&mediation);
    }

    #[test]
    fn every_mediation_reads_back_from_its_script_and_octets(mediation in mediation()) {
        prop_assert_eq!(&mediation.to_string().parse::<Mediation>().expect("a script"), &mediation);
        prop_assert_eq!(&Mediation::decode(&mediation.encode()), &mediation);
    }
}
