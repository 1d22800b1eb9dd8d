//! The transition function, its diagram, and the lists of states and events agree.

use expectspec_engine::origin_server::{Connection, Event, HeadEnd, State, Violation, next};

/// One cell of the table: a state, an event, and what follows.
type Edge = (String, String, String);

#[test]
fn the_diagram_is_the_function() {
    let mut drawn = Vec::new();
    for row in rows() {
        for from in listed(&row[1]) {
            for event in row[2].split(", ") {
                let to = if row[4] == "same" { from.clone() } else { row[4].clone() };
                drawn.push((from.clone(), event.to_owned(), to));
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
    for number in (1..=29).chain(31..=33) {
        assert!(numbers.contains(&format!("S{number}")), "S{number}");
    }
    assert!(SOURCE.contains("(S30)"));
}

#[test]
fn an_illegal_pair_is_returned() {
    for (state, event, result) in edges() {
        if let Err(violation) = result {
            assert_eq!(violation, Violation { state, event });
        }
    }
}

#[test]
fn nothing_but_a_reset_follows_the_end() {
    for event in Event::ALL {
        assert_eq!(next(State::Closed, event).is_ok(), event == Event::Reset);
    }
}

#[test]
fn a_reset_ends_every_state() {
    for state in State::ALL {
        assert_eq!(next(state, Event::Reset), Ok(State::Closed));
    }
}

#[test]
fn no_interim_follows_a_final_response() {
    use State::*;
    for state in [Idle, Head, EarlyKeep, EarlyClose, Done, Linger, Switched, Closed] {
        for event in [Event::Interim, Event::ContentWanted, Event::Switch] {
            assert!(next(state, event).is_err(), "{state:?} {event:?}");
        }
    }
}

#[test]
fn no_second_final_follows_a_final_response() {
    use State::*;
    for state in [Idle, Head, EarlyKeep, EarlyClose, Done, Linger, Switched, Closed] {
        for connection in [Connection::Keep, Connection::Close] {
            assert!(next(state, Event::Final(connection)).is_err(), "{state:?}");
        }
    }
}

#[test]
fn no_state_waits_for_ever() {
    use State::*;
    for state in State::ALL {
        let transient = matches!(state, EarlyClose | Done | Closed);
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

/// The rows of the table, without its head.
fn rows() -> impl Iterator<Item = Vec<String>> {
    SOURCE.lines().filter_map(|line| {
        let row = line.strip_prefix("/// | S")?.strip_suffix('|')?;
        let cells = row.split('|').map(|cell| cell.trim().to_owned());
        let mut cells: Vec<String> = cells.collect();
        cells[0].insert(0, 'S');
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
        State::Head => 1,
        State::Due => 2,
        State::Invited => 3,
        State::Read => 4,
        State::Full => 5,
        State::EarlyKeep => 6,
        State::EarlyClose => 7,
        State::Done => 8,
        State::Linger => 9,
        State::Switched => 10,
        State::Closed => 11,
    }
}

/// A new event does not compile here until it has its place.
const fn event_index(event: Event) -> usize {
    match event {
        Event::EmptyLine => 0,
        Event::Octet => 1,
        Event::HeadEnd(HeadEnd::Invalid) => 2,
        Event::HeadEnd(HeadEnd::UnmetKeep) => 3,
        Event::HeadEnd(HeadEnd::UnmetClose) => 4,
        Event::HeadEnd(HeadEnd::UnmetWithoutContent) => 5,
        Event::HeadEnd(HeadEnd::Http10Content) => 6,
        Event::HeadEnd(HeadEnd::WithoutContent) => 7,
        Event::HeadEnd(HeadEnd::Content) => 8,
        Event::HeadEnd(HeadEnd::ContentArrived) => 9,
        Event::HeadEnd(HeadEnd::Expecting) => 10,
        Event::HeadLimit => 11,
        Event::ContentWanted => 12,
        Event::Content => 13,
        Event::ContentEnd => 14,
        Event::Interim => 15,
        Event::Final(Connection::Keep) => 16,
        Event::Final(Connection::Close) => 17,
        Event::FinalEnd(Connection::Keep) => 18,
        Event::FinalEnd(Connection::Close) => 19,
        Event::Switch => 20,
        Event::DrainLimit => 21,
        Event::Timeout => 22,
        Event::End => 23,
        Event::Reset => 24,
    }
}

const SOURCE: &str = include_str!("../../src/origin_server/transition.rs");
