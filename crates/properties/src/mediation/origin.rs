//! The origin server of a mediation, which serves each request as the script says.

use core::time::Duration;
use std::collections::{BTreeMap, VecDeque};

use expectspec_engine::intermediary::Link;
use expectspec_judge::{Connection, Direction, Event, Side, Stamp, tag_of};
use expectspec_machines::{Act, Heard, Machine};

use super::{Mediation, Move, OriginStep};
use crate::words::{CONTINUE, PROPER, Word};

/// An origin server with all its connections.
pub(super) struct Origin {
    services: VecDeque<VecDeque<Step>>,
    desks: BTreeMap<u16, Desk>,
    acts: VecDeque<(Link, Act)>,
    opened: u16,
}

#[derive(Clone, Debug)]
enum Step {
    Scripted(OriginStep),
    /// 100 (Continue), if it is expected.
    Continue,
}

/// One connection.
struct Desk {
    connection: Connection,
    events: u32,
    /// The request at hand.
    index: usize,
    service: Option<VecDeque<Step>>,
    /// When the service goes on, if it waits.
    until: Option<Duration>,
}

impl Origin {
    pub(super) fn new(mediation: &Mediation) -> Self {
        let steps = mediation.moves.iter().filter_map(|it| match it {
            Move::Origin(step) => Some(step.clone()),
            Move::Client(_) | Move::Open | Move::Use(_) => None,
        });
        let steps: Vec<_> = steps.collect();
        let services = match &steps[..] {
            [] => VecDeque::new(),
            steps => steps
                .split(|step| *step == OriginStep::Next)
                .map(|service| service.iter().cloned().map(Step::Scripted).collect())
                .collect(),
        };
        Self { services, desks: BTreeMap::new(), acts: VecDeque::new(), opened: 0 }
    }

    /// Goes on with the services of a connection as far as they go.
    fn serve(&mut self, number: u16, now: Duration) {
        let Self { services, desks, acts, .. } = self;
        let desk = desks.get_mut(&number).expect("a connection that was accepted");
        if desk.until.is_some_and(|until| until > now) {
            return;
        }
        desk.until = None;
        while desk.until.is_none() {
            let Some(exchange) = desk.connection.exchanges.get(desk.index) else { return };
            let request = &exchange.request;
            if request.head_end.is_none() && request.error.is_none() {
                return;
            }
            let tag = desk.tag();
            let service =
                desk.service.get_or_insert_with(|| services.pop_front().unwrap_or_else(proper));
            let ended = request.end.is_some() || desk.connection.client_end.is_some();
            let act = match service.front() {
                None => {
                    desk.service = None;
                    desk.index += 1;
                    continue;
                }
                Some(Step::Scripted(OriginStep::Content)) if !ended => return,
                Some(Step::Scripted(OriginStep::Content | OriginStep::Next)) => None,
                Some(Step::Scripted(OriginStep::Wait(time))) => {
                    desk.until = Some(now + time.time);
                    None
                }
                Some(Step::Scripted(OriginStep::Answer(word))) => {
                    Some(Act::Octets(with_tag(word.octets, &tag)))
                }
                Some(Step::Scripted(OriginStep::Octets(octets))) => Some(octets)
                    .filter(|octets| !octets.is_empty())
                    .map(|octets| Act::Octets(octets.clone())),
                Some(Step::Scripted(OriginStep::Finish)) => Some(Act::ShutdownWrite),
                Some(Step::Scripted(OriginStep::Reset)) => Some(Act::Reset),
                Some(Step::Continue) if request.expects_continue() && !ended => {
                    Some(Act::Octets(CONTINUE.octets.to_vec()))
                }
                Some(Step::Continue) => None,
            };
            service.pop_front();
            if let Some(Act::Octets(octets)) = &act {
                desk.hear(&Event::Octets(Direction::ToSubject, octets.clone()), now);
            }
            let is_gone = act == Some(Act::Reset);
            acts.extend(act.map(|act| (Link::Outbound(number), act)));
            if is_gone {
                desks.remove(&number);
                return;
            }
        }
    }
}

impl Desk {
    fn hear(&mut self, event: &Event, now: Duration) {
        let at_us = u64::try_from(now.as_micros()).unwrap_or(u64::MAX);
        self.connection.handle(event, Stamp { entry: self.events, at_us });
        self.events += 1;
    }

    /// The tag of the request that the next response will be taken to answer, or of the last one.
    fn tag(&self) -> Vec<u8> {
        let exchanges = &self.connection.exchanges;
        let waits = exchanges.iter().find(|exchange| exchange.final_response().is_none());
        let target = waits.or(exchanges.last()).map(|it| it.request.target(&self.connection.sent));
        target.and_then(tag_of).unwrap_or_default().to_vec()
    }
}

/// As an origin server should.
fn proper() -> VecDeque<Step> {
    let word: &'static Word = &PROPER;
    VecDeque::from([
        Step::Continue,
        Step::Scripted(OriginStep::Content),
        Step::Scripted(OriginStep::Answer(word)),
    ])
}

/// The octets with the tag in every final response in them.
fn with_tag(octets: &[u8], tag: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for line in octets.split_inclusive(|octet| *octet == b'\n') {
        out.extend_from_slice(line);
        let is_final = line.starts_with(b"HTTP/1.") && matches!(line.get(9), Some(b'2'..=b'6'));
        if is_final && !tag.is_empty() && line.ends_with(b"\r\n") {
            out.extend_from_slice(&[b"Expectspec-Tag: ", tag, b"\r\n"].concat());
        }
    }
    out
}

impl Machine for Origin {
    fn handle_accepted(&mut self, _: Duration) -> Link {
        let number = self.opened;
        self.opened += 1;
        let connection = Connection::new(Side::Inbound, number);
        let desk = Desk { connection, events: 0, index: 0, service: None, until: None };
        self.desks.insert(number, desk);
        Link::Outbound(number)
    }

    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration) {
        let Link::Outbound(number) = link else { return };
        let Some(desk) = self.desks.get_mut(&number) else { return };
        let event = match heard {
            Heard::Connected | Heard::Written => return,
            Heard::Octets(octets) => Event::Octets(Direction::FromSubject, octets.to_vec()),
            Heard::End => Event::End(Direction::FromSubject),
            Heard::Reset => Event::Reset(Direction::FromSubject),
        };
        desk.hear(&event, now);
        self.serve(number, now);
        let has_ended =
            |desk: &Desk| desk.connection.client_end.is_some() && desk.service.is_none();
        if self.desks.get(&number).is_some_and(has_ended) {
            self.acts.push_back((link, Act::ShutdownWrite));
        }
    }

    fn handle_timeout(&mut self, now: Duration) {
        for number in self.desks.keys().copied().collect::<Vec<_>>() {
            self.serve(number, now);
        }
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.desks.values().filter_map(|desk| desk.until).min()
    }

    fn poll_act(&mut self, _: Duration) -> Option<(Link, Act)> {
        self.acts.pop_front()
    }
}
