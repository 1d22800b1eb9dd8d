//! Connections between machines in virtual time: what is under way, and what is written down of it.
//!
//! A connection is modelled as TCP is: octets arrive in order, the receiver takes them when it likes,
//! a writer waits when too many are under way, and octets that reach a closed end are answered with
//! RST. Each end writes down what it sends and what reaches it, so every machine has a
//! [transcript](Net::transcript) as its peers saw it.
//!
//! What a connection is, [`expectspec_machines`] says, for the explored model too. When octets are written and
//! arrive stands here, since it is what an input draws; the model has any order of that, without time and
//! without a window, and lets a closed end refuse at once what a network lets arrive.

mod record;
mod travel;

use core::time::Duration;
use std::collections::BTreeMap;

use expectspec_engine::intermediary::{Link, Reading, Writing};
use expectspec_judge::Entry;
use expectspec_machines::{Act, End, Heard, Input, Item, Line, Machine, Output, Place};

pub(crate) use travel::Travel;
use travel::{Traveller, octets_in, push};

/// Machines, and the connections between them.
pub(crate) struct Net<'a> {
    machines: Vec<&'a mut dyn Machine>,
    /// The machine that the connections of each lead to.
    next: Vec<usize>,
    lines: Vec<Line<Traveller>>,
    /// Where the links of the machines lead that are not closed.
    places: BTreeMap<(usize, Link), Place>,
    /// How the next octets of so many travel.
    travel: Box<dyn FnMut(usize) -> Travel + 'a>,
    /// Octets that are under way at most, in each direction of a connection.
    window: usize,
    now: Duration,
    wakes: u32,
    /// What passed at the sockets of the machines, in order, and of whom.
    notes: Vec<(usize, Entry)>,
}

/// What happens next.
enum Next {
    Arrival(Place),
    Timeout(usize),
}

impl<'a> Net<'a> {
    pub(crate) fn new(
        machines: Vec<&'a mut dyn Machine>,
        next: Vec<usize>,
        window: usize,
        travel: impl FnMut(usize) -> Travel + 'a,
    ) -> Self {
        Self {
            machines,
            next,
            lines: Vec::new(),
            places: BTreeMap::new(),
            travel: Box::new(travel),
            window,
            now: Duration::ZERO,
            wakes: 0,
            notes: Vec::new(),
        }
    }

    /// The latest moment at which anything happened.
    pub(crate) const fn now(&self) -> Duration {
        self.now
    }

    /// Lets everything happen until nothing more can, and looks at the machines in between.
    ///
    /// # Panics
    /// When something goes on without end.
    pub(crate) fn run(&mut self) {
        loop {
            while self.take_acts() {}
            let Some((at, next)) = self.next() else { return };
            self.now = self.now.max(at);
            match next {
                Next::Arrival(place) => self.arrive(place),
                Next::Timeout(machine) => {
                    self.wakes += 1;
                    assert!(self.wakes < WAKES_MAX, "machine {machine} is woken without end");
                    self.machines[machine].handle_timeout(self.now);
                }
            }
        }
    }

    /// What happens first; of what happens at once, arrivals before timers.
    fn next(&self) -> Option<(Duration, Next)> {
        let mut first: Option<(Duration, Next)> = None;
        let mut add = |at: Duration, next: Next| {
            if first.as_ref().is_none_or(|(known, _)| at < *known) {
                first = Some((at, next));
            }
        };
        for (index, line) in self.lines.iter().enumerate() {
            for (side, end) in line.ends.iter().enumerate() {
                let Some((at, item)) = end.arriving.front() else { continue };
                let reads = end.input == Input::Closed
                    || matches!(item, Item::Connected | Item::Reset)
                    || self.machines[end.machine].reading(end.link) == Reading::Wanted;
                if reads {
                    add((*at).max(self.now), Next::Arrival(Place { line: index, end: side }));
                }
            }
        }
        for (index, machine) in self.machines.iter().enumerate() {
            if let Some(at) = machine.poll_timeout() {
                add(at.max(self.now), Next::Timeout(index));
            }
        }
        first
    }

    /// Something reaches an end.
    fn arrive(&mut self, place: Place) {
        let end = self.end(place);
        let (_, item) = end.arriving.pop_front().expect("something is under way");
        let (machine, link, input) = (end.machine, end.link, end.input);
        self.note_received(place, &item);
        if input == Input::Closed {
            if matches!(item, Item::Octets(_)) {
                self.refuse(place);
            }
        } else {
            self.machines[machine].handle(link, item.heard(), self.now);
        }
        if item == Item::Reset {
            self.end(place).output = Output::Ended;
            self.drop_unsent(place);
        }
        self.flush(place.other());
    }

