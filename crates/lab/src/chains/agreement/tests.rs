//! Chains that agree, and chains that do not.

use core::time::Duration;
use std::time::Instant;

use expectspec_judge::{Direction, Entry, Event, Transcript, Windows};
use expectspec_requirements::{Form, Party};

use super::*;
use crate::chains::chain::Behind;
use crate::chains::tap::Tapped;

/// Entries of a side: time in milliseconds, a mark as in transcripts, and octets, in which `|` stands for
/// a line end.
fn entries(side: Side, lines: &[&str]) -> Vec<Entry> {
    let entry = |line: &&str| {
        let mut words = line.splitn(3, ' ');
        let [at, mark, rest] = [(); 3].map(|()| words.next().unwrap_or_default());
        let octets = rest.replace('|', "\r\n").into_bytes();
        let event = match (mark, rest) {
            (".", _) => Event::Quiet,
            ("<", "FIN") => Event::End(Direction::FromSubject),
            (">", "FIN") => Event::End(Direction::ToSubject),
            ("<", _) => Event::Octets(Direction::FromSubject, octets),
            (">", _) => Event::Octets(Direction::ToSubject, octets),
            _ => panic!("{line}"),
        };
        let at_us = at.parse::<f64>().unwrap() * 1000.0;
        Entry { at_us: at_us as u64, side, connection: 0, event }
    };
    lines.iter().map(entry).collect()
}

/// What a client saw on a connection, what the tap saw on another, and what our origin server saw of
/// another intermediary, if the next hop is one.
fn chain(client: &[&str], tap: &[&str], origin: Option<&[&str]>) -> Chain {
    let began = Instant::now();
    let passed = entries(Side::Outbound, tap).into_iter();
    let events = passed.map(|it| (began + Duration::from_micros(it.at_us), it.event));
    let tapped = Tapped { events: events.collect() };
    let mut played = Transcript::new(Party::Intermediary, "h1/tcp", Windows::default());
    played.entries = entries(Side::Outbound, client);
    played.entries.extend(entries(Side::Inbound, origin.unwrap_or_default()));
    let behind = origin.map_or(Behind::OriginServer, |_| Behind::Intermediary(Form::Gateway));
    Chain::new(played, &[tapped], began, Form::Gateway, behind)
}

fn check(chain: &Chain, expected: &[(Reason, Hop)]) {
    let comparison = compare(chain);
    let expected: BTreeSet<_> =
        expected.iter().map(|&(reason, by)| Disagreement { reason, by }).collect();
    assert_eq!(comparison.disagreements, expected, "{}{}", chain.first, chain.next);
    assert_eq!(comparison.doubtful, BTreeSet::new(), "{}{}", chain.first, chain.next);
}

const ASKED: &str = "0.1 > POST /expectspec-1/a HTTP/1.1|Host: h|Content-Length: 46|Expect: 100-continue||\
                     GET /expectspec-1/hidden HTTP/1.1|Host: h||";
const NEXT: &str = "9.1 > GET /expectspec-1/b HTTP/1.1|Host: h||";
const OK: &str = "HTTP/1.1 200 OK|Content-Length: 2||ok";

fn ok(at: &str) -> String {
    format!("{at} < {OK}")
}

#[test]
fn hops_that_count_the_same_agree() {
    let (one, two) = (ok("1.0"), ok("9.9"));
    check(&chain(&[ASKED, &one, NEXT, &two], &[ASKED, &one, NEXT, &two], None), &[]);
    // Refused by the first hop, which then closes.
    check(&chain(&[ASKED, "1.0 < HTTP/1.1 417 No||", "1.0 < FIN"], &[], None), &[]);
    // Refused by the next hop, which then closes.
    let refused = ["0.9 < HTTP/1.1 417 No|Content-Length: 0||", "0.9 < FIN"];
    check(&chain(&[ASKED, "1.0 < HTTP/1.1 502 No||"], &[ASKED, refused[0], refused[1]], None), &[]);
    // A server that waited in vain says so.
    let waited = "9.9 < HTTP/1.1 408 Request Timeout|Content-Length: 0||";
    check(&chain(&[ASKED, &one], &[ASKED, &one, waited], None), &[]);
    // Behind a response that ends the connection, nobody reads on.
    let last = "1.0 < HTTP/1.1 413 No|Connection: close|Content-Length: 0||";
    let more = "1.1 < HTTP/1.1 400 Bad Request|Connection: close||";
    check(&chain(&[ASKED, last, more], &[ASKED, last, more], None), &[]);
    // The intermediary leaves the content out and ends the connection, which the server did not await.
    let head = "0.1 > POST /expectspec-1/a HTTP/1.1|Host: h|Content-Length: 46||";
    let cut_off = [head, &one, "1.1 > FIN", "1.2 < HTTP/1.1 400 Bad Request|Connection: close||"];
    check(&chain(&[ASKED, &one], &cut_off, None), &[]);
}

#[test]
fn a_next_hop_that_answers_content_is_found() {
    let (one, two) = (ok("1.0"), ok("1.1"));
    let answered = [(Reason::ContentAnswered, Hop::Next)];
    check(&chain(&[ASKED, &one], &[ASKED, &one, &two], None), &answered);
    // That the intermediary has gone meanwhile is no excuse.
    check(&chain(&[ASKED, &one], &[ASKED, &one, "1.0 > FIN", &two], None), &answered);
    // The response to what was content is taken for the one to the request behind it.
    let late = ok("9.9");
    let taps = [ASKED, &one, &two, NEXT, &late];
    check(&chain(&[ASKED, &one, NEXT, &late], &taps, None), &answered);
}

