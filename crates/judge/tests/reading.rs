//! How a transcript is read: which response belongs to which request, and where each ends.

use expectspec_judge::{Connection, HostField, Reading, Transcript};
use expectspec_message::{Ambiguity, ChunkedError, Framing};

/// Reads one connection; `|` ends a line, the side is left out.
fn read(entries: &[&str]) -> Connection {
    let mut text = String::from("# subject: origin-server  transport: h1/tcp\n");
    for entry in entries {
        let (time, rest) = entry.split_once(' ').expect("a time");
        let (mark, rest) = rest.split_once(' ').expect("a mark");
        let mut lines = rest.split('|');
        let first = lines.next().expect("a first line");
        text.push_str(&format!("{time} outbound {mark} {first}\n"));
        lines.for_each(|line| text.push_str(&format!("    {mark} {line}\n")));
    }
    let transcript: Transcript = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    let mut reading = Reading::of(&transcript);
    assert_eq!(reading.connections.len(), 1);
    reading.connections.remove(0)
}

/// What was answered, exchange by exchange, and then to nothing.
fn codes(connection: &Connection) -> (Vec<Vec<u16>>, Vec<u16>) {
    let exchanges = connection.exchanges.iter().map(|exchange| {
        exchange.responses.iter().map(|response| response.code().unwrap_or_default()).collect()
    });
    let strays = connection.strays.iter().map(|response| response.code().unwrap_or_default());
    (exchanges.collect(), strays.collect())
}

fn check(entries: &[&str], exchanges: &[&[u16]], strays: &[u16]) -> Connection {
    let connection = read(entries);
    let expected = exchanges.iter().map(|codes| codes.to_vec()).collect();
    assert_eq!(codes(&connection), (expected, strays.to_vec()));
    connection
}

const HEAD: &str = "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";
const GET: &str = "0 > GET / HTTP/1.1|Host: t|";
const EMPTY: &str = "HTTP/1.1 200 OK|Content-Length: 0|";

#[test]
fn an_interim_response_stands_before_its_final_one() {
    let connection = check(
        &[
            HEAD,
            "1 < HTTP/1.1 103 Early Hints|",
            "2 < HTTP/1.1 100 Continue|",
            "3 > \"hello\"",
            &format!("4 < {EMPTY}"),
        ],
        &[&[103, 100, 200]],
        &[],
    );
    let exchange = &connection.exchanges[0];
    assert!(exchange.request.expects_continue());
    assert_eq!(exchange.interims().count(), 2);
    assert_eq!(exchange.request.content.first.map(|it| it.at_us), Some(3000));
    assert_eq!(exchange.request.end.map(|it| it.at_us), Some(3000));
    assert_eq!(connection.finals_complete(), 1);
}

#[test]
fn pipelined_requests_are_answered_in_order() {
    check(
        &[
            "0 > GET /a HTTP/1.1|Host: t||GET /b HTTP/1.1|Host: t|",
            "1 < HTTP/1.1 204 No Content||HTTP/1.1 100 Continue|",
            "2 < HTTP/1.1 404 Not Found|Content-Length: 2||\"no\"",
        ],
        &[&[204], &[100, 404]],
        &[],
    );
}

#[test]
fn a_response_to_nothing_is_a_stray() {
    check(&["0 < HTTP/1.1 408 Late|Content-Length: 0|"], &[], &[408]);
    check(&[GET, &format!("1 < {EMPTY}|HTTP/1.1 100 Continue|")], &[&[200]], &[100]);
    let late = "2 > GET / HTTP/1.1|Host: t|";
    check(
        &[GET, &format!("1 < {EMPTY}|{EMPTY}"), late, &format!("3 < {EMPTY}")],
        &[&[200], &[200]],
        &[200],
    );
}

#[test]
fn a_response_before_the_end_of_the_head_belongs_to_it() {
    let connection =
        check(&["0 > GET / HTTP/1.1|Host: t", &format!("1 < {EMPTY}"), "2 > "], &[&[200]], &[]);
    let exchange = &connection.exchanges[0];
    assert!(exchange.responses[0].start < exchange.request.head_end.expect("a whole head"));
}

