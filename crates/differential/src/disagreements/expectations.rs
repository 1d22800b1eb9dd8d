//! Whether a 100 (Continue) is due (RFC 9110 §10.1.1).

use super::{Disagreement, contents, is_http_10, obs_text, row, values};
use crate::difference::Difference;
use crate::difference::What::Awaits100;
use crate::peers::Who::{Hyper, UreqProto};
use crate::reading::Content::{Nothing, Unreliable};
use crate::reading::Role::Request;

/// How hyper and ureq-proto take the `Expect` field.
pub(super) static EXPECTATIONS: &[Disagreement] = &[
    row("expect-as-one-value", &[Hyper], Awaits100)
        .since(
            "RFC 9110 §10.1.1",
            "Expect is a list, over all lines; hyper wants the last line to be 100-continue alone",
        )
        .when(|it| {
            let last = values(it, EXPECT).last();
            we_alone(it) && last.is_some_and(|last| !last.eq_ignore_ascii_case(b"100-continue"))
        })
        .as_in(Request, b"POST / HTTP/1.1\r\nContent-Length: 1\r\nExpect: , 100-continue\r\n\r\n"),
    row("content-seen-by-hyper", &[Hyper], Awaits100)
        .since(
            "RFC 9110 §10.1.1",
            "only who has content to send waits; hyper sees content where we can't tell",
        )
        .when(sees_other_content)
        .as_in(
            Request,
            b"PUT / HTTP/1.1\r\nTransfer-Encoding: x(, chunked\r\nExpect: 100-continue\r\n\r\n",
        ),
    row("content-seen-by-ureq", &[UreqProto], Awaits100)
        .since(
            "RFC 9110 §10.1.1",
            "only who has content to send waits; ureq sees content where we do not, or none where \
             we do",
        )
        .when(sees_other_content)
        .as_in(Request, b"POST / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n"),
    row("expect-in-http-10", &[UreqProto], Awaits100)
        .since("RFC 9110 §10.1.1", "a server ignores a 100-continue in HTTP/1.0; ureq does not")
        .when(|it| !we_alone(it) && is_http_10(it))
        .as_in(Request, b"POST / HTTP/1.0\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n"),
    row("expect-in-quotes", &[UreqProto], Awaits100)
        .since("RFC 9110 §5.6.4", "a comma in a quoted-string parts no members; for ureq it does")
        .when(|it| !we_alone(it) && values(it, EXPECT).any(|value| value.contains(&b'"')))
        .as_in(
            Request,
            b"POST / HTTP/1.1\r\nContent-Length: 1\r\nExpect: a=\",100-continue,\"\r\n\r\n",
        ),
    row("expect-of-obs-text", &[UreqProto], Awaits100)
        .since("RFC 9110 §5.5", "a value may hold obs-text; ureq ignores the whole line then")
        .when(|it| we_alone(it) && values(it, EXPECT).any(obs_text))
        .as_in(
            Request,
            b"POST / HTTP/1.1\r\nContent-Length: 1\r\nExpect: a=\"\xff\", 100-continue\r\n\r\n",
        ),
];

const EXPECT: &[u8] = b"expect";

/// Whether a 100 (Continue) is due as we read it, and not as they do.
fn we_alone(it: &Difference<'_>) -> bool {
    it.ours.reading().is_some_and(|ours| ours.awaits_100 == Some(true))
}

/// Whether there is content for one, and none for the other.
fn sees_other_content(it: &Difference<'_>) -> bool {
    contents(it)
        .is_some_and(|(ours, theirs)| matches!(ours, Nothing | Unreliable) != (theirs == Nothing))
}
