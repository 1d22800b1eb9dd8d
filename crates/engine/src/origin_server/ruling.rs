//! What a complete head asks of the server, before any application sees it.

use expectspec_message::framing::of_request;
use expectspec_message::{Ambiguity, AnomalyKind, BadFraming, Framing, Head, StartLine, Version};

use super::Connection;
use super::content::ContentReader;
use super::exchange::{Exchange, Expects, Method, PendingContinue, Upgrade};
use super::fields::{Fields, Persistence};
use super::policy::{
    AmbiguousFraming, ChunkedContent, EmptyExpect, Http10KeepAlive, Irregularity,
    MalformedExpectation, MinorVersion, Policy, RepeatedLength, UnknownExpectation, UnknownMethod,
};
use super::relay::Relay;
use super::target::{is_host, is_target};

/// What becomes of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Verdict {
    /// It is invalid or unreliable: this status code, and the connection closes (S3).
    Malformed(u16),
    /// An expectation is refused (S5).
    Unmet,
    /// The server answers in the application's place.
    Refused { code: u16, connection: Connection },
    /// The application answers.
    Accepted,
}

/// Judges the head that is the whole of `message`.
pub(super) fn rule(head: &Head, message: &[u8], policy: &Policy) -> (Verdict, Exchange) {
    let Some(StartLine::Request { method, target, version }) = head.start else {
        return (Verdict::Malformed(400), Exchange::unread(Method::begun(message)));
    };
    let (method, target) = (method.of(message), target.of(message));
    let framing = of_request(head, message);
    let mut fields = Fields::read(head, message, policy);
    if policy.malformed_expectation == MalformedExpectation::Recover {
        fields.recover_expectations(head, message);
    }
    let exchange = Exchange {
        version,
        method: Method::new(method),
        connection: persistence(version, &fields, framing.ambiguity, policy),
        framing: framing.framing,
        content: ContentReader::new(framing.framing),
        expects: expects(version, &fields),
        pending: PendingContinue::No,
        continues_sent: 0,
        upgrade: if version.is_11_or_later() { fields.upgrade() } else { Upgrade::NotOffered },
        received: 0,
        dropped: 0,
        relay: Relay::NONE,
    };
    let verdict = syntax(head, version, policy)
        .or_else(|| {
            let bad_host = !fields.has_one_host(version) || !is_host(fields.host);
            (bad_host || !is_target(method, target)).then_some(400)
        })
        .or_else(|| reliability(framing.framing, framing.unknown_coding, &fields, policy))
        .or_else(|| ambiguity(framing.ambiguity, policy))
        .map(Verdict::Malformed)
        .or_else(|| ability(method, framing.framing, policy))
        .or_else(|| expectation(version, &fields, policy))
        .unwrap_or(Verdict::Accepted);
    (verdict, exchange)
}

/// Whether the connection persists after this request (RFC 9112 §9.3, §6.1).
fn persistence(
    version: Version,
    fields: &Fields<'_>,
    ambiguity: Option<Ambiguity>,
    policy: &Policy,
) -> Connection {
    let honours = policy.http10_keep_alive == Http10KeepAlive::Honour;
    match fields.persistence {
        _ if ambiguity.is_some() => Connection::Close,
        Persistence::Close => Connection::Close,
        Persistence::KeepAlive if honours => Connection::Keep,
        Persistence::KeepAlive | Persistence::Unsaid if version.is_11_or_later() => {
            Connection::Keep
        }
        Persistence::KeepAlive | Persistence::Unsaid => Connection::Close,
    }
}

/// RFC 9110 §10.1.1: the expectation of an HTTP/1.0 request is ignored.
fn expects(version: Version, fields: &Fields<'_>) -> Expects {
    if version.is_11_or_later() && fields.expectations.has_continue() {
        Expects::Continue
    } else {
        Expects::Nothing
    }
}

