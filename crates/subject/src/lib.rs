//! Ways to reach a subject. Nothing here judges.
#![forbid(unsafe_code)]

mod adapter;
mod client;
mod client_machine;
mod client_memory;
mod connection;
mod error;
mod in_front;
mod intermediary;
mod intermediary_machine;
mod intermediary_memory;
mod memory;
#[cfg(all(unix, feature = "programs"))]
mod program;
mod reference;
mod reference_intermediary;
mod server;
mod tcp;
#[cfg(unix)]
mod unix;

pub use adapter::{ANSWER_MAX, AdapterError, ClientAdapter, ServerAdapter};
pub use client::{Ability, Client, Content, Job, Session, Starting};
pub use client_machine::{ClientMachine, drive_client};
pub use client_memory::{
    ClientInProcess, Connector, REFERENCE_ABILITIES, perform, perform_with, reference_client,
    requests,
};
pub use connection::Connection;
pub use error::SubjectError;
pub use in_front::InFront;
pub use intermediary::{Entering, Intermediary, Passage};
pub use intermediary_machine::{IntermediaryMachine, drive_intermediary};
pub use intermediary_memory::IntermediaryInProcess;
pub use memory::InProcess;
#[cfg(all(unix, feature = "programs"))]
pub use program::{Program, StatusFrom, StatusFromError};
pub use reference::{ServerMachine, drive, listen, serve};
pub use reference_intermediary::{form_of, listen_between, pass_on_with, reference_intermediary};
pub use server::{Clock, Connecting, Server};
pub use tcp::Tcp;
#[cfg(unix)]
pub use unix::Unix;
