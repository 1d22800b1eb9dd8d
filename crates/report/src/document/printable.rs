//! Text of which its type proves that it does no harm where it is printed.

use core::fmt::{self, Display, Formatter};
use core::ops::Deref;
use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

use crate::Escaped;

/// One line of printable ASCII, whoever wrote it and wherever it was read: it was [`Escaped`].
///
/// ```
/// use expectspec_report::document::Printable;
///
/// assert_eq!(&*Printable::from("\u{1b}[2J".to_owned()), r"\x1b[2J");
/// ```
#[derive(Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Printable(Cow<'static, str>);

impl From<&'static str> for Printable {
    fn from(text: &'static str) -> Self {
        Self(escaped(Cow::Borrowed(text)))
    }
}

impl From<String> for Printable {
    fn from(text: String) -> Self {
        Self(escaped(Cow::Owned(text)))
    }
}

/// The text itself where there is nothing to escape: most of it is ours, and takes no memory.
fn escaped(text: Cow<'static, str>) -> Cow<'static, str> {
    let escaped = Escaped(&text).to_string();
    if escaped == text { text } else { Cow::Owned(escaped) }
}

impl<'de> Deserialize<'de> for Printable {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl Deref for Printable {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Display for Printable {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Lines of printable ASCII, each of which ends with a line feed.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct PrintableLines(String);

impl From<&str> for PrintableLines {
    fn from(text: &str) -> Self {
        let mut lines = String::with_capacity(text.len());
        for line in text.lines() {
            fmt::write(&mut lines, format_args!("{}\n", Escaped(line)))
                .expect("a String takes all that is written");
        }
        Self(lines)
    }
}

impl<'de> Deserialize<'de> for PrintableLines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::from(text.as_str()))
    }
}

impl Deref for PrintableLines {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Display for PrintableLines {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
