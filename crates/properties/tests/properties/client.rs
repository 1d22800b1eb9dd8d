//! The reference client under generated receptions.

use expectspec_properties::{Reception, client, interims};
use proptest::prelude::*;

use crate::generate::{calm_reception, config, reception};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_reception_is_taken_as_it_must_be(reception in reception()) {
        client(&reception);
    }

    #[test]
    fn interim_responses_change_nothing(reception in calm_reception()) {
        prop_assume!(interims::is_calm(&reception));
        interims::interims_change_nothing(&reception);
    }

    #[test]
    fn every_reception_reads_back_from_its_script_and_octets(reception in reception()) {
        prop_assert_eq!(&reception.to_string().parse::<Reception>().expect("a script"), &reception);
        prop_assert_eq!(&Reception::decode(&reception.encode()), &reception);
    }
}
