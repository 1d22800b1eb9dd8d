//! Ways to reach a subject. Nothing here judges.
#![forbid(unsafe_code)]

mod connection;
mod error;
mod memory;
mod reference;
mod server;
mod tcp;
#[cfg(unix)]
mod unix;

pub use connection::Connection;
pub use error::SubjectError;
pub use memory::InProcess;
pub use reference::{ServerMachine, drive, listen, serve};
pub use server::{Clock, Connecting, Server};
pub use tcp::Tcp;
#[cfg(unix)]
pub use unix::Unix;
