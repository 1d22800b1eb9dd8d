//! What a user asks of the reference client, and how an origin server receives it, as data.

mod encoding;
mod origin;
mod play;
mod script;

use core::fmt;

use arbitrary::{Arbitrary, Unstructured};
use expectspec_engine::client::{Policy, Request};

use crate::presets::CLIENTS;
use crate::words::{Count, LATENCIES, Load, Manner, PACES, PIECES, RESTS, Time, Word};

pub use play::{ReceptionPlay, receive};

/// What a user asks of a client, how an origin server receives it, and what client and connections are
/// like.
///
/// It has two forms, as a [`Schedule`](crate::Schedule) has. The steps of the origin server are taken
/// one after the other, on the connection that the client opened last. Behind the last one it serves as
/// an origin server should.
///
/// ```
/// use expectspec_properties::Reception;
///
/// let script = "\
/// policy default
/// latency 40
/// pace 0
/// pieces whole
/// rest 0
/// ask POST length-5 plain
/// request
/// answer 100
/// content
/// answer 200-hello
/// ";
/// let reception: Reception = script.parse()?;
/// assert_eq!(reception.to_string(), script);
/// assert_eq!(Reception::decode(&reception.encode()), reception);
/// # Ok::<(), expectspec_properties::ScriptError>(())
/// ```
///
/// # Octets
///
/// Policy, latency, pace, pieces, rest, the number of requests less one, their words, and then the steps:
/// an octet chooses which, its choices follow, as in a schedule. A large load takes an octet from 240 on.
#[derive(Clone, Eq, PartialEq)]
pub struct Reception {
    /// The name of the client's policy, one of [`Policy::presets`].
    pub policy: &'static str,
    /// How long octets are under way, in each direction.
    pub latency: &'static Time,
    /// How long the connection takes nothing more behind each write of the client.
    pub pace: &'static Time,
    /// Octets of content that the client writes at once.
    pub pieces: &'static Count,
    /// How long the client rests behind each request.
    pub rest: &'static Time,
    /// What the user asks for, in order; at least one thing.
    pub asks: Vec<Ask>,
    /// What the origin server does, in order.
    pub steps: Vec<HostStep>,
}

/// A request that a user asks for. Its target is its number behind a slash.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Ask {
    /// The method.
    pub method: &'static Word,
    /// The content.
    pub load: &'static Load,
    /// What else is said of it.
    pub manner: &'static Manner,
}

/// One step of the origin server.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum HostStep {
    /// Waits for the next connection, unless the client has just opened it.
    Accept,
    /// Waits for the head of the next request, which is the one at hand from then on.
    Request,
    /// Waits until some of its content is there, or no more will come.
    SomeContent,
    /// Waits until it is complete, or no more of it will come.
    Content,
    /// Waits.
    Wait(&'static Time),
    /// Sends these octets.
    Answer(&'static Word),
    /// Sends any octets.
    Octets(Vec<u8>),
    /// Sends in writes of so many octets from here on.
    Cut(&'static Count),
    /// Ends its direction of the connection.
    Finish,
    /// Resets the connection.
    Reset,
    /// Refuses the next connection.
    Refuse,
}

impl Reception {
    /// No user asks for more.
    pub const ASKS_MAX: usize = 3;

    /// No more steps are read from octets.
    pub const STEPS_MAX: usize = 40;

    /// A reception without latency, on a connection that takes all at once.
    ///
    /// # Panics
    /// When there is no such policy.
    #[must_use]
    pub fn new(policy: &str, asks: Vec<Ask>, steps: Vec<HostStep>) -> Self {
        let policy = CLIENTS.known(policy).expect("the name of a preset");
        let (latency, pace) = (&LATENCIES[0], &PACES[0]);
        Self { policy, latency, pace, pieces: &PIECES[0], rest: &RESTS[0], asks, steps }
    }

    /// The same under another policy.
    ///
    /// # Panics
    /// When there is no such policy.
    #[must_use]
    pub fn under(&self, policy: &str) -> Self {
        let policy = CLIENTS.known(policy).expect("the name of a preset");
        Self { policy, ..self.clone() }
    }

    /// The policy itself.
    #[must_use]
    pub fn policy(&self) -> Policy {
        let policy = CLIENTS.policy(self.policy);
        let load_max = self.asks.iter().map(|ask| ask.load.octets()).max().unwrap_or(0);
        // More pieces show no more.
        let piece_octets_max = self.pieces.octets.max(load_max / 64);
        Policy { piece_octets_max, ..policy }
    }

    /// What the user asks for, as the client takes it.
    fn requests(&self) -> Vec<Request> {
        self.asks.iter().enumerate().map(|(number, ask)| ask.request(number)).collect()
    }
}

impl Ask {
    /// The target of the request with this number.
    pub(crate) const fn target(number: usize) -> &'static str {
        const TARGETS: [&str; Reception::ASKS_MAX] = ["/0", "/1", "/2"];
        TARGETS[number]
    }

    /// The request with this number.
    pub(crate) fn request(&self, number: usize) -> Request {
        let method = str::from_utf8(self.method.octets).expect("methods are ASCII");
        let content = self.load.content();
        let mut request = Request::new(method, Self::target(number), "t").with_content(content);
        request.connection = self.manner.connection;
        request.replay = self.manner.replay;
        if method == "OPTIONS" && self.load.octets() > 0 {
            // RFC 9110 §9.3.7.
            request = request.with_field("Content-Type", b"text/plain");
        }
        match self.manner.upgrade {
            Some(protocol) => request.with_field("Upgrade", protocol.as_bytes()),
            None => request,
        }
    }
}

impl fmt::Debug for Reception {
    /// The script, since that is what one wants to see of a find.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "reception:\n{self}")
    }
}

impl<'a> Arbitrary<'a> for Reception {
    fn arbitrary(octets: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self::decode(octets.bytes(octets.len())?))
    }
}
