//! The shape of responses on the wire, above all of interim ones (RFC 9110 §15.2, RFC 9112 §4).

use expectspec_message::{AnomalyKind, ChunkedError, Version};
use expectspec_requirements::{
    GRM_001, GRM_012, IR_001, IR_002, IR_003, IR_004, IR_005, IR_006, IR_007, IR_008, IR_009,
    MTH_006, Requirement, SRV_012, SRV_014,
};

use super::between::origin_is_sound;
use super::doubts::ORDINARY_HEAD_OCTETS_MAX;
use super::framing::octets_before;
use super::words::status;
use crate::{Break, Connection, Exchange, Findings, Monitor, Response, Stamp, View, Watched};

/// The monitors of this topic.
pub(super) static MONITORS: &[Monitor] = &[
    Monitor {
        requirements: &[&IR_001, &MTH_006, &GRM_001],
        role: Watched::AsAnyServer,
        watch: only_responses,
    },
    Monitor {
        requirements: &[&IR_002, &IR_003, &IR_004, &IR_005, &SRV_012],
        role: Watched::AsAnyServer,
        watch: interim_fields,
    },
    Monitor {
        requirements: &[&IR_006, &IR_007, &IR_008, &IR_009, &SRV_014, &GRM_001, &GRM_012],
        role: Watched::AsAnyServer,
        watch: head_syntax,
    },
];

/// IR-001, MTH-006, GRM-001: what follows a response is a response, nothing else.
fn only_responses(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    if !origin_is_sound(view) {
        return;
    }
    for exchange in &connection.exchanges {
        for interim in exchange.interims() {
            let end = interim.offset + interim.head_octets;
            if connection.garbage.is_some_and(|garbage| garbage.offset == end) {
                continue;
            }
            findings.kept(&IR_001, "ends-with-its-head", interim.start);
        }
        if let Some(answer) = exchange.final_response().filter(|answer| answer.end.is_some())
            && has_bare_head(exchange, connection)
            && connection.garbage.is_none_or(|garbage| garbage.offset != end_of(answer))
        {
            findings.kept(&MTH_006, "no-content", answer.start);
        }
    }
    for answer in responses(connection) {
        let line = match answer.broken {
            Some(Break::Chunks(ChunkedError::Size)) => "a chunk-size",
            Some(Break::Chunks(ChunkedError::DataEnd)) => "CRLF behind the chunk-data",
            Some(Break::Chunks(ChunkedError::LineEnd)) => "CRLF at the end of a chunk's line",
            _ => continue,
        };
        let expected = "chunks as the grammar has them";
        let found = format!("a chunked {} without {line}", status(answer));
        findings.broken(&GRM_001, "chunks", answer.start, expected, found);
    }
    let Some(garbage) = connection.garbage else { return };
    let at = garbage.start;
    let octets = &connection.received.octets()[garbage.offset..];
    let begins =
        String::from_utf8_lossy(&octets[..octets.len().min(16)]).escape_debug().to_string();
    let found = format!("octets that begin with \"{begins}\"");
    match before(connection, garbage.offset) {
        Some((_, response)) if response.is_interim() => {
            let expected = "a status-line behind the empty line of an interim response";
            findings.broken(&IR_001, "content", at, expected, found);
        }
        // Whoever can't read the request-line knows of no HEAD.
        Some((exchange, answer))
            if answer.code() >= Some(400) && may_be_unread(exchange, connection) => {}
        Some((exchange, answer))
            if has_bare_head(exchange, connection)
                && answer.end.is_some_and(|end| !sent_between(connection, end, at)) =>
        {
            let expected = "no content in a response to HEAD";
            findings.broken(&MTH_006, "content", at, expected, found);
        }
        Some(_) if may_be_http_09(connection, at) => {}
        Some(_) => {
            let expected = "a status-line, or nothing, behind a complete response";
            findings.broken(&GRM_001, "garbage", at, expected, found);
        }
        // What answers no HTTP/1.x request need not be HTTP/1.1 (it may look like HTTP/0.9).
        None if !connection.exchanges.iter().all(is_http_1) => {}
        None => {
            let expected = "a response that begins with a status-line";
            findings.broken(&GRM_001, "garbage", at, expected, found);
        }
    }
}

/// Whether a server may have refused the request before it knew the method: it does not begin with one, has
/// a version that not everyone has, or a head that is malformed or too large to be read.
fn may_be_unread(exchange: &Exchange, connection: &Connection) -> bool {
    let request = &exchange.request;
    let first = request.octets(&connection.sent).first();
    let index = connection.exchanges.iter().position(|it| core::ptr::eq(it, exchange));
    let before = index.and_then(|index| octets_before(connection, index));
    first.is_some_and(u8::is_ascii_whitespace)
        || request.error.is_some()
        || !request.head.anomalies.is_empty()
        || !matches!(request.version(), Version::HTTP_10 | Version::HTTP_11)
        || before.is_some_and(|octets| !octets.is_empty())
        || request.head_octets > ORDINARY_HEAD_OCTETS_MAX
}

/// Whether this may be the answer to a request that is none of HTTP/1.x, and has none yet.
fn may_be_http_09(connection: &Connection, at: Stamp) -> bool {
    let mut waiting = connection.exchanges.iter().filter(|it| it.responses.is_empty());
    waiting.any(|it| it.request.start < at && !is_http_1(it))
}

/// Whether this is a HEAD request without content. If there is content, octets behind the response
/// may be what a server says that takes it for a request.
fn has_bare_head(exchange: &Exchange, connection: &Connection) -> bool {
    exchange.request.method(&connection.sent) == b"HEAD" && !exchange.request.announces_content()
}

