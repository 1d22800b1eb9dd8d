//! Facts: which of the permitted behaviours a subject shows, and what was measured on the way.

mod client;
mod intermediary;
mod rows;

use core::fmt;
use std::collections::BTreeMap;

use expectspec_requirements::Outcome;

use client::ClientGatherer;
use intermediary::IntermediaryGatherer;
use rows::{INTERMEDIARY_ROWS, ROWS, Row};

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
    client: ClientGatherer,
    intermediary: IntermediaryGatherer,
}

impl FactGatherer {
    /// Adds one case: the reading of its transcript, and what the judge said of it.
    pub fn add(&mut self, reading: &Reading, findings: &[Finding]) {
        for finding in findings.iter().filter(|finding| finding.outcome != Outcome::Unclear) {
            let marks = self.marks.entry(finding.requirement.id).or_default();
            *marks.entry(finding.mark).or_default() += 1;
        }
        self.intermediary.add(reading);
        let outbound = |connection: &&Connection| connection.side == Side::Outbound;
        for connection in reading.connections.iter().filter(outbound) {
            self.add_latency(connection);
        }
        let inbound = |connection: &&Connection| connection.side == Side::Inbound;
        for connection in reading.connections.iter().filter(inbound) {
            self.client.add(connection, findings);
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
        // An intermediary is a server and a client as well, but what it does there is half of a story.
        if self.intermediary.has_seen_any() {
            let marked = read_off(INTERMEDIARY_ROWS, &self.marks);
            return self.intermediary.facts().chain(marked).collect();
        }
        let marked = read_off(ROWS, &self.marks);
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
        marked.chain(measured).chain(self.client.facts()).collect()
    }
}

/// The facts that the marks of the requirements in `rows` tell.
fn read_off<'m>(
    rows: &'static [Row],
    marks: &'m BTreeMap<&'static str, BTreeMap<&'static str, u32>>,
) -> impl Iterator<Item = Fact> + use<'m> {
    rows.iter().filter_map(|row| {
        let value = counts(marks.get(row.requirement.id)?);
        Some(Fact { name: row.name, question: row.question, value })
    })
}

/// The marks, the most frequent first.
fn counts<M: fmt::Display + Ord>(marks: &BTreeMap<M, u32>) -> String {
    let mut counts: Vec<_> = marks.iter().collect();
    counts.sort_by_key(|&(mark, count)| (core::cmp::Reverse(*count), mark));
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
