//! Ways to reach a subject. Nothing here judges.
#![forbid(unsafe_code)]

mod client;
mod client_machine;
mod client_memory;
mod connection;
mod error;
mod memory;
#[cfg(unix)]
mod program;
mod reference;
mod server;
mod tcp;
#[cfg(unix)]
mod unix;

pub use client::{Ability, Client, Content, Job, Session, Starting};
pub use client_machine::{ClientMachine, drive_client};
pub use client_memory::{
    ClientInProcess, Connector, REFERENCE_ABILITIES, perform, perform_with, reference_client,
    requests,
};
pub use connection::Connection;
pub use error::SubjectError;
pub use memory::InProcess;
#[cfg(unix)]
pub use program::{Program, StatusFrom, StatusFromError};
pub use reference::{ServerMachine, drive, listen, serve};
pub use server::{Clock, Connecting, Server};
pub use tcp::Tcp;
#[cfg(unix)]
pub use unix::Unix;
