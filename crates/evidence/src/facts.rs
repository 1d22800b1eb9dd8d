//! The five facts: the requirement, its quote, what was expected, what was found, and where.

use std::io::{self, Write};

use expectspec_requirements::{Requirement, Verdict};

use crate::{Escaped, Paint, Tone, levels, write_excerpt, write_quotes, write_wrapped};

/// A finding and where it was made. Whatever a subject had to do with is escaped where it is written.
///
/// ```
/// use expectspec_evidence::Evidence;
/// use expectspec_requirements::{SRV_003, Verdict};
///
/// let evidence = Evidence {
///     requirement: SRV_003.id,
///     row: Some(&SRV_003),
///     verdict: Verdict::Deviates,
///     mark: "interim",
///     expected: "no interim response",
///     found: "100",
///     place: "x",
///     transcript: "    0.000 outbound > \"GET\"\n",
///     entry: 0,
/// };
/// assert!(evidence.text().starts_with("EXP-SRV-003 (MUST)  deviates: interim\n"));
/// assert!(evidence.text().ends_with("  in        x\n>>     0.000 outbound > \"GET\"\n"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The id of the requirement.
    pub requirement: &'a str,
    /// The requirement; none if a newer version knows it.
    pub row: Option<&'static Requirement>,
    /// What the finding means.
    pub verdict: Verdict,
    /// One word for what was seen.
    pub mark: &'a str,
    /// What had to be seen, if there is something to explain.
    pub expected: &'a str,
    /// What was seen instead, if there is something to explain.
    pub found: &'a str,
    /// A case's id, or a file's name.
    pub place: &'a str,
    /// The text of the transcript.
    pub transcript: &'a str,
    /// Its entry that shows it, counted from 0.
    pub entry: u32,
}

impl Evidence<'_> {
    /// Writes the five facts.
    ///
    /// # Errors
    /// When `out` does not take it.
    pub fn write(&self, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
        let Self { verdict, expected, found, .. } = *self;
        let tone = if verdict == Verdict::Deviates { Tone::Bad } else { Tone::Warning };
        let heading = match self.row {
            Some(row) => format!("{} ({})", row.id, levels(row)),
            None => Escaped(self.requirement).to_string(),
        };
        writeln!(out, "{}  {verdict}: {}", paint.paint(tone, heading), Escaped(self.mark))?;
        if let Some(row) = self.row {
            write_quotes(row, "  quote     ", MARGIN, paint, out)?;
        }
        if !expected.is_empty() {
            write_wrapped("  expected  ", MARGIN, &Escaped(expected).to_string(), out)?;
        }
        if !found.is_empty() {
            write_wrapped("  found     ", MARGIN, &Escaped(found).to_string(), out)?;
        }
        writeln!(out, "  in        {}", Escaped(self.place))?;
        write_excerpt(self.transcript, self.entry, lines_max(verdict), paint, out)
    }

    /// The five facts as plain text, for whatever has a place for text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = Vec::new();
        self.write(Paint::Plain, &mut text).expect("memory takes all that is written");
        String::from_utf8(text).expect("what is written is UTF-8")
    }
}

/// How many lines of a transcript are shown at most.
const fn lines_max(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Deviates => 32,
        _ => 14,
    }
}

const MARGIN: &str = "            ";
