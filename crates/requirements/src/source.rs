//! Where a sentence stands.

use core::fmt;

/// A document that a requirement quotes.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Document {
    /// An RFC by its number.
    Rfc(u16),
    /// The Fetch standard.
    Fetch,
    /// An Internet-Draft by its name.
    Draft(&'static str),
}

/// A section of a document.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Source {
    /// The document.
    pub document: Document,
    /// The section number, such as `10.1.1`, an appendix such as `B.2`, or empty for the whole
    /// document.
    pub section: &'static str,
}

impl Source {
    /// Where to read it on the web.
    ///
    /// ```
    /// use expectspec_requirements::{Document, Source};
    ///
    /// let source = Source { document: Document::Rfc(9110), section: "B.2" };
    /// assert_eq!(source.to_string(), "RFC 9110 Appendix B.2");
    /// assert_eq!(source.url().to_string(), "https://www.rfc-editor.org/rfc/rfc9110#appendix-B.2");
    /// ```
    #[must_use]
    pub const fn url(self) -> Url {
        Url(self)
    }

    /// Appendices are lettered, sections numbered.
    fn is_appendix(self) -> bool {
        self.section.starts_with(|first: char| first.is_ascii_alphabetic())
    }
}

/// The address of a [`Source`], which it prints as.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Url(Source);

impl fmt::Display for Document {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rfc(number) => write!(formatter, "RFC {number}"),
            Self::Fetch => formatter.write_str("Fetch"),
            Self::Draft(name) => formatter.write_str(name),
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { document, section } = self;
        if section.is_empty() {
            write!(formatter, "{document}")
        } else if self.is_appendix() {
            write!(formatter, "{document} Appendix {section}")
        } else {
            write!(formatter, "{document} §{section}")
        }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let section = self.0.section;
        match self.0.document {
            Document::Rfc(number) => {
                write!(formatter, "https://www.rfc-editor.org/rfc/rfc{number}")?;
                if section.is_empty() {
                    return Ok(());
                }
                let anchor = if self.0.is_appendix() { "appendix" } else { "section" };
                write!(formatter, "#{anchor}-{section}")
            }
            // The anchors of a living standard are names, not section numbers.
            Document::Fetch => formatter.write_str("https://fetch.spec.whatwg.org/"),
            Document::Draft(name) => {
                write!(formatter, "https://datatracker.ietf.org/doc/html/{name}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::*;

    fn check(document: Document, section: &'static str, cited: &str, url: &str) {
        let source = Source { document, section };
        assert_eq!((source.to_string().as_str(), source.url().to_string().as_str()), (cited, url));
    }

    #[test]
    fn every_kind_of_source_is_cited_and_linked() {
        check(
            Document::Rfc(9110),
            "10.1.1",
            "RFC 9110 §10.1.1",
            "https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1",
        );
        check(Document::Rfc(8297), "", "RFC 8297", "https://www.rfc-editor.org/rfc/rfc8297");
        check(
            Document::Rfc(9110),
            "B.4",
            "RFC 9110 Appendix B.4",
            "https://www.rfc-editor.org/rfc/rfc9110#appendix-B.4",
        );
        check(Document::Fetch, "4.7", "Fetch §4.7", "https://fetch.spec.whatwg.org/");
        check(
            Document::Draft("draft-x"),
            "",
            "draft-x",
            "https://datatracker.ietf.org/doc/html/draft-x",
        );
    }
}