#[test]
fn head_204_and_304_have_no_content() {
    let length = "Content-Length: 9|";
    check(
        &[
            "0 > HEAD / HTTP/1.1|Host: t||GET / HTTP/1.1|Host: t|",
            &format!("1 < HTTP/1.1 200 OK|{length}|{EMPTY}"),
        ],
        &[&[200], &[200]],
        &[],
    );
    for code in ["204 No Content", "304 Not Modified"] {
        let answers = format!("1 < HTTP/1.1 {code}|{length}|{EMPTY}");
        let connection = read(&["0 > GET / HTTP/1.1|Host: t||GET / HTTP/1.1|Host: t|", &answers]);
        assert_eq!(connection.finals_complete(), 2, "{code}");
        assert!(connection.garbage.is_none(), "{code}");
    }
}

#[test]
fn chunked_content_ends_with_its_empty_line() {
    let connection = check(
        &[
            "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked|",
            "1 > 5|hello|0|A: b||GET / HTTP/1.1|Host: t|",
            "2 < HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|0||HTTP/1.1 204 No Content|",
        ],
        &[&[200], &[204]],
        &[],
    );
    let request = &connection.exchanges[0].request;
    assert_eq!((request.trailer_octets, request.content.octets), (6, 21));
    assert_eq!(connection.exchanges[0].responses[0].content.octets, 12);
}

#[test]
fn broken_chunks_lose_what_is_behind_them() {
    let connection = check(
        &[
            "0 > POST / HTTP/1.1|Host: t|Transfer-Encoding: chunked|",
            "1 > FFFFFFFFFFFFFFFFF|hello|0||GET / HTTP/1.1|Host: t|",
            &format!("2 < {EMPTY}|{EMPTY}"),
        ],
        &[&[200]],
        &[200],
    );
    let request = &connection.exchanges[0].request;
    assert_eq!(request.broken, Some(ChunkedError::SizeTooLarge));
    assert_eq!((request.end, request.content.first.map(|it| it.at_us)), (None, Some(1000)));
}

#[test]
fn content_without_length_ends_with_the_connection() {
    let connection =
        check(&[GET, "1 < HTTP/1.1 200 OK||\"HTTP/1.1 204 No\"", "2 < FIN"], &[&[200]], &[]);
    let answer = &connection.exchanges[0].responses[0];
    assert_eq!((answer.framing, answer.end.map(|it| it.at_us)), (Framing::UntilClose, Some(2000)));
    assert!(answer.broken.is_none());
}

#[test]
fn content_that_breaks_off_is_broken() {
    for end in ["2 < FIN", "2 < RST"] {
        for head in ["Content-Length: 9", "Transfer-Encoding: chunked"] {
            let answer = format!("1 < HTTP/1.1 200 OK|{head}||5|hel");
            let connection = read(&[GET, &answer, end]);
            let answer = &connection.exchanges[0].responses[0];
            assert!(answer.broken.is_some() && answer.end.is_none(), "{head} {end}");
            assert!(connection.server_gone().is_some());
        }
    }
    let connection = read(&[GET, "1 < HTTP/1.1 200 OK||\"he\"", "2 < RST"]);
    assert!(connection.exchanges[0].responses[0].broken.is_some());
}

#[test]
fn a_head_that_breaks_off_is_no_answer() {
    let connection = read(&[HEAD, "1 < HTTP/1.1 200 OK|Content", "2 < FIN"]);
    let exchange = &connection.exchanges[0];
    assert_eq!(exchange.responses.len(), 1);
    assert!(exchange.final_response().is_none() && exchange.interims().next().is_none());
}

#[test]
fn a_truncated_request_is_not_complete() {
    let connection = read(&["0 > GET / HTTP/1.1|Host: t"]);
    let request = &connection.exchanges[0].request;
    assert_eq!((request.head_end, request.end), (None, None));
    let connection = read(&[HEAD, "1 > \"he\"", "2 > FIN"]);
    let request = &connection.exchanges[0].request;
    assert_eq!((request.content.octets, request.end), (2, None));
    assert!(connection.client_end.is_some() && connection.server_gone().is_none());
}

