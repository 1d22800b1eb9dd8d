//! Clients that the reference is not: they pipeline, send half a request, or break the connection.

use core::time::Duration;

use expectspec_engine::intermediary::Link;
use expectspec_judge::Side;
use expectspec_machines::{Act, Heard, Machine};

use super::scripted::{
    Performer, Stage,
    Step::{self, Await, Finish, Reset, Write},
};
use super::{Explored, Progress};

/// What a scripted client does.
#[derive(Debug, Eq, PartialEq)]
pub struct ClientScript {
    /// The name.
    pub name: &'static str,
    /// What it does, one thing after the other.
    pub steps: &'static [Step],
    /// The content of each of its requests, in their order; their tags are `0.0`, `0.1`…
    pub contents: &'static [&'static [u8]],
    /// How many responses it waits for. It also takes the end of the connection for an answer.
    pub answers: usize,
}

const EXPECTING: Step = Write(
    b"POST /expectspec-0/0.0/echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n",
);
const PLAIN: Step =
    Write(b"POST /expectspec-0/0.0/echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\n");
const SECOND: Step = Write(
    b"POST /expectspec-0/0.1/echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n",
);
const GET: Step = Write(b"GET /expectspec-0/0.1/next HTTP/1.1\r\nHost: t\r\n\r\n");
const CONTENT: Step = Write(b"ab");
const HALF: Step = Write(b"a");
const SECOND_CONTENT: Step = Write(b"cd");

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
    performer: Performer,
}

impl ScriptedClient {
    /// A client at the beginning of its script.
    #[must_use]
    pub fn new(script: &'static ClientScript) -> Self {
        Self { script, performer: Performer::new(Side::Inbound) }
    }
}

impl Machine for ScriptedClient {
    fn handle_accepted(&mut self, _: Duration) -> Link {
        unreachable!("nobody connects to a client")
    }

    fn handle(&mut self, _: Link, heard: Heard<'_>, _: Duration) {
        self.performer.hear(heard);
    }

    fn handle_timeout(&mut self, _: Duration) {}

    fn poll_timeout(&self) -> Option<Duration> {
        None
    }

    fn poll_act(&mut self, _: Duration) -> Option<(Link, Act)> {
        let act = match self.performer.stage {
            Stage::Busy | Stage::Gone => return None,
            Stage::New => self.performer.open(),
            Stage::Open if self.performer.connection.server_end.is_some() => self.performer.close(),
            Stage::Open => self.performer.perform(self.script.steps)?,
        };
        Some((Link::Inbound(0), act))
    }
}

impl Explored for ScriptedClient {
    fn copy(&self) -> Box<dyn Explored> {
        Box::new(self.clone())
    }

    fn progress(&self) -> Progress {
        let Performer { stage, connection, .. } = &self.performer;
        if *stage == Stage::Gone {
            Progress::Gone
        } else if connection.finals_complete() >= self.script.answers {
            Progress::Answered
        } else {
            Progress::Waiting
        }
    }

    fn standing(&self) -> String {
        let Performer { at, connection, .. } = &self.performer;
        let finals = connection.finals_complete();
        format!("at step {at} of {}, {finals} responses", self.script.steps.len())
    }
}
