//! Where the reference machines stand.

use expectspec_engine::client::Outcome;
use expectspec_engine::intermediary::Intermediary;
use expectspec_engine::origin_server::State;
use expectspec_machines::{Agent, Arrived, TaggedSite};

use super::{Explored, Progress};

impl Explored for Agent {
    fn copy(&self) -> Box<dyn Explored> {
        Box::new(self.clone())
    }

    fn progress(&self) -> Progress {
        if self.client().is_done() { Progress::Gone } else { Progress::Waiting }
    }

    fn standing(&self) -> String {
        let said = self.outcomes().iter().map(|it| match it.result {
            Ok(code) => format!(", was told {code}"),
            Err(failure) => format!(", was told of a failure ({failure:?})"),
        });
        format!("in {:?}{}", self.client().client().state(), said.collect::<String>())
    }

    fn outcomes(&self) -> &[Outcome] {
        self.outcomes()
    }
}

impl Explored for Intermediary {
    fn copy(&self) -> Box<dyn Explored> {
        Box::new(self.clone())
    }

    fn progress(&self) -> Progress {
        Progress::with_connections(self.links().count())
    }

    fn standing(&self) -> String {
        joined(self.links().map(|it| format!("{it:?}")))
    }
}

impl Explored for TaggedSite {
    fn copy(&self) -> Box<dyn Explored> {
        Box::new(self.clone())
    }

    fn progress(&self) -> Progress {
        Progress::with_connections(self.servers().len())
    }

    fn standing(&self) -> String {
        joined(self.servers().map(|it| match it.state() {
            State::Due => "in Due: it owes a 100 (Continue) or a final response".into(),
            state => format!("in {state:?}"),
        }))
    }

    fn arrived(&self) -> &[Arrived] {
        self.arrived()
    }
}

fn joined(connections: impl Iterator<Item = String>) -> String {
    let connections: Vec<_> = connections.collect();
    if connections.is_empty() { "without connections".into() } else { connections.join(", ") }
}
