//! Origin servers that the reference is not: silent, hasty, or gone.

use core::time::Duration;

use expectspec_engine::intermediary::Link;
use expectspec_judge::Side;
use expectspec_machines::{Act, Heard, Machine};

use super::scripted::{
    Performer, Stage,
    Step::{self, Finish, Reset, Write},
};
use super::{Explored, Progress};

/// What a scripted origin server does with each request as soon as it has the head.
#[derive(Debug, Eq, PartialEq)]
pub struct OriginScript {
    /// The name.
    pub name: &'static str,
    /// What it does.
    pub steps: &'static [Step],
}

impl OriginScript {
    /// Whether it brings every exchange to an end: by a final response, or by the end of the connection.
    #[must_use]
    pub fn ends_exchanges(&self) -> bool {
        !matches!(self.steps, [] | [CONTINUE] | [HINTS])
    }
}

const CONTINUE: Step = Write(b"HTTP/1.1 100 Continue\r\n\r\n");
const HINTS: Step = Write(b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n");
const REFUSAL: Step = Write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

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
    performer: Performer,
    /// Requests that had their answer.
    served: usize,
}

impl ScriptedOrigin {
    /// A server without connection.
    #[must_use]
    pub fn new(script: &'static OriginScript) -> Self {
        Self { script, performer: Performer::new(Side::Outbound), served: 0 }
    }
}

impl Machine for ScriptedOrigin {
    fn handle_accepted(&mut self, _: Duration) -> Link {
        self.performer.stage = Stage::Open;
        LINK
    }

    fn handle(&mut self, _: Link, heard: Heard<'_>, _: Duration) {
        self.performer.hear(heard);
    }

    fn handle_timeout(&mut self, _: Duration) {}

    fn poll_timeout(&self) -> Option<Duration> {
        None
    }

    fn poll_act(&mut self, _: Duration) -> Option<(Link, Act)> {
        if self.performer.stage != Stage::Open {
            return None;
        }
        let exchanges = &self.performer.connection.exchanges;
        let heads = exchanges.iter().filter(|it| it.request.head_end.is_some()).count();
        while self.served < heads {
            if let Some(act) = self.performer.perform(self.script.steps) {
                return Some((LINK, act));
            }
            self.served += 1;
            self.performer.at = 0;
        }
        self.performer.connection.client_end?;
        Some((LINK, self.performer.close()))
    }
}

impl Explored for ScriptedOrigin {
    fn copy(&self) -> Box<dyn Explored> {
        Box::new(self.clone())
    }

    fn progress(&self) -> Progress {
        match self.performer.stage {
            Stage::New | Stage::Gone => Progress::Gone,
            Stage::Open | Stage::Busy => Progress::Answered,
        }
    }

    fn standing(&self) -> String {
        format!("{:?}, {} requests served", self.performer.stage, self.served)
    }
}

/// The one connection.
const LINK: Link = Link::Outbound(0);