#[test]
fn behind_101_nothing_is_http() {
    let connection = check(
        &[
            "0 > GET / HTTP/1.1|Host: t|Connection: Upgrade|Upgrade: a|",
            "1 < HTTP/1.1 101 Switching Protocols|Connection: Upgrade|Upgrade: a||HTTP/1.1 200 OK|",
            "2 > GET / HTTP/1.1|",
        ],
        &[&[101]],
        &[],
    );
    assert_eq!(connection.switched.map(|it| it.at_us), Some(1000));
    assert!(connection.garbage.is_none());
}

#[test]
fn a_101_to_nobody_switches_nothing() {
    let connection = check(
        &[
            GET,
            &format!("1 < {EMPTY}"),
            "2 < HTTP/1.1 101 Switching Protocols|",
            "3 > GET / HTTP/1.1|Host: t|",
            &format!("4 < {EMPTY}"),
        ],
        &[&[200], &[200]],
        &[101],
    );
    assert_eq!(connection.switched, None);
}

#[test]
fn an_empty_line_answers_nothing_and_stands_before_the_next_response() {
    let connection = check(
        &[
            GET,
            &format!("1 < {EMPTY}"),
            "2 < \"\\r\\n\"",
            "3 > GET / HTTP/1.1|Host: t|",
            "4 < \"\\r\"",
            "5 < \"\\nHTTP/1.1 204 No Content\\r\\n\\r\\n\"",
        ],
        &[&[200], &[204]],
        &[],
    );
    let late = &connection.exchanges[1].responses[0];
    assert_eq!(late.start.at_us, 5000);
    assert!(late.octets(&connection.received).starts_with(b"\r\n\r\nHTTP/1.1 204"));
}

#[test]
fn behind_a_2xx_to_connect_nothing_is_http() {
    let connect = "0 > CONNECT t:80 HTTP/1.1|Host: t:80|";
    let connection =
        check(&[connect, "1 < HTTP/1.1 200 OK|", "2 < \"\\x16\\x03\""], &[&[200]], &[]);
    assert!(connection.switched.is_some() && connection.garbage.is_none());
    let connection = read(&[connect, "1 < HTTP/1.1 405 No|Content-Length: 0|"]);
    assert!(connection.switched.is_none());
}

#[test]
fn garbage_is_where_a_response_should_be() {
    let connection = read(&[GET, "1 < \"<html>\\r\\n\""]);
    assert_eq!(connection.garbage.map(|it| it.offset), Some(0));
    let connection = read(&[HEAD, "1 < HTTP/1.1 100 Continue|", "2 < \"oh\\r\\n\""]);
    assert_eq!(connection.garbage.map(|it| (it.offset, it.start.at_us)), Some((25, 2000)));
}

#[test]
fn content_octets_in_the_write_of_the_head_are_content() {
    let connection = read(&[
        "0 > POST / HTTP/1.1|Host: t|Content-Length: 5||\"helloGET\"",
        "1 >  / HTTP/1.1|Host: t|",
    ]);
    let [first, second] = &connection.exchanges[..] else { panic!("two requests") };
    assert_eq!(first.request.content.first, first.request.head_end);
    assert_eq!(first.request.end.map(|it| it.entry), Some(0));
    assert_eq!(second.request.target(&connection.sent), b"/");
    assert_eq!(second.request.start.entry, 0);
    assert_eq!(second.request.head_end.map(|it| it.entry), Some(1));
}

#[test]
fn transfer_encoding_overrules_content_length() {
    let connection = read(&[
        "0 > POST / HTTP/1.1|Host: t|Content-Length: 5|Transfer-Encoding: chunked||2|ab|0|",
        "1 > GET / HTTP/1.1|Host: t|",
    ]);
    let [first, _] = &connection.exchanges[..] else { panic!("two requests") };
    assert_eq!(first.request.framing.framing, Framing::Chunked);
    assert_eq!(first.request.framing.ambiguity, Some(Ambiguity::LengthAndTransferEncoding));
}

