//! A document from the octets of a saved run.

use core::fmt::{self, Display, Formatter};

use serde::Deserialize;

use super::{Document, SCHEMA_VERSION, Summary};

/// Why octets are not a document.
#[derive(Debug)]
pub enum DocumentError {
    /// They are no JSON, or not a report of a run.
    Form(serde_json::Error),
    /// It is a document of another version.
    Version {
        /// The version that it has.
        found: u64,
    },
}

impl Display for DocumentError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(error) => write!(f, "expected what --format json writes: {error}"),
            Self::Version { found } => {
                write!(f, "expected schema version {SCHEMA_VERSION}, found {found}")
            }
        }
    }
}

impl core::error::Error for DocumentError {}

/// All that is read of a document whose version is not yet known.
#[derive(Deserialize)]
struct Version {
    schema: u64,
}

impl Document {
    /// Reads what [`Format::Json`](crate::Format::Json) wrote. Members that are not known are passed
    /// over, and what is counted is counted anew.
    ///
    /// ```
    /// use expectspec_report::Document;
    ///
    /// let error = Document::read(br#"{"schema": 7}"#).expect_err("another version");
    /// assert_eq!(error.to_string(), "expected schema version 1, found 7");
    /// ```
    ///
    /// # Errors
    /// When the octets are no JSON, another version or another form.
    pub fn read(octets: &[u8]) -> Result<Self, DocumentError> {
        let Version { schema } = serde_json::from_slice(octets).map_err(DocumentError::Form)?;
        if schema != u64::from(SCHEMA_VERSION) {
            return Err(DocumentError::Version { found: schema });
        }
        let read: Self = serde_json::from_slice(octets).map_err(DocumentError::Form)?;
        Ok(Self { summary: Summary::of(read.counts()), ..read })
    }
}
