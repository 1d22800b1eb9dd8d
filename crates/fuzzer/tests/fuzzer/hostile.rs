//! Whatever a subject does, a run of the fuzzer ends.

use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::sync::Arc;

use expectspec_engine::origin_server::Policy;
use expectspec_fuzzer::{End, Fuzz, Outcome, Settings};
use expectspec_requirements::Verdict;
use expectspec_subject::{Clock, Connecting, InProcess, Server, SubjectError, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};

use crate::common::{fuzz, places};

/// How many connections the first conversation takes.
const CHECK_CONNECTIONS: usize = 4;

#[derive(Clone, Copy, Debug)]
enum Conduct {
    /// Reads and says nothing.
    Silent,
    /// Reads nothing and says nothing.
    Deaf,
    /// Ends each connection at once.
    Gone,
    /// Says the same for ever.
    Floods(&'static [u8]),
    /// Says one octet now and then.
    Drips,
}

/// Serves as the reference does at first, and like this later.
fn turned(conduct: Conduct, executions: u64) -> Outcome {
    let served = Arc::new(AtomicUsize::new(0));
    let serve = move |io: DuplexStream| {
        let is_sound = served.fetch_add(1, Ordering::Relaxed) < CHECK_CONNECTIONS;
        async move {
            if is_sound { serve(io, Policy::default()).await } else { behave(conduct, io).await }
        }
    };
    let settings = Settings {
        executions_max: Some(executions),
        shrink_executions_max: 20,
        places: places(),
        ..Settings::default()
    };
    fuzz(serve, settings)
}

async fn behave(conduct: Conduct, mut io: DuplexStream) {
    let mut octets = [0; 1024];
    match conduct {
        Conduct::Gone => {}
        Conduct::Deaf => core::future::pending().await,
        Conduct::Silent => while matches!(io.read(&mut octets).await, Ok(1..)) {},
        Conduct::Floods(octets) => while io.write_all(octets).await.is_ok() {},
        Conduct::Drips => {
            while io.write_all(b"H").await.is_ok() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

#[test]
fn a_run_ends_whatever_the_subject_does() {
    let flood = b"HTTP/1.1 100 Continue\r\n\r\n";
    for (conduct, executions) in [
        (Conduct::Silent, 20),
        (Conduct::Deaf, 20),
        (Conduct::Gone, 20),
        (Conduct::Floods(flood), 3),
        (Conduct::Floods(b"x"), 3),
        (Conduct::Drips, 10),
    ] {
        let outcome = turned(conduct, executions);
        assert_eq!(outcome.progress.executions, executions, "{conduct:?}");
        let is_silent = matches!(conduct, Conduct::Silent | Conduct::Deaf);
        assert!(!is_silent || !outcome.finds.is_empty(), "{conduct:?}");
    }
}

/// A server that can't be reached any more when it has served so many connections.
struct Mortal {
    server: Arc<dyn Server>,
    left: AtomicUsize,
}

impl Server for Mortal {
    fn connect(&self) -> Connecting<'_> {
        let less = |left: usize| left.checked_sub(1);
        if self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).is_ok() {
            return self.server.connect();
        }
        let error = SubjectError::ConnectTimeout { address: self.address() };
        Box::pin(core::future::ready(Err(error)))
    }

    fn address(&self) -> String {
        self.server.address()
    }

    fn transport(&self) -> &'static str {
        self.server.transport()
    }

    fn clock(&self) -> Clock {
        self.server.clock()
    }
}

#[test]
fn a_run_ends_when_the_subject_is_gone_and_says_what_came_before() {
    let reference = InProcess::new("reference", |io| serve(io, Policy::default()));
    let server: Arc<dyn Server> =
        Arc::new(Mortal { server: Arc::new(reference), left: AtomicUsize::new(30) });
    let settings = Settings { places: places(), least: Verdict::Deviates, ..Settings::default() };
    let outcome = Fuzz { subject: server.into(), settings }.run(&mut |_| {}).expect("it answers");
    assert!(matches!(&outcome.end, End::Gone { under_way } if !under_way.is_empty()));
    assert!(outcome.progress.executions > 0 && outcome.finds.is_empty());
}
