//! Heads and expectations as others read them, on generated octets.

use expectspec_differential::differential;
use expectspec_properties::words::RESPONSES;
use proptest::prelude::*;

use crate::generate::{config, request_head};
use crate::parser::{VALUE_PIECES, any_octets, change, changes, field, of_pieces};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn others_read_any_octets_as_we_do(octets in any_octets(80)) {
        differential(&octets);
    }

    #[test]
    fn others_read_expect_values_as_we_do(value in of_pieces(VALUE_PIECES, 12)) {
        differential(&value);
    }

    #[test]
    fn others_read_requests_as_we_do(
        request in request_head(),
        more in prop::collection::vec(field(), 0..3),
        changed in changes(),
    ) {
        differential(&change(with_lines(request.octets(), more), &changed));
    }

    #[test]
    fn others_read_responses_as_we_do(
        response in 0..RESPONSES.len(),
        more in prop::collection::vec(field(), 0..3),
        changed in changes(),
    ) {
        differential(&change(with_lines(RESPONSES[response].octets.to_vec(), more), &changed));
    }
}

/// A head with more field lines behind its start-line.
fn with_lines(mut head: Vec<u8>, lines: Vec<Vec<u8>>) -> Vec<u8> {
    let behind = head.iter().position(|octet| *octet == b'\n').map_or(0, |at| at + 1);
    head.splice(behind..behind, lines.concat());
    head
}
