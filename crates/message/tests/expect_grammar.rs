//! The grammar of the `Expect` field value, accepted and refused octet for octet.

use expectspec_message::expect::{
    ExpectField, Expectation, ExpectationError, Expectations, members,
};
use proptest::prelude::*;

/// A field value that is one well-formed member, with its name and value.
type Accepted = (&'static [u8], &'static [u8], Option<&'static [u8]>);

const ACCEPTED: &[Accepted] = &[
    (b"100-continue", b"100-continue", None),
    (b"100-CONTINUE", b"100-CONTINUE", None),
    (b" \t100-continue \t", b"100-continue", None),
    (b"foo", b"foo", None),
    (b"100-continued", b"100-continued", None),
    (b"x100-continue", b"x100-continue", None),
    (b"100-", b"100-", None),
    (b"100-continue=1", b"100-continue", Some(b"1")),
    (b"100-continue=\"x\"", b"100-continue", Some(b"\"x\"")),
    (b"a=b", b"a", Some(b"b")),
    (b"a=\"\"", b"a", Some(b"\"\"")),
    (b"a=\"b,c\";p=q;", b"a", Some(b"\"b,c\"")),
    (b"a=\"b\xff\tc\"", b"a", Some(b"\"b\xff\tc\"")),
    (br#"foo="\"\\,""#, b"foo", Some(br#""\"\\,""#)),
    (br#"foo="a, 100-continue ,b""#, b"foo", Some(br#""a, 100-continue ,b""#)),
    (br#"foo="\",100-continue,\"""#, b"foo", Some(br#""\",100-continue,\"""#)),
    (b"foo=bar;", b"foo", Some(b"bar")),
    (b"foo=bar;;p=q", b"foo", Some(b"bar")),
    (b"foo=bar ; ;a=b", b"foo", Some(b"bar")),
    (b"foo=bar\t;\ta=\"b;,c\" \t; ", b"foo", Some(b"bar")),
];

/// Values that are one malformed member, with the offset of the first octet that does not fit.
const REFUSED: &[(&[u8], usize)] = &[
    (b"a;p=q", 1),
    (b"100-continue;", 12),
    (b"100-continue;a=b", 12),
    (b"a = b", 1),
    (b"a =b", 1),
    (b"a= b", 2),
    (b"foo= bar;p=q", 4),
    (b"\"100-continue\"", 0),
    (b"a b", 1),
    (b"100 continue", 3),
    (b"=a", 0),
    (b"=", 0),
    (b";", 0),
    (b"a=", 2),
    (b" \ta=", 4),
    (b"a=;p=q", 2),
    (b"a=b c", 4),
    (b"a=b=c", 3),
    (b"a=b;p", 5),
    (b"a=b;p=", 6),
    (b"a=b;p =q", 5),
    (b"a=b;p= q", 6),
    (b"a=b;=q", 4),
    (b"a=b;\"p\"=q", 4),
    (b"a=b;p=q r", 8),
    (b"a=\"b\"c", 5),
    (b"a=\"b", 4),
    (b"a=\"b, 100-continue", 18),
    (b"a=\"b\\", 5),
    (b"a=\"b\\\"", 6),
    (b"a=\"b\x00c\"", 4),
    (b"a=\"b\\\x00c\"", 5),
    (b"a=\"b\x7f\"", 4),
    (b"a=\"b\r\n c\"", 4),
    (b"100-continue\x00", 12),
    (b"100-con\x00tinue", 7),
    (b"100-continue\r", 12),
    (b"100-continue\x0b", 12),
    (b"\xa0100-continue", 0),
    (b"\x80\xff", 0),
];

#[test]
fn well_formed_members_are_accepted() {
    for &(value, name, quoted) in ACCEPTED {
        let read: Vec<_> = members(value).collect();
        let [Ok(expectation)] = read[..] else { panic!("{}: {read:?}", value.escape_ascii()) };
        assert_eq!(expectation.name, name, "{}", value.escape_ascii());
        assert_eq!(expectation.value, quoted, "{}", value.escape_ascii());
    }
}

#[test]
fn malformed_members_are_refused_with_the_offset() {
    for &(value, offset) in REFUSED {
        let read: Vec<_> = members(value).collect();
        assert_eq!(read, [Err(ExpectationError { offset })], "{}", value.escape_ascii());
    }
}

#[test]
fn every_octet_behind_a_name_is_classified() {
    for octet in 0..=u8::MAX {
        let value = [b'a', octet, b'b'];
        let read: Vec<_> = members(&value).collect();
        let is_token = octet.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&octet);
        match octet {
            b',' => assert_eq!(read.len(), 2),
            b'=' => assert_eq!(read[0].unwrap().value, Some(&b"b"[..])),
            _ if is_token => assert_eq!(read[0].unwrap().name, value),
            _ => assert_eq!(read, [Err(ExpectationError { offset: 1 })], "{octet:#x}"),
        }
    }
}

/// `[continues, others, malformed, empty]` of each value.
const COUNTED: &[(&[u8], [u32; 4])] = &[
    (b"", [0, 0, 0, 0]),
    (b" \t", [0, 0, 0, 0]),
    (b",", [0, 0, 0, 2]),
    (b"100-continue", [1, 0, 0, 0]),
    (b"100-Continue", [1, 0, 0, 0]),
    (b"\t100-continue", [1, 0, 0, 0]),
    (b"100-continue=1", [0, 1, 0, 0]),
    (b"100-continued", [0, 1, 0, 0]),
    (b"100-continue;", [0, 0, 1, 0]),
    (b",100-continue", [1, 0, 0, 1]),
    (b"100-continue,", [1, 0, 0, 1]),
    (b", ,100-continue , ,", [1, 0, 0, 4]),
    (b"100-continue, 100-continue", [2, 0, 0, 0]),
    (b"foo, 100-continue", [1, 1, 0, 0]),
    (b"100-continue, foo=bar", [1, 1, 0, 0]),
    (b"100-continue;a=b, 100-continue", [1, 0, 1, 0]),
    (br#"foo="a, 100-continue ,b""#, [0, 1, 0, 0]),
    (br#"foo"a, 100-continue ,b", 100-continue"#, [1, 0, 1, 0]),
    (br#"foo="a, 100-continue"#, [0, 0, 1, 0]),
];

#[test]
fn members_are_counted_by_kind() {
    for &(value, [continues, others, malformed, empty]) in COUNTED {
        let mut read = Expectations::default();
        read.read(value);
        let expected = Expectations { continues, others, malformed, empty };
        assert_eq!(read, expected, "{}", value.escape_ascii());
    }
}

#[test]
fn ten_thousand_members_and_a_long_token_are_counted() {
    let mut read = Expectations::default();
    read.read(&b"100-continue,".repeat(10_000));
    read.read(&[b'x'; 64 * 1024]);
    assert_eq!(read, Expectations { continues: 10_000, others: 1, malformed: 0, empty: 1 });
}

#[test]
fn lines_make_one_list() {
    let mut read = Expectations::default();
    read.read(b"foo");
    read.read(b"100-continue");
    assert_eq!(read, Expectations { continues: 1, others: 1, malformed: 0, empty: 0 });
    assert!(read.has_continue() && !read.is_empty());
    assert!(Expectations::default().is_empty());
}

#[test]
fn parameters_come_in_order_without_the_empty_ones() {
    check_parameters(b"a=b", &[]);
    check_parameters(b"a=b;", &[]);
    check_parameters(b"a=b; ;\t;", &[]);
    check_parameters(b"a=b;p=q", &[(b"p", b"q")]);
    check_parameters(b"a=b ; p=\"q;\\\"\" ;; r=s", &[(b"p", b"q;\""), (b"r", b"s")]);
}

fn check_parameters(value: &[u8], expected: &[(&[u8], &[u8])]) {
    let expectation = members(value).next().expect("a member").expect("well-formed");
    let parameters: Vec<_> =
        expectation.parameter_list().map(|it| (it.name, it.unquoted_value())).collect();
    let parameters: Vec<_> = parameters.iter().map(|(name, value)| (*name, &**value)).collect();
    assert_eq!(parameters, expected);
}

#[test]
fn parameters_outside_the_grammar_end_the_list() {
    let expectation = Expectation { name: b"a", value: Some(b"b"), parameters: b";p=q r;s=t" };
    assert_eq!(expectation.parameter_list().count(), 1);
}

#[test]
fn printing_quotes_only_where_needed() {
    check_print(b"100-Continue", "100-Continue");
    check_print(b" ,a , b=\"c\",", "a, b=c");
    check_print(br#"a="";p="q r";s="\t""#, r#"a="";p="q r";s=t"#);
    check_print(br#"a="\"\\""#, r#"a="\"\\""#);
    check_print(b"", "");
}

fn check_print(value: &[u8], expected: &str) {
    assert_eq!(ExpectField::parse(value).expect("well-formed").to_string(), expected);
}

proptest! {
    #[test]
    fn parse_print_parse_is_identity(value in near_valid_value()) {
        if let Ok(field) = ExpectField::parse(&value) {
            prop_assert_eq!(ExpectField::parse(&field.to_octets()), Ok(field));
        }
    }

    #[test]
    fn the_sum_counts_what_members_gives(value in near_valid_value()) {
        let mut sum = Expectations::default();
        sum.read(&value);
        let read: Vec<_> = members(&value).collect();
        let continues = read.iter().flatten().filter(|it| it.is_100_continue()).count();
        let well_formed = read.iter().flatten().count();
        prop_assert_eq!(sum.continues as usize, continues);
        prop_assert_eq!(sum.others as usize, well_formed - continues);
        prop_assert_eq!(sum.malformed as usize, read.len() - well_formed);
    }

    #[test]
    fn a_well_formed_value_reads_the_same_line_by_line(
        lines in prop::collection::vec(near_valid_value(), 1..4),
    ) {
        if lines.iter().any(|line| ExpectField::parse(line).is_err()) {
            return Ok(());
        }
        let mut by_line = Expectations::default();
        lines.iter().for_each(|line| by_line.read(line));
        let mut joined = Expectations::default();
        joined.read(&lines.join(&b", "[..]));
        prop_assert_eq!((by_line.continues, by_line.others), (joined.continues, joined.others));
        prop_assert_eq!((by_line.malformed, joined.malformed), (0, 0));
    }

    #[test]
    fn arbitrary_octets_never_panic(value in prop::collection::vec(any::<u8>(), 0..64)) {
        Expectations::default().read(&value);
        for expectation in members(&value).flatten() {
            expectation.parameter_list().for_each(|it| drop(it.unquoted_value()));
        }
    }
}

/// Pieces of the grammar in any order, now and then an arbitrary octet.
fn near_valid_value() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            &b"100-continue"[..], b"100-CONTINUE", b"foo", b"=", b"=bar", b"=\"a, b\"", b"=\"\\\"\"",
            b"\"", b"\\", b";", b"; ", b";p=q", b" ; p=\"\"", b",", b", ", b" ", b"\t", b"=\"\xff\"",
        ]).prop_map(<[u8]>::to_vec),
        1 => any::<u8>().prop_map(|octet| vec![octet]),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}
