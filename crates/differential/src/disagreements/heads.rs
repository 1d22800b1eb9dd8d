//! Start-lines and field lines.

use expectspec_message::{AnomalyKind, Version};
use http::Uri;

use super::{Disagreement, HTTP, obs_text, row};
use crate::difference::Difference;
use crate::difference::What::{Fields, Reason, Target, TheyRefuse};
use crate::peers::Who::{self, Httparse, Hyper, UreqProto};
use crate::reading::Fields as Lines;
use crate::reading::Role::{Request, Response};

/// We read past what is wrong and say so: what to do about it is for a server or client to
/// decide, and for the
/// judge to hold against it.
pub(super) static ANOMALIES: &[Disagreement] = &[
    row("bare-cr", &ALL, TheyRefuse)
        .since("RFC 9112 §2.2", "a bare CR makes an element invalid, or counts as SP")
        .when(|it| it.ours.has(AnomalyKind::BareCr))
        .as_in(Request, b"GET / HTTP/1.1\r\nX: a\rb\r\n\r\n"),
    row("nul", &ALL, TheyRefuse)
        .since("RFC 9110 §5.5", "a NUL makes a field value invalid, or counts as SP")
        .when(|it| it.ours.has(AnomalyKind::Nul))
        .as_in(Request, b"GET / HTTP/1.1\r\nX: a\0b\r\n\r\n"),
    row("control-octet", &ALL, TheyRefuse)
        .since("RFC 9110 §5.5", "other control octets are invalid, and may be retained")
        .when(|it| it.ours.has(AnomalyKind::ControlOctet))
        .as_in(Response, b"HTTP/1.1 200 OK\r\nX: a\x01b\r\n\r\n"),
    row("fold", &ALL, TheyRefuse)
        .since(
            "RFC 9112 §5.2",
            "a server may refuse a fold; a user agent must read it as SP, which these do not",
        )
        .when(|it| it.ours.has(AnomalyKind::ObsFold))
        .as_in(Response, b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\r\n"),
    row("space-before-colon", &ALL, TheyRefuse)
        .since(
            "RFC 9112 §5.1",
            "a server must refuse whitespace before the colon, a proxy removes it",
        )
        .when(|it| it.ours.has(AnomalyKind::SpaceBeforeColon))
        .as_in(Request, b"GET / HTTP/1.1\r\nExpect : 100-continue\r\n\r\n"),
    row("space-before-first-field", &ALL, TheyRefuse)
        .since(
            "RFC 9112 §2.2",
            "whitespace before the first field: refuse the message, or skip the line",
        )
        .when(|it| it.ours.has(AnomalyKind::SpaceBeforeFirstField))
        .as_in(Request, b"GET / HTTP/1.1\r\n X: y\r\n\r\n"),
    row("field-name", &ALL, TheyRefuse)
        .since("RFC 9110 §5.1", "a field name is a token")
        .when(|it| it.ours.has(AnomalyKind::FieldName))
        .as_in(Request, b"GET / HTTP/1.1\r\nX(: y\r\n\r\n"),
    row("no-colon", &ALL, TheyRefuse)
        .since("RFC 9112 §5", "a field line has a colon")
        .when(|it| it.ours.has(AnomalyKind::MissingColon))
        .as_in(Request, b"GET / HTTP/1.1\r\nX\r\n\r\n"),
    row("start-line-spacing", &ALL, TheyRefuse)
        .since(
            "RFC 9112 §3",
            "the parts of a start-line may be parted by other whitespace than one SP",
        )
        .when(|it| it.ours.has(AnomalyKind::StartLineSpacing))
        .as_in(Request, b"GET  / HTTP/1.1\r\n\r\n"),
];

/// What a start-line says, and how many field lines there may be.
pub(super) static START_LINES: &[Disagreement] = &[
    row("later-version", &ALL, TheyRefuse)
        .since(
            "RFC 9110 §2.5",
            "a later minor version is to be read as the latest known; a later major one is \
             answered",
        )
        .when(|it| !matches!(it.ours.version, Some(Version::HTTP_10 | Version::HTTP_11)))
        .as_in(Request, b"GET / HTTP/1.2\r\n\r\n"),
    row("target-beyond-utf-8", &ALL, TheyRefuse)
        .since(
            "RFC 9112 §3.2",
            "a request-target is ASCII; we leave it to whom it means something, these want UTF-8",
        )
        .when(|it| target(it).is_some_and(|target| str::from_utf8(target).is_err()))
        .as_in(Request, b"GET /\xff HTTP/1.1\r\n\r\n"),
    row("target-beyond-uri", &HTTP, TheyRefuse)
        .since(
            "RFC 9112 §3.2",
            "what `http::Uri` does not take for a request-target is refused; we leave it to whom \
             it means something",
        )
        .when(|it| {
            target(it).is_some_and(|it| str::from_utf8(it).is_ok() && Uri::try_from(it).is_err())
        })
        .as_in(Request, b"GET # HTTP/1.1\r\n\r\n"),
    row("target-as-uri", &HTTP, Target)
        .since(
            "RFC 9112 §3.2",
            "`http::Uri` drops a fragment, adds a path, and writes the scheme in lower case",
        )
        .when(|it| {
            let ours = target(it).and_then(|target| Uri::try_from(target).ok());
            let theirs = it.readings().and_then(|(_, theirs)| theirs.target.as_deref());
            ours.is_some_and(|ours| Some(ours.to_string().as_bytes()) == theirs)
        })
        .as_in(Request, b"GET /#a HTTP/1.1\r\n\r\n"),
    row("code-below-100", &HTTP, TheyRefuse)
        .since("RFC 9110 §15", "a status code below 100 is invalid, and counts as a 5xx")
        .when(|it| it.ours.reading().and_then(|ours| ours.code).is_some_and(|code| code < 100))
        .as_in(Response, b"HTTP/1.1 099 No\r\n\r\n"),
    row("reason-of-obs-text", &[Httparse, Hyper], Reason)
        .since("RFC 9112 §4", "a reason phrase may hold obs-text; these give none then")
        .when(|it| {
            let Some((ours, theirs)) = it.readings() else { return false };
            ours.reason.as_deref().is_some_and(obs_text) && theirs.reason.as_deref() == Some(b"")
        })
        .as_in(Response, b"HTTP/1.1 200 \xff\r\n\r\n"),
    row("more-than-100-field-lines", &[Httparse, Hyper], TheyRefuse)
        .since("RFC 9110 §5.4", "no number of field lines is too large in itself; hyper takes 100")
        .when(|it| field_lines(it) > 100)
        .as_in(Request, &with_field_lines::<{ 18 + 101 * 4 }>()),
    row("more-than-128-field-lines", &[UreqProto], TheyRefuse)
        .since("RFC 9110 §5.4", "no number of field lines is too large in itself; ureq takes 128")
        .when(|it| field_lines(it) > 128)
        .as_in(Request, &with_field_lines::<{ 18 + 129 * 4 }>()),
    row("100-with-fields", &[UreqProto], TheyRefuse)
        .since("RFC 9110 §15.2", "interim responses may have fields; ureq refuses a 100 with any")
        .when(|it| it.ours.reading().and_then(|ours| ours.code) == Some(100) && field_lines(it) > 0)
        .as_in(Response, b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\n"),
    row("lengths-folded", &[Hyper], Fields)
        .since(
            "RFC 9110 §8.6",
            "hyper keeps one of equal lengths, and none beside a transfer coding",
        )
        .when(|it| {
            let fields = it
                .readings()
                .and_then(|(ours, theirs)| ours.fields.as_ref().zip(theirs.fields.as_ref()));
            let rest = |fields: &Lines| fields.without(b"content-length");
            fields.is_some_and(|(ours, theirs)| rest(ours) == rest(theirs))
        })
        .as_in(Request, b"GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n"),
];

const ALL: [Who; 3] = Who::ALL;

fn target<'a>(it: &Difference<'a>) -> Option<&'a [u8]> {
    it.ours.reading()?.target.as_deref()
}

fn field_lines(it: &Difference<'_>) -> usize {
    it.ours.reading().and_then(|ours| ours.fields.as_ref()).map_or(0, Lines::count)
}

/// A request of so many octets, all but the first and the last of them field lines `a:`.
const fn with_field_lines<const LEN: usize>() -> [u8; LEN] {
    let (first, line) = (b"GET / HTTP/1.1\r\n", b"a:\r\n");
    let mut octets = [b'\n'; LEN];
    let mut at = 0;
    while at < LEN - 2 {
        octets[at] =
            if at < first.len() { first[at] } else { line[(at - first.len()) % line.len()] };
        at += 1;
    }
    octets[LEN - 2] = b'\r';
    octets
}
