//! Subjects behind the adapter protocol, and what becomes of a run when they break it.

use std::sync::Arc;

use expectspec_runner::Subject;
use expectspec_subject::{ANSWER_MAX, ClientAdapter, ServerAdapter};

use crate::address::{Located, Reach};
use crate::failure::Failure;
use crate::places;

/// Starts the adapter of a server.
pub(crate) fn server(command: &[String]) -> Result<Located, Failure> {
    let server = ServerAdapter::start(some(command)?, ANSWER_MAX).map_err(Failure::Adapter)?;
    Ok(Located {
        server: Arc::new(server),
        places: places::at("localhost", None),
        reach: Reach::ThisMachine,
    })
}

/// Starts the adapter of a client.
pub(crate) fn client(command: &[String]) -> Result<Subject, Failure> {
    let client = ClientAdapter::start(some(command)?, ANSWER_MAX).map_err(Failure::Adapter)?;
    Ok(Subject::Client(Arc::new(client)))
}

fn some(command: &[String]) -> Result<&[String], Failure> {
    if command.is_empty() { Err(Failure::NoAdapter) } else { Ok(command) }
}

/// Whether an adapter has kept to the protocol. If not, nothing of a run says anything of the
/// library, and the error is all there is to tell.
pub(crate) fn check(subject: &Subject) -> Result<(), Failure> {
    let trouble = match subject {
        Subject::Server(server) => server.trouble(),
        Subject::Client(client) => client.trouble(),
        Subject::Intermediary(_) => None,
    };
    trouble.map_or(Ok(()), |trouble| Err(Failure::Adapter(trouble)))
}
