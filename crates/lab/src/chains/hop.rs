//! A subject as a hop of a chain: it runs, and where it forwards to we listen.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use expectspec_requirements::Form;

use crate::error::LabError;
use crate::start::{POLL, Prepared, Readiness, Started};
use crate::subject_file::{Duty, Role, Start, SubjectFile};
use crate::version::version_of;

/// A server or an intermediary that runs.
#[derive(Debug)]
pub(super) struct Hop {
    pub(super) name: String,
    pub(super) version: String,
    /// What it has if it is an intermediary.
    pub(super) between: Option<Between>,
    running: Mutex<Running>,
}

/// What makes a hop an intermediary.
#[derive(Debug)]
pub(super) struct Between {
    pub(super) duty: Duty,
    /// How many cases may be under way at once.
    pub(super) concurrency: usize,
    /// Where it forwards to: a tap listens here, or our origin server.
    pub(super) inbound: TcpListener,
}

/// What runs.
#[derive(Debug)]
enum Running {
    /// A subject, until this is dropped.
    Subject { started: Started, file: Box<SubjectFile>, start: Box<Start> },
    /// Something that runs anyway.
    #[cfg(test)]
    Elsewhere(SocketAddr),
}

impl Hop {
    /// Starts a subject, which is no client, and waits until it is ready.
    pub(super) fn start(file: &SubjectFile) -> Result<Self, LabError> {
        let version = version_of(&file.version)?;
        let (start, between) = match &file.role {
            Role::Server { start, .. } => (start, None),
            Role::Intermediary { start, between } => {
                let inbound =
                    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(LabError::System)?;
                let (duty, concurrency) = (between.duty, between.concurrency);
                (start, Some(Between { duty, concurrency, inbound }))
            }
            Role::Client { .. } => return Err(LabError::NotTested(vec![file.name.clone()])),
        };
        let started = start_subject(file, start, between.as_ref())?;
        let (file_of, start) = (Box::new(file.clone()), Box::new(start.clone()));
        let running = Mutex::new(Running::Subject { started, file: file_of, start });
        Ok(Self { name: file.name.clone(), version, between, running })
    }

    /// Where it listens.
    pub(super) fn address(&self) -> SocketAddr {
        match &*self.running() {
            Running::Subject { started, .. } => started.address(),
            #[cfg(test)]
            Running::Elsewhere(address) => *address,
        }
    }

    /// Starts it again if it is there no more.
    pub(super) fn revive(&self) -> Result<Revival, LabError> {
        match &mut *self.running() {
            Running::Subject { started, file, start } => {
                if started.readiness(start).is_ok() {
                    return Ok(Revival::NotNeeded);
                }
                *started = start_subject(file, start, self.between.as_ref())?;
                Ok(Revival::Done)
            }
            #[cfg(test)]
            Running::Elsewhere(_) => Ok(Revival::NotNeeded),
        }
    }

    fn running(&self) -> MutexGuard<'_, Running> {
        // What it guards is whole between any two statements.
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Its form, if it is an intermediary.
    pub(super) fn form(&self) -> Option<Form> {
        self.between.as_ref().map(|it| it.duty.form())
    }

    /// Whether an intermediary can forward to it: requests to a forward proxy are made for one.
    pub(super) fn is_next_hop(&self) -> bool {
        self.between.as_ref().is_none_or(|it| it.duty != Duty::Forward)
    }

    /// How many cases may be under way at once: one, if it may send requests of different clients over
    /// one connection.
    pub(super) fn concurrency(&self) -> usize {
        self.between.as_ref().map_or(usize::MAX, |it| it.concurrency)
    }

    /// One that runs already.
    #[cfg(test)]
    pub(super) fn running_at(name: &str, address: SocketAddr, between: Option<Between>) -> Self {
        let running = Mutex::new(Running::Elsewhere(address));
        Self { name: name.to_owned(), version: "0".to_owned(), between, running }
    }
}

/// Whether a hop had to be started again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Revival {
    /// It had not ended.
    NotNeeded,
    /// It had ended, and is back at another address.
    Done,
}

fn start_subject(
    file: &SubjectFile,
    start: &Start,
    between: Option<&Between>,
) -> Result<Started, LabError> {
    let port = |it: &Between| it.inbound.local_addr().map(|address| address.port());
    let port = between.map(port).transpose().map_err(LabError::System)?;
    let mut started = Prepared::new(file, start, port)?.start(file, start)?;
    while started.readiness(start)? == Readiness::NotYet {
        thread::sleep(POLL);
    }
    Ok(started)
}
