//! What is noticed of a subject in process while it runs, so that a failure can name the cause.

use core::future::Future;
use core::pin::Pin;
use core::sync::atomic::{AtomicBool, Ordering::Relaxed};
use core::task::{Context, Poll};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};

/// What is noticed of a subject in process.
#[derive(Debug, Default)]
pub(crate) struct Diagnosis {
    /// Its function was called.
    called: AtomicBool,
    /// Its future ended.
    ended: AtomicBool,
    /// It read from a stream, or wrote to one.
    used: AtomicBool,
    /// It did so on a thread that is not ours.
    strayed: AtomicBool,
    /// Its future is being polled.
    is_polled: AtomicBool,
    /// What it panicked with, and has not been told yet.
    panics: Mutex<Vec<String>>,
}

impl Diagnosis {
    /// The stream was used, by someone who belongs on thread `home`.
    pub(crate) fn use_stream(&self, home: ThreadId) {
        self.used.store(true, Relaxed);
        if thread::current().id() != home {
            self.strayed.store(true, Relaxed);
        }
    }

    /// Whether the subject used a stream on a thread where our clock does not wait for it.
    pub(crate) fn has_strayed(&self) -> bool {
        self.strayed.load(Relaxed)
    }

    /// Whether the subject's future is being polled at this moment.
    pub(crate) fn is_polled(&self) -> bool {
        self.is_polled.load(Relaxed)
    }

    /// What the subject panicked with since this was asked last.
    pub(crate) fn take_panics(&self) -> Vec<String> {
        core::mem::take(&mut *self.panics.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Why a subject that says nothing may do so.
    pub(crate) fn of_silence(&self) -> &'static str {
        let [called, ended, used] =
            [&self.called, &self.ended, &self.used].map(|it| it.load(Relaxed));
        match (called, used, ended) {
            _ if self.has_strayed() => STRAYED,
            (true, false, true) => {
                "its future ended, and nobody read the stream or wrote to it: it has to be the \
                 whole of the work, not to start it elsewhere"
            }
            (true, false, false) => {
                "its future was started, but nobody read the stream or wrote to it: does it wait for \
                 a thread, a runtime or a socket of its own? Then test it over TCP, with \
                 server_on_thread or client_on_thread"
            }
            _ => "",
        }
    }

    fn panicked(&self, payload: &(dyn Any + Send)) {
        let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
        let text = text.unwrap_or_else(|| "something that is no text".to_owned());
        self.panics.lock().unwrap_or_else(PoisonError::into_inner).push(text);
    }
}

/// Why nothing holds of a subject that strayed.
pub(crate) const STRAYED: &str = "the subject used its stream on another thread, where the paused clock does not wait for it: in \
     process it has to stay on the runtime at hand (tokio::spawn does, Runtime::new, thread::spawn and \
     spawn_blocking do not). Test it over TCP, with server_on_thread or client_on_thread";

/// The future of a subject, with what is noticed of it. A panic ends it, as it ends a task.
pub(crate) struct Noticed<F> {
    future: Pin<Box<F>>,
    diagnosis: Arc<Diagnosis>,
}

impl<F: Future> Noticed<F> {
    pub(crate) fn new(future: F, diagnosis: &Arc<Diagnosis>) -> Self {
        diagnosis.called.store(true, Relaxed);
        Self { future: Box::pin(future), diagnosis: Arc::clone(diagnosis) }
    }
}

impl<F: Future> Future for Noticed<F> {
    /// What the future gave, unless it panicked.
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.diagnosis.is_polled.store(true, Relaxed);
        let polled = catch_unwind(AssertUnwindSafe(|| self.future.as_mut().poll(context)));
        self.diagnosis.is_polled.store(false, Relaxed);
        let output = match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(output)) => Some(output),
            Err(payload) => {
                self.diagnosis.panicked(payload.as_ref());
                None
            }
        };
        self.diagnosis.ended.store(true, Relaxed);
        Poll::Ready(output)
    }
}
