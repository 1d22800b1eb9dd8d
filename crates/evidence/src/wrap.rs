//! Paragraphs of bounded width.

use std::io::{self, Write};

/// The width of a report, in columns.
pub(crate) const COLUMNS: usize = 100;

/// Writes `text`, broken at spaces, each line behind `margin`; the first behind `first`.
///
/// # Errors
/// When `out` does not take it.
pub fn write_wrapped(first: &str, margin: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let width = COLUMNS.saturating_sub(margin.chars().count()).max(1);
    let mut before = first;
    for line in lines(text, width) {
        writeln!(out, "{before}{line}")?;
        before = margin;
    }
    Ok(())
}

/// `text` in lines of at most `width` columns, unless a single word is longer.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// Cuts a line of ASCII that is too wide, and says how much is missing.
#[must_use]
pub fn cut(line: &str, width: usize) -> String {
    match line.char_indices().nth(width) {
        None => line.to_owned(),
        Some((at, _)) => format!("{} ... ({} more)", &line[..at], line.len() - at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_lines_within_their_width() {
        assert_eq!(lines("a bb  ccc dddd", 5), ["a bb", "ccc", "dddd"]);
        assert_eq!(lines("longer-than-that x", 5), ["longer-than-that", "x"]);
        assert_eq!(lines("", 5), [""]);
    }

    #[test]
    fn a_cut_line_says_what_is_missing() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcde", 3), "abc ... (2 more)");
    }
}
