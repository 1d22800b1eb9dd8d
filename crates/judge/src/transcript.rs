//! All that passed between a subject and our peer: octets, direction, connection, time.

mod error;
mod parse;
mod print;
mod unescape;

pub use error::{TranscriptError, TranscriptErrorKind};

use expectspec_requirements::{Form, Party};

/// Everything that was sent and seen in one case, in order of time. The judge needs nothing else.
///
/// ```
/// use expectspec_judge::Transcript;
///
/// let text = "# subject: origin-server  transport: h1/tcp
/// ## windows-ms: immediate 5000 final 30000 quiet 500 close 5000
///     0.000 outbound > GET / HTTP/1.1
///                    > Host: t
///                    >
///     0.300 outbound < HTTP/1.1 204 No Content
///                    <
///     0.400 outbound > FIN
/// ";
/// let transcript: Transcript = text.parse().expect("a transcript");
/// assert_eq!(transcript.to_string(), text);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Transcript {
    /// The party that the subject plays.
    pub subject: Party,
    /// Its form, if it is an intermediary of which that was said.
    pub form: Option<Form>,
    /// How it was reached, such as `h1/tcp`; a word of letters, digits, `/`, `-` and `.`.
    pub transport: String,
    /// How long the tester waited for what.
    pub windows: Windows,
    /// What happened, in order of time.
    pub entries: Vec<Entry>,
}

impl Transcript {
    /// An empty transcript.
    #[must_use]
    pub fn new(subject: Party, transport: &str, windows: Windows) -> Self {
        Self { subject, form: None, transport: transport.to_owned(), windows, entries: Vec::new() }
    }
}

/// How long the tester was ready to wait, in microseconds. No RFC names a number: these are the
/// tester's, stand in each transcript, and are chosen so that a sound subject never needs them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Windows {
    /// For what must come "immediately" (RFC 9110 §10.1.1).
    pub immediate_us: u64,
    /// For a final response to a complete request.
    pub final_us: u64,
    /// How long silence must last to count as silence.
    pub quiet_us: u64,
    /// For the end of a connection that must be closed.
    pub close_us: u64,
}

impl Default for Windows {
    fn default() -> Self {
        Self {
            immediate_us: 5_000_000,
            final_us: 30_000_000,
            quiet_us: 500_000,
            close_us: 5_000_000,
        }
    }
}

/// One thing that happened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// When, in microseconds since the transcript began.
    pub at_us: u64,
    /// On which side of the subject.
    pub side: Side,
    /// On which connection of that side, counted from 0.
    pub connection: u16,
    /// What.
    pub event: Event,
}

/// A side of the subject (RFC 9110 §3.7).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Side {
    /// Toward the user agent: the subject is a server there.
    Outbound,
    /// Toward the origin server: the subject is a client there.
    Inbound,
}

impl Side {
    /// The word in the text form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outbound => "outbound",
            Self::Inbound => "inbound",
        }
    }
}

/// Which way something went.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Direction {
    /// From our peer to the subject (`>`).
    ToSubject,
    /// From the subject to our peer (`<`).
    FromSubject,
}

/// What happened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Event {
    /// Octets of one write or read; never empty.
    Octets(Direction, Vec<u8>),
    /// The sender ended its direction of the connection (FIN).
    End(Direction),
    /// The sender reset the connection.
    Reset(Direction),
    /// The tester waited until now, and nothing came.
    Quiet,
    /// A client told its user what came of a request.
    Said(Said),
}

/// What a client told its user of one request.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Said {
    /// It delivered a response with this status code.
    Status(u16),
    /// It ended as if all had gone well, and did not tell the status code.
    Success,
    /// It reported an error.
    Failure,
    /// It was still at it when it was given up.
    Nothing,
}
