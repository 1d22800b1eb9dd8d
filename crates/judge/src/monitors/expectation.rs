//! Expectations other than one plain 100-continue: unknown, repeated, none, and what 417 is for.

use expectspec_requirements::{
    GRM_007, GRM_008, GRM_022, O16_001, O16_002, O31_001, Requirement, SRV_008, SRV_009,
};

use super::doubts::{Doubts, is_beyond_doubt, repeats_expect};
use super::duty::{
    Patience, Reaction, closed_unanswered, final_silence, immediate_silence, reaction,
};
use super::words::{CLOSED, has_other_reason, mark_of, shows_nothing};
use crate::{Exchange, Findings, Monitor, Request, Response, Stream, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&SRV_008, &GRM_008, &O16_001, &O16_002],
        role: Watched::AsServer,
        watch: other_members,
    },
    Monitor { requirements: &[&SRV_009], role: Watched::AsServer, watch: refusal_has_a_reason },
    Monitor { requirements: &[&GRM_007], role: Watched::AsServer, watch: repeated_lines },
    Monitor { requirements: &[&GRM_022], role: Watched::AsServer, watch: no_members },
    Monitor { requirements: &[&O31_001], role: Watched::AsServer, watch: more_than_one_value },
];

/// The exchanges with `Expect` in HTTP/1.1 or later, with their places.
fn expecting<'a>(view: &View<'a>) -> impl Iterator<Item = (usize, &'a Exchange)> {
    let exchanges = view.connection.exchanges.iter().enumerate();
    exchanges.filter(|(_, exchange)| {
        exchange.request.expect_lines > 0 && exchange.request.version().is_11_or_later()
    })
}

/// SRV-008, GRM-008, and O16-001, O16-002 for RFC 2616: members other than 100-continue may be
/// refused with 417; beside them a 100-continue member keeps its meaning.
fn other_members(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in expecting(view) {
        let expectations = exchange.request.expectations;
        if expectations.others == 0 || !is_beyond_doubt(exchange, connection) {
            continue;
        }
        let row = if expectations.has_continue() { &GRM_008 } else { &SRV_008 };
        let silence = immediate_silence(view, index).or_else(|| final_silence(view, index));
        // Other rules may be the ones that the server does not know.
        let plain = exchange.request.expect_lines == 1 && expectations.empty == 0;
        match (exchange.continue_response(), exchange.final_response()) {
            (None, Some(answer)) if shows_nothing(answer) => continue,
            (None, Some(answer)) if has_other_reason(answer) => {
                findings.kept(row, "refused-otherwise", answer.start);
                continue;
            }
            (_, Some(answer)) if answer.code() == Some(417) => {
                findings.kept(row, "417", answer.start);
            }
            _ if plain && silence.is_some() => {
                let silence = silence.expect("there was a silence just now");
                let at = silence.until;
                findings.broken(row, "silence", at, "an answer", silence.text()).by_clock();
            }
            (Some(invited), _) => findings.chosen(row, "continue", invited.start),
            (None, Some(answer)) => findings.chosen(row, mark_of(answer), answer.start),
            (None, None) => {
                if let (None, 0, Some(gone)) =
                    (silence, index, closed_unanswered(connection, index))
                {
                    findings.doubtful(row, "closed", gone, "an answer", CLOSED);
                }
            }
        }
        if let Some(answer) = exchange.final_response() {
            refuses_by_rfc_2616(&O16_001, answer, findings);
            refuses_by_rfc_2616(&O16_002, answer, findings);
        }
    }
}

/// RFC 2616 §14.20: 417, or another 4xx for other problems of the request.
fn refuses_by_rfc_2616(row: &'static Requirement, answer: &Response, findings: &mut Findings) {
    let expected = "417 to an expectation-extension";
    let code = answer.code().unwrap_or_default();
    let mark = mark_of(answer);
    match code {
        417 => findings.kept(row, mark, answer.start),
        400..500 if row.id == O16_001.id => findings.kept(row, mark, answer.start),
        400..500 => {
            findings.doubtful(row, mark, answer.start, expected, format!("{code}"));
        }
        _ => {
            findings.broken(row, mark, answer.start, expected, format!("{code}"));
        }
    }
}

/// Doubts that no 417 answers.
const REFUSABLE: Doubts =
    Doubts::HOST.or(Doubts::EXPECTATION).or(Doubts::EMPTY_MEMBERS).or(Doubts::NO_MEMBERS);

