//! The reference server: the origin server machine with the demo application.

use core::time::Duration;

use crate::origin_server::{OriginServer, Policy, Reading, State, Transmit};
use crate::site::{Command, Site};

/// An [`OriginServer`] whose application is a [`Site`]: octets in, octets out.
///
/// After anything went in, the caller polls transmits until there are none, then waits for the
/// transport or for the time that `poll_timeout` names.
///
/// ```
/// use core::time::Duration;
/// use expectspec_engine::ReferenceServer;
/// use expectspec_engine::origin_server::{Policy, Transmit};
///
/// let mut server = ReferenceServer::new(Policy::default());
/// let now = Duration::ZERO;
/// let request =
///     b"POST /reject HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
/// server.handle_octets(request, now);
/// let Some(Transmit::Octets(octets)) = server.poll_transmit() else { panic!() };
/// assert!(octets.starts_with(b"HTTP/1.1 403 Forbidden\r\n"));
/// ```
#[derive(Clone, Debug)]
pub struct ReferenceServer {
    origin: OriginServer,
    site: Site,
}

impl ReferenceServer {
    /// A server for a connection that just opened.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self { origin: OriginServer::new(policy), site: Site::new() }
    }

    /// Where the connection stands.
    #[must_use]
    pub const fn state(&self) -> State {
        self.origin.state()
    }

    /// How many octets the machine holds, in both directions. The site holds at most
    /// [`Site::CONTENT_OCTETS_MAX`] more.
    #[must_use]
    pub fn octets_held(&self) -> usize {
        self.origin.octets_held()
    }

    /// Whether octets should be read from the transport.
    #[must_use]
    pub fn reading(&self) -> Reading {
        self.origin.reading()
    }

    /// Takes octets that arrived.
    pub fn handle_octets(&mut self, octets: &[u8], now: Duration) {
        self.origin.handle_octets(octets, now);
        self.serve(now);
    }

    /// Takes the end of what the client sends (FIN).
    pub fn handle_end(&mut self, now: Duration) {
        self.origin.handle_end(now);
        self.serve(now);
    }

    /// Takes the news that the connection broke (RST).
    pub fn handle_reset(&mut self, now: Duration) {
        self.origin.handle_reset(now);
        self.serve(now);
    }

    /// Takes the news that it is `now`.
    pub fn handle_timeout(&mut self, now: Duration) {
        // The site first: an answer that is ready is not too late.
        self.site.handle_timeout(now);
        self.serve(now);
        self.origin.handle_timeout(now);
        self.serve(now);
    }

    /// When `handle_timeout` is to be called next.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Duration> {
        match (self.origin.poll_timeout(), self.site.poll_timeout()) {
            (Some(origin), Some(site)) => Some(origin.min(site)),
            (one, None) | (None, one) => one,
        }
    }

    /// The next thing to do on the transport. Octets are given once, and are valid until the next
    /// call of anything.
    pub fn poll_transmit(&mut self) -> Option<Transmit<'_>> {
        self.serve(self.origin.now());
        self.origin.poll_transmit()
    }

    /// Lets the site react until machine and site have nothing more to say.
    fn serve(&mut self, now: Duration) {
        self.command(now);
        while let Some(notice) = self.origin.poll_notice() {
            self.site.handle_notice(notice, now);
            self.command(now);
        }
    }

    fn command(&mut self, now: Duration) {
        while let Some(command) = self.site.poll_command() {
            match command {
                Command::Interim { code, fields } => self.origin.send_interim(code, fields, now),
                Command::WantContent => self.origin.want_content(now),
                Command::Respond(response) => self.origin.respond(&response, now),
                Command::SwitchProtocols => self.origin.switch_protocols(now),
                Command::SendOctets(octets) => self.origin.send_octets(octets, now),
            }
            .expect("the site asks for nothing that the state does not allow");
        }
    }
}
