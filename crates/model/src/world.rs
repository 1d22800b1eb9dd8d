//! One state of a composition: machines, what is under way between them, and what each was told.

mod arriving;
mod clock;
mod history;
mod network;
mod step;

use core::time::Duration;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use expectspec_engine::intermediary::{Link, Writing};
use expectspec_judge::{Direction, Event};
use expectspec_machines::{End, Heard, Input, Item, Line, Output, Place};

use crate::machine::Explored;
use arriving::{pieces_at_front, take};
use clock::Clock;

pub use history::History;
pub use step::{Happening, Step};

/// When octets that a machine gave out are written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Writes {
    /// At once: the transport has room.
    AtOnce,
    /// At any time: the machine may hear things before, and have the rest dropped.
    Anytime,
}

/// One state of a composition. Each machine opens its connections to the one behind it.
///
/// A connection is modelled as TCP is: octets arrive in order, in as many pieces as they were written in
/// or in fewer, and those that reach a closed end are answered with RST.
///
/// What a connection is, [`expectspec_machines`] says, for the fuzzed chains too. What happens on it stands
/// here, since everything is to happen in any order: without time and without a window, and at a closed end
/// at once, so that states are one where nobody can tell them apart.
#[derive(Clone, Debug)]
pub struct World {
    /// The parties, and behind them a server for each connection, which are copies of the last party.
    seats: Vec<Seat>,
    parties: usize,
    lines: Vec<Rc<Line<Item>>>,
    writes: Writes,
    /// What happened in the last step, where that is asked for.
    happenings: Option<Vec<Happening>>,
}

#[derive(Clone, Debug)]
struct Seat {
    machine: Rc<Box<dyn Explored>>,
    clock: Clock,
    history: History,
}

/// Which state a state is. What is under way follows from what each machine was told, so two states
/// are one if every machine was told the same in the same order.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Fingerprint(u128);

impl World {
    /// The state in which nobody has been told anything, but for what the machines do by themselves.
    #[must_use]
    pub fn new(machines: Vec<Box<dyn Explored>>, writes: Writes) -> Self {
        Self::told_new(machines, writes).0
    }

    /// The same, and what happens before anything else can.
    #[must_use]
    pub fn told_new(machines: Vec<Box<dyn Explored>>, writes: Writes) -> (Self, Vec<Happening>) {
        let seat = |machine| Seat {
            machine: Rc::new(machine),
            clock: Clock::default(),
            history: History::default(),
        };
        let seats: Vec<_> = machines.into_iter().map(seat).collect();
        let parties = seats.len();
        let happenings = Some(Vec::new());
        let mut world = Self { seats, parties, lines: Vec::new(), writes, happenings };
        (0..parties).for_each(|index| world.run(index));
        let happenings = world.happenings.take().unwrap_or_default();
        (world, happenings)
    }

    /// The machines: the client, the intermediaries, an origin server without connections, and one for
    /// each connection to it, since these have nothing in common.
    pub fn machines(&self) -> impl ExactSizeIterator<Item = &dyn Explored> {
        self.seats.iter().map(|seat| &**seat.machine)
    }

    /// How long the clock of a machine has to go until its next timer fires.
    #[must_use]
    pub fn timer(&self, machine: usize) -> Option<Duration> {
        let Seat { machine, clock, .. } = &self.seats[machine];
        clock.until(machine.poll_timeout())
    }

    /// What a machine was told and did, in its own order.
    #[must_use]
    pub fn history(&self, machine: usize) -> &History {
        &self.seats[machine].history
    }

