//! Where results go: standard output or a file, painted or not.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal as _, Write as _};
use std::path::Path;

use expectspec_report::Paint;

use crate::arguments::Color;
use crate::failure::Failure;

/// Prints what `write` writes, as it is written: a report is as long as a subject makes it. A reader
/// that has gone away has seen enough: that is no failure.
pub(crate) fn print(
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), Failure> {
    match all(io::stdout().lock(), write) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => {
            result.map_err(|error| Failure::Write { file: "standard output".to_owned(), error })
        }
    }
}

/// Writes a file with what `write` writes.
pub(crate) fn save(
    file: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), Failure> {
    File::create(file)
        .and_then(|opened| all(opened, write))
        .map_err(|error| Failure::Write { file: file.display().to_string(), error })
}

fn all(
    out: impl io::Write,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(64 * 1024, out);
    write(&mut out)?;
    out.flush()
}

/// Whether standard output is painted.
pub(crate) fn paint(color: Color) -> Paint {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let terminal = io::stdout().is_terminal() && !dumb;
    painted(color, terminal, set("NO_COLOR"))
}

/// <https://no-color.org> holds unless colour is asked for in so many words.
const fn painted(color: Color, terminal: bool, no_color: bool) -> Paint {
    match (color, terminal, no_color) {
        (Color::Always, _, _) | (Color::Auto, true, false) => Paint::Colour,
        (Color::Never, _, _) | (Color::Auto, false, _) | (Color::Auto, true, true) => Paint::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_terminal_is_painted_unless_the_user_says_otherwise() {
        for terminal in [false, true] {
            for no_color in [false, true] {
                assert_eq!(painted(Color::Always, terminal, no_color), Paint::Colour);
                assert_eq!(painted(Color::Never, terminal, no_color), Paint::Plain);
                let auto = if terminal && !no_color { Paint::Colour } else { Paint::Plain };
                assert_eq!(painted(Color::Auto, terminal, no_color), auto);
            }
        }
    }
}
