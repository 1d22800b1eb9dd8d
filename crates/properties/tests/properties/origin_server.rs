//! The reference origin server under generated schedules.

use expectspec_properties::words::{EXPECTS, FIELDS, FRAMINGS, METHODS, TARGETS, VERSIONS, Word};
use expectspec_properties::{RequestHead, Schedule, hidden, origin_server, refusal, twins};
use proptest::prelude::*;

use crate::generate::{config, policy, request_head, schedule};

#[test]
fn unknown_expectations_get_417() {
    for version in ["HTTP/1.1", "HTTP/1.0", "HTTP/1.2"] {
        for target in ["/echo", "/reject", "/early-hints"] {
            for framing in ["none", "length-0", "length-5", "chunked"] {
                for expect in EXPECTS {
                    let head = RequestHead {
                        method: &METHODS[0],
                        target: word(TARGETS, target),
                        version: word(VERSIONS, version),
                        framing: word(FRAMINGS, framing),
                        expect,
                        fields: &FIELDS[0],
                    };
                    refusal::by_default_unknown_expectations_get_417(head);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn unknown_expectations_get_417_whatever_else_there_is(head in request_head()) {
        refusal::by_default_unknown_expectations_get_417(head);
    }

    #[test]
    fn every_schedule_is_served_as_it_must_be(schedule in schedule()) {
        origin_server(&schedule);
    }

    #[test]
    fn twins_are_answered_alike(policy in policy(), head in request_head()) {
        twins::twins(policy, head);
    }

    #[test]
    fn hidden_requests_stay_hidden(
        policy in policy(),
        target in prop::sample::select(&["/echo", "/reject", "/immediate", "/unknown", "/redirect"]),
        expect in prop::sample::select(&["", "Expect: 100-continue\r\n", "Expect: foo\r\n"]),
        wait in 0..9_usize,
    ) {
        hidden::content_is_no_request(policy, target, expect, wait);
    }

    #[test]
    fn writes_make_no_difference(
        policy in policy(),
        heads in prop::collection::vec(request_head(), 1..4),
        piece in 1..40_usize,
    ) {
        let octets: Vec<_> = heads.iter().flat_map(|head| head.octets()).collect();
        hidden::writes_make_no_difference(policy, &octets, piece);
    }

    #[test]
    fn every_schedule_reads_back_from_its_script_and_octets(schedule in schedule()) {
        prop_assert_eq!(&schedule.to_string().parse::<Schedule>().expect("a script"), &schedule);
        prop_assert_eq!(&Schedule::decode(&schedule.encode()), &schedule);
    }
}

fn word(table: &'static [Word], name: &str) -> &'static Word {
    table.iter().find(|word| word.name == name).expect("a word of the table")
}
