//! A server behind a Unix socket.

use std::path::PathBuf;

use tokio::net::UnixStream;

use crate::{Clock, Connecting, Connection, Server, SubjectError};

/// A server at a Unix socket.
#[derive(Clone, Debug)]
pub struct Unix {
    path: PathBuf,
}

impl Unix {
    /// The server that listens at this path.
    #[must_use]
    pub const fn new(path: PathBuf) -> Self {
        Self { path }
    }
}

impl Server for Unix {
    fn connect(&self) -> Connecting<'_> {
        Box::pin(async move {
            UnixStream::connect(&self.path)
                .await
                .map(Connection::Unix)
                .map_err(|error| SubjectError::Connect { address: self.address(), error })
        })
    }

    fn address(&self) -> String {
        format!("unix:{}", self.path.display())
    }

    fn transport(&self) -> &'static str {
        "h1/unix"
    }

    fn clock(&self) -> Clock {
        Clock::Real
    }

    fn tells_resets(&self) -> bool {
        false
    }
}