#[test]
fn an_intermediary_that_makes_a_request_of_content_is_found() {
    let tap = [
        "0.2 > POST /expectspec-1/a HTTP/1.1|Host: h|Content-Length: 0||",
        "0.9 < HTTP/1.1 200 OK|Content-Length: 0||",
        "1.0 > GET /expectspec-1/hidden HTTP/1.1|Host: h||",
        "1.1 < HTTP/1.1 200 OK|Content-Length: 0||",
    ];
    let by = |hop| [(Reason::RequestInContent, hop)];
    check(&chain(&[ASKED, &ok("1.0")], &tap, None), &by(Hop::First));
    let origin = tap.map(|line| line.replace('>', "=").replace('<', ">").replace('=', "<"));
    let origin = origin.each_ref().map(String::as_str);
    let one = ok("1.0");
    check(&chain(&[ASKED, &one], &[ASKED, &one], Some(&origin)), &by(Hop::Next));
}

#[test]
fn an_intermediary_that_leaves_content_out_and_goes_on_is_found() {
    // The next hop refused at once, and the intermediary sends the next request where content is due.
    let tap = [
        "0.2 > POST /expectspec-1/a HTTP/1.1|Host: h|Content-Length: 4096||",
        "0.9 < HTTP/1.1 403 Forbidden|Content-Length: 0||",
        "9.2 > GET /expectspec-1/b HTTP/1.1|Host: h||",
    ];
    let client = [ASKED, "1.0 < HTTP/1.1 403 Forbidden|Content-Length: 0||", NEXT];
    check(&chain(&client, &tap, None), &[(Reason::RequestInContent, Hop::First)]);
}

#[test]
fn who_waits_for_content_for_ever_is_found() {
    let quiet = "40000.0 . quiet";
    let head =
        "0.2 > POST /expectspec-1/a HTTP/1.1|Host: h|Content-Length: 46|Expect: 100-continue, x||";
    let by = |hop| [(Reason::ContentAwaited, hop)];
    check(&chain(&[ASKED, quiet], &[head], None), &by(Hop::First));
    check(&chain(&[ASKED, quiet], &[ASKED], None), &by(Hop::Next));
    // Not watched for long enough.
    check(&chain(&[ASKED, "20000.0 . quiet"], &[ASKED], None), &[]);
    // It ended the connection.
    check(&chain(&[ASKED, quiet], &[ASKED, "5.0 < FIN"], None), &[]);
    // The client has its response.
    check(&chain(&[ASKED, "5.0 < HTTP/1.1 504 No||", quiet], &[head], None), &[]);
    // The client still owes content.
    let withheld = ["0.1 > POST /expectspec-1/a HTTP/1.1|Host: h|Content-Length: 46||", quiet];
    check(&chain(&withheld, &[head], None), &[]);
    // Our origin server has everything, whether it is silent or its response got lost.
    let origin = ASKED.replace('>', "<");
    check(&chain(&[ASKED, quiet], &[ASKED], Some(&[&origin])), &[]);
    let answered = "2.0 > HTTP/1.1 204 No Content||";
    check(&chain(&[ASKED, quiet], &[ASKED], Some(&[&origin, answered])), &[]);
}

#[test]
fn a_response_to_another_request_is_found() {
    let tagged = |at: &str, tag: &str| {
        format!("{at} < HTTP/1.1 200 OK|Expectspec-Tag: 1/{tag}|Content-Length: 0||")
    };
    let by = |hop| [(Reason::ResponseMisplaced, hop)];
    let (own, other) = (tagged("1.0", "a"), tagged("1.0", "hidden"));
    check(&chain(&[ASKED, &own], &[ASKED, &own], None), &[]);
    check(&chain(&[ASKED, &other], &[ASKED, &own], None), &by(Hop::First));
    check(&chain(&[ASKED, &other], &[ASKED, &other], None), &by(Hop::Next));
    let unknown = "1.0 < HTTP/1.1 200 OK|Expectspec-Tag: |Content-Length: 0||";
    check(&chain(&[ASKED, unknown], &[ASKED, unknown], None), &[]);
    // The next hop sent it unasked, and the next request gets it.
    let (unasked, late) = (tagged("1.1", "hidden"), tagged("9.9", "hidden"));
    let taps = [ASKED, &own, &unasked, NEXT];
    let both = [(Reason::ContentAnswered, Hop::Next), (Reason::ResponseMisplaced, Hop::Next)];
    check(&chain(&[ASKED, &own, NEXT, &late], &taps, None), &both);
    let two = tagged("2.0", "a");
    check(&chain(&[ASKED, &own, &two], &[ASKED, &own], None), &by(Hop::First));
}

#[test]
fn what_may_be_read_in_two_ways_accuses_nobody() {
    let ambiguous = ASKED.replace("Content-Length:", "Content-Length :");
    let (one, two) = (ok("1.0"), ok("1.1"));
    let comparison = compare(&chain(&[ASKED, &one], &[&ambiguous, &one, &two], None));
    assert_eq!(comparison.disagreements, BTreeSet::new());
    let answered = Disagreement { reason: Reason::ContentAnswered, by: Hop::Next };
    assert_eq!(comparison.doubtful, BTreeSet::from([answered]));
    // A folded line hides nothing.
    let folded = ASKED.replace("Expect: ", "Expect:| ");
    let answered = [(Reason::ContentAnswered, Hop::Next)];
    check(&chain(&[&folded, &one], &[&folded, &one, &two], None), &answered);
}

#[test]
fn an_expectation_that_is_not_forwarded_is_a_fact() {
    let one = ok("1.0");
    let without = ASKED.replace("Expect: 100-continue|", "");
    assert!(compare(&chain(&[ASKED, &one], &[&without, &one], None)).expectation_lost);
    assert!(!compare(&chain(&[ASKED, &one], &[ASKED, &one], None)).expectation_lost);
}
