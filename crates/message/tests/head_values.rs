//! What the fields of a head say, folded lines and repeated ones included.

use expectspec_message::{Expectations, Head, HeadReader, Limits, Progress, unfold};

#[test]
fn each_fold_is_one_space() {
    check_unfold(b"", b"");
    check_unfold(b"a b", b"a b");
    check_unfold(b"a\r\n b", b"a b");
    check_unfold(b"a \t\r\n \tb", b"a b");
    check_unfold(b"a\n\tb", b"a b");
    check_unfold(b"a\r\n \r\n b", b"a  b");
    check_unfold(b"a\r\r\n b\rc", b"a\r b\rc");
    check_unfold(b"a\r\n b\r\n c", b"a b c");
}

fn check_unfold(value: &[u8], expected: &[u8]) {
    assert_eq!(&*unfold(value), expected, "{}", value.escape_ascii());
}

#[test]
fn members_are_found_in_any_line_and_case() {
    let fields = "connection: a, \"close\"\r\nCONNECTION:\r\n x,\r\n keep-alive ,";
    assert!(has_member(fields, b"a"));
    assert!(has_member(fields, b"X"));
    assert!(has_member(fields, b"Keep-Alive"));
    assert!(!has_member(fields, b"close"));
    assert!(!has_member(fields, b"keep"));
    assert!(!has_member(fields, b""));
    assert!(!has_member("Connections: close", b"close"));
}

fn has_member(fields: &str, token: &[u8]) -> bool {
    with_head(fields, |head, message| head.has_member(message, b"Connection", token))
}

#[test]
fn all_expect_lines_are_summed() {
    check_expectations("A: 100-continue", [0, 0, 0, 0]);
    check_expectations("Expect:", [0, 0, 0, 0]);
    check_expectations("expect:100-continue\r\nEXPECT: foo", [1, 1, 0, 0]);
    check_expectations("Expect:\r\n 100-continue", [1, 0, 0, 0]);
    check_expectations("Expect: 100-\r\n continue", [0, 0, 1, 0]);
    check_expectations("Expect: foo,\r\n\t100-continue", [1, 1, 0, 0]);
    check_expectations("Expect : 100-continue", [1, 0, 0, 0]);
    check_expectations("Expect: 100-continue\0", [0, 0, 1, 0]);
}

fn check_expectations(fields: &str, [continues, others, malformed, empty]: [u32; 4]) {
    let expected = Expectations { continues, others, malformed, empty };
    assert_eq!(with_head(fields, Expectations::of), expected, "{fields}");
}

fn with_head<T>(fields: &str, read: impl FnOnce(&Head, &[u8]) -> T) -> T {
    let message = format!("PUT / HTTP/1.1\r\n{fields}\r\n\r\n");
    let mut reader = HeadReader::request(Limits::default());
    let progress = reader.read(message.as_bytes());
    assert_eq!(progress, Ok(Progress::Complete(message.len())));
    read(reader.head(), message.as_bytes())
}
