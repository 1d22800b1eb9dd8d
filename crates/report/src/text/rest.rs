//! What could not be told, and what the subject lacks: one line for each reason.

use std::collections::BTreeMap;
use std::io::{self, Write};

use expectspec_requirements::Verdict;

use super::ids::write_ids;
use super::wrap::write_wrapped;
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
    for (verdict, title) in
        [(Verdict::Inconclusive, "INCONCLUSIVE"), (Verdict::Unsupported, "UNSUPPORTED")]
    {
        let reasons = reasons(document, verdict);
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
pub(crate) fn reasons(document: &Document, verdict: Verdict) -> BTreeMap<&str, Vec<&str>> {
    let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for case in document.cases.iter().filter(|case| case.verdict == verdict) {
        let reason = case.reason.as_deref().unwrap_or_default();
        reasons.entry(reason).or_default().push(&case.id);
    }
    reasons
}
