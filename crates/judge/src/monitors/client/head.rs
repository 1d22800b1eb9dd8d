//! The rest of what a client writes: its heads, and fields that go with a method.

use expectspec_message::{AnomalyKind, Framing};
use expectspec_requirements::{
    GRM_001, GRM_012, IR_007, IR_008, MTH_004, MTH_007, MTH_008, Requirement, TRL_001,
};

use super::moments::content_of;
use crate::monitors::between::is_its_own;
use crate::{Connection, Exchange, Findings, Monitor, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&GRM_001, &GRM_012, &IR_007, &IR_008],
        role: Watched::AsAnyClient,
        watch: heads_by_the_grammar,
    },
    Monitor {
        requirements: &[&MTH_004, &MTH_007, &MTH_008],
        role: Watched::AsClient,
        watch: content_by_method,
    },
    Monitor { requirements: &[&TRL_001], role: Watched::AsAnyClient, watch: trailers },
];

/// GRM-001, GRM-012, IR-007, IR-008: a head is as the grammar has it.
fn heads_by_the_grammar(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let request = &exchange.request;
        let Some(at) = request.head_end.filter(|_| request.error.is_none()) else { continue };
        let sound = |_: &Connection, it: &Exchange| it.request.head.anomalies.is_empty();
        if !is_its_own(view, index, sound) {
            continue;
        }
        let of = |kinds: &[AnomalyKind]| {
            request.head.anomalies.iter().any(|anomaly| kinds.contains(&anomaly.kind))
        };
        let line_ends = of(&[AnomalyKind::BareCr, AnomalyKind::LoneLf]);
        let space = of(&[AnomalyKind::SpaceBeforeFirstField]);
        let fold = of(&[AnomalyKind::ObsFold]);
        let rest = of(&[
            AnomalyKind::Nul,
            AnomalyKind::ControlOctet,
            AnomalyKind::SpaceBeforeColon,
            AnomalyKind::FieldName,
            AnomalyKind::MissingColon,
            AnomalyKind::StartLineSpacing,
        ]);
        says(&IR_007, line_ends, at, "CRLF at the end of every line of the head", findings);
        says(&IR_008, space, at, "a field line directly behind the request-line", findings);
        says(&GRM_012, fold, at, "every field value on one line", findings);
        says(&GRM_001, rest, at, "a request-line and field lines as in the grammar", findings);
    }
}

fn says(
    row: &'static Requirement,
    broken: bool,
    at: Stamp,
    expected: &'static str,
    findings: &mut Findings,
) {
    if broken {
        findings.broken(row, "syntax", at, expected, "a head that is not so");
    } else {
        findings.kept(row, "head", at);
    }
}

/// MTH-004, MTH-007, MTH-008: content where the method has none, or a type that goes with it.
fn content_by_method(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let request = &exchange.request;
        let Some(at) = request.head_end.filter(|_| request.error.is_none()) else { continue };
        // Chunks may hold nothing at all.
        let chunks = request.framing.framing == Framing::Chunked;
        let begun = content_of(connection, exchange).first().is_some_and(|octet| *octet != b'0');
        let content = request.announces_content() && (!chunks || begun);
        let typed = request.head.has(request.octets(&connection.sent), b"content-type");
        match (request.method(&connection.sent), content) {
            (b"TRACE", true) => {
                let expected = "no content in a TRACE request";
                findings.broken(&MTH_004, "content", at, expected, "TRACE with content");
            }
            (b"TRACE", false) => findings.kept(&MTH_004, "no-content", at),
            // The user may have asked for it, and may know the server.
            (b"GET" | b"HEAD" | b"DELETE", true) => findings.chosen(&MTH_007, "content", at),
            (b"GET" | b"HEAD" | b"DELETE", false) => findings.kept(&MTH_007, "no-content", at),
            (b"OPTIONS", true) if typed => findings.kept(&MTH_008, "content-type", at),
            (b"OPTIONS", true) => {
                let expected = "Content-Type in an OPTIONS request with content";
                findings.broken(&MTH_008, "no-content-type", at, expected, "content without it");
            }
            _ => {}
        }
    }
}

/// Fields that a recipient needs before the content, or that belong to the head for other reasons.
const HEAD_ONLY: [&[u8]; 6] =
    [b"expect", b"content-length", b"transfer-encoding", b"host", b"trailer", b"te"];

/// TRL-001: what belongs into the head is no trailer field.
fn trailers(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(end) = exchange.request.end else { continue };
        // What its client says in trailers, an intermediary may pass on.
        let none = |_: &Connection, it: &Exchange| it.request.trailer_octets == 0;
        if exchange.request.trailer_octets == 0 || !is_its_own(view, index, none) {
            continue;
        }
        let section = trailer_section(connection, exchange);
        let names = section.split(|octet| *octet == b'\n').filter_map(field_name);
        let misplaced =
            names.filter(|name| HEAD_ONLY.iter().any(|only| name.eq_ignore_ascii_case(only)));
        let misplaced: Vec<_> = misplaced.map(String::from_utf8_lossy).collect();
        if misplaced.is_empty() {
            findings.kept(&TRL_001, "others", end);
        } else {
            let expected = "such fields in the header section";
            let found = format!("{} in the trailer section", misplaced.join(", "));
            findings.broken(&TRL_001, "misplaced", end, expected, found);
        }
    }
}

/// The field lines between the last chunk and the empty line that ends the content.
fn trailer_section<'a>(connection: &'a Connection, exchange: &Exchange) -> &'a [u8] {
    let content = content_of(connection, exchange);
    let end = content.len().saturating_sub(b"\r\n".len());
    let start = end.saturating_sub(exchange.request.trailer_octets);
    &content[start..end]
}

fn field_name(line: &[u8]) -> Option<&[u8]> {
    let colon = line.iter().position(|octet| *octet == b':')?;
    Some(&line[..colon])
}