    /// Does what the machines want; false if they want nothing.
    fn take_acts(&mut self) -> bool {
        let mut any = false;
        for line in 0..self.lines.len() {
            for end in 0..2 {
                let End { machine, link, input, unsent, .. } = &self.lines[line].ends[end];
                let waits = *input == Input::Open && !unsent.is_empty();
                if waits && self.machines[*machine].writing(*link) == Writing::Dropped {
                    self.drop_unsent(Place { line, end });
                    any = true;
                }
            }
        }
        for machine in 0..self.machines.len() {
            while let Some((link, act)) = self.machines[machine].poll_act(self.now) {
                any = true;
                self.act(machine, link, act);
            }
        }
        any
    }

    fn act(&mut self, machine: usize, link: Link, act: Act) {
        if matches!(act, Act::Open) {
            self.open(machine, link);
            return;
        }
        let place = self.places[&(machine, link)];
        match act {
            Act::Open => {}
            Act::Octets(octets) => {
                if self.end(place).output == Output::Open {
                    self.end(place).unsent.extend_from_slice(&octets);
                    self.flush(place);
                } else {
                    self.machines[machine].handle(link, Heard::Written, self.now);
                }
            }
            Act::ShutdownWrite => self.shutdown_write(place),
            Act::Close => {
                self.end(place).unsent.clear();
                self.shutdown_write(place);
                self.end(place).input = Input::Closed;
                self.places.remove(&(machine, link));
            }
            Act::Reset => {
                self.end(place).unsent.clear();
                self.refuse(place);
                self.end(place).input = Input::Closed;
                self.places.remove(&(machine, link));
            }
        }
    }

    fn open(&mut self, machine: usize, link: Link) {
        let to = self.next[machine];
        let accepted = self.machines[to].handle_accepted(self.now);
        let index = self.lines.len();
        self.lines.push(Line::new([(machine, link), (to, accepted)], self.lines.iter()));
        self.places.insert((machine, link), Place { line: index, end: 0 });
        self.places.insert((to, accepted), Place { line: index, end: 1 });
        self.send_alone(Place { line: index, end: 1 }, Item::Connected);
    }

    fn shutdown_write(&mut self, place: Place) {
        if self.end(place).output == Output::Open {
            self.end(place).output = Output::Ending;
            self.flush(place);
        }
    }

    /// Sends what there is room for, and then FIN if that is wanted.
    fn flush(&mut self, place: Place) {
        let has_octets = !self.end(place).unsent.is_empty();
        while !self.end(place).unsent.is_empty() {
            let under_way = octets_in(&self.end(place.other()).arriving);
            let room = self.window.saturating_sub(under_way);
            if room == 0 {
                return;
            }
            let len = self.end(place).unsent.len().min(room);
            let travel = (self.travel)(len);
            let unsent = &mut self.end(place).unsent;
            let rest = unsent.split_off(travel.octets.clamp(1, len));
            let octets = core::mem::replace(unsent, rest);
            self.send(place, Item::Octets(octets), travel.delay);
        }
        if self.end(place).output == Output::Ending {
            self.end(place).output = Output::Ended;
            self.send_alone(place, Item::End);
        }
        if has_octets {
            self.tell_written(place);
        }
    }

    fn drop_unsent(&mut self, place: Place) {
        if !core::mem::take(&mut self.end(place).unsent).is_empty() {
            self.tell_written(place);
        }
    }

    fn tell_written(&mut self, place: Place) {
        let end = self.end(place);
        let (machine, link, input) = (end.machine, end.link, end.input);
        if input == Input::Open {
            self.machines[machine].handle(link, Heard::Written, self.now);
        }
    }

    /// Breaks the connection, once.
    fn refuse(&mut self, place: Place) {
        if self.end(place).refuse() {
            self.send_alone(place, Item::Reset);
        }
    }

    /// Sends something without octets.
    fn send_alone(&mut self, from: Place, item: Item) {
        let delay = (self.travel)(0).delay;
        self.send(from, item, delay);
    }

    fn send(&mut self, from: Place, item: Item, delay: Duration) {
        self.note_sent(from, &item);
        let at = self.now + delay;
        push(&mut self.end(from.other()).arriving, at, item);
    }

    fn end(&mut self, place: Place) -> &mut End<Traveller> {
        &mut self.lines[place.line].ends[place.end]
    }
}

/// Nothing has a machine wake more often.
const WAKES_MAX: u32 = 100_000;
