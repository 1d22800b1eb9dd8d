//! The reference origin server behind a chain: as many connections as are opened, and tags.

use core::time::Duration;
use std::collections::BTreeMap;

use expectspec_engine::intermediary::{Link, Reading, Writing};
use expectspec_engine::origin_server::{
    Field, Notice, OriginServer, Policy, Request, Response, Transmit,
};
use expectspec_engine::site::{Command, Site};
use expectspec_judge::{TARGET_PREFIX, tag_of};

use super::play::Arrived;
use crate::net::{Act, Heard, Machine};

/// The demo site. A target that has a tag is that of the resource behind it, and the response tells the
/// tag.
pub(super) struct TaggedSite {
    policy: Policy,
    desks: BTreeMap<u16, Desk>,
    opened: u16,
    pub(super) arrived: Vec<Arrived>,
}

/// One connection.
struct Desk {
    origin: OriginServer,
    site: Site,
    opened: Duration,
    tag: Vec<u8>,
    /// The request at hand among all that arrived.
    at_hand: Option<usize>,
    output: Output,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Output {
    Free,
    Busy,
}

impl TaggedSite {
    pub(super) const fn new(policy: Policy) -> Self {
        Self { policy, desks: BTreeMap::new(), opened: 0, arrived: Vec::new() }
    }
}

impl Desk {
    /// Lets the site react until machine and site have nothing more to say.
    fn serve(&mut self, arrived: &mut Vec<Arrived>, now: Duration) {
        let now = now.saturating_sub(self.opened);
        self.command(now);
        while let Some(notice) = self.origin.poll_notice() {
            match notice {
                Notice::Request(mut request) => {
                    self.tag = tag_of(request.target).unwrap_or_default().to_vec();
                    self.at_hand = Some(arrived.len());
                    arrived.push(Arrived::new(&self.tag, &request));
                    request.target = untagged(&request);
                    self.site.handle_notice(Notice::Request(request), now);
                }
                Notice::Content(octets) => {
                    if let Some(index) = self.at_hand {
                        arrived[index].content.extend_from_slice(octets);
                    }
                    self.site.handle_notice(notice, now);
                }
                Notice::ContentEnd => {
                    if let Some(index) = self.at_hand {
                        arrived[index].is_complete = true;
                    }
                    self.site.handle_notice(notice, now);
                }
                Notice::Aborted(_) | Notice::Octets(_) => self.site.handle_notice(notice, now),
            }
            self.command(now);
        }
    }

    fn command(&mut self, now: Duration) {
        while let Some(command) = self.site.poll_command() {
            match command {
                Command::Interim { code, fields } => self.origin.send_interim(code, fields, now),
                Command::WantContent => self.origin.want_content(now),
                Command::Respond(response) => {
                    let tag = Field { name: "Expectspec-Tag", value: &self.tag };
                    let mut fields = response.fields.to_vec();
                    if !self.tag.is_empty() {
                        fields.push(tag);
                    }
                    self.origin.respond(&Response { fields: &fields, ..response }, now)
                }
                Command::SwitchProtocols => self.origin.switch_protocols(now),
                Command::SendOctets(octets) => self.origin.send_octets(octets, now),
            }
            .expect("the site asks for nothing that the state does not allow");
        }
    }

    fn poll_timeout(&self) -> Option<Duration> {
        let both = [self.origin.poll_timeout(), self.site.poll_timeout()];
        both.into_iter().flatten().min().map(|at| at.saturating_add(self.opened))
    }
}

/// The resource behind the tag: `/expectspec-0/0.1/echo` is `/echo`.
fn untagged<'a>(request: &Request<'a>) -> &'a [u8] {
    let target = request.target;
    if !target.starts_with(TARGET_PREFIX) {
        return target;
    }
    let slashes = target.iter().enumerate().filter(|(_, octet)| **octet == b'/');
    slashes.map(|(at, _)| at).nth(2).map_or(target, |at| &target[at..])
}

impl Machine for TaggedSite {
    fn handle_accepted(&mut self, now: Duration) -> Link {
        let number = self.opened;
        self.opened += 1;
        let desk = Desk {
            origin: OriginServer::new(self.policy.clone()),
            site: Site::new(),
            opened: now,
            tag: Vec::new(),
            at_hand: None,
            output: Output::Free,
        };
        self.desks.insert(number, desk);
        Link::Outbound(number)
    }

    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration) {
        let Link::Outbound(number) = link else { return };
        let Some(desk) = self.desks.get_mut(&number) else { return };
        let since = now.saturating_sub(desk.opened);
        match heard {
            Heard::Connected => {}
            Heard::Octets(octets) => desk.origin.handle_octets(octets, since),
            Heard::Written => desk.output = Output::Free,
            Heard::End => desk.origin.handle_end(since),
            Heard::Reset => desk.origin.handle_reset(since),
        }
        desk.serve(&mut self.arrived, now);
    }

    fn handle_timeout(&mut self, now: Duration) {
        for desk in self.desks.values_mut() {
            let since = now.saturating_sub(desk.opened);
            desk.site.handle_timeout(since);
            desk.serve(&mut self.arrived, now);
            desk.origin.handle_timeout(since);
            desk.serve(&mut self.arrived, now);
        }
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.desks.values().filter_map(Desk::poll_timeout).min()
    }

    fn poll_act(&mut self, now: Duration) -> Option<(Link, Act)> {
        for (&number, desk) in &mut self.desks {
            desk.serve(&mut self.arrived, now);
            if desk.output == Output::Busy {
                continue;
            }
            let act = match desk.origin.poll_transmit() {
                None => continue,
                Some(Transmit::Octets(octets)) => {
                    desk.output = Output::Busy;
                    Act::Octets(octets.to_vec())
                }
                Some(Transmit::ShutdownWrite) => Act::ShutdownWrite,
                Some(Transmit::Close) => Act::Close,
            };
            if act == Act::Close {
                self.desks.remove(&number);
            }
            return Some((Link::Outbound(number), act));
        }
        None
    }

    fn reading(&self, link: Link) -> Reading {
        let Link::Outbound(number) = link else { return Reading::Wanted };
        self.desks.get(&number).map_or(Reading::Wanted, |desk| desk.origin.reading())
    }

    fn writing(&self, _: Link) -> Writing {
        Writing::Wanted
    }
}
