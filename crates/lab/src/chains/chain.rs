//! A chain of two hops in one case: what the first one did, and what the next one did.

use std::time::Instant;

use expectspec_judge::{Direction, Entry, Event, Side, Transcript};
use expectspec_requirements::{Form, Party};

use super::tap::{Tapped, opposite};

/// What was seen of two hops, from all vantage points. What passed between them stands in both
/// transcripts: on the inbound side of the first one, and on the outbound side of the next one.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// Of the intermediary in front.
    pub(super) first: Transcript,
    /// Of whoever is behind it.
    pub(super) next: Transcript,
}

/// What stands behind the intermediary.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Behind {
    /// An origin server.
    OriginServer,
    /// Another intermediary, behind which is our origin server.
    Intermediary(Form),
}

impl Chain {
    /// Puts together what was played (our client's side, and our origin server's if there is one) from
    /// `began` on, and what was tapped.
    pub(super) fn new(
        played: Transcript,
        tapped: &[Tapped],
        began: Instant,
        form: Form,
        behind: Behind,
    ) -> Self {
        let Transcript { ref transport, windows, .. } = played;
        let (party, next_form) = match behind {
            Behind::OriginServer => (Party::OriginServer, None),
            Behind::Intermediary(form) => (Party::Intermediary, Some(form)),
        };
        let mut first = Transcript::new(Party::Intermediary, transport, windows);
        first.form = Some(form);
        let mut next = Transcript::new(party, transport, windows);
        next.form = next_form;
        for (connection, tapped) in (0..).zip(tapped) {
            for (at, event) in &tapped.events {
                let at_us = at.saturating_duration_since(began).as_micros();
                let at_us = u64::try_from(at_us).unwrap_or(u64::MAX);
                let entry = |side, event| Entry { at_us, side, connection, event };
                next.entries.push(entry(Side::Outbound, event.clone()));
                first.entries.push(entry(Side::Inbound, turned_round(event)));
            }
        }
        for entry in played.entries {
            match entry.side {
                Side::Outbound => first.entries.push(entry),
                Side::Inbound => next.entries.push(entry),
            }
        }
        for transcript in [&mut first, &mut next] {
            transcript.entries.sort_by_key(|entry| entry.at_us);
        }
        Self { first, next }
    }

    /// Whether anything reached the next hop.
    pub(super) fn is_reached(&self) -> bool {
        let sent = |it: &Entry| matches!(it.event, Event::Octets(Direction::ToSubject, _));
        self.next.entries.iter().any(|it| it.side == Side::Outbound && sent(it))
    }

    /// How long anybody was watched, in microseconds.
    pub(super) fn watched_until_us(&self) -> u64 {
        let last = |transcript: &Transcript| transcript.entries.last().map_or(0, |it| it.at_us);
        last(&self.first).max(last(&self.next))
    }
}

/// The same, as the other end sees it.
fn turned_round(event: &Event) -> Event {
    let turned = |direction: Direction| opposite(direction);
    match event {
        Event::Octets(direction, octets) => Event::Octets(turned(*direction), octets.clone()),
        Event::End(direction) => Event::End(turned(*direction)),
        Event::Reset(direction) => Event::Reset(turned(*direction)),
        Event::Quiet | Event::Said(_) => event.clone(),
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::*;

    #[test]
    fn what_passes_between_two_hops_stands_in_both_transcripts() {
        let began = Instant::now();
        let at = |us| began + Duration::from_micros(us);
        let tapped = Tapped {
            events: vec![
                (at(200), Event::Octets(Direction::ToSubject, b"GET / HTTP/1.1\r\n\r\n".to_vec())),
                (at(900), Event::End(Direction::FromSubject)),
            ],
        };
        let played = "# subject: origin-server  transport: h1/tcp\n    \
                      0.100 outbound > GET / HTTP/1.1\n                   >\n    \
                      1.000 outbound < FIN\n";
        let played: Transcript = played.parse().unwrap();
        let behind = Behind::OriginServer;
        let chain = Chain::new(played, &[tapped], began, Form::Gateway, behind);
        let lines = |transcript: &Transcript| {
            let text = transcript.to_string();
            text.lines().skip(2).map(|line| line.trim().to_owned()).collect::<Vec<_>>()
        };
        let expected = [
            "0.100 outbound > GET / HTTP/1.1",
            ">",
            "0.200 inbound  < GET / HTTP/1.1",
            "<",
            "0.900 inbound  > FIN",
            "1.000 outbound < FIN",
        ];
        assert_eq!(lines(&chain.first), expected);
        let expected = ["0.200 outbound > GET / HTTP/1.1", ">", "0.900 outbound < FIN"];
        assert_eq!(lines(&chain.next), expected);
        assert_eq!(chain.first.form, Some(Form::Gateway));
        assert_eq!(chain.watched_until_us(), 1000);
        assert!(chain.is_reached());
    }
}