/// Whether the client sent anything in between, which what came then may answer.
fn sent_between(connection: &Connection, from: Stamp, until: Stamp) -> bool {
    connection.sent.len_before(from) < connection.sent.len_before(until)
}

fn is_http_1(exchange: &Exchange) -> bool {
    exchange.request.error.is_none() && exchange.request.version().major == 1
}

fn end_of(response: &Response) -> usize {
    response.offset
        + response.head_octets
        + usize::try_from(response.content.octets).unwrap_or(usize::MAX)
}

/// The response whose end is the beginning of `offset`, with its exchange.
fn before(connection: &Connection, offset: usize) -> Option<(&Exchange, &Response)> {
    connection.exchanges.iter().find_map(|exchange| {
        let response = exchange.responses.iter().find(|response| end_of(response) == offset)?;
        Some((exchange, response))
    })
}

fn responses(connection: &Connection) -> impl Iterator<Item = &Response> {
    let answers = connection.exchanges.iter().flat_map(|exchange| &exchange.responses);
    answers.chain(&connection.strays).filter(|response| response.head_end.is_some())
}

/// IR-002 to IR-005, SRV-012: fields and version of interim responses.
fn interim_fields(view: &View<'_>, findings: &mut Findings) {
    if !origin_is_sound(view) {
        return;
    }
    let received = &view.connection.received;
    for interim in responses(view.connection).filter(|response| response.is_interim()) {
        let has = |name: &[u8]| interim.head.has(interim.octets(received), name);
        let at = interim.start;
        let mut forbid = |row: &'static Requirement, name: &[u8], expected: &'static str| {
            if has(name) {
                let name = String::from_utf8_lossy(name);
                let found = format!("{name} in a {} response", status(interim));
                findings.broken(row, "framing-field", at, expected, found);
            } else {
                findings.kept(row, "no-framing-field", at);
            }
        };
        forbid(&IR_002, b"Content-Length", "no Content-Length in a 1xx response");
        forbid(&IR_003, b"Transfer-Encoding", "no Transfer-Encoding in a 1xx response");
        findings.kept(&IR_004, if has(b"date") { "date" } else { "no-date" }, at);
        if interim.closes(received) {
            let found = format!("Connection: close in a {} response", status(interim));
            let expected = "the close connection option in the final response only";
            findings.doubtful(&IR_005, "close", at, expected, found);
        } else {
            findings.kept(&IR_005, "no-close", at);
        }
        if interim.head.version() < Some(Version::HTTP_11) {
            let found = format!("a {} response with an HTTP/1.0 status-line", status(interim));
            let expected = "HTTP/1.1 in the status-line of a 1xx response";
            findings.doubtful(&SRV_012, "http-1.0", at, expected, found);
        } else {
            findings.kept(&SRV_012, "http-1.1", at);
        }
    }
}

/// IR-006 to IR-009, SRV-014, GRM-001, GRM-012: status-line, line ends and field lines of every
/// response.
fn head_syntax(view: &View<'_>, findings: &mut Findings) {
    if !origin_is_sound(view) {
        return;
    }
    for response in responses(view.connection) {
        let at = response.start;
        let anomaly =
            |kinds: &[AnomalyKind]| kinds.iter().find_map(|&kind| response.head.anomaly(kind));
        match response.code() {
            Some(code) if !(100..600).contains(&code) => {
                let expected = "a status code from 100 to 599";
                findings.broken(&IR_006, "out-of-range", at, expected, format!("{code}"));
            }
            _ => findings.kept(&IR_006, "in-range", at),
        }
        let ends = anomaly(&[AnomalyKind::BareCr, AnomalyKind::LoneLf]);
        syntax(&IR_007, ends, at, "CRLF at the end of every line of the head", findings);
        let space = anomaly(&[AnomalyKind::SpaceBeforeFirstField]);
        syntax(&IR_008, space, at, "a field line directly behind the status-line", findings);
        let line = anomaly(&[AnomalyKind::StartLineSpacing, AnomalyKind::EmptyLineBeforeStart]);
        syntax(&IR_009, line, at, "HTTP-version SP status-code SP [ reason-phrase ]", findings);
        let reason = anomaly(&[AnomalyKind::MissingReasonSpace]);
        syntax(&SRV_014, reason, at, "SP behind the status code, even without a reason", findings);
        let fold = anomaly(&[AnomalyKind::ObsFold]);
        syntax(&GRM_012, fold, at, "every field value on one line", findings);
        let field = anomaly(&FIELD_LINE);
        syntax(&GRM_001, field, at, "field-name \":\" OWS field-value OWS", findings);
    }
}

/// What no field line of a sender may have (RFC 9112 §5, RFC 9110 §5.5).
const FIELD_LINE: [AnomalyKind; 5] = [
    AnomalyKind::SpaceBeforeColon,
    AnomalyKind::FieldName,
    AnomalyKind::MissingColon,
    AnomalyKind::Nul,
    AnomalyKind::ControlOctet,
];

fn syntax(
    row: &'static Requirement,
    anomaly: Option<expectspec_message::Anomaly>,
    at: Stamp,
    expected: &'static str,
    findings: &mut Findings,
) {
    match anomaly {
        None => findings.kept(row, "well-formed", at),
        Some(anomaly) => {
            let found = format!("{:?} at octet {} of the response", anomaly.kind, anomaly.offset);
            findings.broken(row, "malformed", at, expected, found);
        }
    }
}
