//! The catalogue as a page: a section for each case.

use core::fmt::{self, Display, Formatter, Write as _};
use std::collections::BTreeSet;
use std::io::{self, Write};

use expectspec_catalogue::{Case, Danger};

use crate::reason;

/// Writes a page with a section for each of these cases, which refers to the page that
/// [`write_requirements_markdown`](super::write_requirements_markdown) writes.
///
/// ```
/// use expectspec_report::write_list_markdown;
///
/// let case = expectspec_catalogue::all()[0];
/// let mut page = Vec::new();
/// write_list_markdown(&[case], &mut page)?;
/// assert!(String::from_utf8_lossy(&page).contains(&format!("### {}\n", case.id)));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// When `out` does not take it.
pub fn write_list_markdown(cases: &[&'static Case], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# Cases\n\n{} cases. `expectspec explain ID` prints the octets.", cases.len())?;
    for topic in cases.chunk_by(|one, next| topic(one) == topic(next)) {
        writeln!(out, "\n## {}", topic_of(topic))?;
        topic.iter().try_for_each(|case| write_case(case, out))?;
    }
    writeln!(out)?;
    let rows: BTreeSet<_> =
        cases.iter().flat_map(|case| case.exercises).map(|row| row.id).collect();
    rows.iter()
        .try_for_each(|id| writeln!(out, "[{id}]: requirements.md#{}", id.to_ascii_lowercase()))
}

/// `party/topic`, the first two parts of an id.
pub(super) fn topic(case: &Case) -> &'static str {
    case.id.rsplit_once('/').map_or(case.id, |(topic, _)| topic)
}

fn topic_of(cases: &[&'static Case]) -> &'static str {
    cases.first().map_or("", |case| topic(case))
}

fn write_case(case: &'static Case, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n### {}\n\n{}", case.id, Prose(case.purpose))?;
    let rows: Vec<_> = case.exercises.iter().map(|row| format!("[{}]", row.id)).collect();
    writeln!(out, "\n- exercises {}", rows.join(", "))?;
    for need in case.needs() {
        writeln!(out, "- {}", Prose(reason::of_need(need)))?;
    }
    if let Some(relation) = case.relation {
        writeln!(out, "- is compared with {}", relation.base)?;
    }
    match case.danger {
        Danger::None => Ok(()),
        Danger::Desync => {
            writeln!(
                out,
                "- hides octets that are meant to be misread: elsewhere only with --desync"
            )
        }
        Danger::Load => writeln!(out, "- is heavy: elsewhere only with --desync"),
    }
}

/// Prints our own prose with a backslash before what Markdown would obey.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prose<'a>(pub(super) &'a str);

impl Display for Prose<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| {
            if "\\`*_<>[]|&#{}".contains(character) {
                f.write_char('\\')?;
            }
            f.write_char(character)
        })
    }
}
