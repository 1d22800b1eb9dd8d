//! What runs is known in one place, so that it is stopped whatever ends the lab: a signal, a panic, an error.

use core::future::poll_fn;
use core::task::Poll;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::children;
use crate::error::LabError;
use crate::folder;
use crate::start::{POLL, Prepared, Readiness, Started};
use crate::subject_file::{Start, SubjectFile};

/// The one place that knows what runs, so that a signal can stop it.
#[derive(Debug, Default)]
pub(crate) struct Emergency {
    running: Running,
    /// Holds everything temporary.
    _folder: Option<TempDir>,
}

/// The server or intermediary that runs, if one does.
#[derive(Clone, Debug, Default)]
struct Running(Arc<Mutex<Option<Started>>>);

/// Keeps a server or an intermediary running; stops it when it is dropped, by a panic too.
#[derive(Debug)]
pub(crate) struct Kept<'a> {
    emergency: &'a Emergency,
    address: SocketAddr,
}

impl Kept<'_> {
    /// Where it listens.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Emergency {
    /// Watches for signals from now on, to the end of the process.
    pub(crate) fn watch() -> Result<Self, LabError> {
        let folder = folder::new()?;
        tempfile::env::override_temp_dir(folder.path()).expect("the lab watches once");
        let path = folder.path().to_owned();
        let emergency = Self { running: Running::default(), _folder: Some(folder) };
        let runtime =
            Builder::new_current_thread().enable_io().build().map_err(LabError::System)?;
        let guard = runtime.enter();
        let mut signals = Vec::new();
        for (kind, number) in
            [(SignalKind::hangup(), 1), (SignalKind::interrupt(), 2), (SignalKind::terminate(), 15)]
        {
            signals.push((signal(kind).map_err(LabError::System)?, number));
        }
        drop(guard);
        let running = emergency.running.clone();
        thread::spawn(move || running.end(&runtime, signals, &path));
        Ok(emergency)
    }

    /// Goes on, unless a signal came.
    pub(crate) fn go_on(&self) {
        drop(self.running.lock());
    }

    /// Starts a server or an intermediary, waits until it is ready, and keeps it running until what
    /// this returns is dropped. `origin` is the port of our origin server, for an intermediary.
    pub(crate) fn start(
        &self,
        file: &SubjectFile,
        start: &Start,
        origin: Option<u16>,
    ) -> Result<Kept<'_>, LabError> {
        // A build may take long, so that the lock is free meanwhile.
        let prepared = Prepared::new(file, start, origin)?;
        let mut running = self.running.lock();
        let started = running.insert(prepared.start(file, start)?);
        let kept = Kept { emergency: self, address: started.address() };
        drop(running);
        loop {
            // The lock is free in between, so that a signal need not wait.
            let readiness = match self.running.lock().as_mut() {
                Some(started) => started.readiness(start)?,
                None => Readiness::NotYet,
            };
            if readiness == Readiness::Ready {
                return Ok(kept);
            }
            thread::sleep(POLL);
        }
    }
}

impl Running {
    /// Waits for a signal and ends everything.
    fn end(&self, runtime: &Runtime, signals: Vec<(Signal, i32)>, folder: &Path) {
        let number = runtime.block_on(first(signals));
        // The lock is kept, so that nothing can be started any more.
        let mut running = self.lock();
        drop(running.take());
        children::kill_all();
        // What is gone needs no removal.
        fs::remove_dir_all(folder).ok();
        process::exit(128 + number);
    }

    fn lock(&self) -> MutexGuard<'_, Option<Started>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Kept<'_> {
    fn drop(&mut self) {
        drop(self.emergency.running.lock().take());
    }
}

/// The number of the first signal that comes.
async fn first(mut signals: Vec<(Signal, i32)>) -> i32 {
    poll_fn(|context| {
        let came = signals
            .iter_mut()
            .find_map(|(signal, number)| signal.poll_recv(context).is_ready().then_some(*number));
        came.map_or(Poll::Pending, Poll::Ready)
    })
    .await
}
