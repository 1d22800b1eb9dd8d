//! What comes of what machines do: connections open, octets are on their way, connections end.

use std::rc::Rc;

use expectspec_engine::intermediary::Link;
use expectspec_judge::{Direction, Event};
use expectspec_machines::{Act, End, Heard, Input, Item, Line, Output, Place};

use super::{World, Writes};

impl World {
    pub(super) fn act(&mut self, index: usize, link: Link, act: Act) {
        if act == Act::Open {
            self.open(index, link);
            return;
        }
        let Some(place) = self.place_of(index, link) else { return };
        match act {
            Act::Open => {}
            Act::Octets(octets) => {
                if self.end(place).output != Output::Open {
                    self.hear(index, link, Heard::Written);
                    return;
                }
                self.end_mut(place).unsent = octets;
                if self.writes == Writes::AtOnce {
                    self.send_unsent(place);
                }
            }
            Act::ShutdownWrite => self.shutdown_write(place),
            Act::Close => {
                self.end_mut(place).unsent.clear();
                self.shutdown_write(place);
                self.close(place);
            }
            Act::Reset => {
                self.end_mut(place).unsent.clear();
                self.enter(place, Event::Reset(Direction::FromSubject));
                self.refuse(place);
                self.close(place);
            }
        }
    }

    fn open(&mut self, opener: usize, link: Link) {
        let accepter = if opener + 1 == self.parties - 1 {
            self.seats.push(self.seats[opener + 1].clone());
            self.seats.len() - 1
        } else {
            opener + 1
        };
        self.seats[accepter].history.tell(&"accept");
        let now = self.seats[accepter].clock.tick();
        let accepted = self.machine(accepter).handle_accepted(now);
        let before = self.lines.iter().map(|line| &**line);
        let line = Line::new([(opener, link), (accepter, accepted)], before);
        self.lines.push(Rc::new(line));
        self.run(accepter);
        self.hear(opener, link, Heard::Connected);
    }

    /// Writes what the machine gave out, which hears that it is written.
    pub(super) fn send_unsent(&mut self, place: Place) {
        let octets = core::mem::take(&mut self.end_mut(place).unsent);
        self.enter(place, Event::Octets(Direction::FromSubject, octets.clone()));
        self.send(place, Item::Octets(octets));
        if self.end(place).output == Output::Ending {
            self.send_end(place);
        }
        let End { machine, link, input, .. } = *self.end(place);
        if input == Input::Open {
            self.hear(machine, link, Heard::Written);
        }
    }

    fn shutdown_write(&mut self, place: Place) {
        let end = self.end_mut(place);
        if end.output == Output::Open {
            end.output = Output::Ending;
            if end.unsent.is_empty() {
                self.send_end(place);
            }
        }
    }

    fn send_end(&mut self, place: Place) {
        self.end_mut(place).output = Output::Ended;
        self.enter(place, Event::End(Direction::FromSubject));
        self.send(place, Item::End);
    }

    /// Nobody hears what comes any more; so it does not matter when it comes.
    fn close(&mut self, place: Place) {
        let end = self.end_mut(place);
        end.input = Input::Closed;
        let arriving = core::mem::take(&mut end.arriving);
        arriving.into_iter().for_each(|item| self.reach_closed(place, &item));
    }

    fn reach_closed(&mut self, place: Place, item: &Item) {
        if matches!(item, Item::Octets(_)) {
            self.refuse(place);
        }
    }

    /// Breaks the connection, once. That is the transport's doing and stands in no transcript.
    fn refuse(&mut self, place: Place) {
        if self.end_mut(place).refuse() {
            self.send(place, Item::Reset);
        }
    }

    fn send(&mut self, from: Place, item: Item) {
        let to = from.other();
        match self.end(to).input {
            Input::Open => self.end_mut(to).arriving.push_back(item),
            Input::Closed => self.reach_closed(to, &item),
        }
    }
}
