//! What about a request leaves room for argument.

use expectspec_message::{AnomalyKind, ChunkedError, Framing};

use super::duty::client_left_before;
use crate::{Connection, Exchange, HostField, Request};

/// A head of more octets than this may be refused for its size alone.
pub(super) const ORDINARY_HEAD_OCTETS_MAX: usize = 8 * 1024;
/// More empty list members than this are no longer "a reasonable number" (RFC 9110 §5.6.1.2).
pub(super) const REASONABLE_EMPTY_MEMBERS_MAX: u32 = 16;

/// The reasons for which a server may treat a request otherwise than another server would. A rule
/// is held against a server only where the reasons at hand are the rule's own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Doubts(u16);

impl Doubts {
    /// None: valid HTTP/1.x of ordinary size, one `Host`, one reading of its framing.
    pub(super) const NONE: Self = Self(0);
    /// The head is not complete, or can't be read.
    pub(super) const UNREADABLE: Self = Self(1);
    /// The head has something in it that the grammar does not allow.
    pub(super) const ANOMALY: Self = Self(1 << 1);
    /// `Host` is missing, repeated or invalid.
    pub(super) const HOST: Self = Self(1 << 2);
    /// The framing can't be determined.
    pub(super) const FRAMING: Self = Self(1 << 3);
    /// The framing may be read in two ways.
    pub(super) const AMBIGUITY: Self = Self(1 << 4);
    /// There is a transfer coding other than chunked.
    pub(super) const CODING: Self = Self(1 << 5);
    /// The head is large.
    pub(super) const SIZE: Self = Self(1 << 6);
    /// The major version is not 1.
    pub(super) const VERSION: Self = Self(1 << 7);
    /// A member of `Expect` is outside the grammar.
    pub(super) const EXPECTATION: Self = Self(1 << 8);
    /// `Expect` has very many empty members.
    pub(super) const EMPTY_MEMBERS: Self = Self(1 << 9);
    /// CONNECT and TRACE have rules of their own.
    pub(super) const METHOD: Self = Self(1 << 10);
    /// The request-target is in a form that the method does not have (RFC 9112 §3.2).
    pub(super) const TARGET: Self = Self(1 << 11);
    /// The content can't be read, or not to its end, and the request was refused then.
    pub(super) const CONTENT: Self = Self(1 << 12);
    /// There is an `Expect` field without members, which RFC 2616 §14.20 does not allow.
    pub(super) const NO_MEMBERS: Self = Self(1 << 13);
    /// `Content-Length` is one number several times, which may be refused (RFC 9110 §8.6).
    pub(super) const REPEATED_LENGTH: Self = Self(1 << 14);

    /// The doubts about the request of an exchange.
    pub(super) fn of(exchange: &Exchange, connection: &Connection) -> Self {
        let request = &exchange.request;
        let Some(head_end) = request.head_end.filter(|_| request.error.is_none()) else {
            return Self::UNREADABLE;
        };
        // What came before the end of the head answers nothing that the head says.
        if exchange.responses.first().is_some_and(|response| response.start < head_end) {
            return Self::UNREADABLE;
        }
        let framing = request.framing;
        let method = request.method(&connection.sent);
        let size = request.head_octets > ORDINARY_HEAD_OCTETS_MAX;
        let empty_members = request.expectations.empty > REASONABLE_EMPTY_MEMBERS_MAX;
        Self::NONE
            .and(Self::ANOMALY, !request.head.anomalies.is_empty())
            .and(Self::HOST, !has_one_host(request))
            .and(Self::FRAMING, matches!(framing.framing, Framing::Bad(_)))
            .and(Self::AMBIGUITY, framing.ambiguity.is_some())
            .and(Self::REPEATED_LENGTH, repeats_length(request, connection))
            .and(Self::CODING, framing.unknown_coding)
            .and(Self::SIZE, size)
            .and(Self::VERSION, request.version().major != 1)
            .and(Self::EXPECTATION, request.expectations.malformed > 0)
            .and(Self::EMPTY_MEMBERS, empty_members)
            .and(Self::NO_MEMBERS, request.expect_lines > 0 && request.expectations.is_empty())
            .and(Self::METHOD, method == b"CONNECT" || method == b"TRACE")
            .and(Self::TARGET, !has_ordinary_target(method, request.target(&connection.sent)))
            .and(Self::CONTENT, is_refused_for_content(exchange, connection))
    }

