//! A server behind a TCP address.

use core::time::Duration;
use std::net::SocketAddr;

use tokio::net::TcpStream;

use crate::{Clock, Connecting, Connection, Server, SubjectError};

/// How long a connection may take to open.
const CONNECT_MAX: Duration = Duration::from_secs(10);

/// A server at a TCP address.
#[derive(Clone, Copy, Debug)]
pub struct Tcp {
    address: SocketAddr,
}

impl Tcp {
    /// The server at this address.
    #[must_use]
    pub const fn new(address: SocketAddr) -> Self {
        Self { address }
    }

    /// Whether the server is on this machine's loopback.
    #[must_use]
    pub const fn is_loopback(&self) -> bool {
        self.address.ip().is_loopback()
    }
}

impl Server for Tcp {
    fn connect(&self) -> Connecting<'_> {
        Box::pin(async move {
            let address = || self.address.to_string();
            let opened = tokio::time::timeout(CONNECT_MAX, TcpStream::connect(self.address)).await;
            let stream = opened
                .map_err(|_| SubjectError::ConnectTimeout { address: address() })?
                .map_err(|error| SubjectError::Connect { address: address(), error })?;
            // Each step of a script is a write of its own and must leave as one.
            stream
                .set_nodelay(true)
                .map_err(|error| SubjectError::Connect { address: address(), error })?;
            Ok(Connection::Tcp(stream))
        })
    }

    fn address(&self) -> String {
        self.address.to_string()
    }

    fn transport(&self) -> &'static str {
        "h1/tcp"
    }

    fn clock(&self) -> Clock {
        Clock::Real
    }
}
