//! What can go wrong between us and a subject.

use core::fmt::{self, Display, Formatter};
use std::io;

use crate::AdapterError;

/// Why a subject can't be reached. Never the subject's deviation.
#[derive(Debug)]
pub enum SubjectError {
    /// The address does not name a host and a port, or a socket.
    Address(String),
    /// The address can't be resolved.
    Resolve {
        /// The address.
        address: String,
        /// What the resolver says.
        error: io::Error,
    },
    /// No connection can be opened.
    Connect {
        /// The address.
        address: String,
        /// What the system says.
        error: io::Error,
    },
    /// The port of our origin server can't be used.
    Listen {
        /// The address.
        address: String,
        /// What the system says.
        error: io::Error,
    },
    /// A program can't be started.
    Start {
        /// The command.
        command: String,
        /// What the system says.
        error: io::Error,
    },
    /// An adapter program broke the protocol.
    Adapter {
        /// The command.
        command: String,
        /// What it did.
        error: AdapterError,
    },
    /// No connection came about in the time that a connection may take.
    ConnectTimeout {
        /// The address.
        address: String,
    },
}

impl Display for SubjectError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => {
                write!(f, "\"{address}\" is not an address; give http://HOST:PORT or unix:PATH")
            }
            Self::Resolve { address, error } => write!(f, "cannot resolve {address}: {error}"),
            Self::Connect { address, error } => {
                write!(f, "cannot connect to {address}: {error}; is the server running?")
            }
            Self::Listen { address, error } => {
                write!(f, "cannot listen on {address}: {error}; is the port in use?")
            }
            Self::Start { command, error } => write!(f, "cannot start \"{command}\": {error}"),
            Self::Adapter { command, error } => write!(f, "the adapter \"{command}\" {error}"),
            Self::ConnectTimeout { address } => {
                write!(f, "cannot connect to {address}: no answer; is the server running?")
            }
        }
    }
}

impl core::error::Error for SubjectError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Address(_) | Self::ConnectTimeout { .. } => None,
            Self::Resolve { error, .. }
            | Self::Connect { error, .. }
            | Self::Listen { error, .. }
            | Self::Start { error, .. } => Some(error),
            Self::Adapter { error, .. } => Some(error),
        }
    }
}