    /// Whether there are no doubts but these.
    pub(super) const fn only(self, these: Self) -> bool {
        self.0 & !these.0 == 0
    }

    /// These and those.
    pub(super) const fn or(self, those: Self) -> Self {
        Self(self.0 | those.0)
    }

    fn and(self, these: Self, present: bool) -> Self {
        if present { self.or(these) } else { self }
    }
}

/// Whether the head leaves no room for argument. Silence toward such a request has no excuse.
pub(super) fn is_beyond_doubt(exchange: &Exchange, connection: &Connection) -> bool {
    Doubts::of(exchange, connection) == Doubts::NONE
}

/// Whether the head has this anomaly and no other kind of anomaly.
pub(super) fn has_only_anomaly(request: &Request, kind: AnomalyKind) -> bool {
    let anomalies = &request.head.anomalies;
    !anomalies.is_empty() && anomalies.iter().all(|anomaly| anomaly.kind == kind)
}

/// Whether there is more than one `Expect` line: some refuse a field that comes twice, whatever else
/// there is about the request.
pub(super) const fn repeats_expect(request: &Request) -> bool {
    request.expect_lines > 1
}

/// Whether a line of the chunked framing ends with LF alone, which some take for its end (RFC 9112 §2.2): they
/// read requests behind it.
fn ends_lines_oddly(request: &Request) -> bool {
    request.broken == Some(ChunkedError::LineEnd)
}

/// Whether requests behind the last one can't be told from its content, so that later responses
/// may well have a request of their own.
pub(super) fn loses_requests(connection: &Connection) -> bool {
    let Some(exchange) = connection.exchanges.last() else { return false };
    let request = &exchange.request;
    request.error.is_some()
        || ends_lines_oddly(request)
        || matches!(request.framing.framing, Framing::Bad(_))
        || (request.framing.framing == Framing::Chunked
            && request.end.is_none()
            && request.head_end.is_some()
            && request.content_end() < connection.sent.len())
}

/// Origin-form, or absolute-form; the other forms are for one method each.
fn has_ordinary_target(method: &[u8], target: &[u8]) -> bool {
    match method {
        b"CONNECT" => true,
        b"OPTIONS" if target == b"*" => true,
        _ => target.starts_with(b"/") || is_absolute(target),
    }
}

/// Whether the target has a scheme and an authority, which an http URI can't do without
/// (RFC 9110 §4.2.1), and nothing stands in the authority that can't (RFC 3986 §3.2).
fn is_absolute(target: &[u8]) -> bool {
    let scheme = target.first().is_some_and(u8::is_ascii_alphabetic);
    let behind = target.windows(3).position(|it| it == b"://").map(|at| &target[at + 3..]);
    let authority = behind.and_then(|it| it.split(|octet| b"/?#".contains(octet)).next());
    scheme && authority.is_some_and(|it| !it.starts_with(b":") && is_authority(it))
}

fn is_authority(octets: &[u8]) -> bool {
    let is_one =
        |octet: &u8| octet.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=:[]".contains(octet);
    !octets.is_empty() && octets.iter().all(is_one)
}

/// Whether a refusal came when the content could not be read, or could no longer become complete.
fn is_refused_for_content(exchange: &Exchange, connection: &Connection) -> bool {
    let request = &exchange.request;
    let Some(answer) = exchange.final_response().filter(|it| it.code() >= Some(400)) else {
        return false;
    };
    let unreadable = request.broken.is_some() && request.has_content_before(answer.start);
    let cut_off = request.announces_content()
        && request.end.is_none()
        && (answer.code() == Some(408) || client_left_before(connection, answer.start));
    unreadable || cut_off
}

fn repeats_length(request: &Request, connection: &Connection) -> bool {
    let octets = request.octets(&connection.sent);
    let values = request.head.values(octets, b"content-length");
    values.flat_map(|value| value.split(|&octet| octet == b',')).nth(1).is_some()
}

fn has_one_host(request: &Request) -> bool {
    match request.host {
        HostField::One => true,
        HostField::Missing => !request.version().is_11_or_later(),
        HostField::Several | HostField::Invalid => false,
    }
}
