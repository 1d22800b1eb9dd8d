//! A transcript and what the judge must say of it.

use std::collections::BTreeSet;

use expectspec_judge::{Finding, Transcript, judge};
use expectspec_requirements::{Outcome, Requirement};

/// A requirement, what became of it, and the mark.
pub(crate) type Claim = (&'static Requirement, Outcome, &'static str);

/// The id of a requirement that was not kept, what became of it, and the mark.
pub(crate) type Accusation = (&'static str, Outcome, &'static str);

/// Whose stories they are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Subject {
    Server,
    Client,
    Gateway,
    Proxy,
}

/// A transcript with what it shows.
#[derive(Debug)]
pub(crate) struct Story {
    pub(crate) name: &'static str,
    /// One entry each, in the text form of transcripts: `|` ends a line, the side is left out, and
    /// the number of a connection stands behind the time (`5#1 < FIN`). Intermediaries have two sides,
    /// so theirs stands before the mark, `o` or `i`, with the number behind it (`5 i#1 < FIN`).
    pub(crate) entries: &'static [&'static str],
    /// Some of the findings, and all the accusations.
    pub(crate) shows: &'static [Claim],
}

/// The head of a handshake.
pub(crate) const HEAD: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";
/// The head of a handshake with chunked content.
pub(crate) const CHUNKED: &str =
    "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked|Expect: 100-continue|";
pub(crate) const CONTINUE: &str = "1 < HTTP/1.1 100 Continue|";
pub(crate) const CONTENT: &str = "2 > \"hello\"";
pub(crate) const CHUNKS: &str = "2 > 5|hello|0|";
pub(crate) const SUCCESS: &str = "3 < HTTP/1.1 200 OK|Content-Length: 0|";
pub(crate) const BAD_REQUEST: &str =
    "3 < HTTP/1.1 400 Bad Request|Connection: close|Content-Length: 0|";
pub(crate) const GET: &str = "4 > GET /next HTTP/1.1|Host: t|";
pub(crate) const FIN: &str = "9 < FIN";
/// The immediate window is over.
pub(crate) const WAITED: &str = "5100 . quiet";
/// The window of final responses is over.
pub(crate) const WAITED_LONG: &str = "30100 . quiet";

impl Story {
    pub(crate) fn transcript(&self, subject: Subject) -> Transcript {
        let (heading, side) = match subject {
            Subject::Server => ("origin-server", Some("outbound")),
            Subject::Client => ("client", Some("inbound")),
            Subject::Gateway => ("intermediary  form: gateway", None),
            Subject::Proxy => ("intermediary  form: proxy", None),
        };
        let mut text = format!(
            "# subject: {heading}  transport: h1/tcp\n\
             # windows-ms: immediate 5000 final 30000 quiet 500 close 5000\n",
        );
        for entry in self.entries {
            let (time, rest) = entry.split_once(' ').expect("a time");
            let (time, place, rest) = match side {
                Some(side) => {
                    let (time, number) = time.split_once('#').unwrap_or((time, "0"));
                    (time, format!("{side}#{number}"), rest)
                }
                None => {
                    let (place, rest) = rest.split_once(' ').expect("a side");
                    let (side, number) = place.split_once('#').unwrap_or((place, "0"));
                    let side = if side == "o" { "outbound" } else { "inbound" };
                    (time, format!("{side}#{number}"), rest)
                }
            };
            let (mark, rest) = rest.split_once(' ').expect("a mark");
            let mut lines = rest.split('|');
            let first = lines.next().expect("a first line");
            text.push_str(&format!("{time} {place} {mark} {first}\n"));
            for line in lines {
                text.push_str(&format!("    {mark} {line}\n"));
            }
        }
        text.parse().unwrap_or_else(|error| panic!("{}: {error}\n{text}", self.name))
    }

    pub(crate) fn accuses(&self) -> bool {
        self.accusations().next().is_some()
    }

    pub(crate) fn accusations(&self) -> impl Iterator<Item = Accusation> {
        let claims = self.shows.iter().filter(|claim| is_accusation(claim.1));
        claims.map(|&(row, outcome, mark)| (row.id, outcome, mark))
    }
}

fn is_accusation(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Broken | Outcome::Doubtful)
}

pub(crate) fn accusations(findings: &[Finding]) -> BTreeSet<Accusation> {
    let accusing = findings.iter().filter(|finding| is_accusation(finding.outcome));
    accusing.map(|finding| (finding.requirement.id, finding.outcome, finding.mark)).collect()
}

/// Compares what the judge says with what the story shows; the error says what differs.
pub(crate) fn check(story: &Story, subject: Subject) -> Result<(), String> {
    let findings = judge(&story.transcript(subject));
    let claims = story.shows.iter().map(|&(row, outcome, mark)| (row.id, outcome, mark));
    let expected: BTreeSet<_> = story.accusations().collect();
    let found = accusations(&findings);
    let missing: Vec<_> = claims
        .filter(|&(id, outcome, mark)| {
            let is_it =
                |it: &Finding| (it.requirement.id, it.outcome, it.mark) == (id, outcome, mark);
            !findings.iter().any(is_it)
        })
        .collect();
    let unexplained = findings.iter().any(|finding| {
        is_accusation(finding.outcome) && (finding.expected.is_empty() || finding.found.is_empty())
    });
    if missing.is_empty() && found == expected && !unexplained {
        return Ok(());
    }
    let surplus: Vec<_> = found.difference(&expected).collect();
    Err(format!("{}: missing {missing:?}, not in the story {surplus:?}", story.name))
}
