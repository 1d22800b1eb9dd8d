//! What the end of a connection leads to.

use expectspec_engine::intermediary::Link;

use super::Deviant;
use super::line::{Line, Parcel};
use crate::intermediary::Came;
use crate::intermediary::rule::{Deviation, OnEnd, Way};

impl Deviant {
    /// Takes the end of a connection; true if the reference is to hear of it.
    pub(super) fn end(&mut self, link: Link) -> bool {
        self.read(link);
        let Some(line) = self.lines.get_mut(&link) else { return false };
        if line.inner.is_none() {
            line.persists = false;
            line.out.push_back(Parcel::Close);
            return false;
        }
        for on_end in self.on_end(link) {
            match on_end {
                OnEnd::Ignored => return false,
                OnEnd::Before(octets) => self.give(link, octets),
                OnEnd::Completes => {
                    let line = self.lines.get_mut(&link);
                    let filler = line.and_then(|line| line.input.presume());
                    self.give(link, &filler.unwrap_or_default());
                }
                OnEnd::Again => {
                    self.begin_again(link);
                    return false;
                }
            }
        }
        let rest = self.lines.get_mut(&link).map(|line| line.input.take_all());
        self.give(link, &rest.unwrap_or_default());
        true
    }

    /// What is done otherwise, where a request is incomplete, or has no final response.
    fn on_end(&self, link: Link) -> Vec<OnEnd> {
        let last = self.lines[&link].exchanges.last().map(|&it| &self.exchanges[it]);
        let (way, is_open) = match link {
            Link::Outbound(_) => (Way::FromClient, last.is_some_and(|it| it.came != Came::All)),
            Link::Inbound(_) => (Way::FromOrigin, last.is_some_and(|it| !it.is_answered)),
        };
        let Some(exchange) = last.filter(|_| is_open) else { return Vec::new() };
        let deviations = self.at_end(way, &exchange.end()).into_iter();
        deviations
            .filter_map(|it| match it {
                Deviation::End(on_end) => Some(on_end),
                _ => None,
            })
            .collect()
    }

    /// The request goes out again, as far as it had, on another connection.
    fn begin_again(&mut self, link: Link) {
        let Some(line) = self.lines.get_mut(&link) else { return };
        let Some(inner) = line.inner.take() else { return };
        line.out.push_back(Parcel::Close);
        let mut again = Line::new(inner);
        again.is_open = true;
        again.authority.clone_from(&line.authority);
        again.exchanges.extend(line.exchanges.last());
        std::mem::swap(&mut again.output, &mut line.output);
        std::mem::swap(&mut again.output_course, &mut line.output_course);
        let sent = std::mem::take(&mut line.sent);
        again.out.push_back(Parcel::Open);
        again.send(sent);
        for &exchange in &again.exchanges {
            self.exchanges[exchange].forwards += 1;
        }
        let fresh = self.free_link(inner);
        self.lines.insert(fresh, again);
    }
}
