//! Origin servers that the reference is not: silent, hasty, or gone.

use core::time::Duration;

use expectspec_engine::intermediary::{Link, Writing};
use expectspec_judge::{Connection, Direction, Event, Side, Stamp};

use super::{Act, Heard, Machine, Progress};

/// What a scripted origin server does with each request as soon as it has the head.
#[derive(Debug, Eq, PartialEq)]
pub struct OriginScript {
    /// The name.
    pub name: &'static str,
    /// What it does.
    pub steps: &'static [OriginStep],
}

impl OriginScript {
    /// Whether it brings every exchange to an end: by a final response, or by the end of the connection.
    #[must_use]
    pub fn ends_exchanges(&self) -> bool {
        !matches!(self.steps, [] | [CONTINUE] | [HINTS])
    }
}

/// One thing that a scripted origin server does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OriginStep {
    /// It writes octets.
    Write(&'static [u8]),
    /// It ends its direction of the connection (FIN).
    Finish,
    /// It breaks the connection (RST).
    Reset,
}

use OriginStep::{Finish, Reset, Write};

const CONTINUE: OriginStep = Write(b"HTTP/1.1 100 Continue\r\n\r\n");
const HINTS: OriginStep = Write(b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n");
const REFUSAL: OriginStep = Write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

/// Every scripted origin server.
pub static ORIGIN_SCRIPTS: &[OriginScript] = &[
    OriginScript { name: "silent", steps: &[] },
    OriginScript { name: "100 only", steps: &[CONTINUE] },
    OriginScript { name: "103 only", steps: &[HINTS] },
    OriginScript { name: "early 403", steps: &[REFUSAL] },
    OriginScript { name: "100, then 403", steps: &[CONTINUE, REFUSAL] },
    OriginScript {
        name: "early 403 with close",
        steps: &[
            Write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
            Finish,
        ],
    },
    OriginScript {
        name: "early 417",
        steps: &[Write(b"HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n")],
    },
    OriginScript {
        name: "early 200 of HTTP/1.0",
        steps: &[Write(b"HTTP/1.0 200 OK\r\n\r\nfine"), Finish],
    },
    OriginScript { name: "end", steps: &[Finish] },
    OriginScript { name: "100, then the end", steps: &[CONTINUE, Finish] },
    OriginScript { name: "100, then a break", steps: &[CONTINUE, Reset] },
    OriginScript {
        name: "the end within a final response",
        steps: &[Write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfi"), Finish],
    },
];

/// An origin server that follows a script, for one connection.
#[derive(Clone, Debug)]
pub struct ScriptedOrigin {
    script: &'static OriginScript,
    connection: Connection,
    /// Requests that had their answer.
    served: usize,
    /// The step for the next one.
    at: usize,
    stage: Stage,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    /// Nobody has connected.
    New,
    Open,
    /// Octets are being written.
    Busy,
    Gone,
}

impl ScriptedOrigin {
    /// A server without connection.
    #[must_use]
    pub fn new(script: &'static OriginScript) -> Self {
        let connection = Connection::new(Side::Outbound, 0);
        Self { script, connection, served: 0, at: 0, stage: Stage::New }
    }

    fn read(&mut self, event: &Event) {
        self.connection.handle(event, Stamp { entry: 0, at_us: 0 });
    }
}

impl Machine for ScriptedOrigin {
    fn copy(&self) -> Box<dyn Machine> {
        Box::new(self.clone())
    }

    fn accept(&mut self) -> Link {
        self.stage = Stage::Open;
        LINK
    }

    fn hear(&mut self, _: Link, heard: Heard<'_>) {
        match heard {
            Heard::Connected => {}
            Heard::Written => self.stage = Stage::Open,
            Heard::Octets(octets) => {
                self.read(&Event::Octets(Direction::ToSubject, octets.to_vec()));
            }
            Heard::End => self.read(&Event::End(Direction::ToSubject)),
            Heard::Reset => self.stage = Stage::Gone,
        }
    }

    fn now(&self) -> Duration {
        Duration::ZERO
    }

    fn timer(&self) -> Option<Duration> {
        None
    }

    fn fire(&mut self) {}

    fn act(&mut self) -> Option<(Link, Act)> {
        if self.stage != Stage::Open {
            return None;
        }
        let heads = self.connection.exchanges.iter().filter(|it| it.request.head_end.is_some());
        let heads = heads.count();
        while self.served < heads {
            let step = self.script.steps.get(self.at).copied();
            self.at += 1;
            let act = match step {
                None => {
                    self.served += 1;
                    self.at = 0;
                    continue;
                }
                Some(Write(octets)) => {
                    self.stage = Stage::Busy;
                    Act::Octets(octets.to_vec())
                }
                Some(Finish) => Act::ShutdownWrite,
                Some(Reset) => {
                    self.stage = Stage::Gone;
                    Act::Reset
                }
            };
            return Some((LINK, act));
        }
        self.connection.client_end?;
        self.stage = Stage::Gone;
        Some((LINK, Act::Close))
    }

    fn writing(&self, _: Link) -> Writing {
        Writing::Wanted
    }

    fn progress(&self) -> Progress {
        match self.stage {
            Stage::New | Stage::Gone => Progress::Gone,
            Stage::Open | Stage::Busy => Progress::Answered,
        }
    }

    fn standing(&self) -> String {
        format!("{:?}, {} requests served", self.stage, self.served)
    }
}

/// The one connection.
const LINK: Link = Link::Outbound(0);
