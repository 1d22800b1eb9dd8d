//! The values of `Expect` that implementations have stumbled over.

use crate::words::Word;

const fn value(name: &'static str, octets: &'static [u8]) -> Word {
    Word { name, octets }
}

/// Field values, each with a name.
pub static VALUES: &[Word] = &[
    value("continue", b"100-continue"),
    value("continue-upper-case", b"100-CONTINUE"),
    value("continue-mixed-case", b"100-cOnTiNuE"),
    value("continue-behind-a-comma", b",100-continue"),
    value("continue-before-a-comma", b"100-continue,"),
    value("continue-twice", b"100-continue, 100-continue"),
    value("continue-in-two-lines", b"100-continue\n100-continue"),
    value("continue-in-whitespace", b" \t100-continue\t "),
    value("unknown", b"foo"),
    value("unknown-then-continue", b"foo, 100-continue"),
    value("unknown-then-continue-in-two-lines", b"foo\n100-continue"),
    value("continue-then-unknown-value", b"100-continue, foo=bar"),
    value("quoted-commas", b"foo=\"a, 100-continue ,b\""),
    value("quoted-pairs", b"foo=\"\\\"\\\\,\""),
    value("quoted-empty", b"foo=\"\""),
    value("quoted-obs-text", b"foo=\"\x80\xff\""),
    value("empty-parameter", b"foo=bar;"),
    value("empty-parameters", b"foo=bar;;p=q"),
    value("parameters-in-whitespace", b"foo=bar ; p=q\t;\tr=\"s;t\" ;"),
    value("spaced-equals", b"foo = bar"),
    value("spaced-parameter-equals", b"foo=bar;p = q"),
    value("continue-with-value", b"100-continue=1"),
    value("continue-with-parameters", b"100-continue;a=b"),
    value("continue-with-semicolon", b"100-continue;"),
    value("continue-quoted", b"\"100-continue\""),
    value("continue-with-space", b"100 continue"),
    value("continue-then-word", b"100-continue foo"),
    value("longer", b"100-continued"),
    value("prefixed", b"x100-continue"),
    value("shorter", b"100-"),
    value("nothing", b""),
    value("comma", b","),
    value("commas", b",, ,\t,"),
    value("whitespace", b" \t"),
    value("vertical-tab", b"100-continue\x0b"),
    value("nul-behind", b"100-continue\0"),
    value("nul-within", b"100-con\0tinue"),
    value("carriage-return", b"100-continue\r"),
    value("obs-text", b"\x80\xff"),
    value("equals", b"="),
    value("semicolon", b";"),
    value("value-missing", b"a="),
    value("name-missing", b"=a"),
    value("parameter-without-value", b"foo=bar;p"),
    value("parameter-without-name", b"foo=bar;=q"),
    value("open-quote", b"foo=\"100-continue, a"),
    value("open-quote-then-line", b"foo=\"a\n100-continue"),
    value("open-quoted-pair", b"foo=\"a\\"),
    value("quote-within-token", b"fo\"o, 100-continue\""),
    value("comment", b"100-continue (why)"),
];

/// Pieces of values and of the lines around them, for the fuzzer to put together.
static PIECES: &[Word] = &[
    value("expect", b"Expect: "),
    value("expect-space-colon", b"Expect : "),
    value("expect-upper-case", b"EXPECT:"),
    value("crlf", b"\r\n"),
    value("empty-line", b"\r\n\r\n"),
    value("fold", b"\r\n "),
    value("parameter", b";p=q"),
    value("quoted", b"=\"a,b\""),
    value("http-1.0", b"HTTP/1.0"),
    value("http-1.1", b"HTTP/1.1"),
    value("interim", b"HTTP/1.1 100 Continue\r\n\r\n"),
    value("refusal", b"HTTP/1.1 417 "),
    value("content-length", b"Content-Length: 5\r\n"),
    value("chunked", b"Transfer-Encoding: chunked\r\n"),
    value("connection-close", b"Connection: close\r\n"),
    value("last-chunk", b"0\r\n\r\n"),
    value("outbound-sends", b" outbound < "),
    value("outbound-receives", b" outbound > "),
    value("quiet", b" outbound . quiet"),
];

/// The dictionary in the form that libFuzzer reads.
///
/// ```
/// let dictionary = expectspec_properties::seeds::dictionary();
/// assert!(dictionary.contains("nul-behind=\"100-continue\\x00\"\n"));
/// ```
#[must_use]
pub fn dictionary() -> String {
    let mut text = String::from("# Written by the example `seeds` of expectspec-properties.\n");
    for word in VALUES.iter().chain(PIECES).filter(|word| !word.octets.is_empty()) {
        text.push_str(word.name);
        text.push_str("=\"");
        word.octets.iter().for_each(|octet| push_escaped(*octet, &mut text));
        text.push_str("\"\n");
    }
    text
}

/// libFuzzer knows the escapes `\\`, `\"` and `\xAB`.
fn push_escaped(octet: u8, text: &mut String) {
    match octet {
        b'\\' | b'"' => text.extend(['\\', char::from(octet)]),
        b' '..=b'~' => text.push(char::from(octet)),
        _ => text.push_str(&format!("\\x{octet:02X}")),
    }
}
