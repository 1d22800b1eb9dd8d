//! A reception as text: one thing a line.
//!
//! ```text
//! policy NAME
//! latency MS
//! pace MS
//! pieces COUNT
//! rest MS
//! ask METHOD LOAD MANNER
//! accept
//! request
//! some
//! content
//! wait MS
//! answer WORD
//! octets "ESCAPED"
//! cut COUNT
//! finish
//! reset
//! refuse
//! ```
//!
//! What stands above `accept` comes first, and may be left out but for one `ask`. A line that begins
//! with `#` is a comment.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::{Ask, HostStep, Reception};
use crate::presets::CLIENTS;
use crate::schedule::script::{time, unescape, word};
use crate::words::{
    ASKED_METHODS, Count, LATENCIES, LOADS, MANNERS, PACES, PIECES, RESPONSES, RESTS, WAITS,
};
use crate::{ScriptError, ScriptErrorKind};

impl Display for Reception {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { policy, latency, pace, pieces, rest, asks, steps } = self;
        writeln!(f, "policy {policy}\nlatency {}\npace {}", latency.name, pace.name)?;
        writeln!(f, "pieces {}\nrest {}", pieces.name, rest.name)?;
        asks.iter().try_for_each(|ask| writeln!(f, "{ask}"))?;
        steps.iter().try_for_each(|step| writeln!(f, "{step}"))
    }
}

impl Display for Ask {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "ask {} {} {}", self.method.name, self.load.name, self.manner.name)
    }
}

impl Display for HostStep {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Accept => f.write_str("accept"),
            Self::Request => f.write_str("request"),
            Self::SomeContent => f.write_str("some"),
            Self::Content => f.write_str("content"),
            Self::Wait(time) => write!(f, "wait {}", time.name),
            Self::Answer(word) => write!(f, "answer {}", word.name),
            Self::Octets(octets) => write!(f, "octets \"{}\"", octets.escape_ascii()),
            Self::Cut(count) => write!(f, "cut {}", count.name),
            Self::Finish => f.write_str("finish"),
            Self::Reset => f.write_str("reset"),
            Self::Refuse => f.write_str("refuse"),
        }
    }
}

impl FromStr for Reception {
    type Err = ScriptError;

    fn from_str(script: &str) -> Result<Self, ScriptError> {
        let mut reception = Self::new("default", Vec::new(), Vec::new());
        for (index, line) in script.lines().enumerate() {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                read(line, &mut reception).map_err(|kind| ScriptError { line: index + 1, kind })?;
            }
        }
        if reception.asks.is_empty() {
            let line = script.lines().count();
            return Err(ScriptError { line, kind: ScriptErrorKind::Action });
        }
        Ok(reception)
    }
}

fn read(line: &str, reception: &mut Reception) -> Result<(), ScriptErrorKind> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    if verb == "octets" {
        let octets = unescape(rest).ok_or(ScriptErrorKind::Octets)?;
        reception.steps.push(HostStep::Octets(octets));
        return Ok(());
    }
    let mut words = rest.split_ascii_whitespace();
    let mut next = || words.next().ok_or(ScriptErrorKind::Word);
    let step = match verb {
        "policy" => {
            reception.policy = CLIENTS.known(next()?).ok_or(ScriptErrorKind::Word)?;
            None
        }
        "latency" => {
            reception.latency = time(LATENCIES, next()?)?;
            None
        }
        "pace" => {
            reception.pace = time(PACES, next()?)?;
            None
        }
        "pieces" => {
            reception.pieces = count(next()?)?;
            None
        }
        "rest" => {
            reception.rest = time(RESTS, next()?)?;
            None
        }
        "ask" if reception.asks.len() < Reception::ASKS_MAX => {
            reception.asks.push(ask(next)?);
            None
        }
        "accept" => Some(HostStep::Accept),
        "request" => Some(HostStep::Request),
        "some" => Some(HostStep::SomeContent),
        "content" => Some(HostStep::Content),
        "wait" => Some(HostStep::Wait(time(WAITS, next()?)?)),
        "answer" => Some(HostStep::Answer(word(RESPONSES, next()?)?)),
        "cut" => Some(HostStep::Cut(count(next()?)?)),
        "finish" => Some(HostStep::Finish),
        "reset" => Some(HostStep::Reset),
        "refuse" => Some(HostStep::Refuse),
        _ => return Err(ScriptErrorKind::Action),
    };
    reception.steps.extend(step);
    if words.next().is_some() { Err(ScriptErrorKind::Rest) } else { Ok(()) }
}

fn ask<'a>(
    mut next: impl FnMut() -> Result<&'a str, ScriptErrorKind>,
) -> Result<Ask, ScriptErrorKind> {
    let method = word(ASKED_METHODS, next()?)?;
    let load = next()?;
    let load = LOADS.iter().find(|it| it.name == load).ok_or(ScriptErrorKind::Word)?;
    let manner = next()?;
    let manner = MANNERS.iter().find(|it| it.name == manner).ok_or(ScriptErrorKind::Word)?;
    Ok(Ask { method, load, manner })
}

fn count(name: &str) -> Result<&'static Count, ScriptErrorKind> {
    PIECES.iter().find(|count| count.name == name).ok_or(ScriptErrorKind::Word)
}
