//! The reference origin server with the demo site, for one connection.

use core::time::Duration;

use expectspec_engine::intermediary::{Link, Writing};
use expectspec_engine::origin_server::{
    Field, Notice, OriginServer, Policy, Request, Response, State, Transmit,
};
use expectspec_engine::site::{Command, Site};
use expectspec_judge::{TARGET_PREFIX, tag_of};

use super::{Act, Clock, Heard, Machine, Progress};

/// A reference origin server for one connection. Each target says its request by a tag, and the response
/// tells the tag.
#[derive(Clone, Debug)]
pub struct Origin {
    server: OriginServer,
    site: Site,
    application: Application,
    stage: Stage,
    tag: Vec<u8>,
    arrived: Vec<Arrived>,
    clock: Clock,
}

/// What stands behind the origin server.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Application {
    /// The demo site, which asks for content before it waits for it.
    Asking,
    /// The same, but it waits for content without asking: so the server leaves
    /// [`State::Due`] by its timer or not at all.
    Unasking,
}

/// A request that reached the origin server.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Arrived {
    /// Its tag.
    pub tag: Vec<u8>,
    /// Its content so far.
    pub content: Vec<u8>,
    /// Whether that is all.
    pub is_complete: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    /// Nobody has connected.
    New,
    Open,
    /// Octets are being written.
    Busy,
    Closed,
}

impl Origin {
    /// A server without connection.
    #[must_use]
    pub fn new(policy: Policy, application: Application) -> Self {
        Self {
            server: OriginServer::new(policy),
            site: Site::new(),
            application,
            stage: Stage::New,
            tag: Vec::new(),
            arrived: Vec::new(),
            clock: Clock::default(),
        }
    }

    fn deadline(&self) -> Option<Duration> {
        if matches!(self.stage, Stage::New | Stage::Closed) {
            return None;
        }
        let both = [self.server.poll_timeout(), self.site.poll_timeout()];
        both.into_iter().flatten().min()
    }

    /// Lets the site react until server and site have nothing more to say.
    fn serve(&mut self) {
        let now = self.server.now();
        self.command();
        while let Some(notice) = self.server.poll_notice() {
            match notice {
                Notice::Request(mut request) => {
                    self.tag = tag_of(request.target).unwrap_or_default().to_vec();
                    self.arrived.push(Arrived {
                        tag: self.tag.clone(),
                        content: Vec::new(),
                        is_complete: !request.framing.has_content(),
                    });
                    request.target = untagged(&request);
                    self.site.handle_notice(Notice::Request(request), now);
                }
                Notice::Content(octets) => {
                    if let Some(arrived) = self.arrived.last_mut() {
                        arrived.content.extend_from_slice(octets);
                    }
                    self.site.handle_notice(notice, now);
                }
                Notice::ContentEnd => {
                    if let Some(arrived) = self.arrived.last_mut() {
                        arrived.is_complete = true;
                    }
                    self.site.handle_notice(notice, now);
                }
                Notice::Aborted(_) | Notice::Octets(_) => self.site.handle_notice(notice, now),
            }
            self.command();
        }
    }

    fn command(&mut self) {
        let now = self.server.now();
        while let Some(command) = self.site.poll_command() {
            match command {
                Command::Interim { code, fields } => self.server.send_interim(code, fields, now),
                Command::WantContent if self.application == Application::Unasking => Ok(()),
                Command::WantContent => self.server.want_content(now),
                Command::Respond(response) => {
                    let tag = Field { name: "Expectspec-Tag", value: &self.tag };
                    let mut fields = response.fields.to_vec();
                    fields.push(tag);
                    self.server.respond(&Response { fields: &fields, ..response }, now)
                }
                Command::SwitchProtocols => self.server.switch_protocols(now),
                Command::SendOctets(octets) => self.server.send_octets(octets, now),
            }
            .expect("the site asks for nothing that the state does not allow");
        }
    }
}

impl Machine for Origin {
    fn copy(&self) -> Box<dyn Machine> {
        Box::new(self.clone())
    }

    fn accept(&mut self) -> Link {
        self.stage = Stage::Open;
        LINK
    }

    fn hear(&mut self, _: Link, heard: Heard<'_>) {
        let now = self.clock.tick();
        match heard {
            Heard::Connected => {}
            Heard::Octets(octets) => self.server.handle_octets(octets, now),
            Heard::Written => self.stage = Stage::Open,
            Heard::End => self.server.handle_end(now),
            Heard::Reset => self.server.handle_reset(now),
        }
        self.serve();
    }

    fn now(&self) -> Duration {
        self.clock.now
    }

    fn timer(&self) -> Option<Duration> {
        self.clock.until(self.deadline())
    }

    fn fire(&mut self) {
        let now = self.clock.reach(self.deadline());
        // The site first: an answer that is ready is not too late.
        self.site.handle_timeout(now);
        self.serve();
        self.server.handle_timeout(now);
        self.serve();
    }

    fn act(&mut self) -> Option<(Link, Act)> {
        if self.stage != Stage::Open {
            return None;
        }
        self.serve();
        let act = match self.server.poll_transmit()? {
            Transmit::Octets(octets) => {
                self.stage = Stage::Busy;
                Act::Octets(octets.to_vec())
            }
            Transmit::ShutdownWrite => Act::ShutdownWrite,
            Transmit::Close => {
                self.stage = Stage::Closed;
                Act::Close
            }
        };
        Some((LINK, act))
    }

    fn writing(&self, _: Link) -> Writing {
        Writing::Wanted
    }

    fn progress(&self) -> Progress {
        match self.stage {
            Stage::New | Stage::Closed => Progress::Gone,
            Stage::Open | Stage::Busy => Progress::Answered,
        }
    }

    fn standing(&self) -> String {
        match (self.stage, self.server.state()) {
            (Stage::New, _) => "without connection".into(),
            (_, State::Due) => "in Due: it owes a 100 (Continue) or a final response".into(),
            (_, state) => format!("in {state:?}"),
        }
    }

    fn arrived(&self) -> &[Arrived] {
        &self.arrived
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

/// The one connection.
const LINK: Link = Link::Outbound(0);
