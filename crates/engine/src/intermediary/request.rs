//! The request as it goes on: I1 to I4.

use alloc::string::String;
use alloc::vec::Vec;

use expectspec_message::octet::list_members;
use expectspec_message::{Framing, Version};

use crate::client::{RelayedContent, RelayedExpectation, RelayedRequest};
use crate::origin_server::{Connection, Request};

use super::fields::{Passing, is_continue, passing, without_continue, write_line, write_via};
use super::own::Own;
use super::target::{Destination, NoDestination, destination};
use super::{Continues, ForwardExpectation, OwnExpectation, Policy};

/// A request that is to be forwarded.
#[derive(Clone, Debug)]
pub(super) struct Forwarding {
    /// Host and port of the next hop, if the request says it.
    pub(super) authority: Option<Vec<u8>>,
    pub(super) request: RelayedRequest,
    /// Who answers a client that expects a 100 (Continue).
    pub(super) answer: Answer,
}

/// Who answers a client that expects a 100 (Continue).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Answer {
    NextHop,
    Itself,
}

/// What becomes of `request`; `next_hop` is what is believed of a next hop. An error is the
/// intermediary's own answer.
pub(super) fn forward(
    request: &Request<'_>,
    policy: &Policy,
    next_hop: impl FnOnce(Option<&[u8]>) -> Option<Version>,
) -> Result<Forwarding, Own> {
    let max_forwards = max_forwards(request);
    if max_forwards == Some(0) {
        return Err(Own::as_last_recipient(request));
    }
    if request.method == b"TRACE" && request.framing.has_content() {
        return Err(Own::new(400, "a TRACE request has no content\n"));
    }
    let to = destination(request, policy.role).map_err(|why| match why {
        NoDestination::Malformed => Own::new(400, "the target names no host\n"),
        NoDestination::Scheme => Own::new(501, "this scheme is not forwarded\n"),
        NoDestination::ProxyItself => Own::as_last_recipient(request),
    })?;
    let next_hop = next_hop(to.authority.as_deref());
    let is_http10 = next_hop.is_some_and(|version| !version.is_11_or_later());
    let content = match request.framing {
        _ if request.method == b"CONNECT" => RelayedContent::Tunnel,
        Framing::Length(octets) => RelayedContent::Length(octets),
        Framing::Chunked if is_http10 && !policy.buffers() => {
            // RFC 9112 §6.1: it would not read the chunks, and a length is not known.
            return Err(Own::new(411, "the next hop needs a length\n"));
        }
        Framing::Chunked => RelayedContent::Chunked,
        Framing::None | Framing::UntilClose | Framing::Bad(_) => RelayedContent::None,
    };
    let is_nominated = request.head.has_member(request.message, b"connection", b"expect");
    let relays = policy.expectation == ForwardExpectation::Forward
        && request.expects_continue()
        && !is_nominated;
    // One of its own looks like the client's, where that goes no further than here.
    let is_dropped =
        is_nominated || request.values(b"Expect").flat_map(list_members).any(is_continue);
    let asks = request.framing.has_content() && !is_http10 && !is_dropped;
    let expectation = match policy.own_expectation {
        _ if relays => RelayedExpectation::Clients,
        OwnExpectation::WhenContent if asks => RelayedExpectation::Own,
        OwnExpectation::WhenContent | OwnExpectation::Never => RelayedExpectation::None,
    };
    let itself =
        !relays || is_http10 || policy.buffers() || policy.continues == Continues::AnswerItself;
    Ok(Forwarding {
        request: RelayedRequest {
            method: String::from_utf8_lossy(request.method).into_owned(),
            head: head(request, &to, policy, max_forwards, relays),
            content,
            expectation,
            connection: Connection::Keep,
        },
        authority: to.authority,
        answer: if itself { Answer::Itself } else { Answer::NextHop },
    })
}

/// The head as it goes on, up to what the client within adds: framing, `Connection`, its own
/// expectation.
fn head(
    request: &Request<'_>,
    to: &Destination,
    policy: &Policy,
    max_forwards: Option<u64>,
    relays: bool,
) -> Vec<u8> {
    // RFC 9112 §2.3: the version is that of the intermediary.
    let mut out = [request.method, b" ", &to.target, b" HTTP/1.1\r\n"].concat();
    write_line(&mut out, b"Host", &to.host);
    for Passing { name, value } in passing(request.head, request.message) {
        if name.eq_ignore_ascii_case(b"host") {
            continue;
        }
        if name.eq_ignore_ascii_case(b"expect") {
            write_expect(&mut out, name, &value, relays);
        } else if let Some(left) = max_forwards.filter(|_| name.eq_ignore_ascii_case(MAX_FORWARDS))
        {
            write_line(&mut out, name, alloc::format!("{}", left - 1).as_bytes());
        } else {
            write_line(&mut out, name, &value);
        }
    }
    write_via(&mut out, request.version, policy.pseudonym);
    out
}

/// An expectation that goes on goes as it came. Without 100-continue, what is left keeps its order.
fn write_expect(out: &mut Vec<u8>, name: &[u8], value: &[u8], relays: bool) {
    if relays || !list_members(value).any(is_continue) {
        if list_members(value).next().is_some() {
            write_line(out, name, value);
        }
    } else if let Some(others) = without_continue(value) {
        write_line(out, name, &others);
    }
}

/// How far an OPTIONS or TRACE request may still go (RFC 9110 §7.6.2).
fn max_forwards(request: &Request<'_>) -> Option<u64> {
    if !matches!(request.method, b"OPTIONS" | b"TRACE") {
        return None;
    }
    let mut values = request.values(MAX_FORWARDS);
    let value = core::str::from_utf8(values.next()?).ok()?;
    let is_number = !value.is_empty() && value.bytes().all(|octet| octet.is_ascii_digit());
    (is_number && values.next().is_none()).then(|| value.parse().unwrap_or(u64::MAX))
}

const MAX_FORWARDS: &[u8] = b"Max-Forwards";