/// SRV-009: 417 is for expectations.
fn refusal_has_a_reason(view: &View<'_>, findings: &mut Findings) {
    for exchange in &view.connection.exchanges {
        let Some(answer) = exchange.final_response() else { continue };
        let readable = Doubts::of(exchange, view.connection).only(REFUSABLE);
        if answer.code() != Some(417) || !readable {
            continue;
        }
        let expectations = exchange.request.expectations;
        let expected = "417 only where an expectation of the request could not be met";
        if expectations.is_empty() {
            let found = "417 to a request without any expectation";
            let mark = "417-without-expectation";
            findings.doubtful(&SRV_009, mark, answer.start, expected, found);
        } else if exchange.continue_response().is_some() {
            let found = "417 after a 100 (Continue) to the same request";
            findings.doubtful(&SRV_009, "417-after-continue", answer.start, expected, found);
        } else if expectations.others == 0 && expectations.malformed == 0 {
            findings.kept(&SRV_009, "417-to-continue", answer.start);
        } else {
            findings.kept(&SRV_009, "417", answer.start);
        }
    }
}

/// GRM-007: several `Expect` lines are one list. Whether both lines were read, only another
/// transcript tells.
fn repeated_lines(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in expecting(view) {
        let request = &exchange.request;
        if request.expect_lines < 2
            || !request.expects_continue()
            || !is_beyond_doubt(exchange, view.connection)
            || has_empty_line(request, &view.connection.sent)
        {
            continue;
        }
        let continues = exchange.interims().filter(|interim| interim.code() == Some(100)).count();
        match reaction(view, index, Patience::Immediate) {
            Reaction::Continue(invited) if continues > 1 => {
                findings.chosen(&GRM_007, "repeated-continue", invited.start);
            }
            Reaction::Continue(answer) => findings.kept(&GRM_007, "continue", answer.start),
            Reaction::Final(answer) => findings.chosen(&GRM_007, mark_of(answer), answer.start),
            // The lines may have been joined, and the list misread: a twin with one line tells.
            Reaction::Silent(_) | Reaction::Closed(_) | Reaction::Unknown => {}
        }
    }
}

/// Whether a line, or a member of one, is empty: then another rule is at work as well.
fn has_empty_line(request: &Request, sent: &Stream) -> bool {
    let mut values = request.head.values(request.octets(sent), b"expect");
    request.expectations.empty > 0 || values.any(<[u8]>::is_empty)
}

/// GRM-022: an `Expect` field of nothing but empty members holds no expectation.
fn no_members(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in expecting(view) {
        if !exchange.request.expectations.is_empty()
            || !Doubts::of(exchange, view.connection).only(Doubts::NO_MEMBERS)
        {
            continue;
        }
        let expected = "an answer as if there were no Expect field";
        match (reaction(view, index, Patience::Final), exchange.final_response()) {
            (_, Some(answer))
                if answer.code() == Some(400) && repeats_expect(&exchange.request) => {}
            (_, Some(answer)) if matches!(answer.code(), Some(400 | 417)) => {
                let found = format!("{} to an empty Expect field", mark_of(answer));
                findings.broken(&GRM_022, mark_of(answer), answer.start, expected, found);
            }
            (_, Some(answer)) => findings.kept(&GRM_022, "final", answer.start),
            (Reaction::Continue(invited), None) => {
                findings.chosen(&GRM_022, "continue", invited.start);
            }
            (Reaction::Silent(silence), None) => {
                let at = silence.until;
                findings.broken(&GRM_022, "silence", at, expected, silence.text()).by_clock();
            }
            (Reaction::Closed(_) | Reaction::Final(_) | Reaction::Unknown, None) => {}
        }
    }
}

/// O31-001: to RFC 7231 anything but one plain 100-continue is no `Expect` field value at all.
fn more_than_one_value(view: &View<'_>, findings: &mut Findings) {
    for (_, exchange) in expecting(view) {
        let expectations = exchange.request.expectations;
        let plain = expectations.continues == 1
            && expectations.others == 0
            && expectations.malformed == 0
            && expectations.empty == 0;
        if let (false, Some(answer)) = (plain, exchange.final_response()) {
            findings.chosen(&O31_001, mark_of(answer), answer.start);
        }
    }
}
