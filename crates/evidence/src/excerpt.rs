//! A transcript with the offending line marked, abbreviated around it.

use std::io::{self, Write};

use crate::transcript::{self, Place};
use crate::wrap::{COLUMNS, cut};
use crate::{Escaped, Paint, Tone};

/// Marks the first line of the offending entry.
const OFFENDING: &str = ">> ";
/// Marks the other lines of the offending entry.
const CONTINUED: &str = " | ";
const PLAIN: &str = "   ";

/// Writes the lines of `transcript`, at most about `lines_max`, with the entry numbered `entry`
/// marked. What is left out is the middle between the beginning and the marked lines, and the end.
///
/// # Errors
/// When `out` does not take it.
pub fn write_excerpt(
    transcript: &str,
    entry: u32,
    lines_max: usize,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lines = marked_lines(transcript, entry);
    let at = lines.iter().position(|(margin, _)| *margin == OFFENDING).unwrap_or(0);
    let (shown_first, shown_from, shown_to) = window(lines.len(), at, lines_max);
    write_lines(&lines[..shown_first], paint, out)?;
    write_gap(shown_from - shown_first, paint, out)?;
    write_lines(&lines[shown_from..shown_to], paint, out)?;
    write_gap(lines.len() - shown_to, paint, out)
}

/// The same as plain text, line by line.
#[must_use]
pub fn excerpt(transcript: &str, entry: u32, lines_max: usize) -> Vec<String> {
    let mut text = Vec::new();
    write_excerpt(transcript, entry, lines_max, Paint::Plain, &mut text)
        .expect("memory takes all that is written");
    let text = String::from_utf8(text).expect("an excerpt is ASCII");
    text.lines().map(str::to_owned).collect()
}

fn marked_lines(transcript: &str, offending: u32) -> Vec<(&'static str, String)> {
    let marked = transcript::lines(transcript).map(|line| {
        let margin = match line.place {
            _ if line.entry != offending => PLAIN,
            Place::First => OFFENDING,
            Place::Further => CONTINUED,
        };
        (margin, Escaped(line.text).to_string())
    });
    marked.collect()
}

/// Which lines are shown: so many from the start, and a window that holds line `at`.
fn window(lines: usize, at: usize, lines_max: usize) -> (usize, usize, usize) {
    if lines <= lines_max {
        return (lines, lines, lines);
    }
    let first = lines_max / 3;
    let rest = lines_max - first;
    // Two thirds of the window lie before the marked line: what led to it matters most.
    let from = at.saturating_sub(rest / 2).max(first).min(lines - rest);
    (first, from, from + rest)
}

fn write_lines(
    lines: &[(&'static str, String)],
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (margin, line) in lines {
        let text = format!("{margin}{}", cut(line, COLUMNS));
        match *margin {
            PLAIN => writeln!(out, "{text}")?,
            _ => writeln!(out, "{}", paint.paint(Tone::Bad, text))?,
        }
    }
    Ok(())
}

fn write_gap(lines: usize, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    match lines {
        0 => Ok(()),
        1 => writeln!(out, "{}", paint.paint(Tone::Faint, "   ... 1 line left out")),
        _ => {
            let note = format!("   ... {lines} lines left out");
            writeln!(out, "{}", paint.paint(Tone::Faint, note))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn the_marked_line_is_always_shown_and_never_too_many_lines() {
        for lines in 0..80 {
            for at in 0..lines {
                let (first, from, to) = window(lines, at, 12);
                assert!(first <= from && from <= to && to <= lines, "{lines} {at}");
                assert!(at < first || (from..to).contains(&at), "{lines} {at}");
                assert!(first + (to - from) <= 12, "{lines} {at}");
                assert!(lines > 12 || first + (to - from) == lines, "{lines} {at}");
            }
        }
    }
}
