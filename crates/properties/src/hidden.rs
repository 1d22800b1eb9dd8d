//! Requests hidden in content, and requests cut into writes.

use expectspec_judge::Reading;

use crate::words::{CANARY, WAITS};
use crate::{Action, Schedule, play};

/// S15: where the content of a refused or answered request looks like a request, and another
/// request follows, there are two final responses or the connection ends; none answers what was
/// hidden.
///
/// # Panics
/// When there are three, or one does.
pub fn content_is_no_request(policy: &str, target: &str, expect: &str, wait: usize) {
    let head = format!(
        "POST {target} HTTP/1.1\r\nHost: t\r\nContent-Length: {}\r\n{expect}\r\n",
        CANARY.len()
    );
    let actions = vec![
        Action::Octets(head.into_bytes()),
        Action::Wait(&WAITS[wait % WAITS.len()]),
        Action::Octets(CANARY.to_vec()),
        Action::Octets(b"GET /next HTTP/1.1\r\nHost: t\r\n\r\n".to_vec()),
    ];
    let schedule = Schedule::new(policy, actions);
    let play = play(&schedule);
    let octets: Vec<u8> = received(&play.transcript);
    let reading = Reading::of(&play.transcript);
    let connection = reading.connections.first().expect("something passed");
    let answers = connection.exchanges.iter().flat_map(|exchange| &exchange.responses);
    let finals = answers.chain(&connection.strays).filter(|response| response.is_final()).count();
    assert!(finals == 2 || connection.server_gone().is_some(), "{schedule:?}{}", play.transcript);
    assert!(finals <= 2, "{schedule:?}{}", play.transcript);
    let smuggled = octets.windows(10).any(|piece| piece == b"\nsmuggled\n");
    assert!(!smuggled, "{schedule:?}{}", play.transcript);
}

/// Where nothing waits and nothing is announced, the server's octets are the same in how many
/// writes ever the client's come.
///
/// # Panics
/// When they are not.
pub fn writes_make_no_difference(policy: &str, octets: &[u8], piece: usize) {
    let whole = play(&Schedule::new(policy, vec![Action::Octets(octets.to_vec())]));
    if announces_content(&Reading::of(&whole.transcript)) {
        return;
    }
    let now = &WAITS[0];
    let pieces = octets.chunks(piece.max(1));
    let actions = pieces.flat_map(|piece| [Action::Octets(piece.to_vec()), Action::Wait(now)]);
    let cut = play(&Schedule::new(policy, actions.collect()));
    let (whole, cut) = (received(&whole.transcript), received(&cut.transcript));
    assert_eq!(cut.escape_ascii().to_string(), whole.escape_ascii().to_string());
}

fn announces_content(reading: &Reading) -> bool {
    let exchanges = reading.connections.iter().flat_map(|connection| &connection.exchanges);
    exchanges.into_iter().any(|exchange| exchange.request.announces_content())
}

fn received(transcript: &expectspec_judge::Transcript) -> Vec<u8> {
    use expectspec_judge::{Direction::FromSubject, Event};
    let octets = transcript.entries.iter().filter_map(|entry| match &entry.event {
        Event::Octets(FromSubject, octets) => Some(&octets[..]),
        _ => None,
    });
    octets.flatten().copied().collect()
}
