//! What the ends of connections saw, as transcripts.

use expectspec_judge::{Direction, Entry, Event, Side, Transcript, Windows};
use expectspec_requirements::Party;

use super::Net;
use super::line::{Item, Place};

/// Something that one end saw.
#[derive(Clone, Debug)]
pub(super) struct Note {
    at_us: u64,
    /// Its place among all notes.
    number: u32,
    /// From here it is told as the other end's.
    event: Event,
}

impl Net<'_> {
    /// All that passed between a machine and its peers, as they saw it. Connections are numbered in the
    /// order in which they were opened.
    pub(crate) fn transcript(&self, machine: usize, party: Party, windows: Windows) -> Transcript {
        let mut notes: Vec<(u32, Entry)> = Vec::new();
        let mut numbers = [0_u16; 2];
        for line in &self.lines {
            for (end, side) in [(0, Side::Inbound), (1, Side::Outbound)] {
                if line.ends[end].machine != machine {
                    continue;
                }
                let connection = numbers[end];
                numbers[end] += 1;
                notes.extend(line.ends[1 - end].notes.iter().map(|note| {
                    let Note { at_us, number, ref event } = *note;
                    (number, Entry { at_us, side, connection, event: event.clone() })
                }));
            }
        }
        notes.sort_by_key(|(number, _)| *number);
        let mut transcript = Transcript::new(party, "h1/virtual", windows);
        transcript.entries = notes.into_iter().map(|(_, entry)| entry).collect();
        transcript
    }

    pub(super) fn note_sent(&mut self, place: Place, octets: &[u8]) {
        self.note(place, Event::Octets(Direction::ToSubject, octets.to_vec()));
    }

    pub(super) fn note_end(&mut self, place: Place) {
        self.note(place, Event::End(Direction::ToSubject));
    }

    pub(super) fn note_reset(&mut self, place: Place) {
        self.note(place, Event::Reset(Direction::ToSubject));
    }

    pub(super) fn note_received(&mut self, place: Place, item: &Item) {
        let event = match item {
            Item::Connected => return,
            // Nobody reads what reaches a closed end.
            Item::Octets(_) if self.end(place).input == super::line::Input::Closed => return,
            Item::Octets(octets) => Event::Octets(Direction::FromSubject, octets.clone()),
            Item::End => Event::End(Direction::FromSubject),
            Item::Reset => Event::Reset(Direction::FromSubject),
        };
        self.note(place, event);
    }

    fn note(&mut self, place: Place, event: Event) {
        let at_us = u64::try_from(self.now.as_micros()).unwrap_or(u64::MAX);
        self.entries += 1;
        let number = self.entries;
        self.end(place).notes.push(Note { at_us, number, event });
    }
}
