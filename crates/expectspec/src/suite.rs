//! What is tested, and how: the builder behind every entry.

use core::time::Duration;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use expectspec_catalogue::{Dangerous, Selection, SelectionError};
use expectspec_requirements::Profile;
use expectspec_runner::{Plan, Subject};
use expectspec_subject::{Ability, Client, Clock, Intermediary, Server};
use libtest_mimic::{Arguments, Conclusion};

use crate::ability::Able;
use crate::diagnosis::Diagnosis;
use crate::trials::trials;

/// What is tested, and how. Made by [`server_in_process`](crate::server_in_process) and the others that
/// [the crate's documentation](crate) lists.
#[derive(Debug)]
pub struct Suite {
    pub(crate) subject: Subject,
    pub(crate) plan: Plan,
    pub(crate) known: Option<PathBuf>,
    pub(crate) patience: Duration,
    pub(crate) diagnosis: Arc<Diagnosis>,
    patterns: Vec<String>,
}

/// A suite for a server that is reached by its adapter.
pub fn server(server: impl Server + 'static) -> Suite {
    Suite::new(Subject::Server(Arc::new(server)))
}

/// A suite for a client that is started by its adapter.
pub fn client(client: impl Client + 'static) -> Suite {
    Suite::new(Subject::Client(Arc::new(client)))
}

/// A suite for an intermediary that is reached by its adapter.
pub fn intermediary(intermediary: impl Intermediary + 'static) -> Suite {
    Suite::new(Subject::Intermediary(Arc::new(intermediary)))
}

/// How long a subject in process may keep the run from going on.
const PATIENCE: Duration = Duration::from_secs(20);

impl Suite {
    fn new(subject: Subject) -> Self {
        let address = subject.address();
        let is_address = address.parse::<SocketAddr>().is_ok();
        let host = if is_address { address.as_str() } else { "localhost" };
        Self {
            plan: Plan::new(Vec::new(), host),
            subject,
            known: None,
            patience: PATIENCE,
            diagnosis: Arc::default(),
            patterns: Vec::new(),
        }
    }

    pub(crate) fn with_diagnosis(self, diagnosis: Arc<Diagnosis>) -> Self {
        Self { diagnosis, ..self }
    }

    /// Whose reading of the protocol decides; [`Profile::Rfc9110`] unless it is said.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.plan.profile = profile;
        self
    }

    /// A file of known deviations, beside `Cargo.toml`. A case that deviates only as it says is ignored,
    /// and a further test, `known-deviations`, fails on an entry that excuses nothing. Its form is told at
    /// [`Known`](expectspec_runner::Known).
    #[must_use]
    pub fn known(mut self, file: impl Into<PathBuf>) -> Self {
        self.known = Some(file.into());
        self
    }

    /// Only the cases that match: a piece of an id, an id with `*`, or a requirement. Said again, those
    /// of either pattern.
    #[must_use]
    pub fn select(mut self, pattern: &str) -> Self {
        self.patterns.push(pattern.to_owned());
        self
    }

    /// Where a POST with content is answered by a 2xx response; `/` unless it is said.
    #[must_use]
    pub fn path(mut self, path: &str) -> Self {
        path.clone_into(&mut self.plan.places.path);
        self
    }

    /// Where a GET is answered; `/` unless it is said.
    #[must_use]
    pub fn get_path(mut self, path: &str) -> Self {
        path.clone_into(&mut self.plan.places.get);
        self
    }

    /// Where a request is refused by its head; a path that nobody has unless it is said.
    #[must_use]
    pub fn reject_path(mut self, path: &str) -> Self {
        path.clone_into(&mut self.plan.places.reject);
        self
    }

    /// Where credentials are wanted. Cases that need such a place are ignored unless it is said.
    #[must_use]
    pub fn protected_path(mut self, path: &str) -> Self {
        path.clone_into(&mut self.plan.places.protected);
        self
    }

    /// A protocol that the subject switches to at this path. Cases that need it are ignored unless it is
    /// said.
    #[must_use]
    pub fn upgrade(mut self, protocol: &str, path: &str) -> Self {
        protocol.clone_into(&mut self.plan.places.upgrade);
        path.clone_into(&mut self.plan.places.upgrade_path);
        self
    }

    /// The value of the `Host` field; `localhost`, or the address, unless it is said.
    #[must_use]
    pub fn host(mut self, host: &str) -> Self {
        host.clone_into(&mut self.plan.places.host);
        self
    }

    /// The intermediary is a proxy that takes requests in absolute-form: for this host, where our origin
    /// server is.
    #[must_use]
    pub fn forwards(mut self, host: &str) -> Self {
        host.clone_into(&mut self.plan.places.host);
        self.plan.places.authority = format!("http://{host}");
        self
    }

    /// The client can do this as well. Of other subjects it says nothing.
    #[must_use]
    pub fn can(mut self, ability: Ability) -> Self {
        if let Subject::Client(client) = self.subject {
            self.subject = Subject::Client(Arc::new(Able { client, ability }));
        }
        self
    }

    /// Every wait is this many percent of its default. For a slow machine more than 100.
    #[must_use]
    pub const fn timeout_scale(mut self, percent: u32) -> Self {
        self.plan.timeout_scale_percent = percent;
        self
    }

    /// How long a subject in process may keep the run from going on before it is given up, in the time
    /// of the wall; 20 seconds unless it is said.
    #[must_use]
    pub const fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// The `main` of a test binary: reads the arguments that `cargo test` and `cargo nextest` give, runs
    /// what they ask for, and tells.
    #[must_use]
    pub fn main(self) -> ExitCode {
        self.run(&Arguments::from_args()).exit_code()
    }

    /// The same with these arguments, for a `main` that does more.
    pub fn run(self, arguments: &Arguments) -> Conclusion {
        let trials = trials(self, arguments);
        libtest_mimic::run(arguments, trials)
    }

    /// Chooses the cases of the plan.
    pub(crate) fn choose(&mut self) -> Result<(), SelectionError> {
        let dangerous = match self.subject.address().parse::<SocketAddr>() {
            Ok(address) if !address.ip().is_loopback() => Dangerous::LeaveOut,
            Ok(_) | Err(_) => Dangerous::Run,
        };
        let selection = Selection::new(self.patterns.clone());
        let chosen = selection.plan(self.subject.party(), self.plan.profile, dangerous)?;
        self.plan.cases = chosen.cases;
        Ok(())
    }

    /// Whether this is all that there is for the subject.
    pub(crate) const fn is_whole(&self) -> bool {
        self.patterns.is_empty()
    }

    pub(crate) fn is_virtual(&self) -> bool {
        self.subject.clock() == Clock::Virtual
    }
}
