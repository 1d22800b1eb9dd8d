//! Colour, in one place.

use core::fmt::{self, Display, Formatter};

/// Whether text is painted.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Paint {
    /// No escape sequence at all.
    #[default]
    Plain,
    /// ANSI colours.
    Colour,
}

/// What a piece of text is to look like.
#[derive(Clone, Copy, Debug)]
pub enum Tone {
    /// All is well.
    Good,
    /// It is worth a look.
    Warning,
    /// Something is wrong.
    Bad,
    /// A heading.
    Strong,
    /// It may be passed over.
    Faint,
}

/// A text with its tone.
#[derive(Clone, Copy, Debug)]
pub struct Painted<T> {
    paint: Paint,
    tone: Tone,
    text: T,
}

impl Paint {
    /// The text as it is to look, once it is displayed.
    #[must_use]
    pub const fn paint<T: Display>(self, tone: Tone, text: T) -> Painted<T> {
        Painted { paint: self, tone, text }
    }
}

impl<T: Display> Display for Painted<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.paint {
            Paint::Plain => self.text.fmt(f),
            Paint::Colour => {
                f.write_str(sequence(self.tone))?;
                self.text.fmt(f)?;
                f.write_str(RESET)
            }
        }
    }
}

const fn sequence(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "\x1b[32m",
        Tone::Warning => "\x1b[33m",
        Tone::Bad => "\x1b[1;31m",
        Tone::Strong => "\x1b[1m",
        Tone::Faint => "\x1b[2m",
    }
}

const RESET: &str = "\x1b[0m";
