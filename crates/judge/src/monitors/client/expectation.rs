//! When a client states an expectation, and how it spells it (RFC 9110 §10.1.1).

use expectspec_message::{Framing, Version};
use expectspec_requirements::{
    CLI_001, CLI_032, GRM_001, GRM_005, GRM_019, MTH_001, O16_006, Requirement,
};

use super::moments::{content_of, right_behind, us_between};
use crate::monitors::between::{is_between, is_its_own};
use crate::monitors::words::ms;
use crate::{Connection, Exchange, Findings, Monitor, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&CLI_001, &O16_006, &MTH_001],
        role: Watched::AsAnyClient,
        watch: only_with_content,
    },
    Monitor {
        requirements: &[&GRM_001, &GRM_005, &GRM_019],
        role: Watched::AsAnyClient,
        watch: spelled_by_the_grammar,
    },
    Monitor { requirements: &[&CLI_032], role: Watched::AsAnyClient, watch: only_in_http_11 },
];

/// CLI-001, O16-006, MTH-001: no content, no expectation.
fn only_with_content(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(at) = complete_head(exchange) else { continue };
        let request = &exchange.request;
        let expects = request.expectations.has_continue();
        // What a client expects without content, an intermediary does not generate (RFC 9110
        // §10.1.1).
        let added = |_: &Connection, it: &Exchange| !it.request.expectations.has_continue();
        let has_content =
            request.announces_content() && request.method(&connection.sent) != b"CONNECT";
        if expects && !has_content && !is_its_own(view, index, added) {
            continue;
        }
        if request.method(&connection.sent) == b"CONNECT" {
            if expects {
                let expected = "no expectation in a CONNECT request, which has no content";
                let found = "CONNECT with a 100-continue expectation";
                findings.broken(&MTH_001, "expects", at, expected, found);
            } else {
                findings.kept(&MTH_001, "no-expectation", at);
            }
        }
        let expected = "a 100-continue expectation only in a request with content";
        let both: [&'static Requirement; 2] = [&CLI_001, &O16_006];
        match (expects, request.framing.framing) {
            (true, Framing::None) => {
                for row in both {
                    findings.broken(
                        row,
                        "without-content",
                        at,
                        expected,
                        "one in a request without",
                    );
                }
            }
            (true, Framing::Length(0)) => {
                let found = "one in a request with Content-Length: 0";
                for row in both {
                    findings.broken(row, "length-0", at, expected, found);
                }
            }
            (true, Framing::Chunked) if turned_out_empty(connection, exchange) => {
                // Who says chunked does not know yet whether anything comes.
                for row in both {
                    findings.chosen(row, "turned-out-empty", at);
                }
            }
            (true, Framing::Bad(_) | Framing::UntilClose) => {}
            (true, _) => {
                for row in both {
                    findings.kept(row, "with-content", at);
                }
            }
            (false, framing) => {
                let mark = if framing.has_content() { "no-expectation" } else { "no-content" };
                for row in both {
                    findings.kept(row, mark, at);
                }
            }
        }
    }
}

/// The last chunk came first, and no early final response had made it come.
fn turned_out_empty(connection: &Connection, exchange: &Exchange) -> bool {
    exchange.request.end.is_some() && content_of(connection, exchange).starts_with(b"0")
}

fn complete_head(exchange: &Exchange) -> Option<Stamp> {
    exchange.request.head_end.filter(|_| exchange.request.error.is_none())
}

/// GRM-001, GRM-005, GRM-019: the field value is a list of expectations.
fn spelled_by_the_grammar(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(at) = complete_head(exchange) else { continue };
        let sound = |_: &Connection, it: &Exchange| it.request.is_well_formed() && !has_gaps(it);
        if exchange.request.expect_lines == 0 || !is_its_own(view, index, sound) {
            continue;
        }
        let request = &exchange.request;
        let octets = request.octets(&connection.sent);
        let value: Vec<&[u8]> = request.head.values(octets, b"expect").collect();
        let value = String::from_utf8_lossy(&value.join(&b", "[..])).into_owned();
        let expectations = request.expectations;
        if expectations.empty > 0 {
            let expected = "a list without empty elements";
            findings.broken(&GRM_005, "empty-element", at, expected, value.clone());
        } else {
            findings.kept(&GRM_005, "no-empty-element", at);
        }
        if expectations.malformed == 0 {
            findings.kept(&GRM_001, "expect", at);
            findings.kept(&GRM_019, "no-space", at);
        } else if value.contains(" =") || value.contains("= ") {
            let expected = "no whitespace around =";
            findings.broken(&GRM_019, "space", at, expected, value.clone());
            findings.broken(&GRM_001, "malformed", at, "Expect = #expectation", value);
        } else {
            findings.broken(&GRM_001, "malformed", at, "Expect = #expectation", value);
        }
    }
}

fn has_gaps(exchange: &Exchange) -> bool {
    exchange.request.expectations.empty > 0
}

/// CLI-032: a server ignores the expectation of an HTTP/1.0 request.
fn only_in_http_11(view: &View<'_>, findings: &mut Findings) {
    for (index, exchange) in view.connection.exchanges.iter().enumerate() {
        let Some(at) = complete_head(exchange) else { continue };
        let newer = |_: &Connection, it: &Exchange| it.request.version().is_11_or_later();
        if !is_its_own(view, index, newer) {
            continue;
        }
        let request = &exchange.request;
        let old = request.head.version().is_some_and(|version| version < Version::HTTP_11);
        match (old, request.expectations.has_continue()) {
            (false, _) => findings.kept(&CLI_032, "http-1.1", at),
            (true, false) => findings.kept(&CLI_032, "http-1.0-without-expectation", at),
            (true, true) => in_http_10(view, exchange, at, findings),
        }
    }
}

fn in_http_10(view: &View<'_>, exchange: &Exchange, head_end: Stamp, findings: &mut Findings) {
    let content = exchange.request.content.first;
    let until = content.unwrap_or(view.connection.watched_until);
    let expected = "no expectation in an HTTP/1.0 request, where a server ignores it";
    // It is the client whose content an intermediary has to wait for.
    if exchange.request.announces_content()
        && !right_behind(view, head_end, until)
        && !is_between(view)
    {
        let waited = ms(us_between(head_end, until));
        let found = format!("an expectation, and content withheld for {waited}");
        findings.broken(&CLI_032, "http-1.0-waits", until, expected, found).by_clock();
    } else {
        let found = "an expectation in an HTTP/1.0 request";
        findings.doubtful(&CLI_032, "http-1.0", head_end, expected, found);
    }
}
