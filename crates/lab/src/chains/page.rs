//! The grid for people.

use core::fmt::Write as _;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use expectspec_requirements::Party;

use super::Absent;
use super::agreement::{Hop as Wrong, Reason};
use super::cell::{Cell, Dispute};
use super::grid::axes;
use super::hop::Hop;
use super::results::{printed, words};
use crate::error::LabError;
use crate::page::Marks;

const MARKS: Marks = Marks { begin: "<!-- grid -->\n", end: "<!-- end of grid -->\n" };

/// Writes the grid into the page at `path`, and leaves what people wrote there.
pub(super) fn write(
    path: &Path,
    hops: &[Arc<Hop>],
    absent: &[Absent],
    cells: &[Cell],
) -> Result<(), LabError> {
    // What is not there has nothing to keep.
    let before = fs::read_to_string(path).unwrap_or_else(|_| "# Chains\n".to_owned());
    let page = MARKS.put_in(&before, &grid(hops, absent, cells));
    fs::write(path, page).map_err(|error| LabError::File { path: path.to_owned(), error })
}

/// What came of a cell, in a line.
pub(super) fn line(cell: &Cell) -> String {
    let Cell { first, next, played, reached, agree, .. } = cell;
    format!(
        "{first} -> {next}: {played} played, {reached} reached, {agree} agree, {} disagree, {} unclear, {} not again, {} not played",
        cell.disagreements.len(),
        cell.unclear.len(),
        cell.not_again.len(),
        cell.not_played.len(),
    )
}

/// Everything in dispute, with all transcripts.
pub(super) fn disputes(cells: &[Cell]) -> String {
    let mut text = String::new();
    for cell in cells {
        for (kind, list) in [("", &cell.disagreements), ("unclear: ", &cell.unclear)] {
            for dispute in list {
                let how = words(&dispute.how).join(", ");
                text +=
                    &format!("{} -> {}: {kind}{how}: {}\n", cell.first, cell.next, dispute.case);
                text += &vantage_points(dispute);
            }
        }
    }
    text
}

fn vantage_points(dispute: &Dispute) -> String {
    format!("{}{}", printed(&dispute.chain.first), printed(&dispute.chain.next))
}

fn grid(hops: &[Arc<Hop>], absent: &[Absent], cells: &[Cell]) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    write_grid(&mut text, hops, absent, cells).expect("a string takes everything");
    text
}

fn write_grid(
    text: &mut String,
    hops: &[Arc<Hop>],
    absent: &[Absent],
    cells: &[Cell],
) -> core::fmt::Result {
    let (rows, columns) = axes(cells);
    let cases: usize = cells.iter().map(|cell| cell.played).sum();
    writeln!(text, "{} cells, {cases} cases played in them.", cells.len())?;
    writeln!(text, "\n| intermediary \\ next hop | {} |", joined(&columns, " | "))?;
    writeln!(text, "|---|{}", ":-:|".repeat(columns.len()))?;
    for row in &rows {
        write!(text, "| {row} |")?;
        for column in &columns {
            let cell = cells.iter().find(|it| it.first == *row && it.next == *column);
            write!(text, " {} |", cell.map_or_else(String::new, mark))?;
        }
        writeln!(text)?;
    }
    let version = |hop: &Arc<Hop>| format!("{} {}", hop.name, hop.version);
    let versions: Vec<_> = hops.iter().map(version).collect();
    writeln!(text, "\nVersions: {}.", versions.join(", "))?;
    for it in absent {
        writeln!(text, "\n{} could not be started.", it.name)?;
    }
    for ((name, reason), found) in culprits(cells) {
        write_example(text, name, reason, &found)?;
    }
    Ok(())
}

fn joined<'a>(words: impl IntoIterator<Item = &'a &'a str>, between: &str) -> String {
    words.into_iter().copied().collect::<Vec<_>>().join(between)
}

/// A cell in the grid: `ok`, or in how many cases the hops disagree, and in how many that is unclear.
fn mark(cell: &Cell) -> String {
    match (cell.played, cell.disagreements.len(), cell.unclear.len()) {
        (0, _, _) => "not played".to_owned(),
        (_, 0, 0) => "ok".to_owned(),
        (_, 0, unclear) => format!("{unclear}?"),
        (_, found, 0) => format!("**{found}**"),
        (_, found, unclear) => format!("**{found}** {unclear}?"),
    }
}

/// Who does otherwise than the messages say, and where.
fn culprits(cells: &[Cell]) -> BTreeMap<(&str, Reason), Vec<(&Cell, &Dispute)>> {
    let mut culprits: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for cell in cells {
        for dispute in &cell.disagreements {
            for it in &dispute.how {
                let name = match it.by {
                    Wrong::First => cell.first.as_str(),
                    Wrong::Next => cell.next.as_str(),
                };
                culprits.entry((name, it.reason)).or_default().push((cell, dispute));
            }
        }
    }
    culprits
}

fn write_example(
    text: &mut String,
    name: &str,
    reason: Reason,
    found: &[(&Cell, &Dispute)],
) -> core::fmt::Result {
    writeln!(text, "\n### {name}: {}\n", reason.name())?;
    let mut by_case: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (cell, dispute) in found {
        let cells = by_case.entry(dispute.case).or_default();
        cells.push(format!("{} → {}", cell.first, cell.next));
    }
    for (case, cells) in by_case {
        writeln!(text, "- `{case}`: {}", cells.join(", "))?;
    }
    // With a server behind there are two vantage points, with another intermediary three.
    let example = found.iter().find(|(_, it)| it.chain.next.subject == Party::Intermediary);
    let Some((cell, dispute)) = example.or(found.first()) else { return Ok(()) };
    writeln!(text, "\n`{}` in {} → {}:", dispute.case, cell.first, cell.next)?;
    writeln!(text, "\n```text\n{}```", vantage_points(dispute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_ok_or_how_many_disagree() {
        let cell = Cell { played: 3, agree: 3, ..Cell::default() };
        assert_eq!(mark(&cell), "ok");
        assert_eq!(mark(&Cell::default()), "not played");
    }
}
