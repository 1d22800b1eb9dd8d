//! The reference intermediary between four editors: one for each way that messages go.

mod course;
mod ending;
mod exchange;
mod incoming;
mod line;
mod links;
mod outgoing;
mod stream;

use core::time::Duration;
use std::collections::BTreeMap;

use expectspec_engine::intermediary::{Intermediary, Link, Reading, Transmit, Writing};
use expectspec_subject::IntermediaryMachine;

use super::rule::{Deviation, Script, Way};
use super::{Moment, Until};
use exchange::Exchange;
use line::{Line, Parcel, Wait};

/// An intermediary that differs from the reference by the rules of a [`Script`].
///
/// It gives the reference what comes as the rules would have it read, and sends what the reference
/// sends as the rules would have it sent. Links have names of their own, so that a connection can
/// outlive the link of the reference that it served.
#[derive(Clone, Debug)]
pub struct Deviant {
    script: &'static Script,
    inner: Intermediary,
    now: Duration,
    lines: BTreeMap<Link, Line>,
    exchanges: Vec<Exchange>,
    /// Connections toward the next hop that are mixed up.
    crossed: BTreeMap<Link, Link>,
    /// What was given out last.
    given: Vec<u8>,
}

impl Deviant {
    /// An intermediary without connections.
    #[must_use]
    pub fn new(script: &'static Script) -> Self {
        Self {
            script,
            inner: Intermediary::new((script.policy)()),
            now: Duration::ZERO,
            lines: BTreeMap::new(),
            exchanges: Vec::new(),
            crossed: BTreeMap::new(),
            given: Vec::new(),
        }
    }

    /// What is done otherwise on this way, at this moment.
    fn deviations(&self, on: Way, moment: &Moment<'_>) -> Vec<Deviation> {
        let rules = self.script.rules.iter();
        rules.filter(|it| it.on == on && (it.when)(moment)).map(|it| it.then).collect()
    }

    fn inner_of(&self, link: Link) -> Option<Link> {
        self.lines.get(&link)?.inner
    }

    /// Gives the reference octets, if the link is one of its own.
    fn give(&mut self, link: Link, octets: &[u8]) {
        if let Some(inner) = self.inner_of(link).filter(|_| !octets.is_empty()) {
            self.inner.handle_octets(inner, octets, self.now);
        }
    }

    fn send(&mut self, link: Link, octets: Vec<u8>) {
        if let Some(line) = self.lines.get_mut(&link) {
            line.send(octets);
        }
    }

    fn wait(&mut self, link: Link, exchange: usize, until: Until) {
        let deadline = match until {
            Until::Ms(ms) => self.now.saturating_add(Duration::from_millis(ms)),
            Until::RequestEnd | Until::Invited | Until::Final | Until::Never => Duration::MAX,
        };
        if let Some(line) = self.lines.get_mut(&link) {
            line.out.push_back(Parcel::Wait(Wait { exchange, until, deadline }));
        }
    }

    fn is_over(&self, wait: Wait) -> bool {
        wait.deadline <= self.now || self.exchanges[wait.exchange].has_come(wait.until)
    }

    /// The next connection on which there is something to do.
    fn next_link(&mut self) -> Option<Link> {
        let links: Vec<Link> = self.lines.keys().copied().collect();
        links.into_iter().find(|link| {
            while let Some(&Parcel::Wait(wait)) = self.lines[link].out.front() {
                if !self.is_over(wait) {
                    return false;
                }
                if let Some(line) = self.lines.get_mut(link) {
                    line.out.pop_front();
                }
            }
            let line = &self.lines[link];
            !line.is_busy && !line.out.is_empty()
        })
    }

    fn deadlines(&self) -> impl Iterator<Item = Duration> {
        let fronts = self.lines.values().filter_map(|line| line.out.front());
        fronts.filter_map(|parcel| match parcel {
            Parcel::Wait(wait) if wait.deadline < Duration::MAX => Some(wait.deadline),
            _ => None,
        })
    }
}

impl IntermediaryMachine for Deviant {
    fn handle_accepted(&mut self, now: Duration) -> Link {
        self.now = now;
        let inner = self.inner.handle_accepted(now);
        let link = self.free_link(inner);
        self.lines.insert(link, Line::new(inner));
        link
    }

    fn handle_connected(&mut self, link: Link, now: Duration) {
        self.now = now;
        let Some(line) = self.lines.get_mut(&link) else { return };
        if let Some(inner) = line.inner.filter(|_| !line.is_open) {
            line.is_open = true;
            self.inner.handle_connected(inner, now);
        }
    }

    fn handle_octets(&mut self, link: Link, octets: &[u8], now: Duration) {
        self.now = now;
        let link = self.crossed.get(&link).copied().unwrap_or(link);
        if let Some(line) = self.lines.get_mut(&link) {
            line.input.push(octets);
            self.read(link);
        }
    }

    fn handle_end(&mut self, link: Link, now: Duration) {
        self.now = now;
        let link = self.crossed.get(&link).copied().unwrap_or(link);
        if self.end(link)
            && let Some(inner) = self.inner_of(link)
        {
            self.inner.handle_end(inner, now);
        }
    }

    fn handle_reset(&mut self, link: Link, now: Duration) {
        self.now = now;
        let link = self.crossed.get(&link).copied().unwrap_or(link);
        if self.end(link)
            && let Some(inner) = self.inner_of(link)
        {
            self.inner.handle_reset(inner, now);
        }
    }

    fn handle_written(&mut self, link: Link, now: Duration) {
        self.now = now;
        if let Some(line) = self.lines.get_mut(&link) {
            line.is_busy = false;
        }
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.now = now;
        self.inner.handle_timeout(now);
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.deadlines().chain(self.inner.poll_timeout()).min()
    }

    fn poll_transmit(&mut self) -> Option<(Link, Transmit<'_>)> {
        while self.take_transmit() {}
        let link = self.next_link()?;
        let parcel = self.lines.get_mut(&link)?.out.pop_front()?;
        if matches!(parcel, Parcel::Close) {
            self.forget(link);
            return Some((link, Transmit::Close));
        }
        let line = self.lines.get_mut(&link)?;
        let transmit = match parcel {
            Parcel::Open => Transmit::Open { authority: line.authority.as_deref() },
            Parcel::Octets(octets) => {
                line.is_busy = true;
                self.given = octets;
                Transmit::Octets(&self.given)
            }
            Parcel::ShutdownWrite => Transmit::ShutdownWrite,
            // Whoever looks for a link waits for nothing; and it is not gone.
            Parcel::Wait(_) | Parcel::Close => return None,
        };
        Some((link, transmit))
    }

    fn reading(&self, link: Link) -> Reading {
        match self.lines.get(&link).map(|line| line.inner) {
            Some(Some(inner)) => self.inner.reading(inner),
            Some(None) => Reading::Wanted,
            None => Reading::Paused,
        }
    }

    fn writing(&self, link: Link) -> Writing {
        if self.lines.contains_key(&link) { Writing::Wanted } else { Writing::Dropped }
    }
}
