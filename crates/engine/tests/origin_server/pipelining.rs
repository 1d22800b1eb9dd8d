//! Requests that come before the response to an earlier one.

use expectspec_engine::origin_server::Policy;

use crate::connection_under_test::{
    CONTINUE, Connection, EXPECTING, HELLO, NEXT, NEXT_ANSWER, answer, codes,
};

#[test]
fn sixty_four_requests_at_once_get_their_answers_in_order() {
    let requests: String = (0..64)
        .map(|index| {
            let content = format!("{index:02}");
            format!("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{content}")
        })
        .collect();
    let received = answer(Policy::default(), &requests);
    let contents: Vec<&str> = received
        .split("HTTP/1.1 200 OK\r\n")
        .skip(1)
        .map(|response| response.split_once("\r\n\r\n").unwrap().1)
        .collect();
    let expected: Vec<String> = (0..64).map(|index| format!("{index:02}")).collect();
    assert_eq!(contents, expected);
}

#[test]
fn the_100_comes_after_the_earlier_final() {
    let mut connection = Connection::new(Policy::default());
    let slow = "GET /slow?ms=500 HTTP/1.1\r\nHost: a\r\n\r\n";
    assert_eq!(connection.send(&format!("{slow}{EXPECTING}")), "");
    assert_eq!(connection.wait(499), "");
    assert_eq!(codes(&connection.wait(1)), [200, 100]);
    assert_eq!(connection.send("hello"), HELLO);
}

#[test]
fn an_expecting_request_between_others_is_served_in_order() {
    let mut connection = Connection::new(Policy::default());
    assert_eq!(connection.send(&format!("{NEXT}{EXPECTING}")), format!("{NEXT_ANSWER}{CONTINUE}"));
    assert_eq!(connection.send(&format!("hello{NEXT}")), format!("{HELLO}{NEXT_ANSWER}"));
}

#[test]
fn a_head_in_place_of_content_is_content() {
    let mut connection = Connection::new(Policy::default());
    let received = connection.send(&format!("{EXPECTING}{NEXT}"));
    assert!(
        received.ends_with(
            "\r\n\r\nGET /HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n\
        Connection: close\r\nContent-Length: 11\r\n\r\nBad Request[FIN]"
        ),
        "{received}"
    );
}

#[test]
fn nothing_is_read_behind_a_request_that_closes() {
    let request = NEXT.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    let mut connection = Connection::new(Policy::default());
    let received = connection.send(&format!("{request}{NEXT}{NEXT}"));
    assert_eq!(codes(&received), [200]);
    assert!(received.ends_with("[FIN]"));
    assert_eq!(connection.send(NEXT), "");
}

#[test]
fn a_client_that_reads_nothing_is_served_within_bounds() {
    let policy = Policy { output_octets_max: 1000, ..Policy::default() };
    let mut connection = Connection::new(policy);
    connection.send_octets(NEXT.repeat(64).as_bytes());
    let held = 64 * NEXT.len() + 1000 + NEXT_ANSWER.len();
    assert!(connection.server.octets_held() <= held);
    assert_eq!(connection.receive(), NEXT_ANSWER.repeat(64));
}
