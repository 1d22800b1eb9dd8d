//! Why a text is not a transcript.

use core::fmt::{self, Display, Formatter};

/// Why a text is not a transcript.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TranscriptError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: TranscriptErrorKind,
}

/// The kinds of [`TranscriptError`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TranscriptErrorKind {
    /// The first line is not `# subject: PARTY  transport: WORD`, with `form: FORM` between them for an
    /// intermediary.
    Heading,
    /// `# windows-ms:` is not followed by names and milliseconds.
    Windows,
    /// A time is not milliseconds with at most three places, or lies before its predecessor's.
    Time,
    /// A side is not `outbound` or `inbound`, with `#NUMBER` behind it for further connections.
    Side,
    /// Neither `>`, `<`, `.` nor `=` stands where it must.
    Mark,
    /// A line continues another one, but there is none that it could continue.
    Continuation,
    /// An escape or a quoted piece is broken.
    Escape,
    /// An entry has more octets than are read, or none.
    Octets,
}

impl Display for TranscriptError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            TranscriptErrorKind::Heading => {
                "expected the heading \"# subject: origin-server|client|intermediary  transport: WORD\", \
                 with \"form: gateway|proxy\" between them for an intermediary"
            }
            TranscriptErrorKind::Windows => {
                "expected \"# windows-ms: immediate N final N quiet N close N\""
            }
            TranscriptErrorKind::Time => {
                "expected a time in milliseconds, not before the one above it"
            }
            TranscriptErrorKind::Side => "expected outbound or inbound, or one with #NUMBER",
            TranscriptErrorKind::Mark => "expected >, <, . or =",
            TranscriptErrorKind::Continuation => {
                "expected an entry with a time; there is none that this line could continue"
            }
            TranscriptErrorKind::Escape => "expected valid escapes and closed quotes",
            TranscriptErrorKind::Octets => "expected between 1 octet and 64 MiB in an entry",
        };
        write!(f, "line {}: {what}", self.line)
    }
}

impl core::error::Error for TranscriptError {}
