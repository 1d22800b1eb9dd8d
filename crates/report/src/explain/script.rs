//! The steps of a script in words, their octets in the form of a transcript.

use std::io::{self, Write};

use expectspec_catalogue::{Case, Places, Service, Step, Until, expand};
use expectspec_judge::{Direction, Entry, Event, Side};

/// Writes the steps, numbered from 1; without places, placeholders such as `{path}` stay as they are.
pub(crate) fn write_script(
    case: &Case,
    places: Option<&Places>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let filled = |octets: &[u8]| match places {
        Some(places) => expand(octets, case, places),
        None => octets.to_vec(),
    };
    write_steps(case.script, "", &filled, out)?;
    if places.is_none() && case.script.iter().any(holds_content) {
        writeln!(out, "\n  {{content}} stands for")?;
        write_octets(case.content, out)?;
    }
    Ok(())
}

/// What an origin server does has the number of its step, and one of its own.
fn write_steps(
    steps: &[Step],
    before: &str,
    filled: &dyn Fn(&[u8]) -> Vec<u8>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (number, step) in (1..).zip(steps) {
        let number = format!("{before}{number}.");
        if let Step::AtOrigin(steps) = step {
            write_steps(steps, &number, filled, out)?;
            continue;
        }
        let who = if before.is_empty() { "" } else { "the origin server " };
        let octets = octets(step).map(filled);
        let length = octets.as_ref().map_or(0, Vec::len);
        writeln!(out, "  {number:>3} {who}{}", words(step, length))?;
        if let Some(octets) = octets {
            write_octets(&octets, out)?;
        }
    }
    Ok(())
}

/// What a step writes, if it writes.
const fn octets(step: &Step) -> Option<&'static [u8]> {
    match step {
        Step::Send(octets) | Step::Dribble { octets, .. } | Step::Repeat { octets, .. } => {
            Some(octets)
        }
        Step::Serve(service) => Some(answer(*service)),
        _ => None,
    }
}

fn words(step: &Step, length: usize) -> String {
    match step {
        Step::Send(_) => format!("sends in one write ({length} octets as written here)"),
        Step::Dribble { octets_each, gap_ms, .. } => {
            format!("sends {octets_each} octets at a time, {gap_ms} ms apart")
        }
        Step::Repeat { times, .. } => format!("sends {times} times over"),
        Step::Await(Until::Answer) => {
            "waits for a 100 (Continue) or a final response (window: immediate)".to_owned()
        }
        Step::Await(Until::Final) => {
            "waits for the end of the final response (window: final)".to_owned()
        }
        Step::Await(Until::Close) => {
            "waits for the end of the connection (window: close)".to_owned()
        }
        Step::Await(Until::Request) => {
            "waits for the head of the next request (window: final)".to_owned()
        }
        Step::Await(Until::ContentBegun) => {
            "waits for the first octet of its content (window: final)".to_owned()
        }
        Step::Await(Until::Content) => {
            "waits for the end of the request (window: final)".to_owned()
        }
        Step::Serve(Service::Proper(_)) => {
            "answers every further request as an origin server should, with".to_owned()
        }
        Step::Serve(Service::AtOnce(_)) => {
            "answers every further request as soon as its head is there, with".to_owned()
        }
        Step::Serve(Service::Late(_)) => {
            "answers every further request when it is complete, without a 100 before, with"
                .to_owned()
        }
        Step::Quiet => "watches what comes unasked (window: quiet)".to_owned(),
        Step::Pause(ms) => format!("goes on reading for {ms} ms"),
        Step::Open => "opens another connection and uses it".to_owned(),
        Step::Use(number) => format!("uses connection {number}"),
        Step::Finish => "ends its direction of the connection (FIN)".to_owned(),
        Step::Reset => "resets the connection (RST)".to_owned(),
        Step::AtOrigin(_) => "leaves the word to the origin server".to_owned(),
    }
}

const fn answer(service: Service) -> &'static [u8] {
    match service {
        Service::Proper(octets) | Service::AtOnce(octets) | Service::Late(octets) => octets,
    }
}

/// The octets as the transcript will show them, without the column of times.
fn write_octets(octets: &[u8], out: &mut dyn Write) -> io::Result<()> {
    let event = Event::Octets(Direction::ToSubject, octets.to_vec());
    let entry = Entry { at_us: 0, side: Side::Outbound, connection: 0, event };
    for line in entry.to_string().lines() {
        let octets = line.split_once('>').map_or(line, |(_, octets)| octets);
        writeln!(out, "      >{octets}")?;
    }
    Ok(())
}

fn holds_content(step: &Step) -> bool {
    let holds = |octets: &[u8]| {
        octets.windows(9).any(|piece| piece == b"{content}")
            || octets.windows(8).any(|piece| piece == b"{length}")
    };
    match step {
        Step::AtOrigin(steps) => steps.iter().any(holds_content),
        step => octets(step).is_some_and(holds),
    }
}
