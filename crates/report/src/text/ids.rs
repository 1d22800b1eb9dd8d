//! A list of cases, cut short unless everything is wanted.

use std::io::{self, Write};

use super::Detail;

/// Writes the ids, one a line behind `margins` (that of the first line, that of the others), and
/// how many more there are than `named_max`.
pub(super) fn write_ids(
    ids: &[&str],
    named_max: usize,
    margins: (&str, &str),
    detail: Detail,
    out: &mut dyn Write,
) -> io::Result<()> {
    // A last one takes no more room than the note that it was left out.
    let all = detail == Detail::Everything || ids.len() <= named_max + 1;
    let (named, more) = ids.split_at(if all { ids.len() } else { named_max });
    let mut margin = margins.0;
    for id in named {
        writeln!(out, "{margin}{id}")?;
        margin = margins.1;
    }
    match more.len() {
        0 => Ok(()),
        more => writeln!(out, "{margin}and {more} more (-v names them)"),
    }
}
