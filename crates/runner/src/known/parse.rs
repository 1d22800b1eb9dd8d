//! Reads a file of known deviations.

use expectspec_catalogue::{Case, Selection};
use expectspec_requirements::Requirement;

use super::{KnownEntry, KnownError, KnownErrorKind};

pub(super) fn entries(text: &str) -> Result<Vec<KnownEntry>, KnownError> {
    let all = expectspec_catalogue::all();
    let (mut entries, mut reason) = (Vec::new(), Reason::default());
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() {
            reason = Reason::default();
        } else if let Some(comment) = line.strip_prefix('#') {
            reason.add(comment.trim());
        } else {
            let failed = |kind| KnownError { line: number, kind };
            let (pattern, requirement) = words(line).map_err(failed)?;
            if reason.text.is_empty() {
                return Err(failed(KnownErrorKind::NoReason));
            }
            reason.is_used = true;
            entries.push(KnownEntry {
                line: number,
                pattern: pattern.to_owned(),
                requirement,
                reason: reason.text.clone(),
                cases: matching(pattern, &all),
            });
        }
    }
    Ok(entries)
}

/// The comment lines above an entry.
#[derive(Default)]
struct Reason {
    text: String,
    /// An entry stands between these lines and what comes.
    is_used: bool,
}

impl Reason {
    fn add(&mut self, comment: &str) {
        if self.is_used {
            *self = Self::default();
        }
        if !self.text.is_empty() && !comment.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(comment);
    }
}

type Words<'a> = (&'a str, Option<&'static Requirement>);

fn words(line: &str) -> Result<Words<'_>, KnownErrorKind> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let &[pattern, id] = words.as_slice() else {
        return Err(KnownErrorKind::Malformed(line.to_owned()));
    };
    if id == "*" {
        return Ok((pattern, None));
    }
    match expectspec_requirements::find(id) {
        Some(row) => Ok((pattern, Some(row))),
        None => Err(KnownErrorKind::UnknownRequirement(id.to_owned())),
    }
}

/// The cases whose ids match: all of the id, where `*` stands for any octets.
fn matching(pattern: &str, all: &[&'static Case]) -> Vec<&'static Case> {
    if pattern.contains('*') {
        // A selection that matches nothing is an error there, and an entry without cases here.
        return Selection::new(vec![pattern.to_owned()]).choose(all).unwrap_or_default();
    }
    all.iter().copied().filter(|case| case.id == pattern).collect()
}
