//! The reference origin server with the demo site: as many connections as are opened, and tags.

use core::fmt;
use core::time::Duration;

use expectspec_engine::intermediary::{Link, Reading};
use expectspec_engine::origin_server::{
    Field, Notice, OriginServer, Policy, Request, Response, Transmit,
};
use expectspec_engine::site::{Command, Site};
use expectspec_judge::{TARGET_PREFIX, tag_of};

use crate::machine::{Act, Heard, Machine, Writer};

/// The demo site. A target that has a tag is that of the resource behind it, and the response tells the
/// tag.
#[derive(Clone, Debug)]
pub struct TaggedSite {
    policy: Policy,
    application: Application,
    desks: Vec<Desk>,
    opened: u16,
    arrived: Vec<Arrived>,
}

/// What stands behind the origin server.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Application {
    /// The demo site, which asks for content before it waits for it.
    Asking,
    /// The same, but it waits for content without asking: so the server leaves
    /// [`State::Due`](expectspec_engine::origin_server::State::Due) by its timer or not at all.
    Unasking,
}

/// A request that reached the origin server.
#[derive(Clone)]
pub struct Arrived {
    /// Its tag.
    pub tag: Vec<u8>,
    /// Its content so far.
    pub content: Vec<u8>,
    /// Whether that is all.
    pub is_complete: bool,
}

/// One connection.
#[derive(Clone, Debug)]
struct Desk {
    number: u16,
    server: OriginServer,
    site: Site,
    application: Application,
    opened: Duration,
    tag: Vec<u8>,
    /// The request at hand among all that arrived.
    at_hand: Option<usize>,
    writer: Writer,
}

impl TaggedSite {
    /// A server without connections.
    #[must_use]
    pub const fn new(policy: Policy, application: Application) -> Self {
        Self { policy, application, desks: Vec::new(), opened: 0, arrived: Vec::new() }
    }

    /// The machine of each connection that is open.
    pub fn servers(&self) -> impl ExactSizeIterator<Item = &OriginServer> {
        self.desks.iter().map(|desk| &desk.server)
    }

    /// The requests that reached the site so far, in their order.
    #[must_use]
    pub fn arrived(&self) -> &[Arrived] {
        &self.arrived
    }

    /// The same, when no more is wanted of the site.
    #[must_use]
    pub fn into_arrived(self) -> Vec<Arrived> {
        self.arrived
    }

    fn desk(&self, link: Link) -> Option<usize> {
        let Link::Outbound(number) = link else { return None };
        self.desks.iter().position(|desk| desk.number == number)
    }
}

impl Desk {
    /// Lets the site react until server and site have nothing more to say.
    fn serve(&mut self, arrived: &mut Vec<Arrived>, now: Duration) {
        let now = now.saturating_sub(self.opened);
        self.command(now);
        while let Some(notice) = self.server.poll_notice() {
            match notice {
                Notice::Request(mut request) => {
                    self.tag = tag_of(request.target).unwrap_or_default().to_vec();
                    self.at_hand = Some(arrived.len());
                    arrived.push(Arrived {
                        tag: self.tag.clone(),
                        content: Vec::new(),
                        is_complete: !request.framing.has_content(),
                    });
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
                Command::Interim { code, fields } => self.server.send_interim(code, fields, now),
                Command::WantContent if self.application == Application::Unasking => Ok(()),
                Command::WantContent => self.server.want_content(now),
                Command::Respond(response) => {
                    let tag = Field { name: "Expectspec-Tag", value: &self.tag };
                    let mut fields = response.fields.to_vec();
                    if !self.tag.is_empty() {
                        fields.push(tag);
                    }
                    self.server.respond(&Response { fields: &fields, ..response }, now)
                }
                Command::SwitchProtocols => self.server.switch_protocols(now),
                Command::SendOctets(octets) => self.server.send_octets(octets, now),
            }
            .expect("the site asks for nothing that the state does not allow");
        }
    }

    fn poll_timeout(&self) -> Option<Duration> {
        let both = [self.server.poll_timeout(), self.site.poll_timeout()];
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
        self.desks.push(Desk {
            number,
            server: OriginServer::new(self.policy.clone()),
            site: Site::new(),
            application: self.application,
            opened: now,
            tag: Vec::new(),
            at_hand: None,
            writer: Writer::Free,
        });
        Link::Outbound(number)
    }

    fn handle(&mut self, link: Link, heard: Heard<'_>, now: Duration) {
        let Some(index) = self.desk(link) else { return };
        let desk = &mut self.desks[index];
        let since = now.saturating_sub(desk.opened);
        match heard {
            Heard::Connected => {}
            Heard::Octets(octets) => desk.server.handle_octets(octets, since),
            Heard::Written => desk.writer = Writer::Free,
            Heard::End => desk.server.handle_end(since),
            Heard::Reset => desk.server.handle_reset(since),
        }
        desk.serve(&mut self.arrived, now);
    }

    fn handle_timeout(&mut self, now: Duration) {
        for desk in &mut self.desks {
            let since = now.saturating_sub(desk.opened);
            // The site first: an answer that is ready is not too late.
            desk.site.handle_timeout(since);
            desk.serve(&mut self.arrived, now);
            desk.server.handle_timeout(since);
            desk.serve(&mut self.arrived, now);
        }
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.desks.iter().filter_map(Desk::poll_timeout).min()
    }

    fn poll_act(&mut self, now: Duration) -> Option<(Link, Act)> {
        for (index, desk) in self.desks.iter_mut().enumerate() {
            desk.serve(&mut self.arrived, now);
            if desk.writer == Writer::Busy {
                continue;
            }
            let act = match desk.server.poll_transmit() {
                None => continue,
                Some(Transmit::Octets(octets)) => {
                    desk.writer = Writer::Busy;
                    Act::Octets(octets.to_vec())
                }
                Some(Transmit::ShutdownWrite) => Act::ShutdownWrite,
                Some(Transmit::Close) => Act::Close,
            };
            let link = Link::Outbound(desk.number);
            if act == Act::Close {
                self.desks.remove(index);
            }
            return Some((link, act));
        }
        None
    }

    fn reading(&self, link: Link) -> Reading {
        self.desk(link).map_or(Reading::Wanted, |index| self.desks[index].server.reading())
    }
}

impl fmt::Debug for Arrived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (octets, tag) = (self.content.len(), self.tag.escape_ascii());
        write!(f, "{octets} octets of {tag}, {}", if self.is_complete { "all" } else { "so far" })
    }
}
