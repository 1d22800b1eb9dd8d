//! Findings as results, and the transcripts that they point into.

use expectspec_evidence::transcript::line_of;
use expectspec_requirements::Verdict;
use serde_json::{Value, json};

use super::{message, rules};
use crate::Document;
use crate::document::{Case, Finding};

/// The results of a run, and what they refer to by index.
#[derive(Debug, Default)]
pub(super) struct Results {
    pub(super) results: Vec<Value>,
    pub(super) rules: Vec<Value>,
    pub(super) artifacts: Vec<Value>,
}

impl Results {
    /// A result for each kind of finding of each case that deviates or is discouraged, and in a case
    /// that is about a choice, for the choice.
    pub(super) fn of(document: &Document) -> Self {
        let mut told = Self::default();
        for case in &document.cases {
            let verdicts: &[Verdict] = match case.verdict {
                Verdict::Permitted => &[Verdict::Permitted],
                _ => &[Verdict::Deviates, Verdict::Discouraged],
            };
            let before = told.results.len();
            for finding in verdicts.iter().flat_map(|verdict| case.first_findings(*verdict)) {
                told.add(case, finding);
            }
            if told.results.len() > before {
                told.artifacts.push(artifact(case));
            }
        }
        told
    }

    fn add(&mut self, case: &Case, finding: &Finding) {
        let id = &finding.requirement;
        let known = self.rules.iter().position(|rule| rule["id"] == **id);
        let rule = known.unwrap_or_else(|| {
            self.rules.push(rules::of(finding));
            self.rules.len() - 1
        });
        let transcript = case.transcript.as_deref().unwrap_or_default();
        let mut result = json!({
            "ruleId": id,
            "ruleIndex": rule,
            "level": level(finding.verdict),
            "message": message::of(&told(case, finding)),
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": uri(case), "index": self.artifacts.len() },
                    "region": { "startLine": line_of(transcript, finding.entry) },
                },
                "logicalLocations": [{ "fullyQualifiedName": case.id, "kind": "case" }],
            }],
            // The same finding of another run, however the transcript's times and lines changed.
            "partialFingerprints": {
                "caseRequirementMark/v1": format!("{}|{id}|{}", case.id, finding.mark),
            },
        });
        if let (Some(reason), Verdict::Deviates) = (&case.known, finding.verdict) {
            // Decided elsewhere than in what is analysed (§3.35).
            result["suppressions"] =
                json!([{ "kind": "external", "status": "accepted", "justification": reason }]);
        }
        self.results.push(result);
    }
}

fn told(case: &Case, finding: &Finding) -> String {
    let Finding { mark, expected, found, verdict, .. } = finding;
    let what = match (&**expected, &**found) {
        ("", "") => format!("{verdict}: {mark}"),
        ("", found) => format!("{verdict}: {found}"),
        (expected, found) => format!("{verdict}: expected {expected}, found {found}"),
    };
    format!("{what} (in {})", case.id)
}

const fn level(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Deviates => "error",
        Verdict::Discouraged => "warning",
        Verdict::Conforms | Verdict::Permitted | Verdict::Inconclusive | Verdict::Unsupported => {
            "note"
        }
    }
}

/// The transcript as a file (§3.24) that is nowhere but here.
fn artifact(case: &Case) -> Value {
    json!({
        "location": { "uri": uri(case) },
        "mimeType": "text/plain",
        "contents": { "text": case.transcript.as_deref().unwrap_or_default() },
    })
}

/// A relative reference (RFC 3986 §4.2) that leads nowhere else, whatever the id.
fn uri(case: &Case) -> String {
    let mut uri = "transcripts/".to_owned();
    for octet in case.id.bytes() {
        match octet {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'/' => uri.push(char::from(octet)),
            _ => uri += &format!("%{octet:02X}"),
        }
    }
    uri + ".txt"
}
