//! How content is delimited (RFC 9112 §6).

use super::{Disagreement, HTTP, contents, field_count, is_http_10, obs_text, row, values};
use crate::difference::Difference;
use crate::difference::What::{Content as HowDelimited, TheyRefuse};
use crate::peers::Who::{Hyper, UreqProto};
use crate::reading::Content::{self, Chunked, Length, Nothing, Unreliable, UntilClose};
use crate::reading::Role::{Request, Response};

/// What is made of `Content-Length`.
pub(super) static LENGTHS: &[Disagreement] = &[
    row("empty-length", &HTTP, TheyRefuse)
        .since(
            "RFC 9110 §5.6.1.2",
            "empty list members do not count; these refuse a length beside one",
        )
        .when(|it| !is_coded(it) && lengths(it).any(|member| member.is_empty()))
        .as_in(Response, b"HTTP/1.1 200 OK\r\nContent-Length: 5,\r\n\r\n"),
    row("equal-lengths", &[Hyper], TheyRefuse)
        .since(
            "RFC 9110 §8.6",
            "a list of equal lengths is refused, or read as that length; hyper's server refuses \
             it",
        )
        .when(|it| it.role == Request && lengths(it).count() > field_count(it, LENGTH))
        .as_in(Request, b"POST / HTTP/1.1\r\nContent-Length: 5, 5\r\n\r\n"),
    row("wrong-length-beside-coding", &HTTP, TheyRefuse)
        .since(
            "RFC 9112 §6.3",
            "a transfer coding overrides the length, right or wrong; these may refuse a wrong one \
             all the same",
        )
        .when(|it| is_coded(it) && has_wrong_length(it))
        .as_in(
            Request,
            b"POST / HTTP/1.1\r\nContent-Length: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        ),
    row("wrong-length-without-content", &[UreqProto], TheyRefuse)
        .since(
            "RFC 9112 §6.3",
            "a response without content has none whatever its length says; ureq reads it first",
        )
        .when(|it| it.role == Response && ours(it) == Some(Nothing) && has_wrong_length(it))
        .as_in(Response, b"HTTP/1.1 204 No Content\r\nContent-Length: x\r\n\r\n"),
    row("length-of-64-bits", &[Hyper], TheyRefuse)
        .since("RFC 9110 §8.6", "any number is a length; hyper keeps the two largest for itself")
        .when(|it| matches!(ours(it), Some(Length(octets)) if octets > u64::MAX - 2))
        .as_in(Request, b"POST / HTTP/1.1\r\nContent-Length: 18446744073709551615\r\n\r\n"),
];

/// What is made of `Transfer-Encoding`, and of none at all.
pub(super) static CODINGS: &[Disagreement] = &[
    row("coding-in-http-10-refused", &[Hyper], TheyRefuse)
        .since(
            "RFC 9112 §6.1",
            "framing is faulty where HTTP/1.0 has a transfer coding; we say so, hyper refuses it",
        )
        .when(|it| is_http_10(it) && is_coded(it))
        .as_in(Request, b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
    row("coding-in-http-10-ignored", &[UreqProto], HowDelimited)
        .since(
            "RFC 9112 §6.1",
            "framing is faulty where HTTP/1.0 has a transfer coding; ureq ignores the coding",
        )
        .when(|it| is_http_10(it) && is_coded(it))
        .as_in(Request, b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
    row("empty-coding-refused", &[Hyper], TheyRefuse)
        .since(
            "RFC 9110 §5.6.1.2",
            "empty list members do not count; for hyper's server, the last one is no chunked then",
        )
        .when(|it| it.role == Request && ends_with_empty_coding(it))
        .as_in(Request, b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked,\r\n\r\n"),
    row("empty-coding-until-close", &[Hyper], HowDelimited)
        .since(
            "RFC 9110 §5.6.1.2",
            "empty list members do not count; for hyper's client, the last one is no chunked then",
        )
        .when(|it| contents(it) == Some((Chunked, UntilClose)) && ends_with_empty_coding(it))
        .as_in(Response, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked,\r\n\r\n"),
    row("last-coding-only", &[Hyper], HowDelimited)
        .since(
            "RFC 9112 §6.1",
            "chunked is applied once, and without parameters; hyper looks at the last coding only",
        )
        .when(|it| matches!(contents(it), Some((Unreliable, Chunked | UntilClose))) && is_coded(it))
        .as_in(Request, b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked, chunked\r\n\r\n"),
    row("chunked-anywhere", &[UreqProto], HowDelimited)
        .since(
            "RFC 9112 §6.3",
            "chunked counts where it comes last; ureq finds it anywhere, whatever stands beside \
             it",
        )
        .when(|it| matches!(contents(it), Some((Unreliable | UntilClose, Chunked))) && is_coded(it))
        .as_in(Request, b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked, gzip\r\n\r\n"),
    row("codings-ignored", &[UreqProto], HowDelimited)
        .since(
            "RFC 9112 §6.3",
            "codings without chunked: no length for a server, and none for a client; ureq ignores \
             them",
        )
        .when(|it| {
            let has_no_length = matches!(ours(it), Some(Unreliable | UntilClose));
            is_coded(it) && has_no_length && theirs(it) != Some(Chunked)
        })
        .as_in(Request, b"GET / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n"),
    row("coding-of-obs-text-refused", &[Hyper], TheyRefuse)
        .since(
            "RFC 9110 §5.5",
            "a coding may have obs-text in a quoted-string; for hyper's server, it is no chunked \
             line then",
        )
        .when(|it| it.role == Request && values(it, CODING).any(obs_text))
        .as_in(Request, b"GET / HTTP/1.1\r\nTransfer-Encoding: x;a=\"\xff\", chunked\r\n\r\n"),
    row("coding-of-obs-text-ignored", &HTTP, HowDelimited)
        .since(
            "RFC 9110 §5.5",
            "a coding may have obs-text in a quoted-string; these see no chunked then",
        )
        .when(|it| ours(it) == Some(Chunked) && values(it, CODING).any(obs_text))
        .as_in(Response, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: x;a=\"\xff\", chunked\r\n\r\n"),
    row("chunks-unannounced", &[UreqProto], HowDelimited)
        .since(
            "RFC 9112 §6.3",
            "a request with neither length nor coding has no content; ureq reads chunks after \
             POST, PUT and PATCH",
        )
        .when(|it| {
            let method = it.ours.reading().and_then(|ours| ours.method.as_deref());
            let takes_content = matches!(method, Some(b"POST" | b"PUT" | b"PATCH"));
            takes_content && theirs(it) == Some(Chunked) && field_count(it, LENGTH) == 0
        })
        .as_in(Request, b"POST / HTTP/1.1\r\n\r\n"),
    row("content-of-head-ignored", &[UreqProto], HowDelimited)
        .since(
            "RFC 9112 §6",
            "the framing of a request is independent of its method; for ureq, HEAD and CONNECT \
             have no content",
        )
        .when(|it| {
            let method = it.ours.reading().and_then(|ours| ours.method.as_deref());
            matches!(method, Some(b"HEAD" | b"CONNECT")) && theirs(it) == Some(Nothing)
        })
        .as_in(Request, b"HEAD / HTTP/1.1\r\nContent-Length: 5\r\n\r\n"),
];

const LENGTH: &[u8] = b"content-length";
const CODING: &[u8] = b"transfer-encoding";

fn ours(it: &Difference<'_>) -> Option<Content> {
    it.ours.reading()?.content
}

fn theirs(it: &Difference<'_>) -> Option<Content> {
    it.readings()?.1.content
}

fn is_coded(it: &Difference<'_>) -> bool {
    field_count(it, CODING) > 0
}

fn ends_with_empty_coding(it: &Difference<'_>) -> bool {
    values(it, CODING)
        .last()
        .is_some_and(|value| value.rsplit(is_comma).next().is_some_and(is_space))
}

/// The members of all lengths, empty ones as well.
fn lengths<'a>(it: &Difference<'a>) -> impl Iterator<Item = &'a [u8]> {
    values(it, LENGTH).flat_map(|value| value.split(is_comma)).map(<[u8]>::trim_ascii)
}

/// Whether the lengths are not one number, several times.
fn has_wrong_length(it: &Difference<'_>) -> bool {
    let digits = |member: &[u8]| member.iter().all(u8::is_ascii_digit);
    let number =
        |member| str::from_utf8(member).ok().filter(|_| digits(member))?.parse::<u64>().ok();
    let mut numbers = lengths(it).map(number);
    let first = numbers.next();
    first.is_some_and(|first| first.is_none() || numbers.any(|other| other != first))
}

fn is_comma(octet: &u8) -> bool {
    *octet == b','
}

fn is_space(octets: &[u8]) -> bool {
    octets.trim_ascii().is_empty()
}
