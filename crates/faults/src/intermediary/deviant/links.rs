//! The names of connections, and which link of the reference each serves.

use expectspec_engine::intermediary::Link;

use super::Deviant;
use super::line::{Line, Parcel};
use crate::intermediary::rule::Links;

impl Deviant {
    /// A name that no connection has, on the side of this one.
    pub(super) fn free_link(&self, side: Link) -> Link {
        let named = |index| match side {
            Link::Outbound(_) => Link::Outbound(index),
            Link::Inbound(_) => Link::Inbound(index),
        };
        (0..=u16::MAX)
            .map(named)
            .find(|link| !self.lines.contains_key(link))
            .expect("no transport has as many connections")
    }

    /// The connection that serves a link of the reference.
    pub(super) fn link_of(&self, inner: Link) -> Option<Link> {
        self.lines.iter().find(|(_, line)| line.inner == Some(inner)).map(|(link, _)| *link)
    }

    /// The reference wants a connection toward the next hop: a fresh one, or one that was kept.
    pub(super) fn open(&mut self, inner: Link, authority: Option<Vec<u8>>) {
        let mut kept = self.lines.iter_mut().filter(|(_, line)| {
            line.inner.is_none() && line.persists && line.authority == authority
        });
        if let Some((_, line)) = kept.next() {
            line.inner = Some(inner);
            self.inner.handle_connected(inner, self.now);
            return;
        }
        let link = self.free_link(inner);
        let mut line = Line::new(inner);
        line.authority = authority;
        line.out.push_back(Parcel::Open);
        self.lines.insert(link, line);
    }

    /// The reference is done with a connection, wholly or with sending on it.
    pub(super) fn close(&mut self, inner: Link, how: Parcel) {
        let Some(link) = self.link_of(inner) else { return };
        let keeps = self.script.links == Links::Kept;
        let Some(line) = self.lines.get_mut(&link) else { return };
        match inner {
            Link::Inbound(_) if keeps && line.is_open => {
                line.inner = None;
                line.persists = true;
                if matches!(how, Parcel::ShutdownWrite) {
                    self.inner.handle_reset(inner, self.now);
                }
            }
            Link::Outbound(_) if line.persists => {
                line.persists = false;
                if matches!(how, Parcel::ShutdownWrite) {
                    line.inner = None;
                    self.inner.handle_reset(inner, self.now);
                }
                let next = self.inner.handle_accepted(self.now);
                if let Some(line) = self.lines.get_mut(&link) {
                    line.inner = Some(next);
                }
            }
            _ => {
                if matches!(how, Parcel::Close) {
                    line.inner = None;
                }
                line.out.push_back(how);
            }
        }
    }

    /// Ends a connection of which the reference knows, unasked.
    pub(super) fn break_off(&mut self, link: Link) {
        let Some(line) = self.lines.get_mut(&link) else { return };
        line.out.push_back(Parcel::Close);
        if let Some(inner) = line.inner.take() {
            self.inner.handle_reset(inner, self.now);
        }
    }

    /// Sends nothing more on a connection, and reads nothing more of it.
    pub(super) fn turn_away(&mut self, link: Link) {
        let Some(line) = self.lines.get_mut(&link) else { return };
        line.out.push_back(Parcel::ShutdownWrite);
        if let Some(inner) = line.inner.take() {
            self.inner.handle_reset(inner, self.now);
        }
    }

    /// Two connections that serve at the same time are mixed up from now on.
    pub(super) fn cross(&mut self, link: Link) {
        let serves = |other: &Link, line: &Line| {
            let last = line.exchanges.last().map(|&it| &self.exchanges[it]);
            *other != link
                && matches!(other, Link::Inbound(_))
                && line.inner.is_some()
                && last.is_some_and(|exchange| exchange.answers.is_empty())
        };
        let other = self.lines.iter().find(|(other, line)| serves(other, line));
        if let Some((&other, _)) = other
            && !self.crossed.contains_key(&link)
            && !self.crossed.contains_key(&other)
        {
            self.crossed.extend([(link, other), (other, link)]);
        }
    }

    /// The connection is closed, and its name is free.
    pub(super) fn forget(&mut self, link: Link) {
        if let Some(other) = self.crossed.remove(&link) {
            self.crossed.remove(&other);
        }
        self.lines.remove(&link);
    }
}