#[test]
fn behind_bad_framing_no_request_is_told_from_content() {
    let connection =
        read(&["0 > POST / HTTP/1.1|Host: t|Content-Length: 5x||GET / HTTP/1.1|Host: t|"]);
    assert_eq!(connection.exchanges.len(), 1);
    assert!(matches!(connection.exchanges[0].request.framing.framing, Framing::Bad(_)));
}

#[test]
fn an_unreadable_request_is_one_exchange() {
    let connection = check(
        &["0 > \"\\x16\\x03\\r\\n\\r\\nGET / HTTP/1.1\\r\\n\"", &format!("1 < {EMPTY}")],
        &[&[200]],
        &[],
    );
    assert!(connection.exchanges[0].request.error.is_some());
}

#[test]
fn folded_expect_lines_are_read_unfolded() {
    let expectations = |lines: &str| {
        let connection =
            read(&[&format!("0 > POST / HTTP/1.1|Host: t|Content-Length: 5|{lines}|")]);
        connection.exchanges[0].request.expectations
    };
    assert_eq!(expectations("Expect: a,| 100-continue").continues, 1);
    assert_eq!(expectations("Expect:| 100-continue").continues, 1);
    assert_eq!(expectations("Expect: 100-| continue").malformed, 1);
}

#[test]
fn host_lines_are_counted_and_looked_at() {
    let host =
        |lines: &str| read(&[&format!("0 > GET / HTTP/1.1|{lines}")]).exchanges[0].request.host;
    assert_eq!(host(""), HostField::Missing);
    assert_eq!(host("Host: t|"), HostField::One);
    assert_eq!(host("HOST: |"), HostField::One);
    assert_eq!(host("Host: [::1]:80|"), HostField::One);
    for invalid in [
        "t:x", "t:1:2", "[::1", "[::1]x", "t]", "a b", "a/b", "u@t", "t?", "t#", "a\\\\b", "<t>",
        "\\xa0t", "t\\x7f",
    ] {
        assert_eq!(host(&format!("Host: {invalid}|")), HostField::Invalid, "{invalid}");
    }
    assert_eq!(host("Host: t|Host: t|"), HostField::Several);
    assert_eq!(host("Host: a b|Host: t|"), HostField::Several);
}

#[test]
fn requests_of_both_sides_are_paired_by_their_tags_and_never_by_order() {
    let text = "# subject: intermediary  form: proxy  transport: h1/tcp
        0 outbound > GET http://t/expectspec-1/a HTTP/1.1
                   >
        1 outbound#1 > GET http://t/expectspec-1/b HTTP/1.1
                   >
        2 outbound#2 > GET http://t/expectspec-1/c HTTP/1.1
                   >
        3 outbound#3 > GET http://t/expectspec-1/c HTTP/1.1
                   >
        4 inbound < GET /expectspec-1/b HTTP/1.1
                  <
        5 inbound#1 < GET /expectspec-1/c HTTP/1.1
                    <
        6 inbound#2 < GET /expectspec-1/a HTTP/1.1
                    <
        7 inbound#3 < GET /expectspec-1/d HTTP/1.1
                    <
    ";
    let reading = Reading::of(&text.parse().expect("a transcript"));
    let number = |place: &expectspec_judge::Place| place.of(&reading.connections).0.number;
    let pairs: Vec<(u16, Vec<u16>)> = reading
        .relays
        .iter()
        .map(|relay| (number(&relay.outbound), relay.inbound.iter().map(number).collect()))
        .collect();
    // Two clients asked for c: whose request was forwarded can't be told.
    assert_eq!(pairs, [(0, vec![2]), (1, vec![0]), (2, vec![]), (3, vec![])]);
    assert_eq!(reading.unasked.iter().map(number).collect::<Vec<_>>(), [3]);
}
