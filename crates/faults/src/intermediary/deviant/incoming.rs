//! What clients and next hops send, and what the reference gets to read instead.

use expectspec_engine::intermediary::Link;
use expectspec_message::framing::{of_request, of_response};
use expectspec_message::{Framing, Head};

use super::Deviant;
use super::course::{self, Course, Goes};
use super::exchange::Exchange;
use super::stream::{Content, Piece};
use crate::intermediary::rule::{Deviation, Strays, Way};
use crate::intermediary::{Answer, Came, Message, Moment};
use crate::message::code;

impl Deviant {
    /// Reads on until more octets are needed, and gives the reference all at once.
    pub(super) fn read(&mut self, link: Link) {
        let mut read = Vec::new();
        while self.may_read(link)
            && let Some(piece) = self.lines.get_mut(&link).and_then(|line| line.input.read())
        {
            match (piece, link) {
                (Piece::Head(octets, head), Link::Outbound(_)) => {
                    self.read_request(link, octets, head, &mut read);
                }
                (Piece::Head(octets, head), Link::Inbound(_)) => {
                    self.read_response(link, &octets, &head, &mut read);
                }
                (Piece::Content(piece), _) => self.read_content(link, piece, &mut read),
                (Piece::Through(octets), _) => read.extend(octets),
            }
        }
        self.give(link, &read);
        match link {
            Link::Outbound(_) => self.read_partial_head(link),
            Link::Inbound(_) => self.read_partial_stray(link),
        }
    }

    /// Gives the reference what has come of a response that nobody asked for: it needs to know at once.
    fn read_partial_stray(&mut self, link: Link) {
        if !self.may_read(link) {
            return;
        }
        let Some(line) = self.lines.get_mut(&link) else { return };
        let last = line.exchanges.last().map(|&it| &self.exchanges[it]);
        if line.input.partial_head().is_empty() || last.is_none_or(|it| !it.is_answered) {
            return;
        }
        line.input.give_up();
        if let Some(Piece::Through(octets)) = line.input.read() {
            self.give(link, &octets);
        }
    }

    /// Says what a client gets while its head comes.
    fn read_partial_head(&mut self, link: Link) {
        let Some(line) = self.lines.get_mut(&link) else { return };
        let octets = line.input.partial_head();
        if octets.windows(EXPECTATION.len()).any(|it| it == EXPECTATION) && !line.was_hasty {
            line.was_hasty = true;
            line.send(self.script.within_head.to_vec());
        }
    }

    /// Whether what has come is anybody's.
    fn may_read(&self, link: Link) -> bool {
        let Some(line) = self.lines.get(&link).filter(|line| line.inner.is_some()) else {
            return false;
        };
        let keeps = matches!(link, Link::Inbound(_)) && self.script.strays == Strays::Kept;
        let last = line.exchanges.last().map(|&it| &self.exchanges[it]);
        !(keeps && last.is_none_or(|exchange| exchange.is_answered))
    }

    fn read_request(&mut self, link: Link, octets: Vec<u8>, head: Head, read: &mut Vec<u8>) {
        let Some(line) = self.lines.get_mut(&link) else { return };
        let framing = of_request(&head, &octets).framing;
        let followed = !line.input.is_empty();
        let has_content = line.input.begin(framing);
        let index = line.exchanges.len();
        let before = line.exchanges.last().map(|&it| &self.exchanges[it]);
        let is_pipelined = before.is_some_and(|before| !before.is_given);
        line.exchanges.push(self.exchanges.len());
        let mut exchange = Exchange::new(octets.clone(), head.clone(), index, followed);
        exchange.is_pipelined = is_pipelined;
        let moment = exchange.moment(Message { octets: &octets, head: &head, code: None });
        let deviations = self.deviations(Way::FromClient, &moment);
        let octets = course::head(&deviations, &moment);
        self.exchanges.push(exchange);
        self.say(link, &deviations);
        for deviation in &deviations {
            if let Deviation::Answers(answer) = *deviation {
                self.send(link, answer.to_vec());
                return self.turn_away(link);
            }
        }
        let Some(line) = self.lines.get_mut(&link) else { return };
        line.input_course = Course::new(&deviations);
        if line.input_course.goes == Goes::On {
            read.extend(octets);
        }
        if deviations.iter().any(|it| matches!(it, Deviation::PresumesContent)) {
            self.give(link, &std::mem::take(read));
            return self.presume(self.exchanges.len() - 1);
        }
        if !has_content && let Some(exchange) = self.exchanges.last_mut() {
            exchange.came = Came::All;
        }
    }

