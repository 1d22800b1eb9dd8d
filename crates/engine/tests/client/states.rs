//! The transition function, its diagram, and the lists of states and events agree.

use expectspec_engine::client::{Connection, Event, Expects, Rest, State, Then, Violation, next};

/// One cell of the table: a state, an event, and what follows.
type Edge = (String, String, String);

#[test]
fn the_diagram_is_the_function() {
    let mut drawn = Vec::new();
    for row in rows() {
        for from in listed(&row[1]) {
            for event in row[2].split(", ") {
                drawn.push((from.clone(), event.to_owned(), row[4].clone()));
            }
        }
    }
    let mut legal: Vec<Edge> = edges()
        .filter_map(|(state, event, result)| {
            let to = result.ok()?;
            Some((format!("{state:?}"), format!("{event:?}"), format!("{to:?}")))
        })
        .collect();
    drawn.sort();
    legal.sort();
    assert_eq!(drawn, legal);
}

#[test]
fn every_transition_has_its_number() {
    let numbers: Vec<String> = rows().map(|row| row[0].clone()).collect();
    for number in 1..=24 {
        assert!(numbers.contains(&format!("C{number}")), "C{number}");
    }
}

#[test]
fn an_illegal_pair_is_returned() {
    let mut illegal = 0;
    for (state, event, result) in edges() {
        if let Err(violation) = result {
            assert_eq!(violation, Violation { state, event });
            illegal += 1;
        }
    }
    assert_eq!(edges().count(), 11 * 22);
    assert_eq!(edges().count() - illegal, drawn_count());
}

#[test]
fn a_reset_or_the_user_ends_every_state() {
    for state in State::ALL {
        assert_eq!(next(state, Event::Reset), Ok(State::Closed));
        assert_eq!(next(state, Event::Quit), Ok(State::Closed));
    }
}

#[test]
fn only_waiting_and_a_100_or_a_timer_or_no_wait_lead_to_content() {
    for (state, event, result) in edges() {
        if result == Ok(State::Body) && state != State::Body {
            let way = (state, event);
            assert!(
                matches!(
                    way,
                    (State::HeadOut, Event::Flushed(Rest::Ready))
                        | (State::Wait, Event::Continue | Event::Timeout | Event::Switch)
                ),
                "{way:?}"
            );
        }
    }
}

#[test]
fn an_interim_response_never_leads_on() {
    for state in State::ALL {
        if let Ok(to) = next(state, Event::Interim) {
            assert_eq!(to, state);
        }
        if let Ok(to) = next(state, Event::Continue) {
            assert!(to == state || (state, to) == (State::Wait, State::Body));
        }
    }
}

#[test]
fn a_connection_is_free_only_after_a_complete_exchange() {
    for (state, _, result) in edges() {
        if result == Ok(State::Idle) {
            assert_eq!(state, State::Done);
        }
        if result == Ok(State::Done) {
            assert_eq!(state, State::Resp);
        }
    }
}

#[test]
fn no_request_goes_out_while_another_is_going_on() {
    for state in State::ALL {
        for expects in [Expects::Nothing, Expects::Continue] {
            let legal = next(state, Event::Submit(expects)).is_ok();
            assert_eq!(legal, matches!(state, State::Idle | State::Closed), "{state:?}");
        }
    }
}

#[test]
fn no_state_waits_for_ever() {
    use State::*;
    for state in State::ALL {
        let transient = matches!(state, Done | Retry | Closed);
        assert_eq!(next(state, Event::Timeout).is_ok(), !transient, "{state:?}");
    }
}

#[test]
fn all_lists_every_state_and_event_once() {
    for (index, state) in State::ALL.into_iter().enumerate() {
        assert_eq!(state_index(state), index);
    }
    for (index, event) in Event::ALL.into_iter().enumerate() {
        assert_eq!(event_index(event), index);
    }
}

fn edges() -> impl Iterator<Item = (State, Event, Result<State, Violation>)> {
    State::ALL.into_iter().flat_map(|state| {
        Event::ALL.into_iter().map(move |event| (state, event, next(state, event)))
    })
}

fn drawn_count() -> usize {
    rows().map(|row| listed(&row[1]).len() * row[2].split(", ").count()).sum()
}

/// The rows of the table, without its head.
fn rows() -> impl Iterator<Item = Vec<String>> {
    SOURCE.lines().filter_map(|line| {
        let row = line.strip_prefix("/// | C")?.strip_suffix('|')?;
        let cells = row.split('|').map(|cell| cell.trim().to_owned());
        let mut cells: Vec<String> = cells.collect();
        cells[0].insert(0, 'C');
        Some(cells)
    })
}

fn listed(states: &str) -> Vec<String> {
    if states == "any" {
        State::ALL.iter().map(|state| format!("{state:?}")).collect()
    } else {
        states.split(", ").map(str::to_owned).collect()
    }
}

/// A new state does not compile here until it has its place.
const fn state_index(state: State) -> usize {
    match state {
        State::Idle => 0,
        State::HeadOut => 1,
        State::Wait => 2,
        State::Body => 3,
        State::Tail => 4,
        State::Early => 5,
        State::Resp => 6,
        State::Done => 7,
        State::Retry => 8,
        State::Switched => 9,
        State::Closed => 10,
    }
}

/// A new event does not compile here until it has its place.
const fn event_index(event: Event) -> usize {
    match event {
        Event::Submit(Expects::Nothing) => 0,
        Event::Submit(Expects::Continue) => 1,
        Event::Flushed(Rest::Withheld) => 2,
        Event::Flushed(Rest::Ready) => 3,
        Event::Flushed(Rest::Nothing) => 4,
        Event::Continue => 5,
        Event::Interim => 6,
        Event::Switch => 7,
        Event::Final => 8,
        Event::ContentEnd => 9,
        Event::FinalEnd(Then::Deliver) => 10,
        Event::FinalEnd(Then::Repeat) => 11,
        Event::Settled(Connection::Keep) => 12,
        Event::Settled(Connection::Close) => 13,
        Event::Repeated => 14,
        Event::Lost => 15,
        Event::Unsolicited => 16,
        Event::Malformed => 17,
        Event::Timeout => 18,
        Event::End => 19,
        Event::Reset => 20,
        Event::Quit => 21,
    }
}

const SOURCE: &str = include_str!("../../src/client/transition.rs");
