//! Our own reading, with what is wrong with the head.

use expectspec_message::framing::{Framing, of_request, of_response};
use expectspec_message::{
    AnomalyKind, Expectations, Head, HeadErrorKind, HeadReader, Limits, Progress, StartLine,
    Version,
};

use crate::planted::is_planted;
use crate::reading::{Content, Fields, Outcome, Reading, Role};

/// Our reading of some octets.
#[derive(Clone, Debug)]
pub struct Ours {
    /// What became of them.
    pub outcome: Outcome,
    /// Why they are refused, if they are.
    pub error: Option<HeadErrorKind>,
    /// The version, as soon as the start-line is read.
    pub version: Option<Version>,
    /// What the grammar does not allow, though it is read.
    pub anomalies: Vec<AnomalyKind>,
}

impl Ours {
    /// Reads the octets.
    #[must_use]
    pub fn read(role: Role, octets: &[u8]) -> Self {
        let mut reader = match role {
            Role::Request => HeadReader::request(WIDE),
            Role::Response => HeadReader::response(WIDE),
        };
        let progress = reader.read(octets);
        let head = reader.take();
        Self {
            outcome: match progress {
                Ok(Progress::Complete(len)) => Outcome::Read(reading(&head, octets, len)),
                Ok(Progress::Partial) => Outcome::Waits,
                Err(_) => Outcome::Refuses,
            },
            error: progress.err().map(|error| error.kind),
            version: head.version(),
            anomalies: head.anomalies.iter().map(|anomaly| anomaly.kind).collect(),
        }
    }

    /// Whether this is wrong with the head.
    #[must_use]
    pub fn has(&self, anomaly: AnomalyKind) -> bool {
        self.anomalies.contains(&anomaly)
    }

    /// What was read, if it was.
    #[must_use]
    pub fn reading(&self) -> Option<&Reading> {
        match &self.outcome {
            Outcome::Read(reading) => Some(reading),
            Outcome::Waits | Outcome::Refuses => None,
        }
    }
}

fn reading(head: &Head, octets: &[u8], len: usize) -> Reading {
    let lines = head.fields.iter().map(|line| {
        let mut value = line.value;
        if is_planted("tabs-kept") && octets[value.end as usize] == b'\t' {
            value.end += 1;
        }
        (line.name.of(octets), value.of(octets))
    });
    let common = Reading {
        len: Some(len),
        minor: head.version().map(|version| version.minor),
        fields: Some(Fields::new(lines)),
        ..Reading::default()
    };
    match head.start {
        Some(StartLine::Request { method, target, version }) => {
            let framing = of_request(head, octets).framing;
            // RFC 9110 §10.1.1: it is ignored in HTTP/1.0, and without content nobody waits.
            let may_wait = version >= Version::HTTP_11 && framing.has_content();
            Reading {
                method: Some(method.of(octets).to_vec()),
                target: Some(target.of(octets).to_vec()),
                content: Some(content(framing)),
                awaits_100: Some(may_wait && expectations(head, octets).has_continue()),
                ..common
            }
        }
        Some(StartLine::Response { code, reason, .. }) => Reading {
            code: Some(code),
            reason: Some(reason.of(octets).to_vec()),
            content: Some(content(of_response(head, octets, b"GET"))),
            ..common
        },
        None => common,
    }
}

fn expectations(head: &Head, octets: &[u8]) -> Expectations {
    let mut expectations = Expectations::of(head, octets);
    if is_planted("last-expect-alone") {
        expectations = Expectations::default();
        if let Some(value) = head.values(octets, b"expect").last() {
            expectations.read(value);
        }
    }
    expectations
}

fn content(framing: Framing) -> Content {
    match framing {
        Framing::None | Framing::Length(0) => Content::Nothing,
        Framing::Length(octets) => Content::Length(octets),
        Framing::Chunked => Content::Chunked,
        Framing::UntilClose => Content::UntilClose,
        Framing::Bad(_) => Content::Unreliable,
    }
}

/// The others have no limits but on the number of fields.
const WIDE: Limits = Limits {
    start_line_octets_max: 1 << 20,
    field_section_octets_max: 1 << 20,
    field_lines_max: 1 << 20,
    empty_lines_max: 1 << 20,
};
