//! What the reference sends, and what goes out instead.

use expectspec_engine::intermediary::{Link, Transmit};
use expectspec_message::framing::{of_request, of_response};
use expectspec_message::{Framing, Head, StartLine};

use super::Deviant;
use super::course::{self, Course, Goes};
use super::line::Parcel;
use super::stream::{Content, Piece};
use crate::intermediary::rule::{Deviation, Links, Way};
use crate::intermediary::{Message, Until};
use crate::message::code;

impl Deviant {
    /// Takes one thing that the reference wants done; false if there is none.
    pub(super) fn take_transmit(&mut self) -> bool {
        let Some((inner, transmit)) = self.inner.poll_transmit() else { return false };
        match transmit {
            Transmit::Open { authority } => {
                let authority = authority.map(<[u8]>::to_vec);
                self.open(inner, authority);
            }
            Transmit::Octets(octets) => {
                let octets = octets.to_vec();
                if let Some(link) = self.link_of(inner) {
                    self.write(link, &octets);
                }
                self.inner.handle_written(inner, self.now);
            }
            Transmit::ShutdownWrite => self.close(inner, Parcel::ShutdownWrite),
            Transmit::Close => self.close(inner, Parcel::Close),
        }
        true
    }

    fn write(&mut self, link: Link, octets: &[u8]) {
        let Some(line) = self.lines.get_mut(&link) else { return };
        line.output.push(octets);
        while let Some(piece) = self.lines.get_mut(&link).and_then(|line| line.output.read()) {
            match (piece, link) {
                (Piece::Head(octets, head), Link::Outbound(_)) => {
                    self.write_response(link, &octets, &head);
                }
                (Piece::Head(octets, head), Link::Inbound(_)) => {
                    self.write_request(link, &octets, &head);
                }
                (Piece::Content(piece), _) => self.write_content(link, piece),
                (Piece::Through(octets), _) => self.send(link, octets),
            }
        }
        // A kept connection may hold the answer already.
        if matches!(link, Link::Inbound(_)) {
            self.read(link);
        }
    }

    fn write_request(&mut self, link: Link, octets: &[u8], head: &Head) {
        let target = match head.start {
            Some(StartLine::Request { target, .. }) => target.of(octets),
            _ => b"",
        };
        let Some(line) = self.lines.get_mut(&link) else { return };
        line.sent.clear();
        line.output.begin(of_request(head, octets).framing);
        let mut all = (0..self.exchanges.len()).rev();
        let found = all.clone().find(|&it| self.exchanges[it].becomes(target));
        let unforwarded = || all.find(|&it| self.exchanges[it].forwards == 0);
        let Some(exchange) = found.or_else(unforwarded) else {
            return line.send(octets.to_vec());
        };
        line.exchanges.push(exchange);
        if self.script.links == Links::Crossed {
            self.cross(link);
        }
        self.write_head(Way::ToOrigin, link, exchange, Message { octets, head, code: None });
        self.exchanges[exchange].forwards += 1;
        self.exchanges[exchange].is_answered = false;
    }

    fn write_response(&mut self, link: Link, octets: &[u8], head: &Head) {
        let code = code(head);
        let Some(exchange) = self.awaits(link) else {
            // It answers what nobody can read.
            if let Some(line) = self.lines.get_mut(&link) {
                line.output.begin(of_response(head, octets, b"GET"));
                line.output_course = Course::default();
            }
            return self.send(link, octets.to_vec());
        };
        let method = self.exchanges[exchange].request().method().to_vec();
        let is_final = code >= Some(200);
        let is_tunnel =
            code == Some(101) || (method == b"CONNECT" && matches!(code, Some(200..300)));
        let framing = of_response(head, octets, &method);
        let message = Message { octets, head, code };
        if self.exchanges[exchange].is_settled {
            if let Some(line) = self.lines.get_mut(&link) {
                line.output_course = Course::new(&[Deviation::Drops]);
            }
        } else {
            self.write_head(Way::ToClient, link, exchange, message);
        }
        self.exchanges[exchange].given.extend(code);
        let Some(line) = self.lines.get_mut(&link) else { return };
        if is_tunnel {
            line.output.give_up();
            line.input.give_up();
        } else if !line.output.begin(if is_final { framing } else { Framing::None }) && is_final {
            self.exchanges[exchange].is_given = true;
        }
    }

    /// The first exchange of a client's connection that has no final response.
    pub(super) fn awaits(&self, link: Link) -> Option<usize> {
        let line = self.lines.get(&link)?;
        line.exchanges.iter().copied().find(|&it| !self.exchanges[it].is_given)
    }

    fn write_head(&mut self, way: Way, link: Link, exchange: usize, message: Message<'_>) {
        let moment = self.exchanges[exchange].moment(message);
        let deviations = self.deviations(way, &moment);
        let mut octets = course::head(&deviations, &moment);
        let course = Course::new(&deviations);
        let goes = course.goes;
        let Some(line) = self.lines.get_mut(&link) else { return };
        line.output_course = course;
        if deviations.iter().any(|it| matches!(it, Deviation::GoesBehind)) {
            line.behind = octets;
            return;
        }
        if goes == Goes::On {
            octets.append(&mut line.behind);
        }
        for deviation in &deviations {
            match *deviation {
                Deviation::Holds(until) => self.wait(link, exchange, until),
                Deviation::Says(more) => self.send(link, more.to_vec()),
                Deviation::Persists => {
                    if let Some(line) = self.lines.get_mut(&link) {
                        line.persists = true;
                    }
                }
                _ => {}
            }
        }
        if goes == Goes::On {
            self.send(link, octets);
        }
        if deviations.iter().any(|it| matches!(it, Deviation::Closes)) {
            self.break_off(link);
        }
    }

    fn write_content(&mut self, link: Link, piece: Content) {
        let exchange = match link {
            Link::Outbound(_) => self.awaits(link),
            Link::Inbound(_) => self.lines[&link].exchanges.last().copied(),
        };
        let foreign = self.foreign(exchange);
        let is_last = piece.is_last;
        let Some(line) = self.lines.get_mut(&link) else { return };
        let goes = line.output_course.goes;
        let held: Option<Until> = line.output_course.holds_content.take();
        let octets = line.output_course.content(piece, &foreign);
        if let (Some(until), Some(exchange)) = (held, exchange) {
            self.wait(link, exchange, until);
        }
        let mute = matches!(link, Link::Inbound(_))
            && exchange.is_some_and(|it| self.exchanges[it].is_presumed);
        if goes == Goes::On && !mute {
            self.send(link, octets);
        }
        if let (Link::Outbound(_), Some(exchange), true) = (link, exchange, is_last) {
            self.exchanges[exchange].is_given = true;
        }
    }

    /// The content of another client, the last that there was.
    fn foreign(&self, exchange: Option<usize>) -> Vec<u8> {
        let others = self.exchanges.iter().enumerate().rev();
        let mut others = others.filter(|(it, _)| Some(*it) != exchange);
        let other = others.find(|(_, other)| !other.content.is_empty());
        other.map(|(_, other)| other.content.clone()).unwrap_or_default()
    }
}
