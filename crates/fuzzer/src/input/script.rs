//! An input as text.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use expectspec_catalogue::{Task, Upload};
use expectspec_properties::{Mediation, Move, Schedule, ScriptError, ScriptErrorKind};

use crate::TWINS;

use super::{ASKED_METHODS, Act, Input, OriginAct, Persistence};

impl Display for Input {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.persistence == Persistence::Never {
            writeln!(f, "{}", Persistence::LINE)?;
        }
        for act in &self.acts {
            match act {
                Act::Connection(number) => writeln!(f, "connection {number}")?,
                Act::Ask(Task { method, upload, requests }) => {
                    let method = method.unwrap_or(UPLOAD);
                    writeln!(f, "ask {method} {} {requests}", name(*upload))?;
                }
                Act::Twin(twin) => writeln!(f, "twin {}", twin.name)?,
                Act::Origin(OriginAct::Request) => writeln!(f, "origin request")?,
                Act::Origin(OriginAct::SomeContent) => writeln!(f, "origin some")?,
                Act::Origin(OriginAct::Serve) => writeln!(f, "origin serve")?,
                Act::Origin(act) => {
                    act.steps().iter().try_for_each(|step| writeln!(f, "origin {step}"))?;
                }
                act => act.actions().iter().try_for_each(|action| writeln!(f, "{action}"))?,
            }
        }
        Ok(())
    }
}

impl FromStr for Input {
    type Err = ScriptError;

    /// Reads a script, of the fuzz targets `origin_server` or `intermediary`, or with what live peers do
    /// beside that. Policy and latency say nothing here.
    fn from_str(script: &str) -> Result<Self, ScriptError> {
        let mut input = Self::default();
        for (index, line) in script.lines().enumerate() {
            if line.trim() == Persistence::LINE {
                input.persistence = Persistence::Never;
                continue;
            }
            let acts = read(line.trim()).map_err(|kind| ScriptError { line: index + 1, kind })?;
            input.acts.extend(acts);
        }
        Ok(input)
    }
}

fn read(line: &str) -> Result<Vec<Act>, ScriptErrorKind> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    match (verb, rest) {
        ("connection", number) => {
            let number = number.parse().map_err(|_| ScriptErrorKind::Word)?;
            Ok(vec![Act::Connection(number)])
        }
        ("ask", task) => Ok(vec![Act::Ask(asked(task)?)]),
        ("twin", name) => {
            let twin = TWINS.iter().find(|it| it.name == name).ok_or(ScriptErrorKind::Word)?;
            Ok(vec![Act::Twin(twin)])
        }
        ("origin", "request") => Ok(vec![Act::Origin(OriginAct::Request)]),
        ("origin", "some") => Ok(vec![Act::Origin(OriginAct::SomeContent)]),
        ("origin", "serve") => Ok(vec![Act::Origin(OriginAct::Serve)]),
        _ => {
            let schedule = line.parse().map(|it: Schedule| Input::from(&it).acts);
            // The targets of requests through an intermediary are others.
            schedule.or_else(|_| {
                let mediation: Mediation = line.parse().map_err(|it: ScriptError| it.kind)?;
                Ok(mediation.moves.into_iter().map(Act::from).collect())
            })
        }
    }
}

fn asked(words: &str) -> Result<Task, ScriptErrorKind> {
    let words: Vec<&str> = words.split_ascii_whitespace().collect();
    let [method, upload, requests] = words[..] else { return Err(ScriptErrorKind::Word) };
    let known = |it: &&Option<&'static str>| it.unwrap_or(UPLOAD) == method;
    let method = *ASKED_METHODS.iter().find(known).ok_or(ScriptErrorKind::Word)?;
    let upload = UPLOADS.into_iter().find(|it| name(*it) == upload);
    let upload = upload.ok_or(ScriptErrorKind::Word)?;
    let requests = requests.parse().map_err(|_| ScriptErrorKind::Word)?;
    Ok(Task { method, upload, requests })
}

impl From<Move> for Act {
    fn from(it: Move) -> Self {
        match it {
            Move::Client(action) => Self::from(&action),
            // Which of them is no matter: it is one that is not open.
            Move::Open => Self::Connection(Input::CONNECTIONS_MAX - 1),
            Move::Use(number) => Self::Connection(number),
            Move::Origin(step) => Self::Origin(OriginAct::from(step)),
        }
    }
}

const UPLOADS: [Upload; 3] = [Upload::None, Upload::Known, Upload::Unknown];

const fn name(upload: Upload) -> &'static str {
    match upload {
        Upload::None => "none",
        Upload::Known => "known",
        Upload::Unknown => "unknown",
    }
}

/// Stands for the method that a client uploads with.
const UPLOAD: &str = "upload";
