//! Clients that the reference is not: they pipeline, send half a request, or break the connection.

use core::time::Duration;

use expectspec_engine::intermediary::{Link, Writing};
use expectspec_judge::{Connection, Direction, Event, Side, Stamp};

use super::{Act, Heard, Machine, Progress};

/// What a scripted client does.
#[derive(Debug, Eq, PartialEq)]
pub struct ClientScript {
    /// The name.
    pub name: &'static str,
    /// What it does, one thing after the other.
    pub steps: &'static [ClientStep],
    /// The content of each of its requests, in their order; their tags are `0.0`, `0.1`…
    pub contents: &'static [&'static [u8]],
    /// How many responses it waits for. It also takes the end of the connection for an answer.
    pub answers: usize,
}

/// One thing that a scripted client does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ClientStep {
    /// It writes octets.
    Write(&'static [u8]),
    /// It waits, for ever, until something comes.
    Await,
    /// It ends its direction of the connection (FIN).
    Finish,
    /// It breaks the connection (RST).
    Reset,
}

use ClientStep::{Await, Finish, Reset, Write};

const EXPECTING: ClientStep = Write(
    b"POST /expectspec-0/0.0/echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n",
);
const PLAIN: ClientStep =
    Write(b"POST /expectspec-0/0.0/echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\n");
const SECOND: ClientStep = Write(
    b"POST /expectspec-0/0.1/echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n",
);
const GET: ClientStep = Write(b"GET /expectspec-0/0.1/next HTTP/1.1\r\nHost: t\r\n\r\n");
const CONTENT: ClientStep = Write(b"ab");
const HALF: ClientStep = Write(b"a");
const SECOND_CONTENT: ClientStep = Write(b"cd");

/// Every scripted client.
pub static CLIENT_SCRIPTS: &[ClientScript] = &[
    ClientScript {
        name: "pipelines a GET behind content",
        steps: &[PLAIN, CONTENT, GET],
        contents: &[b"ab", b""],
        answers: 2,
    },
    ClientScript {
        name: "pipelines a GET behind content that it did not wait with",
        steps: &[EXPECTING, CONTENT, GET],
        contents: &[b"ab", b""],
        answers: 2,
    },
    ClientScript {
        name: "pipelines an expectation, and waits with the content for ever",
        steps: &[PLAIN, CONTENT, SECOND, Await, SECOND_CONTENT],
        contents: &[b"ab", b"cd"],
        answers: 2,
    },
    ClientScript {
        name: "pipelines an expectation, and does not wait",
        steps: &[EXPECTING, CONTENT, SECOND, SECOND_CONTENT],
        contents: &[b"ab", b"cd"],
        answers: 2,
    },
    ClientScript {
        name: "pipelines a GET behind content that is refused",
        steps: &[
            Write(
                b"POST /expectspec-0/0.0/reject HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n",
            ),
            CONTENT,
            GET,
        ],
        contents: &[b"ab", b""],
        answers: 2,
    },
    ClientScript {
        name: "waits for the 100 for ever",
        steps: &[EXPECTING, Await, CONTENT],
        contents: &[b"ab"],
        answers: 1,
    },
    ClientScript {
        name: "ends behind the head",
        steps: &[EXPECTING, Finish],
        contents: &[b"ab"],
        answers: 1,
    },
    ClientScript {
        name: "ends within the content",
        steps: &[EXPECTING, Await, HALF, Finish],
        contents: &[b"ab"],
        answers: 1,
    },
    ClientScript {
        name: "ends within chunks",
        steps: &[
            Write(
                b"POST /expectspec-0/0.0/echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n",
            ),
            Await,
            Write(b"1\r\na\r\n"),
            Finish,
        ],
        contents: &[b"ab"],
        answers: 1,
    },
    ClientScript {
        name: "breaks the connection behind the head",
        steps: &[EXPECTING, Reset],
        contents: &[b"ab"],
        answers: 1,
    },
    ClientScript {
        name: "breaks the connection within the content",
        steps: &[EXPECTING, HALF, Reset],
        contents: &[b"ab"],
        answers: 1,
    },
];

/// A client that follows a script.
#[derive(Clone, Debug)]
pub struct ScriptedClient {
    script: &'static ClientScript,
    at: usize,
    stage: Stage,
    connection: Connection,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    New,
    Open,
    Busy,
    Gone,
}

impl ScriptedClient {
    /// A client at the beginning of its script.
    #[must_use]
    pub fn new(script: &'static ClientScript) -> Self {
        let connection = Connection::new(Side::Inbound, 0);
        Self { script, at: 0, stage: Stage::New, connection }
    }

    fn read(&mut self, event: &Event) {
        self.connection.handle(event, Stamp { entry: 0, at_us: 0 });
    }
}

impl Machine for ScriptedClient {
    fn copy(&self) -> Box<dyn Machine> {
        Box::new(self.clone())
    }

    fn accept(&mut self) -> Link {
        unreachable!("nobody connects to a client")
    }

    fn hear(&mut self, _: Link, heard: Heard<'_>) {
        match heard {
            Heard::Connected | Heard::Written => self.stage = Stage::Open,
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
        let act = match self.stage {
            Stage::Busy | Stage::Gone => return None,
            Stage::New => {
                self.stage = Stage::Busy;
                Act::Open
            }
            Stage::Open if self.connection.server_end.is_some() => {
                self.stage = Stage::Gone;
                Act::Close
            }
            Stage::Open => {
                let step = *self.script.steps.get(self.at)?;
                if step == Await && self.connection.received.is_empty() {
                    return None;
                }
                self.at += 1;
                match step {
                    Await => return self.act(),
                    Write(octets) => {
                        self.stage = Stage::Busy;
                        self.read(&Event::Octets(Direction::FromSubject, octets.to_vec()));
                        Act::Octets(octets.to_vec())
                    }
                    Finish => Act::ShutdownWrite,
                    Reset => {
                        self.stage = Stage::Gone;
                        Act::Reset
                    }
                }
            }
        };
        Some((Link::Inbound(0), act))
    }

    fn writing(&self, _: Link) -> Writing {
        Writing::Wanted
    }

    fn progress(&self) -> Progress {
        if self.stage == Stage::Gone {
            Progress::Gone
        } else if self.connection.finals_complete() >= self.script.answers {
            Progress::Answered
        } else {
            Progress::Waiting
        }
    }

    fn standing(&self) -> String {
        let finals = self.connection.finals_complete();
        format!("at step {} of {}, {finals} responses", self.at, self.script.steps.len())
    }
}
