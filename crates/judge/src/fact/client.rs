//! The facts about clients that no mark tells: sizes, times and codes.

use std::collections::BTreeSet;

use expectspec_message::Framing;
use expectspec_requirements::{CLI_008, Outcome};

use super::{Fact, spread};
use crate::{Connection, Exchange, Finding};

/// Gathers the facts of the connections on which the subject is the client.
#[derive(Clone, Debug, Default)]
pub(super) struct ClientGatherer {
    /// Lengths of content sent with an expectation.
    expecting: Vec<u64>,
    /// How often chunked content was sent with one.
    expecting_chunked: u32,
    /// Lengths of content sent without.
    silent: Vec<u64>,
    /// How often chunked content was sent without.
    silent_chunked: u32,
    /// From the head to the content, where nothing came in between.
    patience_us: Vec<u64>,
    /// The codes of interim responses before a final one that was delivered.
    tolerated: BTreeSet<u16>,
    /// The most interim responses before a final one that was delivered.
    most: usize,
}

impl ClientGatherer {
    pub(super) fn add(&mut self, connection: &Connection, findings: &[Finding]) {
        for exchange in &connection.exchanges {
            self.add_content(exchange);
            self.add_patience(exchange);
            self.add_interims(exchange, findings);
        }
    }

    fn add_content(&mut self, exchange: &Exchange) {
        let request = &exchange.request;
        if request.head_end.is_none() || request.error.is_some() {
            return;
        }
        match (request.framing.framing, request.expectations.has_continue()) {
            (Framing::Length(octets @ 1..), true) => self.expecting.push(octets),
            (Framing::Length(octets @ 1..), false) => self.silent.push(octets),
            (Framing::Chunked, true) => self.expecting_chunked += 1,
            (Framing::Chunked, false) => self.silent_chunked += 1,
            _ => {}
        }
    }

    fn add_patience(&mut self, exchange: &Exchange) {
        let request = &exchange.request;
        let (Some(head_end), Some(content)) = (request.head_end, request.content.first) else {
            return;
        };
        let answered = exchange.responses.first().is_some_and(|first| first.start < content);
        if request.expects_continue() && !answered {
            self.patience_us.push(content.at_us.saturating_sub(head_end.at_us));
        }
    }

    fn add_interims(&mut self, exchange: &Exchange, findings: &[Finding]) {
        let Some(answer) = exchange.final_response() else { return };
        let delivered = findings.iter().any(|finding| {
            finding.requirement.id == CLI_008.id
                && finding.outcome == Outcome::Kept
                && finding.entry == answer.start.entry
        });
        if delivered {
            self.tolerated.extend(exchange.interims().filter_map(|interim| interim.code()));
            self.most = self.most.max(exchange.interims().count());
        }
    }

    /// The facts; questions that no case answered are left out.
    pub(super) fn facts(self) -> impl Iterator<Item = Fact> {
        let codes: Vec<String> = self.tolerated.iter().map(u16::to_string).collect();
        let known = |value: String| (!value.is_empty()).then_some(value);
        let facts = [
            (
                "expectation-with-content",
                "With which content is an expectation sent?",
                known(contents(&self)),
            ),
            (
                "patience",
                "How long does content wait for an answer that does not come?",
                spread(self.patience_us),
            ),
            (
                "interim-responses-tolerated",
                "Which interim responses leave the final one as it is?",
                known(codes.join(", ")),
            ),
            (
                "interim-responses-in-a-row",
                "How many interim responses were there at most before a delivered final one?",
                (self.most > 0).then(|| self.most.to_string()),
            ),
        ];
        facts
            .into_iter()
            .filter_map(|(name, question, value)| value.map(|value| Fact { name, question, value }))
    }
}

/// From which size on an expectation was seen, and up to which size none.
fn contents(seen: &ClientGatherer) -> String {
    let mut parts = Vec::new();
    if let Some(least) = seen.expecting.iter().min() {
        parts.push(format!("stated from {least} octets on ({} times)", seen.expecting.len()));
    }
    if seen.expecting_chunked > 0 {
        parts.push(format!("stated with chunks ({} times)", seen.expecting_chunked));
    }
    if let Some(most) = seen.silent.iter().max() {
        parts.push(format!("not stated up to {most} octets ({} times)", seen.silent.len()));
    }
    if seen.silent_chunked > 0 {
        parts.push(format!("not stated with chunks ({} times)", seen.silent_chunked));
    }
    parts.join(", ")
}