    fn read_response(&mut self, link: Link, octets: &[u8], head: &Head, read: &mut Vec<u8>) {
        let code = code(head);
        let Some(exchange) = self.lines[&link].exchanges.last().copied() else {
            return read.extend_from_slice(octets);
        };
        let answers = &mut self.exchanges[exchange].answers;
        answers.push(Answer { octets: octets.to_vec(), code: code.unwrap_or(0) });
        let moment = self.exchanges[exchange].moment(Message { octets, head, code });
        let method = moment.request.method();
        let is_tunnel =
            code == Some(101) || (method == b"CONNECT" && matches!(code, Some(200..300)));
        let framing = of_response(head, octets, method);
        let deviations = self.deviations(Way::FromOrigin, &moment);
        let edited = course::head(&deviations, &moment);
        let course = Course::new(&deviations);
        let goes = course.goes;
        let is_final = code >= Some(200);
        let Some(line) = self.lines.get_mut(&link) else { return };
        line.input_course = course;
        if is_tunnel {
            line.input.give_up();
            line.output.give_up();
        } else if !line.input.begin(if is_final { framing } else { Framing::None }) && is_final {
            self.exchanges[exchange].is_answered = goes != Goes::Nowhere;
        }
        let client = self.client_of(exchange);
        if let Some(client) = client {
            self.say(client, &deviations);
        }
        match (goes, client) {
            (Goes::On, _) => read.extend(edited),
            (Goes::Raw, Some(client)) => {
                self.exchanges[exchange].is_settled |= is_final;
                self.send(client, edited);
            }
            (Goes::Raw, None) | (Goes::Nowhere, _) => {}
        }
        if deviations.iter().any(|it| matches!(it, Deviation::PresumesContent)) {
            self.give(link, &std::mem::take(read));
            self.presume(exchange);
        }
    }

    fn read_content(&mut self, link: Link, piece: Content, read: &mut Vec<u8>) {
        let Some(exchange) = self.lines[&link].exchanges.last().copied() else { return };
        let is_last = piece.is_last;
        match link {
            Link::Outbound(_) => {
                let exchange = &mut self.exchanges[exchange];
                exchange.content.extend_from_slice(&piece.octets[piece.data.clone()]);
                exchange.came = if is_last { Came::All } else { Came::SomeContent };
            }
            Link::Inbound(_) => {
                let is_read = self.lines[&link].input_course.goes != Goes::Nowhere;
                self.exchanges[exchange].is_answered |= is_last && is_read;
            }
        }
        let client = self.client_of(exchange);
        let Some(line) = self.lines.get_mut(&link) else { return };
        let goes = line.input_course.goes;
        let octets = line.input_course.content(piece, b"");
        match (goes, client) {
            (Goes::On, _) => read.extend(octets),
            (Goes::Raw, Some(client)) => self.send(client, octets),
            (Goes::Raw, None) | (Goes::Nowhere, _) => {}
        }
    }

    /// The content that is still to come counts as read, and the reference gets some.
    pub(super) fn presume(&mut self, exchange: usize) {
        let Some(client) = self.client_of(exchange) else { return };
        let is_last = self.lines[&client].exchanges.last() == Some(&exchange);
        if self.exchanges[exchange].came == Came::All || !is_last {
            return;
        }
        let Some(line) = self.lines.get_mut(&client) else { return };
        let Some(filler) = line.input.presume() else { return };
        self.exchanges[exchange].came = Came::All;
        self.exchanges[exchange].is_presumed = true;
        self.give(client, &filler);
    }

    fn say(&mut self, link: Link, deviations: &[Deviation]) {
        for deviation in deviations {
            if let Deviation::Says(octets) = *deviation {
                self.send(link, octets.to_vec());
            }
        }
    }

    /// The connection of the client whose exchange it is.
    pub(super) fn client_of(&self, exchange: usize) -> Option<Link> {
        let clients = self.lines.iter().filter(|(link, _)| matches!(link, Link::Outbound(_)));
        clients.into_iter().find(|(_, it)| it.exchanges.contains(&exchange)).map(|(link, _)| *link)
    }

    /// What is done otherwise where a connection ends.
    pub(super) fn at_end(&self, way: Way, moment: &Moment<'_>) -> Vec<Deviation> {
        let deviations = self.deviations(way, moment).into_iter();
        deviations.filter(|it| matches!(it, Deviation::End(_))).collect()
    }
}

const EXPECTATION: &[u8] = b"Expect: 100-continue";
