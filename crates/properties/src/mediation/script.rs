//! A mediation as text: one move a line.
//!
//! ```text
//! policy NAME
//! latency MS
//! head METHOD TARGET VERSION FRAMING EXPECT FIELDS
//! content WORD
//! octets "ESCAPED"
//! wait MS
//! finish
//! reset
//! open
//! use NUMBER
//! origin answer WORD
//! origin octets "ESCAPED"
//! origin content
//! origin wait MS
//! origin finish
//! origin reset
//! origin next
//! ```
//!
//! `policy` and `latency` come first and may be left out. A line that begins with `#` is a comment.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::{Mediation, Move, OriginStep};
use crate::presets::HOPS;
use crate::schedule::script::{head, time, unescape, word};
use crate::words::{CONTENTS, LATENCIES, RESPONSES, TAGGED_TARGETS, WAITS};
use crate::{Action, ScriptError, ScriptErrorKind};

impl Display for Mediation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "policy {}\nlatency {}", self.policy, self.latency.name)?;
        self.moves.iter().try_for_each(|it| writeln!(f, "{it}"))
    }
}

impl Display for Move {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(action) => write!(f, "{action}"),
            Self::Open => f.write_str("open"),
            Self::Use(client) => write!(f, "use {client}"),
            Self::Origin(step) => write!(f, "origin {step}"),
        }
    }
}

impl Display for OriginStep {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(word) => write!(f, "answer {}", word.name),
            Self::Octets(octets) => write!(f, "octets \"{}\"", octets.escape_ascii()),
            Self::Content => f.write_str("content"),
            Self::Wait(time) => write!(f, "wait {}", time.name),
            Self::Finish => f.write_str("finish"),
            Self::Reset => f.write_str("reset"),
            Self::Next => f.write_str("next"),
        }
    }
}

impl FromStr for Mediation {
    type Err = ScriptError;

    fn from_str(script: &str) -> Result<Self, ScriptError> {
        let mut mediation = Self::new("default", Vec::new());
        for (index, line) in script.lines().enumerate() {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                read(line, &mut mediation).map_err(|kind| ScriptError { line: index + 1, kind })?;
            }
        }
        Ok(mediation)
    }
}

fn read(line: &str, mediation: &mut Mediation) -> Result<(), ScriptErrorKind> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    if verb == "octets" {
        let octets = unescape(rest).ok_or(ScriptErrorKind::Octets)?;
        mediation.moves.push(Move::Client(Action::Octets(octets)));
        return Ok(());
    }
    if verb == "origin" {
        mediation.moves.push(Move::Origin(origin_step(rest)?));
        return Ok(());
    }
    let mut words = rest.split_ascii_whitespace();
    let mut next = || words.next().ok_or(ScriptErrorKind::Word);
    let it = match verb {
        "policy" => {
            mediation.policy = HOPS.known(next()?).ok_or(ScriptErrorKind::Word)?;
            None
        }
        "latency" => {
            mediation.latency = time(LATENCIES, next()?)?;
            None
        }
        "head" => Some(Move::Client(Action::Head(head(&mut next, TAGGED_TARGETS)?))),
        "content" => Some(Move::Client(Action::Content(word(CONTENTS, next()?)?))),
        "wait" => Some(Move::Client(Action::Wait(time(WAITS, next()?)?))),
        "finish" => Some(Move::Client(Action::Finish)),
        "reset" => Some(Move::Client(Action::Reset)),
        "open" => Some(Move::Open),
        "use" => {
            let number = next()?.parse().ok();
            let number = number.filter(|it| u16::from(*it) < Mediation::CLIENTS_MAX);
            Some(Move::Use(number.ok_or(ScriptErrorKind::Word)?))
        }
        _ => return Err(ScriptErrorKind::Action),
    };
    mediation.moves.extend(it);
    if words.next().is_some() { Err(ScriptErrorKind::Rest) } else { Ok(()) }
}

fn origin_step(line: &str) -> Result<OriginStep, ScriptErrorKind> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    if verb == "octets" {
        return unescape(rest).map(OriginStep::Octets).ok_or(ScriptErrorKind::Octets);
    }
    let mut words = rest.split_ascii_whitespace();
    let mut next = || words.next().ok_or(ScriptErrorKind::Word);
    let step = match verb {
        "answer" => OriginStep::Answer(word(RESPONSES, next()?)?),
        "content" => OriginStep::Content,
        "wait" => OriginStep::Wait(time(WAITS, next()?)?),
        "finish" => OriginStep::Finish,
        "reset" => OriginStep::Reset,
        "next" => OriginStep::Next,
        _ => return Err(ScriptErrorKind::Action),
    };
    if words.next().is_some() { Err(ScriptErrorKind::Rest) } else { Ok(step) }
}
