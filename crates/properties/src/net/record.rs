//! What passes at the ends of connections, as transcripts.

use expectspec_judge::{Direction, Event, Transcript, Windows};
use expectspec_machines::{Input, Item, Place};
use expectspec_requirements::Party;

use super::Net;

impl Net<'_> {
    /// All that passed between a machine and its peers, as they saw it. Connections are numbered in the
    /// order in which they were opened.
    pub(crate) fn transcript(&self, machine: usize, party: Party, windows: Windows) -> Transcript {
        let mut transcript = Transcript::new(party, "h1/virtual", windows);
        let of_machine = self.notes.iter().filter(|(subject, _)| *subject == machine);
        transcript.entries = of_machine.map(|(_, entry)| entry.clone()).collect();
        transcript
    }

    /// Notes what an end sends.
    pub(super) fn note_sent(&mut self, place: Place, item: &Item) {
        self.note(place, item.event(Direction::ToSubject));
    }

    /// Notes what reaches an end; but nobody reads octets that reach a closed one.
    pub(super) fn note_received(&mut self, place: Place, item: &Item) {
        if !(matches!(item, Item::Octets(_)) && self.end(place).input == Input::Closed) {
            self.note(place, item.event(Direction::FromSubject));
        }
    }

    /// What one end sees is told of the machine at the other.
    fn note(&mut self, place: Place, event: Option<Event>) {
        let Some(event) = event else { return };
        let now = self.now;
        let subject = self.end(place.other());
        let note = (subject.machine, subject.entry(now, event));
        self.notes.push(note);
    }
}
