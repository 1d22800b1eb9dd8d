//! The facts about intermediaries: what they do themselves, what they pass on, and how long it takes.

use std::collections::BTreeMap;

use super::{Fact, counts, spread};
use crate::{Connection, Exchange, Reading, Relay, Response, Stamp};

/// Gathers the facts of the requests that went, or should have gone, through an intermediary.
#[derive(Clone, Debug, Default)]
pub(super) struct IntermediaryGatherer {
    /// How many requests were looked at.
    requests: usize,
    /// How often each answer was seen, by question.
    answers: [BTreeMap<String, u32>; QUESTIONS.len()],
    head_us: Vec<u64>,
    continue_us: Vec<u64>,
    final_us: Vec<u64>,
}

/// Which question an answer belongs to; an index of [`QUESTIONS`].
#[derive(Clone, Copy, Debug)]
enum Question {
    WhoAnswers,
    Expectation,
    Unknown,
    Head,
    Interims,
    RequestVia,
    ResponseVia,
    Version,
    Reuse,
}

/// The names of the facts, with their questions.
const QUESTIONS: [(&str, &str); 9] = [
    ("who-answers-expectation", "Who answers an expectation while the content is held back?"),
    ("expectation-on-the-way", "Is an expectation forwarded?"),
    ("unknown-expectation-on-the-way", "What becomes of an expectation that nobody knows?"),
    ("head-before-content", "Is the head forwarded before the content has come?"),
    ("interim-responses-on-the-way", "Which interim responses of the origin server are relayed?"),
    ("via-in-requests", "Is Via added to forwarded requests?"),
    ("via-in-responses", "Is Via added to relayed final responses?"),
    ("version-toward-origin-server", "Which version do forwarded requests have?"),
    ("inbound-connections", "Are connections to the origin server used again?"),
];

type Hop<'a> = (&'a Connection, &'a Exchange);

impl IntermediaryGatherer {
    /// Whether a request of a client of an intermediary was among what was added.
    pub(super) const fn has_seen_any(&self) -> bool {
        self.requests > 0
    }

    pub(super) fn add(&mut self, reading: &Reading) {
        self.requests += reading.relays.len();
        for relay in &reading.relays {
            self.add_relay(reading, relay);
        }
    }

    fn add_relay(&mut self, reading: &Reading, relay: &Relay) {
        let outbound = relay.outbound.of(&reading.connections);
        let inbound: Vec<Hop<'_>> =
            relay.inbound.iter().map(|place| place.of(&reading.connections)).collect();
        for (place, hop) in relay.inbound.iter().zip(&inbound) {
            let version = hop.1.request.version();
            self.count(Question::Version, format!("HTTP/{}.{}", version.major, version.minor));
            let used = if place.exchange > 0 { "used-again" } else { "new" };
            self.count(Question::Reuse, used);
        }
        self.add_expectation(outbound, &inbound);
        let Some(&first) = inbound.first() else { return };
        if outbound.1.request.is_well_formed() {
            let added = via_of_request(first) > via_of_request(outbound);
            self.count(Question::RequestVia, if added { "added" } else { "not-added" });
        }
        self.add_interims(outbound, &inbound);
        self.add_final(outbound, first);
    }

