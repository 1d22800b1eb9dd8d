//! The table at the end of a run.

use core::fmt::{self, Display, Formatter};

use expectspec_report::Counts;

use crate::examine::Examined;

/// A line for each subject: its version, and how many cases came to which verdict.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Adds the line of a subject.
    pub(crate) fn add(&mut self, name: &str, examined: &Examined) {
        let counts = Counts::of_run(&examined.run);
        let mut row = vec![name.to_owned(), examined.version.clone()];
        row.extend(Counts::ORDER.map(|verdict| counts.of_verdict(verdict).to_string()));
        row.push(format!("{:.1} s", examined.took.as_secs_f64()));
        self.rows.push(row);
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.rows.is_empty() {
            return Ok(());
        }
        let mut heading = vec!["subject".to_owned(), "version".to_owned()];
        heading.extend(Counts::ORDER.map(|verdict| verdict.to_string()));
        heading.push("took".to_owned());
        let rows: Vec<_> = core::iter::once(&heading).chain(&self.rows).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
        let widths: Vec<_> = (0..heading.len()).map(width).collect();
        for row in rows {
            let mut line = String::new();
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                if column < WORDS {
                    line += &format!("{cell:<width$}  ");
                } else {
                    line += &format!("{cell:>width$}  ");
                }
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// How many columns hold words; the others hold numbers.
const WORDS: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let row = |name: &str| [vec![name.to_owned()], vec!["1".to_owned(); 8]].concat();
        let table = Table { rows: vec![row("a"), row("a-very-long-name")] };
        let text = table.to_string();
        let ends: Vec<_> = text.lines().map(|line| line.len()).collect();
        assert_eq!(ends.len(), 3);
        assert!(ends.iter().all(|end| *end == ends[0]), "{text}");
        assert_eq!(Table::default().to_string(), "");
    }
}
