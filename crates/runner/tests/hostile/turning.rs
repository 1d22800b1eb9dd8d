//! A server that is sound at first.

use core::future::ready;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::io::ErrorKind;
use std::sync::Arc;

use expectspec_subject::{Clock, Connecting, Connection, Server, SubjectError};

use super::conduct::Conduct;

/// A server that is sound on its first connections.
#[derive(Debug)]
struct Turning {
    conduct: Conduct,
    sound: usize,
    opened: AtomicUsize,
}

/// A server that is sound on its first connections, and then as `conduct` says.
pub(crate) fn turning(conduct: Conduct, sound: usize) -> Arc<dyn Server> {
    Arc::new(Turning { conduct, sound, opened: AtomicUsize::new(0) })
}

impl Server for Turning {
    fn connect(&self) -> Connecting<'_> {
        let number = self.opened.fetch_add(1, Ordering::Relaxed);
        let conduct = if number < self.sound { Conduct::Sound } else { self.conduct };
        if conduct == Conduct::Refuses {
            let error = ErrorKind::ConnectionRefused.into();
            let error = SubjectError::Connect { address: self.address(), error };
            return Box::pin(ready(Err(error)));
        }
        let (ours, theirs) = tokio::io::duplex(64 * 1024);
        tokio::spawn(conduct.serve(theirs));
        Box::pin(ready(Ok(Connection::Memory(ours))))
    }

    fn address(&self) -> String {
        "hostile".to_owned()
    }

    fn transport(&self) -> &'static str {
        "h1/memory"
    }

    fn clock(&self) -> Clock {
        Clock::Virtual
    }
}
