//! A schedule as text: one action a line.
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
//! ```
//!
//! `policy` and `latency` come first and may be left out. A line that begins with `#` is a comment.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::{Action, RequestHead, Schedule};
use crate::presets::SERVERS;
use crate::words::{
    CONTENTS, EXPECTS, FIELDS, FRAMINGS, LATENCIES, METHODS, TARGETS, Time, VERSIONS, WAITS, Word,
};

/// Why a text is not a script.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ScriptError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: ScriptErrorKind,
}

/// The kinds of [`ScriptError`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ScriptErrorKind {
    /// There is no such action.
    Action,
    /// A word is missing, or in no table.
    Word,
    /// Something stands behind the last word.
    Rest,
    /// Octets are not in quotes, or an escape is wrong.
    Octets,
}

impl Display for ScriptError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            ScriptErrorKind::Action => "expected one of the actions",
            ScriptErrorKind::Word => "expected a word of the table",
            ScriptErrorKind::Rest => "expected the end of the line",
            ScriptErrorKind::Octets => "expected octets in quotes, with valid escapes",
        };
        write!(f, "line {}: {what}", self.line)
    }
}

impl core::error::Error for ScriptError {}

impl Display for Schedule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "policy {}\nlatency {}", self.policy, self.latency.name)?;
        self.actions.iter().try_for_each(|action| writeln!(f, "{action}"))
    }
}

impl Display for Action {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head(head) => write!(f, "head {head}"),
            Self::Content(word) => write!(f, "content {}", word.name),
            Self::Octets(octets) => write!(f, "octets \"{}\"", octets.escape_ascii()),
            Self::Wait(time) => write!(f, "wait {}", time.name),
            Self::Finish => f.write_str("finish"),
            Self::Reset => f.write_str("reset"),
        }
    }
}

impl Display for RequestHead {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { method, target, version, framing, expect, fields } = self;
        write!(f, "{} {} {} ", method.name, target.name, version.name)?;
        write!(f, "{} {} {}", framing.name, expect.name, fields.name)
    }
}

impl FromStr for Schedule {
    type Err = ScriptError;

    fn from_str(script: &str) -> Result<Self, ScriptError> {
        let mut schedule = Self::new("default", Vec::new());
        for (index, line) in script.lines().enumerate() {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                read(line, &mut schedule).map_err(|kind| ScriptError { line: index + 1, kind })?;
            }
        }
        Ok(schedule)
    }
}

fn read(line: &str, schedule: &mut Schedule) -> Result<(), ScriptErrorKind> {
    let (action, rest) = line.split_once(' ').unwrap_or((line, ""));
    if action == "octets" {
        schedule.actions.push(Action::Octets(unescape(rest).ok_or(ScriptErrorKind::Octets)?));
        return Ok(());
    }
    let mut words = rest.split_ascii_whitespace();
    let mut next = || words.next().ok_or(ScriptErrorKind::Word);
    match action {
        "policy" => schedule.policy = SERVERS.known(next()?).ok_or(ScriptErrorKind::Word)?,
        "latency" => schedule.latency = time(LATENCIES, next()?)?,
        "head" => schedule.actions.push(Action::Head(head(&mut next, TARGETS)?)),
        "content" => schedule.actions.push(Action::Content(word(CONTENTS, next()?)?)),
        "wait" => schedule.actions.push(Action::Wait(time(WAITS, next()?)?)),
        "finish" => schedule.actions.push(Action::Finish),
        "reset" => schedule.actions.push(Action::Reset),
        _ => return Err(ScriptErrorKind::Action),
    }
    if words.next().is_some() { Err(ScriptErrorKind::Rest) } else { Ok(()) }
}

/// The words of a head, with a target of this table.
pub(crate) fn head<'a>(
    mut next: impl FnMut() -> Result<&'a str, ScriptErrorKind>,
    targets: &'static [Word],
) -> Result<RequestHead, ScriptErrorKind> {
    Ok(RequestHead {
        method: word(METHODS, next()?)?,
        target: word(targets, next()?)?,
        version: word(VERSIONS, next()?)?,
        framing: word(FRAMINGS, next()?)?,
        expect: word(EXPECTS, next()?)?,
        fields: word(FIELDS, next()?)?,
    })
}

pub(crate) fn word(table: &'static [Word], name: &str) -> Result<&'static Word, ScriptErrorKind> {
    table.iter().find(|word| word.name == name).ok_or(ScriptErrorKind::Word)
}

pub(crate) fn time(table: &'static [Time], name: &str) -> Result<&'static Time, ScriptErrorKind> {
    table.iter().find(|time| time.name == name).ok_or(ScriptErrorKind::Word)
}

/// Reads what [`slice::escape_ascii`] prints, in quotes.
pub(crate) fn unescape(quoted: &str) -> Option<Vec<u8>> {
    let mut rest = quoted.trim().strip_prefix('"')?.strip_suffix('"')?.as_bytes();
    let mut octets = Vec::new();
    while let Some((&first, behind)) = rest.split_first() {
        let (octet, behind) = match (first, behind) {
            (b'\\', [b'x', high, low, behind @ ..]) => {
                let digits = [*high, *low];
                let digits = core::str::from_utf8(&digits).ok()?;
                (u8::from_str_radix(digits, 16).ok()?, behind)
            }
            (b'\\', [escaped, behind @ ..]) => {
                let octet = match escaped {
                    b'r' => b'\r',
                    b'n' => b'\n',
                    b't' => b'\t',
                    b'\\' | b'"' | b'\'' => *escaped,
                    _ => return None,
                };
                (octet, behind)
            }
            (b'\\', []) => return None,
            (octet, behind) => (octet, behind),
        };
        octets.push(octet);
        rest = behind;
    }
    Some(octets)
}
