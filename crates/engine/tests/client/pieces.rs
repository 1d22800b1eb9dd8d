//! It makes no difference in how many pieces the server's octets come.

use expectspec_engine::client::{Outcome, Policy, Request};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::server_under_control::{CONTINUE, FAILED, OK, REFUSED, Server, chunked, get, put};

/// What goes out and what comes of the requests, if the server answers each request in turn with the
/// octets listed, `sizes` of them at a time.
fn in_pieces(
    policy: &Policy,
    requests: &[Request],
    answers: &[Vec<u8>],
    sizes: &[usize],
) -> (String, Vec<Outcome>) {
    let (mut server, mut sent) = Server::meet(policy.clone(), requests);
    let mut sizes = sizes.iter().copied().cycle();
    for answer in answers {
        let over = server.outcomes().len();
        let mut octets = &answer[..];
        while !octets.is_empty() && server.outcomes().len() == over {
            let size = sizes.next().unwrap_or(octets.len()).min(octets.len());
            sent += &server.send(std::str::from_utf8(&octets[..size]).unwrap_or("\u{fffd}"));
            octets = &octets[size..];
        }
    }
    sent += &server.wait(1000);
    sent += &server.end();
    sent += &server.wait(200_000);
    (sent, server.outcomes().to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whole_is_octet_by_octet_is_any_split(
        policy in policy(),
        requests in vec(select(vec![put(), chunked(), get()]), 1..4),
        answers in vec(answer(), 1..5),
        sizes in vec(1..40_usize, 0..20),
    ) {
        let whole = in_pieces(&policy, &requests, &answers, &[]);
        prop_assert_eq!(&in_pieces(&policy, &requests, &answers, &[1]), &whole);
        prop_assert_eq!(&in_pieces(&policy, &requests, &answers, &sizes), &whole);
    }
}

#[test]
fn every_split_in_two_of_a_handshake_is_the_same() {
    let answer = format!("HTTP/1.1 103 \r\nA: b\r\n\r\n{CONTINUE}{OK}").into_bytes();
    let whole = in_pieces(&Policy::default(), &[put()], std::slice::from_ref(&answer), &[]);
    assert_eq!(whole.1[0].interims, [103, 100]);
    for first in 1..answer.len() {
        let sizes = [first, answer.len()];
        let split = in_pieces(&Policy::default(), &[put()], std::slice::from_ref(&answer), &sizes);
        assert_eq!(split, whole, "after {first} octets");
    }
}

/// Policies under which an early final response does not stop content, since how much of it is out by
/// then depends on the pieces.
fn policy() -> impl Strategy<Value = Policy> {
    let names = ["default", "eager", "impatient", "finishing", "delivering", "closing", "http10"];
    let presets = Policy::presets().into_iter().filter(move |(name, _)| names.contains(name));
    select(presets.map(|(_, policy)| policy).collect::<Vec<_>>())
}

/// Some interim responses and perhaps a final one, all self-delimited and without close option.
fn answer() -> impl Strategy<Value = Vec<u8>> {
    let interims = vec(select(INTERIMS), 0..4);
    (interims, select(FINALS)).prop_map(|(interims, last)| (interims.concat() + last).into_bytes())
}

const INTERIMS: &[&str] = &[
    CONTINUE,
    "HTTP/1.1 100\r\n\r\n",
    "HTTP/1.1 100 Continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\n",
    "HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n",
    "HTTP/1.1 199 \r\nTransfer-Encoding: chunked\r\n\r\n",
];

const FINALS: &[&str] = &[
    OK,
    OK,
    FAILED,
    REFUSED,
    "HTTP/1.1 204 No Content\r\n\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\ntag\r\n0\r\nA: b\r\n\r\n",
    "HTTP/1.1 307 \r\nLocation: /new\r\nContent-Length: 3\r\n\r\nold",
    "",
];
