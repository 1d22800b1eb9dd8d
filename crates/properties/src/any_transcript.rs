//! Transcripts of anything at all, out of octets: one octet a choice.
//!
//! The first octet chooses the party of the subject, the second the windows. Then come entries: an
//! octet chooses the kind, one the side and connection, one the time since the last entry, and then
//! come the choices of a request head, a word of content or of a response, or raw octets behind
//! their number (two octets).

use expectspec_judge::{Direction, Entry, Event, Said, Side, Transcript, Windows};
use expectspec_requirements::Party;

use crate::RequestHead;
use crate::choices::{Choices, write_octets, write_row};
use crate::words::{CONTENTS, RESPONSES};

/// The transcript that these octets stand for. Every octet string is one.
#[must_use]
pub fn any_transcript(octets: &[u8]) -> Transcript {
    let mut choices = Choices::new(octets);
    let party = *choices.row(PARTIES);
    let windows = *choices.row(WINDOWS);
    let mut transcript = Transcript::new(party, "h1/any", windows);
    let mut at_us: u64 = 0;
    while !choices.is_empty() && transcript.entries.len() < ENTRIES_MAX {
        let kind = choices.row(KINDS);
        let (side, connection) = *choices.row(CONNECTIONS);
        at_us = at_us.saturating_add(*choices.row(TIMES_US));
        if let Some(event) = event(*kind, &mut choices) {
            transcript.entries.push(Entry { at_us, side, connection, event });
        }
    }
    transcript
}

/// Octets that stand for the transcript of a server, with its times rounded down.
#[must_use]
pub fn encode_transcript(transcript: &Transcript) -> Vec<u8> {
    let mut out = vec![0, 0];
    let mut last_us = 0;
    for entry in &transcript.entries {
        let (kind, octets) = kind_of(&entry.event);
        write_row(&mut out, KINDS, kind);
        out.push(0);
        let since_us = entry.at_us.saturating_sub(last_us);
        let times = TIMES_US.iter().filter(|time_us| **time_us <= since_us);
        let time = times.max().expect("one time is zero");
        write_row(&mut out, TIMES_US, time);
        last_us += time;
        if let Some(octets) = octets {
            write_octets(&mut out, octets);
        }
    }
    out
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Request,
    Response,
    Content,
    Octets(Direction),
    End(Direction),
    Reset(Direction),
    Quiet,
    Said(Said),
}

fn event(kind: Kind, choices: &mut Choices<'_>) -> Option<Event> {
    use Direction::{FromSubject, ToSubject};
    Some(match kind {
        Kind::Request => Event::Octets(ToSubject, RequestHead::decode(choices).octets()),
        Kind::Response => Event::Octets(FromSubject, choices.row(RESPONSES).octets.to_vec()),
        Kind::Content => Event::Octets(ToSubject, choices.row(CONTENTS).octets.to_vec()),
        Kind::Octets(direction) => {
            let octets = choices.octets();
            if octets.is_empty() {
                return None;
            }
            Event::Octets(direction, octets.to_vec())
        }
        Kind::End(direction) => Event::End(direction),
        Kind::Reset(direction) => Event::Reset(direction),
        Kind::Quiet => Event::Quiet,
        Kind::Said(said) => Event::Said(said),
    })
}

fn kind_of(event: &Event) -> (&'static Kind, Option<&[u8]>) {
    let (kind, octets) = match event {
        Event::Octets(direction, octets) => (Kind::Octets(*direction), Some(&octets[..])),
        Event::End(direction) => (Kind::End(*direction), None),
        Event::Reset(direction) => (Kind::Reset(*direction), None),
        Event::Quiet => (Kind::Quiet, None),
        Event::Said(Said::Status(_)) => (Kind::Said(Said::Status(200)), None),
        Event::Said(said) => (Kind::Said(*said), None),
    };
    let row = KINDS.iter().find(|known| **known == kind);
    (row.expect("every kind of event has a row"), octets)
}

static PARTIES: &[Party] = &[Party::OriginServer, Party::Client, Party::Intermediary];

static WINDOWS: &[Windows] = &[
    Windows {
        immediate_us: 5_000_000,
        final_us: 30_000_000,
        quiet_us: 500_000,
        close_us: 5_000_000,
    },
    Windows { immediate_us: 0, final_us: 0, quiet_us: 0, close_us: 0 },
    Windows { immediate_us: u64::MAX, final_us: 1, quiet_us: u64::MAX, close_us: 1_001 },
];

static KINDS: &[Kind] = &[
    Kind::Request,
    Kind::Response,
    Kind::Content,
    Kind::Request,
    Kind::Response,
    Kind::Octets(Direction::ToSubject),
    Kind::Octets(Direction::FromSubject),
    Kind::End(Direction::ToSubject),
    Kind::End(Direction::FromSubject),
    Kind::Reset(Direction::ToSubject),
    Kind::Reset(Direction::FromSubject),
    Kind::Quiet,
    Kind::Said(Said::Status(200)),
    Kind::Said(Said::Success),
    Kind::Said(Said::Failure),
    Kind::Said(Said::Nothing),
];

static CONNECTIONS: &[(Side, u16)] = &[
    (Side::Outbound, 0),
    (Side::Outbound, 0),
    (Side::Outbound, 0),
    (Side::Outbound, 1),
    (Side::Inbound, 0),
    (Side::Inbound, u16::MAX),
];

static TIMES_US: &[u64] =
    &[0, 1, 400_000, 600_000, 1_100_000, 5_100_000, 31_000_000, 1_000, 50_000, u64::MAX / 2];

/// No transcript is longer.
const ENTRIES_MAX: usize = 64;
