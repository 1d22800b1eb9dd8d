//! What is known, what could not be told, and what the subject lacks: one line for each reason.

use std::collections::BTreeMap;
use std::io::{self, Write};

use expectspec_evidence::write_wrapped;
use expectspec_requirements::Verdict;

use super::ids::write_ids;
use super::{TextOptions, section};
use crate::Document;

/// So many cases are named behind a reason unless everything is wanted.
const NAMED_MAX: usize = 3;

const MARGIN: &str = "    ";

pub(super) fn write(
    document: &Document,
    options: TextOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (reasons, title) in [
        (known(document), "KNOWN DEVIATIONS"),
        (reasons(document, Verdict::Inconclusive), "INCONCLUSIVE"),
        (reasons(document, Verdict::Unsupported), "UNSUPPORTED"),
    ] {
        if reasons.is_empty() {
            continue;
        }
        section(title, options.paint, out)?;
        for (reason, ids) in &reasons {
            let reason = format!("{reason} ({})", ids.len());
            write_wrapped("  ", "  ", &reason, out)?;
            write_ids(ids, NAMED_MAX, (MARGIN, MARGIN), options.detail, out)?;
        }
    }
    Ok(())
}

/// The ids of the cases with this verdict, by reason.
pub(crate) fn reasons(document: &Document, verdict: Verdict) -> Reasons<'_> {
    let cases = document.cases.iter().filter(|case| case.verdict == verdict);
    by_reason(cases.map(|case| (case.reason.as_deref().unwrap_or_default(), &*case.id)))
}

/// The ids of the cases that deviate as is known, by reason.
pub(crate) fn known(document: &Document) -> Reasons<'_> {
    by_reason(document.cases.iter().filter_map(|case| Some((case.known.as_deref()?, &*case.id))))
}

type Reasons<'a> = BTreeMap<&'a str, Vec<&'a str>>;

fn by_reason<'a>(cases: impl Iterator<Item = (&'a str, &'a str)>) -> Reasons<'a> {
    let mut reasons = Reasons::new();
    for (reason, id) in cases {
        reasons.entry(reason).or_default().push(id);
    }
    reasons
}
