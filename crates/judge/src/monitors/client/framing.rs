//! How a client delimits its content (RFC 9112 §6).

use expectspec_message::{Ambiguity, BadFraming, Framing, Version};
use expectspec_requirements::{CLI_026, CLI_027, CLI_028, CLI_036};

use crate::monitors::between::{is_between, is_shifted};
use crate::{Connection, Exchange, Findings, Monitor, Response, Said, Side, Stamp, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[
    Monitor { requirements: &[&CLI_026], role: Watched::AsClient, watch: chunked_by_knowledge },
    Monitor {
        requirements: &[&CLI_027, &CLI_028, &CLI_036],
        role: Watched::AsAnyClient,
        watch: one_framing,
    },
];

/// CLI-026: chunked is for servers that are known to speak HTTP/1.1.
fn chunked_by_knowledge(view: &View<'_>, findings: &mut Findings) {
    for exchange in &view.connection.exchanges {
        if exchange.request.framing.framing != Framing::Chunked {
            continue;
        }
        let at = exchange.request.start;
        match version_seen_before(view, at) {
            None => findings.chosen(&CLI_026, "cold", at),
            Some(version) if version >= Version::HTTP_11 => {
                findings.kept(&CLI_026, "after-http-1.1", at);
            }
            Some(_) => {
                let expected = "chunked only toward a server that is known to speak HTTP/1.1";
                let found = "chunked, after the server had answered in HTTP/1.0";
                findings.broken(&CLI_026, "after-http-1.0", at, expected, found);
            }
        }
    }
}

/// The highest version of the responses whose head had come by then, if one had come to its end.
fn version_seen_before(view: &View<'_>, at: Stamp) -> Option<Version> {
    let connections = view.reading.connections.iter().filter(|it| it.side == Side::Inbound);
    // Which responses the client has read can't be told then.
    if connections.clone().any(|it| is_shifted(view, it, usize::MAX)) {
        return None;
    }
    // Whoever does not skip empty lines before a status-line, as nobody has to, reads no version.
    let is_plain = |it: &&Connection| {
        let responses = it.exchanges.iter().flat_map(|exchange| &exchange.responses);
        responses.into_iter().all(|one| one.octets(&it.received).starts_with(b"HTTP/"))
    };
    // Nor does who has given up before it, or by then: the next word is of this response, if any is.
    let failed = |from: Stamp, to: Stamp| {
        let mut words = view.reading.said.iter().filter(move |(_, when)| *when > from);
        words.next().is_some_and(|&(word, when)| word == Said::Failure && when < to)
    };
    let is_known = |exchange: &&Exchange| {
        exchange.final_response().is_some_and(|answer| {
            let has_come = answer.head_end.is_some_and(|end| end < at);
            let is_late = failed(exchange.request.start, answer.start) || failed(answer.start, at);
            has_come && (answer.head.version() >= Some(Version::HTTP_11) || !is_late)
        })
    };
    let exchanges = connections.filter(is_plain).flat_map(|it| &it.exchanges).filter(is_known);
    let known = exchanges.filter_map(Exchange::final_response);
    let is_read = |answer: &&Response| answer.end.is_some_and(|end| end < at);
    known.clone().find(is_read)?;
    let version = known.filter_map(|answer| answer.head.version()).max();
    version.filter(|&version| version >= Version::HTTP_11 || !may_know_http_11(view, at))
}

/// Whether a final response of HTTP/1.1 came by then, be it one that need not have been read: one that
/// came before its request, or behind an empty line.
fn may_know_http_11(view: &View<'_>, at: Stamp) -> bool {
    let connections = view.reading.connections.iter().filter(|it| it.side == Side::Inbound);
    let mut responses = connections.flat_map(|it| {
        let answers = it.exchanges.iter().filter_map(Exchange::final_response);
        answers.chain(&it.strays)
    });
    responses.any(|it| {
        let came = it.head_end.is_some_and(|end| end < at);
        came && it.head.version().is_some_and(|version| version >= Version::HTTP_11)
    })
}

/// CLI-027, CLI-028, CLI-036: content has a length or is chunked, and not both.
fn one_framing(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for exchange in &connection.exchanges {
        let request = &exchange.request;
        let Some(at) = request.head_end.filter(|_| request.error.is_none()) else { continue };
        let octets = request.octets(&connection.sent);
        let (length, coding) = (
            request.head.has(octets, b"content-length"),
            request.head.has(octets, b"transfer-encoding"),
        );
        if length && coding {
            let expected = "either Content-Length or Transfer-Encoding";
            findings.broken(&CLI_028, "both", at, expected, "both");
        } else if length || coding {
            findings.kept(&CLI_028, "one", at);
        }
        // The others bind user agents: an intermediary has content as it comes.
        if is_between(view) {
            continue;
        }
        let expected = "a valid Content-Length, or chunked as the last coding";
        match request.framing.framing {
            Framing::Length(1..) => findings.kept(&CLI_027, "length", at),
            Framing::Chunked
                if request.framing.ambiguity != Some(Ambiguity::TransferEncodingInHttp10) =>
            {
                findings.kept(&CLI_027, "chunked", at);
            }
            Framing::Chunked => findings.chosen(&CLI_027, "chunked-in-http-1.0", at),
            Framing::Bad(BadFraming::ContentLengthTooLarge) => {}
            Framing::Bad(_) => {
                let found = "framing that nobody can read";
                findings.broken(&CLI_027, "invalid", at, expected, found);
            }
            Framing::Length(0) | Framing::None | Framing::UntilClose => {}
        }
        let has_meaning = matches!(request.method(&connection.sent), b"POST" | b"PUT" | b"PATCH");
        if has_meaning && !coding {
            if length {
                findings.kept(&CLI_036, "length", at);
            } else {
                let expected = "Content-Length with a method that gives content a meaning";
                let found = "neither Content-Length nor Transfer-Encoding";
                findings.broken(&CLI_036, "no-length", at, expected, found);
            }
        }
    }
}
