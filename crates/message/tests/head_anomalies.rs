//! Every kind of anomaly in a head, with the offset of its octet.

use expectspec_message::{
    AnomalyKind::{self, *},
    HeadReader, Limits, Progress, StartLine, Version,
};

/// Heads of requests, the anomalies in them, and the fields read all the same.
type Row = (&'static [u8], &'static [(AnomalyKind, u32)], &'static [(&'static str, &'static str)]);

const REQUESTS: &[Row] = &[
    (b"GET / HTTP/1.1\r\n\r\n", &[], &[]),
    (b"GET / HTTP/1.1\r\nA:b\r\n\r\n", &[], &[("A", "b")]),
    (b"GET / HTTP/1.1\r\nA: \tb c \t\r\nD:\r\n\r\n", &[], &[("A", "b c"), ("D", "")]),
    (b"GET / HTTP/1.1\r\nA: \xff\tb\r\n\r\n", &[], &[("A", "\\xff\\tb")]),
    (b"GET / HTTP/1.1\r\nA: :b:\r\n\r\n", &[], &[("A", ":b:")]),
    // Bare CR.
    (b"GET / HTTP/1.1\r\nA: b\rc\r\n\r\n", &[(BareCr, 20)], &[("A", "b\\rc")]),
    (b"GET / HTTP/1.1\r\nA: b\r\r\n\r\n", &[(BareCr, 20)], &[("A", "b\\r")]),
    (b"GET / HTTP/1.1\r\nA\rB: c\r\n\r\n", &[(FieldName, 17), (BareCr, 17)], &[("A\\rB", "c")]),
    (b"GET / HTTP/1.1\r\n\rA: b\r\n\r\n", &[(FieldName, 16), (BareCr, 16)], &[("\\rA", "b")]),
    // NUL and other control octets.
    (b"GET / HTTP/1.1\r\nA: b\0\0c\r\n\r\n", &[(Nul, 20), (Nul, 21)], &[("A", "b\\x00\\x00c")]),
    (
        b"GET / HTTP/1.1\r\nA: \x01\x0b\x7f\x1f\r\n\r\n",
        &[(ControlOctet, 19), (ControlOctet, 20), (ControlOctet, 21), (ControlOctet, 22)],
        &[("A", "\\x01\\x0b\\x7f\\x1f")],
    ),
    // Folds.
    (b"GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", &[(ObsFold, 22)], &[("A", "b\\r\\n c")]),
    (b"GET / HTTP/1.1\r\nA:\r\n\tb\r\n\r\n", &[(ObsFold, 20)], &[("A", "b")]),
    (b"GET / HTTP/1.1\r\nA: b\r\n \r\n\r\n", &[(ObsFold, 22)], &[("A", "b")]),
    (
        b"GET / HTTP/1.1\r\nA: b\n \n c\0 \r\nD:e\r\n\r\n",
        &[(LoneLf, 20), (ObsFold, 21), (LoneLf, 22), (ObsFold, 23), (Nul, 25)],
        &[("A", "b\\n \\n c\\x00"), ("D", "e")],
    ),
    (
        b"GET / HTTP/1.1\r\nA: b\r\nC\r\n d\r\n\r\n",
        &[(MissingColon, 22), (ObsFold, 25)],
        &[("A", "b")],
    ),
    // Whitespace at the colon and before the first field.
    (b"GET / HTTP/1.1\r\nA : b\r\n\r\n", &[(SpaceBeforeColon, 17)], &[("A", "b")]),
    (b"GET / HTTP/1.1\r\nA\t : b\r\n\r\n", &[(SpaceBeforeColon, 17)], &[("A", "b")]),
    (b"GET / HTTP/1.1\r\n A: b\r\n\r\n", &[(SpaceBeforeFirstField, 16)], &[]),
    (
        b"GET / HTTP/1.1\r\n A: b\r\n\tC: \0\r\nD: e\r\n f\r\n\r\n",
        &[(SpaceBeforeFirstField, 16), (SpaceBeforeFirstField, 23), (Nul, 27), (ObsFold, 36)],
        &[("D", "e\\r\\n f")],
    ),
    // Names.
    (b"GET / HTTP/1.1\r\nA B: c\r\n\r\n", &[(FieldName, 17)], &[("A B", "c")]),
    (
        b"GET / HTTP/1.1\r\nA B : c\r\n\r\n",
        &[(FieldName, 17), (SpaceBeforeColon, 19)],
        &[("A B", "c")],
    ),
    (b"GET / HTTP/1.1\r\nA\0: c\r\n\r\n", &[(FieldName, 17)], &[("A\\x00", "c")]),
    (b"GET / HTTP/1.1\r\n(A\xff): c\r\n\r\n", &[(FieldName, 16)], &[("(A\\xff)", "c")]),
    (b"GET / HTTP/1.1\r\n: c\r\n\r\n", &[(FieldName, 16)], &[("", "c")]),
    (b"GET / HTTP/1.1\r\nA b\r\n\r\n", &[(MissingColon, 16)], &[]),
    (
        b"GET / HTTP/1.1\r\nA\x01b\r\nC:d\r\n\r\n",
        &[(MissingColon, 16), (ControlOctet, 17)],
        &[("C", "d")],
    ),
    (b"GET / HTTP/1.1\r\n\r\r\n\r\n", &[(MissingColon, 16), (BareCr, 16)], &[]),
    // Line ends.
    (b"GET / HTTP/1.1\nA: b\n\n", &[(LoneLf, 14), (LoneLf, 19), (LoneLf, 20)], &[("A", "b")]),
    (
        b"\r\n\nGET / HTTP/1.1\r\n\r\n",
        &[(EmptyLineBeforeStart, 0), (EmptyLineBeforeStart, 2), (LoneLf, 2)],
        &[],
    ),
    // The request-line.
    (b"GET  / HTTP/1.1\r\n\r\n", &[(StartLineSpacing, 4)], &[]),
    (b"GET\t/ HTTP/1.1\r\n\r\n", &[(StartLineSpacing, 3)], &[]),
    (b"GET / \t HTTP/1.1\r\n\r\n", &[(StartLineSpacing, 6)], &[]),
    (b" GET / HTTP/1.1\r\n\r\n", &[(StartLineSpacing, 0)], &[]),
    (b"GET / HTTP/1.1 \r\n\r\n", &[(StartLineSpacing, 14)], &[]),
    (b"GET / HTTP/1.1\r\r\n\r\n", &[(StartLineSpacing, 14), (BareCr, 14)], &[]),
    (b"GET\x0c/ HTTP/1.1\r\n\r\n", &[(StartLineSpacing, 3), (ControlOctet, 3)], &[]),
    (b" GET\r/\x0bHTTP/1.1\r\n\r\n", &[(StartLineSpacing, 0), (BareCr, 4), (ControlOctet, 6)], &[]),
];

const RESPONSES: &[Row] = &[
    (b"HTTP/1.1 200 OK\r\n\r\n", &[], &[]),
    (b"HTTP/1.1 200 \r\n\r\n", &[], &[]),
    (b"HTTP/1.1 200 \t so \xff \r\n\r\n", &[], &[]),
    (b"HTTP/1.1 200\r\nA: b\r\n\r\n", &[(MissingReasonSpace, 12)], &[("A", "b")]),
    (b"HTTP/1.1 200\n\n", &[(MissingReasonSpace, 12), (LoneLf, 12), (LoneLf, 13)], &[]),
    (b"HTTP/1.1  200 OK\r\n\r\n", &[(StartLineSpacing, 9)], &[]),
    (b"HTTP/1.1\t200\r\n\r\n", &[(StartLineSpacing, 8), (MissingReasonSpace, 12)], &[]),
    (b" HTTP/1.1 200 OK\r\n\r\n", &[(StartLineSpacing, 0)], &[]),
    (b"HTTP/1.1 200\tOK\r\n\r\n", &[(StartLineSpacing, 12)], &[]),
    (b"HTTP/1.1 200\r\r\n\r\n", &[(StartLineSpacing, 12), (BareCr, 12)], &[]),
    (b"HTTP/1.1 200 a\0b\rc\x7f\r\n\r\n", &[(Nul, 14), (BareCr, 16), (ControlOctet, 18)], &[]),
];

#[test]
fn anomalies_of_requests_are_noted_with_their_offsets() {
    for row in REQUESTS {
        check(HeadReader::request(Limits::default()), row);
    }
}

#[test]
fn anomalies_of_responses_are_noted_with_their_offsets() {
    for row in RESPONSES {
        check(HeadReader::response(Limits::default()), row);
    }
}

fn check(mut reader: HeadReader, &(message, anomalies, fields): &Row) {
    let shown = message.escape_ascii();
    assert_eq!(reader.read(message), Ok(Progress::Complete(message.len())), "{shown}");
    let head = reader.take();
    let noted: Vec<_> = head.anomalies.iter().map(|it| (it.kind, it.offset)).collect();
    assert_eq!(noted, anomalies, "{shown}");
    let read: Vec<_> = head
        .fields
        .iter()
        .map(|field| (escaped(field.name.of(message)), escaped(field.value.of(message))))
        .collect();
    let read: Vec<_> = read.iter().map(|(name, value)| (&name[..], &value[..])).collect();
    assert_eq!(read, fields, "{shown}");
}

fn escaped(octets: &[u8]) -> String {
    octets.escape_ascii().to_string()
}

#[test]
fn the_tables_hold_every_kind() {
    let kinds = [
        BareCr,
        Nul,
        ControlOctet,
        ObsFold,
        SpaceBeforeColon,
        SpaceBeforeFirstField,
        LoneLf,
        EmptyLineBeforeStart,
        MissingReasonSpace,
        FieldName,
        MissingColon,
        StartLineSpacing,
    ];
    for kind in kinds {
        let rows = REQUESTS.iter().chain(RESPONSES);
        assert!(rows.flat_map(|row| row.1).any(|noted| noted.0 == kind), "{kind:?}");
    }
}

#[test]
fn every_octet_of_a_field_value_is_graded() {
    for octet in 0..=u8::MAX {
        let message = [&b"GET / HTTP/1.1\r\nA: b"[..], &[octet], b"c\r\n\r\n"].concat();
        let mut reader = HeadReader::request(Limits::default());
        assert_eq!(reader.read(&message), Ok(Progress::Complete(message.len())));
        let noted: Vec<_> = reader.head().anomalies.iter().map(|it| it.kind).collect();
        let expected = match octet {
            0 => vec![Nul],
            b'\r' => vec![BareCr],
            b'\n' => vec![LoneLf, MissingColon],
            b'\t' => vec![],
            0x01..=0x1f | 0x7f => vec![ControlOctet],
            _ => vec![],
        };
        assert_eq!(noted, expected, "{octet:#x}");
    }
}

#[test]
fn the_parts_of_a_request_line_are_found_among_odd_whitespace() {
    let lines: [&[u8]; 4] = [
        b"PUT /a?b HTTP/1.0\r\n",
        b"PUT  /a?b  HTTP/1.0\r\n",
        b"\t PUT\x0b/a?b\rHTTP/1.0 \r\r\n",
        b"\r\nPUT /a?b HTTP/1.0\n",
    ];
    for line in lines {
        let mut reader = HeadReader::request(Limits::default());
        assert_eq!(reader.read(line), Ok(Progress::Partial));
        let Some(StartLine::Request { method, target, version }) = reader.head().start else {
            panic!("{}", line.escape_ascii())
        };
        assert_eq!((method.of(line), target.of(line)), (&b"PUT"[..], &b"/a?b"[..]));
        assert_eq!(version, Version::HTTP_10);
    }
}

#[test]
fn the_parts_of_a_status_line_are_found() {
    let lines: [(&[u8], u16, &[u8]); 6] = [
        (b"HTTP/1.1 100 Continue\r\n", 100, b"Continue"),
        (b"HTTP/1.1 417 \r\n", 417, b""),
        (b"HTTP/1.1 417\r\n", 417, b""),
        (b"HTTP/1.1 000  a b \r\n", 0, b" a b "),
        (b"HTTP/1.1\t999\tx\n", 999, b"x"),
        (b" HTTP/1.1  204 x\r\n", 204, b"x"),
    ];
    for (line, expected_code, expected_reason) in lines {
        let mut reader = HeadReader::response(Limits::default());
        assert_eq!(reader.read(line), Ok(Progress::Partial));
        let Some(StartLine::Response { version, code, reason }) = reader.head().start else {
            panic!("{}", line.escape_ascii())
        };
        assert_eq!((code, reason.of(line)), (expected_code, expected_reason));
        assert_eq!(version, Version::HTTP_11);
    }
}
