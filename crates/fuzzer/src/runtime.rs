//! What a run runs on: the runtime of its clock.

use core::pin::pin;
use core::task::{Context, Poll, Waker};
use std::io;

use expectspec_subject::Clock;
use tokio::runtime::{Builder, Runtime};

/// A runtime whose time is that of this clock.
pub(crate) fn runtime(clock: Clock) -> io::Result<Runtime> {
    let mut builder = Builder::new_current_thread();
    builder.enable_all();
    if clock == Clock::Virtual {
        builder.start_paused(true);
    }
    builder.build()
}

/// Runs what plays inputs to its end.
pub(crate) fn run<T>(clock: Clock, runtime: &Runtime, playing: impl Future<Output = T>) -> T {
    match clock {
        // Each execution has a runtime of its own there.
        Clock::Virtual => run_at_once(playing),
        Clock::Real => runtime.block_on(playing),
    }
}

/// Runs a future that never waits for anything.
///
/// # Panics
/// When it waits.
fn run_at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("on a paused clock nothing is waited for"),
    }
}