    /// Which state it is.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            salt.hash(&mut hasher);
            self.seats.iter().for_each(|seat| seat.history.hash().hash(&mut hasher));
            u128::from(hasher.finish())
        };
        Fingerprint(half(0) << 64 | half(1))
    }

    /// What can happen next, as far as its order matters.
    ///
    /// An origin server whose client has closed its end can neither be told anything new nor tell anyone
    /// anything. So its steps come first: in every other order the same would follow.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let alone = (self.parties..self.seats.len()).filter(|&seat| self.is_alone(seat));
        let steps = alone.map(|seat| self.steps_of(seat)).find(|steps| !steps.is_empty());
        steps.unwrap_or_else(|| (0..self.seats.len()).flat_map(|it| self.steps_of(it)).collect())
    }

    /// Whether a connection of the origin server leads nowhere any more. Other machines may open new ones.
    fn is_alone(&self, seat: usize) -> bool {
        let leads_to =
            |line: &Rc<Line<Item>>| (line.ends[1].machine == seat).then_some(line.ends[0].input);
        seat >= self.parties && self.lines.iter().filter_map(leads_to).eq([Input::Closed])
    }

    /// What can happen to a machine, or to what it gave out.
    fn steps_of(&self, seat: usize) -> Vec<Step> {
        let mut steps = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            for (number, end) in line.ends.iter().enumerate() {
                if end.machine != seat {
                    continue;
                }
                let place = Place { line: index, end: number };
                // What came in several pieces may be read together.
                let most = pieces_at_front(&end.arriving);
                steps.extend((1..=most).map(|pieces| Step::Arrival { place, pieces }));
                if !end.unsent.is_empty() {
                    steps.push(Step::Write(place));
                }
            }
        }
        steps.extend(self.timer(seat).map(|_| Step::Timer(seat)));
        steps
    }

    /// The state after a step.
    #[must_use]
    pub fn after(&self, step: Step) -> Self {
        let mut next = self.clone();
        next.take(step);
        next
    }

    /// The state after a step, and what happens in it.
    #[must_use]
    pub fn told_after(&self, step: Step) -> (Self, Vec<Happening>) {
        let mut next = Self { happenings: Some(Vec::new()), ..self.clone() };
        next.take(step);
        let happenings = next.happenings.take().unwrap_or_default();
        (next, happenings)
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Timer(index) => {
                let after = self.timer(index).unwrap_or_default();
                self.note(|| Happening::Timer { machine: index, after });
                self.seats[index].history.tell(&"timer");
                let seat = &mut self.seats[index];
                let now = seat.clock.reach(seat.machine.poll_timeout());
                self.machine(index).handle_timeout(now);
                self.run(index);
            }
            Step::Write(place) => {
                self.send_unsent(place);
                self.run(self.end(place).machine);
            }
            Step::Arrival { place, pieces } => self.arrive(place, pieces),
        }
    }

    fn arrive(&mut self, place: Place, pieces: usize) {
        let end = self.end_mut(place);
        let Some(item) = take(&mut end.arriving, pieces) else { return };
        let (index, link) = (end.machine, end.link);
        if item == Item::Reset {
            end.output = Output::Ended;
            end.unsent.clear();
        }
        if let Some(event) = item.event(Direction::ToSubject) {
            self.enter(place, event);
        }
        self.note(|| Happening::Hears { machine: index, link, item: item.clone() });
        self.hear(index, link, item.heard());
        self.run(index);
    }

    fn hear(&mut self, index: usize, link: Link, heard: Heard<'_>) {
        match heard {
            Heard::Octets(octets) => self.seats[index].history.tell_octets(link, octets),
            Heard::Connected | Heard::Written | Heard::End | Heard::Reset => {
                self.seats[index].history.tell(&(link, heard));
            }
        }
        let now = self.seats[index].clock.tick();
        self.machine(index).handle(link, heard, now);
    }

    /// Lets a machine do what it wants.
    fn run(&mut self, index: usize) {
        loop {
            self.drop_unwanted(index);
            let now = self.seats[index].clock.now;
            let Some((link, act)) = self.machine(index).poll_act(now) else { return };
            self.seats[index].history.act();
            self.note(|| Happening::Does { machine: index, link, act: act.clone() });
            self.act(index, link, act);
        }
    }

    fn drop_unwanted(&mut self, index: usize) {
        for line in 0..self.lines.len() {
            for end in 0..2 {
                let place = Place { line, end };
                let it = self.end(place);
                let is_dropped = it.machine == index
                    && !it.unsent.is_empty()
                    && it.input == Input::Open
                    && self.seats[index].machine.writing(it.link) == Writing::Dropped;
                if is_dropped {
                    let link = it.link;
                    self.end_mut(place).unsent.clear();
                    self.hear(index, link, Heard::Written);
                }
            }
        }
    }

    /// Writes down what passes at an end.
    fn enter(&mut self, place: Place, event: Event) {
        let end = self.end(place);
        let entry = end.entry(self.seats[end.machine].clock.now, event);
        let machine = end.machine;
        self.seats[machine].history.enter(entry);
    }

    fn note(&mut self, happening: impl FnOnce() -> Happening) {
        if let Some(happenings) = &mut self.happenings {
            happenings.push(happening());
        }
    }

    fn machine(&mut self, index: usize) -> &mut dyn Explored {
        &mut **Rc::make_mut(&mut self.seats[index].machine)
    }

    /// Where the link of a machine leads; a number that serves again means the connection that is open.
    fn place_of(&self, machine: usize, link: Link) -> Option<Place> {
        let is_it =
            |end: &End<Item>| (end.machine, end.link, end.input) == (machine, link, Input::Open);
        self.lines
            .iter()
            .enumerate()
            .find_map(|(line, it)| it.ends.iter().position(is_it).map(|end| Place { line, end }))
    }

    fn end(&self, place: Place) -> &End<Item> {
        &self.lines[place.line].ends[place.end]
    }

    fn end_mut(&mut self, place: Place) -> &mut End<Item> {
        &mut Rc::make_mut(&mut self.lines[place.line]).ends[place.end]
    }
}
