//! The small bound: no deadlock but the one, no misframing, no deviation.

use std::collections::BTreeSet;

use expectspec_judge::{Direction, Event};
use expectspec_machines::Application;
use expectspec_model::composition::{GiveUp, Immediate, Server, User, errand};
use expectspec_model::explore::End;
use expectspec_model::machine::Progress;
use expectspec_model::world::Writes;
use expectspec_model::{Bound, Composition, Survey, Trace, check, explore, families};

#[test]
fn every_family_of_the_small_bound_holds() {
    for family in families(Bound::Small) {
        let survey = Survey::of(&family);
        assert!(survey.wrong.is_none(), "{}: {survey}", family.name);
        assert!(survey.compositions > 0 && survey.terminals > 0, "{}", family.name);
    }
}

#[test]
fn the_small_bound_is_part_of_the_full_one() {
    for (small, full) in families(Bound::Small).iter().zip(families(Bound::Full)) {
        let names = |it: &[Composition]| it.iter().map(Composition::to_string).collect();
        let full_names: BTreeSet<String> = names(&full.compositions);
        assert_eq!(full_names.len(), full.compositions.len(), "{}", full.name);
        assert!(full_names.is_superset(&names(&small.compositions)), "{}", full.name);
    }
}

fn waiting(client: &'static str, hops: &[&'static str], immediate: Immediate) -> Composition {
    Composition {
        client: User::Reference { policy: client, errands: vec![errand("echo 1")] },
        hops: hops.to_vec(),
        origin: Server::Reference { policy: "lazy", application: Application::Unasking, immediate },
        give_up: GiveUp::Never,
        writes: Writes::AtOnce,
    }
}

#[test]
fn a_server_that_never_leaves_due_deadlocks_only_with_a_client_that_waits_for_ever() {
    for (client, hops, immediate, is_dead) in [
        ("patient-for-ever", &[][..], Immediate::Never, true),
        ("patient-for-ever", &["proxy"], Immediate::Never, true),
        ("patient-for-ever", &["forward", "proxy"], Immediate::Never, true),
        ("patient-for-ever", &[], Immediate::AsPolicy, false),
        ("default", &[], Immediate::Never, false),
        ("eager", &[], Immediate::Never, false),
        ("impatient", &["proxy"], Immediate::Never, false),
        // A gateway owes an immediate 100 (Continue) itself.
        ("patient-for-ever", &["default"], Immediate::Never, false),
        ("patient-for-ever", &["proxy", "default"], Immediate::Never, false),
        ("patient-for-ever", &["http10-next-hop"], Immediate::Never, false),
    ] {
        let composition = waiting(client, hops, immediate);
        // Without what the checker expects: whether a request is left without an outcome.
        let mut ends = BTreeSet::new();
        explore(composition.begin(), |world| {
            ends.insert(world.machines().any(|it| it.progress() == Progress::Waiting));
            Ok(End::Over)
        });
        assert_eq!(ends, BTreeSet::from([is_dead]), "{composition}");
        let exploration = check(&composition);
        assert!(exploration.wrong.is_none(), "{composition}: {:?}", exploration.wrong);
        assert_eq!(exploration.deadlock.is_some(), is_dead, "{composition}");
    }
}

#[test]
fn the_deadlock_reads_well() {
    let composition = waiting("patient-for-ever", &[], Immediate::Never);
    let deadlock = check(&composition).deadlock.expect("a deadlock");
    let expected = "\
client patient-for-ever (echo 1) | server lazy, whose application never asks for content, \
no 100 (Continue) by itself; nobody gives up
  client opens a connection
  client says: PUT /expectspec-0/0.0/echo HTTP/1.1
      Host: t
      Content-Length: 1
      Expect: 100-continue
  server hears: PUT /expectspec-0/0.0/echo HTTP/1.1
      Host: t
      Content-Length: 1
      Expect: 100-continue
  Nothing more can happen:
  client: in Wait; no timer
  server: in Due: it owes a 100 (Continue) or a final response; no timer
";
    assert_eq!(Trace::new(&composition, &deadlock).to_string(), expected);
}

#[test]
fn a_timer_may_fire_before_what_is_under_way_has_come() {
    let composition = waiting("default", &[], Immediate::AsPolicy);
    let mut orders = BTreeSet::new();
    explore(composition.begin(), |world| {
        let entries = world.history(0).entries();
        let marks = entries.iter().filter_map(|entry| match &entry.event {
            Event::Octets(Direction::ToSubject, octets) if octets.starts_with(CONTINUE) => {
                Some("100")
            }
            Event::Octets(Direction::FromSubject, octets) if octets == b"a" => Some("content"),
            _ => None,
        });
        orders.insert(marks.collect::<Vec<_>>());
        Ok(End::Over)
    });
    let expected = [vec!["100", "content"], vec!["content"], vec!["content", "100"]];
    assert_eq!(orders, BTreeSet::from(expected));
}

const CONTINUE: &[u8] = b"HTTP/1.1 100";
