//! What becomes of the fields that `Connection` names (RFC 9110 §7.6.1).

use expectspec_message::octet::list_members;
use expectspec_requirements::PRX_009;

use super::deframed::trailers_of_request;
use super::{Hop, Source, is_proxy, relayed};
use crate::monitors::duty::immediate_silence;
use crate::monitors::words::status;
use crate::{Findings, Monitor, Response, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&PRX_009], role: Watched::AsIntermediary, watch: removes_nominated },
    Monitor { requirements: &[&PRX_009], role: Watched::AsIntermediary, watch: removes_trailers },
    Monitor {
        requirements: &[&PRX_009],
        role: Watched::AsIntermediary,
        watch: removes_from_responses,
    },
];

const REMOVED: &str = "no field that the Connection field names, in the forwarded request";

/// PRX-009: a field that `Connection` names is not forwarded.
fn removes_nominated(view: &View<'_>, findings: &mut Findings) {
    for relay in relayed(view).iter().filter(|relay| relay.is_beyond_doubt()) {
        let mut names = options(relay.outbound);
        names.retain(|name| relay.outbound.has(name));
        if names.is_empty() {
            continue;
        }
        let Some(hop) = relay.forwarded() else {
            if let Some(answer) = relay.own_final() {
                findings.chosen(&PRX_009, "refused", answer.start);
            }
            continue;
        };
        let at = hop.request().head_end.unwrap_or(hop.request().start);
        let survivor = names.iter().find(|name| survives(relay.outbound, hop, name));
        if let Some(b"expect") = survivor.map(Vec::as_slice)
            && may_be_its_own(hop)
        {
            findings.chosen(&PRX_009, "perhaps-its-own", at);
        } else if let Some(name) = survivor {
            let name = String::from_utf8_lossy(name);
            let found =
                format!("{name} forwarded, although the client's Connection field names it");
            findings.broken(&PRX_009, "forwarded", at, REMOVED, found);
        } else if hop.request().expectations.has_continue() {
            findings.chosen(&PRX_009, "asks-for-itself", at);
        } else if relay.outbound.nominates_expect()
            && relay.outbound.withholds()
            && let Some(silence) = immediate_silence(view, relay.outbound.index)
        {
            let expected = "somebody to answer the expectation that is not forwarded";
            let at = silence.until;
            let found = silence.text();
            if is_proxy(view) {
                // It forwarded the head, and its client had erred first.
                findings.chosen(&PRX_009, "nobody-answers-for-a-proxy", at);
            } else {
                findings.doubtful(&PRX_009, "nobody-answers", at, expected, found).by_clock();
            }
        } else {
            findings.kept(&PRX_009, "removed", at);
        }
    }
}

/// What the `Connection` field of the request names, but fields that an intermediary may send for
/// itself.
fn options(hop: Hop<'_>) -> Vec<Vec<u8>> {
    options_of(hop.values(b"connection"))
}

fn options_of<'a>(values: impl Iterator<Item = &'a [u8]>) -> Vec<Vec<u8>> {
    const REGENERATED: &[&[u8]] = &[
        b"close",
        b"connection",
        b"content-length",
        b"forwarded",
        b"host",
        b"http2-settings",
        b"keep-alive",
        b"max-forwards",
        b"proxy-connection",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
        b"via",
    ];
    let options = values
        .flat_map(|value| list_members(value).map(<[u8]>::to_ascii_lowercase).collect::<Vec<_>>());
    options.filter(|option| !REGENERATED.contains(&option.as_slice())).collect()
}

/// Whether the field was forwarded with a value that the client gave it.
fn survives(asked: Hop<'_>, hop: Hop<'_>, name: &[u8]) -> bool {
    asked.values(name).any(|given| hop.values(name).any(|value| value == given))
}

/// Whether the expectation may be the intermediary's own, which it may add to any request with
/// content (PRX-027): nothing but `100-continue`, spelled as everybody spells it.
fn may_be_its_own(hop: Hop<'_>) -> bool {
    hop.request().announces_content() && hop.values(b"expect").eq([&b"100-continue"[..]])
}

/// PRX-009, of trailer fields.
fn removes_trailers(view: &View<'_>, findings: &mut Findings) {
    for relay in relayed(view).iter().filter(|relay| relay.is_beyond_doubt()) {
        let sent = trailers_of_request(relay.outbound);
        let mut names = options(relay.outbound);
        names.retain(|name| has_line(&sent, name));
        let Some(hop) = relay.forwarded().filter(|_| !names.is_empty()) else { continue };
        let Some(at) = hop.request().end else { continue };
        let passed_on = trailers_of_request(hop);
        match names.iter().find(|name| has_line(&passed_on, name)) {
            None => findings.kept(&PRX_009, "trailer-removed", at),
            Some(name) => {
                let name = String::from_utf8_lossy(name);
                let found = format!("the trailer field {name} forwarded, although it is named");
                findings.broken(&PRX_009, "trailer-forwarded", at, REMOVED, found);
            }
        }
    }
}

/// PRX-009, of responses, interim ones too.
fn removes_from_responses(view: &View<'_>, findings: &mut Findings) {
    for relay in relayed(view) {
        let answers = relay.answers();
        for &(hop, sent) in &answers {
            let mut names = options_of(hop.response_values(sent, b"connection"));
            let octets = sent.octets(&hop.connection.received);
            names.retain(|name| sent.head.has(octets, name));
            let alike = answers.iter().filter(|(_, it)| it.code() == sent.code()).count();
            if names.is_empty() || alike > 1 || sent.code() == Some(101) {
                continue;
            }
            let is_it =
                |it: &&Response| it.code() == sent.code() && relay.source(it) == Source::Relayed;
            let Some(got) = relay.outbound.exchange.responses.iter().find(is_it) else { continue };
            let survives = |name: &&Vec<u8>| {
                let passed_on = || relay.outbound.response_values(got, name);
                sent.head.values(octets, name).any(|given| passed_on().any(|it| it == given))
            };
            match names.iter().find(survives) {
                None => findings.kept(&PRX_009, "response-field-removed", got.start),
                Some(name) => {
                    let name = String::from_utf8_lossy(name);
                    let found =
                        format!("{} with {name}, which its Connection field named", status(got));
                    let expected =
                        "no field that the Connection field names, in a relayed response";
                    findings.broken(&PRX_009, "response-field-relayed", got.start, expected, found);
                }
            }
        }
    }
}

fn has_line(section: &[u8], name: &[u8]) -> bool {
    section.split(|&octet| octet == b'\n').any(|line| {
        let colon = line.iter().position(|&octet| octet == b':');
        colon.is_some_and(|colon| line[..colon].eq_ignore_ascii_case(name))
    })
}
