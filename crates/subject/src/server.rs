//! The adapter trait for servers.

use core::future::Future;
use core::pin::Pin;

use crate::{Connection, SubjectError};

/// The future of a connection that is being opened.
pub type Connecting<'a> =
    Pin<Box<dyn Future<Output = Result<Connection, SubjectError>> + Send + 'a>>;

/// A server under test: something that a client can open connections to.
///
/// To test an implementation of your own in process, wrap it in
/// [`InProcess`](crate::InProcess); you rarely need to write an adapter.
pub trait Server: Send + Sync {
    /// Opens one more connection.
    ///
    /// # Errors
    /// When the subject can't be reached; that is the harness's trouble, not a deviation.
    fn connect(&self) -> Connecting<'_>;

    /// Where the subject is, for people: an address, or words.
    fn address(&self) -> String;

    /// What goes into the transcript's heading, such as `h1/tcp`.
    fn transport(&self) -> &'static str;

    /// Which clock runs while this subject is tested.
    fn clock(&self) -> Clock;

    /// Whether a reset can be told from an orderly end of the connection.
    fn tells_resets(&self) -> bool {
        self.clock() == Clock::Real
    }

    /// What went wrong between us and the subject since it was started, so that nothing it seems to
    /// have done since then is worth anything.
    fn trouble(&self) -> Option<SubjectError> {
        None
    }
}

/// The clock of a run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Clock {
    /// Tokio's paused clock: waiting costs nothing, and every run is the same.
    Virtual,
    /// The machine's.
    Real,
}