/// Whether what stands in the head is a request of HTTP/1.1.
fn syntax(head: &Head, version: Version, policy: &Policy) -> Option<u16> {
    let unsupported =
        version.major != 1 || (version.minor > 1 && policy.minor_version == MinorVersion::Refuse);
    if unsupported {
        return Some(505);
    }
    let refused = head.anomalies.iter().any(|anomaly| match anomaly.kind {
        AnomalyKind::EmptyLineBeforeStart => false,
        AnomalyKind::ObsFold => policy.obs_fold == Irregularity::Refuse,
        AnomalyKind::BareCr => policy.bare_cr == Irregularity::Refuse,
        AnomalyKind::Nul => policy.nul == Irregularity::Refuse,
        AnomalyKind::ControlOctet => policy.control_octet == Irregularity::Refuse,
        AnomalyKind::LoneLf => policy.lone_lf == Irregularity::Refuse,
        AnomalyKind::SpaceBeforeColon
        | AnomalyKind::SpaceBeforeFirstField
        | AnomalyKind::MissingReasonSpace
        | AnomalyKind::FieldName
        | AnomalyKind::MissingColon
        | AnomalyKind::StartLineSpacing => true,
    });
    refused.then_some(400)
}

/// Whether the end of the content is certain (RFC 9112 §6.3).
fn reliability(
    framing: Framing,
    unknown_coding: bool,
    fields: &Fields<'_>,
    policy: &Policy,
) -> Option<u16> {
    let repeated = fields.repeats_length && policy.repeated_length == RepeatedLength::Refuse;
    match framing {
        Framing::Bad(BadFraming::ContentLengthTooLarge) => Some(413),
        Framing::Bad(_) => Some(400),
        Framing::None | Framing::Length(_) | Framing::Chunked | Framing::UntilClose => {
            if repeated {
                Some(400)
            } else {
                unknown_coding.then_some(501)
            }
        }
    }
}

fn ambiguity(ambiguity: Option<Ambiguity>, policy: &Policy) -> Option<u16> {
    let refused = policy.ambiguous_framing == AmbiguousFraming::Refuse;
    (ambiguity.is_some() && refused).then_some(400)
}

/// Whether the server can do at all what is asked.
fn ability(method: &[u8], framing: Framing, policy: &Policy) -> Option<Verdict> {
    let keep = |code| Some(Verdict::Refused { code, connection: Connection::Keep });
    let tunnels =
        policy.unknown_method == UnknownMethod::AcceptWithConnect && !framing.has_content();
    if method == b"CONNECT" && !tunnels {
        // What follows may be meant for a tunnel that does not exist.
        return Some(Verdict::Refused { code: 501, connection: Connection::Close });
    }
    if !METHODS.contains(&method) && policy.unknown_method == UnknownMethod::Refuse {
        return keep(501);
    }
    match framing {
        Framing::Chunked if policy.chunked_content == ChunkedContent::LengthRequired => keep(411),
        Framing::Length(octets) if octets > policy.content_octets_max => keep(413),
        _ => None,
    }
}

/// RFC 9110 §10.1.1, and RFC 2616 §14.20 for those who keep it.
fn expectation(version: Version, fields: &Fields<'_>, policy: &Policy) -> Option<Verdict> {
    if !version.is_11_or_later() || !fields.has_expect {
        return None;
    }
    let expectations = fields.expectations;
    if expectations.is_empty() {
        let refused = policy.empty_expect == EmptyExpect::BadRequest;
        return refused.then_some(Verdict::Malformed(400));
    }
    if expectations.malformed > 0 {
        match policy.malformed_expectation {
            MalformedExpectation::BadRequest => return Some(Verdict::Malformed(400)),
            MalformedExpectation::ExpectationFailed => return Some(Verdict::Unmet),
            MalformedExpectation::Ignore | MalformedExpectation::Recover => {}
        }
    }
    let refused = match policy.unknown_expectation {
        UnknownExpectation::Refuse => expectations.others > 0,
        UnknownExpectation::RefuseAll => true,
        UnknownExpectation::Ignore => false,
    };
    refused.then_some(Verdict::Unmet)
}

const METHODS: [&[u8]; 8] =
    [b"GET", b"POST", b"HEAD", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE"];