    /// Who answers, and what goes on, and when.
    fn add_expectation(&mut self, outbound: Hop<'_>, inbound: &[Hop<'_>]) {
        let request = &outbound.1.request;
        let first = inbound.first().map(|hop| &hop.1.request);
        let clear = request.is_well_formed() && request.version().is_11_or_later();
        let answer = outbound.1.final_response();
        if clear && request.expectations.others > 0 {
            let mark = match (first, answer.and_then(Response::code)) {
                (Some(first), _) if first.expectations.others >= request.expectations.others => {
                    "forwarded"
                }
                (Some(_), _) => "dropped",
                (None, Some(417)) => "417",
                (None, Some(_)) => "another-final-response",
                (None, None) => return,
            };
            self.count(Question::Unknown, mark);
            return;
        }
        let at_hand = request.content.first.map(|first| first.entry);
        if !clear || !request.expects_continue() || at_hand == request.head_end.map(|it| it.entry) {
            return;
        }
        if let Some(mark) = who_answers(outbound, inbound) {
            self.count(Question::WhoAnswers, mark);
        }
        let Some(first) = first else { return };
        let kept = first.expectations.has_continue();
        self.count(Question::Expectation, if kept { "forwarded" } else { "stripped" });
        let (Some(asked), Some(head)) = (request.head_end, first.head_end) else { return };
        let before = request.content.first.is_none_or(|content| head < content);
        self.count(Question::Head, if before { "before" } else { "with-content" });
        if before && core::ptr::eq(outbound.1, &raw const outbound.0.exchanges[0]) {
            self.head_us.push(us_between(asked, head));
        }
        let invited = inbound.iter().find_map(|hop| hop.1.continue_response());
        let relayed = outbound.1.continue_response();
        if let (Some(invited), Some(relayed)) = (invited, relayed)
            && relayed.start > invited.start
        {
            self.continue_us.push(us_between(invited.start, relayed.start));
        }
    }

    /// What becomes of interim responses but 100, toward clients that know them.
    fn add_interims(&mut self, outbound: Hop<'_>, inbound: &[Hop<'_>]) {
        if !outbound.1.request.version().is_11_or_later() || outbound.1.final_response().is_none() {
            return;
        }
        let sent = inbound.iter().flat_map(|hop| hop.1.interims()).filter_map(Response::code);
        for code in sent.filter(|&code| code != 100) {
            let relayed = outbound.1.interims().any(|interim| interim.code() == Some(code));
            let what = if relayed { "relayed" } else { "dropped" };
            self.count(Question::Interims, format!("{code}-{what}"));
        }
    }

    /// What is added to a final response.
    fn add_final(&mut self, outbound: Hop<'_>, first: Hop<'_>) {
        let (Some(sent), Some(got)) = (first.1.final_response(), outbound.1.final_response())
        else {
            return;
        };
        if sent.code() != got.code() || got.start < sent.start {
            return;
        }
        let added = via_of_response(outbound.0, got) > via_of_response(first.0, sent);
        self.count(Question::ResponseVia, if added { "added" } else { "not-added" });
        if let Some(end) = sent.head_end {
            self.final_us.push(us_between(end, got.start));
        }
    }

    fn count(&mut self, question: Question, answer: impl Into<String>) {
        *self.answers[question as usize].entry(answer.into()).or_default() += 1;
    }

    /// The facts; questions that no case answered are left out.
    pub(super) fn facts(self) -> impl Iterator<Item = Fact> {
        let answered = QUESTIONS.into_iter().zip(self.answers);
        let counted = answered.filter(|(_, answers)| !answers.is_empty());
        let counted = counted.map(|((name, question), answers)| Fact {
            name,
            question,
            value: counts(&answers),
        });
        let measured = [
            ("head-latency", "How long does it take to forward a head?", self.head_us),
            ("continue-latency-added", "How long does it take to relay a 100?", self.continue_us),
            ("final-latency-added", "How long does it take to relay a final head?", self.final_us),
        ];
        counted.chain(measured.into_iter().filter_map(|(name, question, samples)| {
            Some(Fact { name, question, value: spread(samples)? })
        }))
    }
}

/// Who answered first, and whether the 100 of the origin server came as well.
fn who_answers(outbound: Hop<'_>, inbound: &[Hop<'_>]) -> Option<&'static str> {
    let content = outbound.1.request.content.first;
    let answers = |response: &&Response| response.is_final() || response.code() == Some(100);
    let first = outbound.1.responses.iter().filter(|it| it.head_end.is_some()).find(answers)?;
    if content.is_some_and(|content| content < first.start) {
        return Some("nobody-before-the-content");
    }
    let sent = inbound.iter().flat_map(|hop| &hop.1.responses);
    let sent =
        sent.filter(|response| response.code() == first.code() && response.head_end.is_some());
    let earliest = sent.map(|response| response.start).min();
    let relayed = earliest.is_some_and(|sent| sent < first.start);
    let continues = outbound.1.interims().filter(|it| it.code() == Some(100)).count();
    Some(match (first.is_final(), relayed) {
        (true, true) => "relays-the-final-response",
        (true, false) => "answers-with-a-final-response-itself",
        (false, true) => "relays-the-100",
        (false, false) if earliest.is_some() && continues > 1 => {
            "sends-a-100-itself-and-relays-one"
        }
        (false, false) => "sends-a-100-itself",
    })
}

fn via_of_request((connection, exchange): Hop<'_>) -> usize {
    let request = &exchange.request;
    members(request.head.values(request.octets(&connection.sent), b"via"))
}

fn via_of_response(connection: &Connection, response: &Response) -> usize {
    members(response.head.values(response.octets(&connection.received), b"via"))
}

fn members<'a>(values: impl Iterator<Item = &'a [u8]>) -> usize {
    values.map(|value| expectspec_message::octet::list_members(value).count()).sum()
}

fn us_between(from: Stamp, until: Stamp) -> u64 {
    until.at_us.saturating_sub(from.at_us)
}
