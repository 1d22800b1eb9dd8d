//! The demo application: a few resources that show how an origin server treats `Expect`.

mod answer;
mod query;
mod route;

use alloc::vec::Vec;
use core::time::Duration;

use crate::origin_server::{Connection, Field, Notice, Request, Response};

use answer::Answer;
use route::{Plan, Route};

/// The demo application for one connection, without I/O and without clock.
///
/// | path | what it does |
/// |---|---|
/// | `/`, `/echo` | reads all content and answers 200 with it, or with a short text if there is none |
/// | `/upload` | reads up to 1 MiB and answers 200, else 413 |
/// | `/early-hints` | sends 103, then as `/echo` |
/// | `/slow?ms=N` | waits, then as `/echo` |
/// | `/next` | GET only: 200 |
/// | `/smuggled` | 200; nobody asks for it but with hidden requests |
/// | `/immediate`, `/immediate?code=204` | 200 or 204, whatever content there is |
/// | `/reject` | 403, whatever content there is |
/// | `/reject-401` | 401 with a challenge, whatever content there is |
/// | `/redirect` | 307 to `/echo`, whatever content there is |
/// | `/upgrade` | switches protocols if that is offered, else as `/echo`; `demo` echoes octets |
///
/// Any other path is 404, any other method 405; OPTIONS answers 200 with `Allow` everywhere.
#[derive(Clone, Debug)]
pub struct Site {
    now: Duration,
    stage: Stage,
    answer: Answer,
    /// The content to echo.
    content: Vec<u8>,
    /// Octets of content received.
    received: u64,
    request: Progress,
    /// What is to be said before the answer.
    hints: Said,
    wish: Said,
}

/// What a [`Site`] wants of its server next.
#[derive(Clone, Copy, Debug)]
pub enum Command<'a> {
    /// To send an interim response.
    Interim {
        /// The status code.
        code: u16,
        /// Its fields.
        fields: &'a [Field<'a>],
    },
    /// To invite the content.
    WantContent,
    /// To send the final response.
    Respond(Response<'a>),
    /// To switch protocols.
    SwitchProtocols,
    /// To send octets of the other protocol.
    SendOctets(&'a [u8]),
}

/// Where the answer to the current request stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    /// There is no request, or it has its answer.
    Idle,
    /// Not before this time.
    Waiting(Duration),
    /// When the request is complete.
    Reading,
    /// Now.
    Ready,
    /// The connection switched protocols.
    Switched,
}

/// Whether the request is complete.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Progress {
    Partial,
    Complete,
}

/// Whether something that is said once was said.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Said {
    Yes,
    NotYet,
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

impl Site {
    /// The most octets of content that the site keeps, or reads at `/upload`.
    pub const CONTENT_OCTETS_MAX: u64 = 1024 * 1024;

    /// A site for a connection that just opened.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            now: Duration::ZERO,
            stage: Stage::Idle,
            answer: Answer::NotFound,
            content: Vec::new(),
            received: 0,
            request: Progress::Complete,
            hints: Said::Yes,
            wish: Said::Yes,
        }
    }

    /// Takes what the server says.
    pub fn handle_notice(&mut self, notice: Notice<'_>, now: Duration) {
        self.now = self.now.max(now);
        match notice {
            Notice::Request(request) => self.begin(&request),
            Notice::Content(octets) => self.take_content(octets),
            Notice::ContentEnd => {
                self.request = Progress::Complete;
                if self.stage == Stage::Reading {
                    self.stage = Stage::Ready;
                }
            }
            Notice::Aborted(_) => self.stage = Stage::Idle,
            Notice::Octets(octets) => {
                self.content.clear();
                self.content.extend_from_slice(octets);
                self.stage = Stage::Switched;
            }
        }
    }

    /// Takes the news that it is `now`.
    pub fn handle_timeout(&mut self, now: Duration) {
        self.now = self.now.max(now);
        if matches!(self.stage, Stage::Waiting(until) if until <= self.now) {
            self.read_on();
        }
    }

    /// When `handle_timeout` is to be called next.
    #[must_use]
    pub const fn poll_timeout(&self) -> Option<Duration> {
        match self.stage {
            Stage::Waiting(until) => Some(until),
            Stage::Idle | Stage::Reading | Stage::Ready | Stage::Switched => None,
        }
    }

    /// The next thing that the site wants.
    pub fn poll_command(&mut self) -> Option<Command<'_>> {
        match self.stage {
            Stage::Idle => None,
            Stage::Waiting(_) | Stage::Reading | Stage::Ready if self.hints == Said::NotYet => {
                self.hints = Said::Yes;
                Some(Command::Interim { code: 103, fields: &[PRELOAD] })
            }
            Stage::Reading if self.wish == Said::NotYet => {
                self.wish = Said::Yes;
                Some(Command::WantContent)
            }
            Stage::Waiting(_) | Stage::Reading => None,
            Stage::Ready => {
                self.stage = Stage::Idle;
                Some(self.answer.command(&self.content))
            }
            Stage::Switched => {
                self.stage = Stage::Idle;
                Some(Command::SendOctets(&self.content))
            }
        }
    }

    fn begin(&mut self, request: &Request<'_>) {
        let has_content = request.framing.has_content();
        let route = Route::of(request);
        self.content.clear();
        self.received = 0;
        self.request = if has_content { Progress::Partial } else { Progress::Complete };
        self.answer = route.answer;
        self.hints = Said::Yes;
        self.wish = if has_content { Said::NotYet } else { Said::Yes };
        match route.plan {
            Plan::AnswerAtOnce => self.stage = Stage::Ready,
            Plan::Wait(time) => self.stage = Stage::Waiting(self.now.saturating_add(time)),
            Plan::Read => self.read_on(),
            Plan::HintAndRead => {
                self.hints = Said::NotYet;
                self.read_on();
            }
        }
    }

    fn read_on(&mut self) {
        self.stage = match self.request {
            Progress::Partial => Stage::Reading,
            Progress::Complete => Stage::Ready,
        };
    }

    fn take_content(&mut self, octets: &[u8]) {
        if matches!(self.stage, Stage::Idle | Stage::Ready | Stage::Switched) {
            return;
        }
        self.received += octets.len() as u64;
        if self.received > Self::CONTENT_OCTETS_MAX {
            self.content = Vec::new();
            self.answer = Answer::TooLarge;
            self.stage = Stage::Ready;
        } else if self.answer == Answer::Echo {
            self.content.extend_from_slice(octets);
        }
    }
}

const PRELOAD: Field<'_> = Field { name: "Link", value: b"</style.css>; rel=preload; as=style" };

/// The connection persists if the server's policy lets it.
const KEEP: Connection = Connection::Keep;
