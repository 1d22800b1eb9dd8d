//! What the model and the fuzzed chains take for granted.

use core::time::Duration;

use expectspec_engine::intermediary::Link;
use expectspec_engine::origin_server::Policy;
use expectspec_judge::{Direction, Event};
use expectspec_machines::{Act, Application, Heard, Item, Line, Machine, TaggedSite};

fn line(before: &[Line<Item>], opener: usize, accepter: usize) -> Line<Item> {
    Line::new([(opener, Link::Inbound(0)), (accepter, Link::Outbound(0))], before.iter())
}

#[test]
fn an_end_breaks_its_connection_once() {
    let mut line = line(&[], 0, 1);
    assert!(line.ends[0].refuse());
    assert!(!line.ends[0].refuse());
    assert!(line.ends[1].refuse());
}

#[test]
fn connections_are_numbered_for_each_machine_and_side() {
    let mut lines = Vec::new();
    for (opener, accepter) in [(0, 1), (1, 2), (0, 1), (1, 2), (3, 1)] {
        lines.push(line(&lines, opener, accepter));
    }
    let numbers: Vec<_> = lines.iter().map(|it| it.ends.each_ref().map(|it| it.number)).collect();
    assert_eq!(numbers, [[0, 0], [0, 0], [1, 1], [1, 1], [0, 2]]);
}

#[test]
fn a_transcript_says_all_that_is_under_way_but_that_a_connection_is_open() {
    let to = Direction::ToSubject;
    let octets = || b"a".to_vec();
    for (item, heard, event) in [
        (Item::Connected, Heard::Connected, None),
        (Item::Octets(octets()), Heard::Octets(b"a"), Some(Event::Octets(to, octets()))),
        (Item::End, Heard::End, Some(Event::End(to))),
        (Item::Reset, Heard::Reset, Some(Event::Reset(to))),
    ] {
        assert_eq!((item.heard(), item.event(to)), (heard, event));
    }
}

#[test]
fn a_response_tells_the_tag_of_its_request_on_each_connection() {
    let mut site = TaggedSite::new(Policy::default(), Application::Asking);
    let links = ["0.0", "1.0"].map(|tag| (site.handle_accepted(Duration::ZERO), tag));
    for (link, tag) in links.into_iter().rev() {
        let request = format!("GET /expectspec-0/{tag}/next HTTP/1.1\r\nHost: t\r\n\r\n");
        site.handle(link, Heard::Octets(request.as_bytes()), Duration::ZERO);
        let Some((to, Act::Octets(response))) = site.poll_act(Duration::ZERO) else {
            panic!("a response")
        };
        let response = String::from_utf8(response).unwrap();
        assert_eq!(to, link);
        assert!(response.contains(&format!("\r\nExpectspec-Tag: 0/{tag}/next\r\n")));
    }
}

#[test]
fn behind_octets_there_is_nothing_more_until_they_are_written() {
    let now = Duration::ZERO;
    let mut site = TaggedSite::new(Policy::default(), Application::Asking);
    let link = site.handle_accepted(now);
    let head =
        b"POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n";
    site.handle(link, Heard::Octets(head), now);
    let says = |act: Option<(Link, Act)>, start: &[u8]| matches!(act, Some((_, Act::Octets(octets))) if octets.starts_with(start));
    assert!(says(site.poll_act(now), b"HTTP/1.1 100 "));
    site.handle(link, Heard::Octets(b"a"), now);
    assert_eq!(site.poll_act(now), None);
    site.handle(link, Heard::Written, now);
    assert!(says(site.poll_act(now), b"HTTP/1.1 200 "));
}
