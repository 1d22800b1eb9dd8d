//! Facts: which of the permitted behaviours a subject shows, and what was measured on the way.

use std::collections::BTreeMap;

use expectspec_requirements::{
    CON_001, FRM_005, GRM_008, GRM_013, GRM_018, GRM_022, GRM_024, IR_004, Outcome, Requirement,
    SRV_001, SRV_003, SRV_005, SRV_007, SRV_008, SRV_009, SRV_010, SRV_011, SRV_020,
};

use crate::{Connection, Finding, Reading, Side};

/// Something a subject does that no RFC forbids or demands, or that was measured.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fact {
    /// The name, in kebab-case; permanent.
    pub name: &'static str,
    /// The question that the fact answers.
    pub question: &'static str,
    /// The answer: the behaviours seen with how often each, or a measurement with its unit.
    pub value: String,
}

/// A fact that is read off the marks of one requirement's findings.
#[derive(Debug)]
struct Row {
    name: &'static str,
    question: &'static str,
    requirement: &'static Requirement,
}

static ROWS: &[Row] = &[
    Row {
        name: "answer-to-expectation",
        question: "How is a 100-continue expectation answered while the content is held back?",
        requirement: &SRV_001,
    },
    Row {
        name: "continue-then-refusal",
        question: "Is a request refused after a 100 although no content came in between?",
        requirement: &SRV_011,
    },
    Row {
        name: "continue-that-may-be-omitted",
        question: "Is a 100 sent where it may be left out (content at hand, or none to come)?",
        requirement: &SRV_005,
    },
    Row {
        name: "repeated-continue",
        question: "Is more than one 100 sent for a request?",
        requirement: &SRV_010,
    },
    Row {
        name: "unsolicited-continue",
        question: "Is a 100 sent to requests without an expectation?",
        requirement: &SRV_020,
    },
    Row {
        name: "expectation-in-http-1.0",
        question: "What becomes of an expectation in an HTTP/1.0 request?",
        requirement: &SRV_003,
    },
    Row {
        name: "unknown-expectation",
        question: "How is an expectation other than 100-continue answered?",
        requirement: &SRV_008,
    },
    Row {
        name: "unknown-beside-continue",
        question: "How is 100-continue answered beside another expectation?",
        requirement: &GRM_008,
    },
    Row {
        name: "near-miss-expectation",
        question: "How is 100-continue with a value or parameters answered?",
        requirement: &GRM_018,
    },
    Row {
        name: "empty-expectation",
        question: "How is an Expect field without members answered?",
        requirement: &GRM_022,
    },
    Row { name: "expectation-failed", question: "When is 417 sent?", requirement: &SRV_009 },
    Row {
        name: "line-folding",
        question: "How is a folded Expect field answered?",
        requirement: &GRM_013,
    },
    Row {
        name: "lone-line-feed",
        question: "How is a head with LF line ends answered?",
        requirement: &GRM_024,
    },
    Row {
        name: "length-and-transfer-encoding",
        question: "How is a request with both Content-Length and Transfer-Encoding answered?",
        requirement: &FRM_005,
    },
    Row {
        name: "connection-after-early-final",
        question: "What does a final response before the content say about the connection?",
        requirement: &SRV_007,
    },
    Row {
        name: "unwanted-content",
        question: "What becomes of content that comes after the final response?",
        requirement: &CON_001,
    },
    Row {
        name: "date-in-interim",
        question: "Do interim responses carry Date?",
        requirement: &IR_004,
    },
];

/// Gathers facts case by case.
///
/// ```
/// use expectspec_judge::{FactGatherer, Reading, Transcript, judge};
///
/// let transcript: Transcript = "# subject: origin-server  transport: h1/tcp
///     0.000 outbound > PUT / HTTP/1.1
///                    > Host: t
///                    > Content-Length: 1
///                    > Expect: 100-continue
///                    >
///     0.300 outbound < HTTP/1.1 100 Continue
///                    <
/// ".parse().expect("a transcript");
/// let mut gatherer = FactGatherer::default();
/// gatherer.add(&Reading::of(&transcript), &judge(&transcript));
/// let facts = gatherer.facts();
/// assert!(facts.iter().any(|fact| fact.name == "continue-latency"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct FactGatherer {
    /// How often each mark was seen, by requirement.
    marks: BTreeMap<&'static str, BTreeMap<&'static str, u32>>,
    to_continue_us: Vec<u64>,
    to_final_us: Vec<u64>,
}

impl FactGatherer {
    /// Adds one case: the reading of its transcript, and what the judge said of it.
    pub fn add(&mut self, reading: &Reading, findings: &[Finding]) {
        for finding in findings.iter().filter(|finding| finding.outcome != Outcome::Unclear) {
            let marks = self.marks.entry(finding.requirement.id).or_default();
            *marks.entry(finding.mark).or_default() += 1;
        }
        let outbound = |connection: &&Connection| connection.side == Side::Outbound;
        for connection in reading.connections.iter().filter(outbound) {
            self.add_latency(connection);
        }
    }

    /// How long it took from the end of the first head to the 100, or to an early final response.
    /// Later exchanges of a connection may have waited for their predecessors.
    fn add_latency(&mut self, connection: &Connection) {
        let Some(exchange) = connection.exchanges.first() else { return };
        let Some(head_end) = exchange.request.head_end else { return };
        let withheld = |at| exchange.request.content.first.is_none_or(|content| at < content);
        let first = exchange.responses.first().filter(|first| withheld(first.start));
        if let Some(first) = first.filter(|_| exchange.request.expects_continue()) {
            let waited_us = first.start.at_us.saturating_sub(head_end.at_us);
            match first.is_final() {
                true => self.to_final_us.push(waited_us),
                false => self.to_continue_us.push(waited_us),
            }
        }
    }

    /// The facts, in a fixed order; questions that no case answered are left out.
    #[must_use]
    pub fn facts(self) -> Vec<Fact> {
        let marked = ROWS.iter().filter_map(|row| {
            let value = counts(self.marks.get(row.requirement.id)?);
            Some(Fact { name: row.name, question: row.question, value })
        });
        let measured = [
            ("continue-latency", "How long does a 100 take?", self.to_continue_us),
            (
                "early-final-latency",
                "How long does a final response without the content take?",
                self.to_final_us,
            ),
        ];
        let measured = measured.into_iter().filter_map(|(name, question, samples)| {
            Some(Fact { name, question, value: spread(samples)? })
        });
        marked.chain(measured).collect()
    }
}

/// The marks, the most frequent first.
fn counts(marks: &BTreeMap<&'static str, u32>) -> String {
    let mut counts: Vec<_> = marks.iter().collect();
    counts.sort_by_key(|&(mark, count)| (core::cmp::Reverse(*count), *mark));
    let shown: Vec<_> = counts.iter().map(|(mark, count)| format!("{mark} ({count})")).collect();
    shown.join(", ")
}

fn spread(mut samples: Vec<u64>) -> Option<String> {
    samples.sort_unstable();
    let (&first, &last) = (samples.first()?, samples.last()?);
    let median = samples[samples.len() / 2];
    let ms = |us: u64| format!("{}.{:03}", us / 1000, us % 1000);
    let count = samples.len();
    Some(format!("min {} median {} max {} ms ({count} times)", ms(first), ms(median), ms(last)))
}
