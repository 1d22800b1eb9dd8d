//! The reference intermediary, in process and on sockets.

use std::io;
use std::sync::Arc;

use expectspec_engine::intermediary::{Intermediary as Machine, Policy, Role};
use expectspec_requirements::Form;
use tokio::io::DuplexStream;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::{
    Connector, Intermediary, IntermediaryInProcess, IntermediaryMachine, drive_intermediary,
};

/// Connections that were accepted and that a machine has not taken yet.
const BACKLOG: usize = 64;

/// What an intermediary in this role is declared to be.
#[must_use]
pub const fn form_of(role: Role) -> Form {
    match role {
        Role::Gateway => Form::Gateway,
        Role::Proxy | Role::Forward => Form::Proxy,
    }
}

/// The reference intermediary under `policy`, in process.
#[must_use]
pub fn reference_intermediary(name: &str, policy: &Policy) -> Arc<dyn Intermediary> {
    let form = form_of(policy.role);
    let policy = policy.clone();
    let pass_on =
        move |clients, origin| pass_on_with(clients, origin, Machine::new(policy.clone()));
    Arc::new(IntermediaryInProcess::new(name, form, pass_on))
}

/// Passes on with a machine in process, where every authority is the tester's origin server.
pub async fn pass_on_with<M: IntermediaryMachine>(
    clients: mpsc::Receiver<DuplexStream>,
    origin: Connector,
    mut machine: M,
) {
    drive_intermediary(&mut machine, clients, |_authority| {
        let origin = origin.clone();
        async move { origin.connect().await }
    })
    .await;
}

/// Accepts clients with `listener` and passes on to `origin`, or to the authority that a request
/// names, for ever.
///
/// # Errors
/// When the listener itself fails.
pub async fn listen_between<M: IntermediaryMachine>(
    listener: TcpListener,
    origin: String,
    mut machine: M,
) -> io::Result<()> {
    let (accepted, clients) = mpsc::channel(BACKLOG);
    let accept = async move {
        loop {
            let (stream, _) = listener.accept().await?;
            // A connection that is gone already needs no option.
            stream.set_nodelay(true).ok();
            if accepted.send(stream).await.is_err() {
                return Ok(());
            }
        }
    };
    let connect = |authority: Option<Vec<u8>>| {
        let authority = authority.map(|it| String::from_utf8_lossy(&it).into_owned());
        let address = authority.unwrap_or_else(|| origin.clone());
        async move {
            let stream = TcpStream::connect(address).await?;
            stream.set_nodelay(true)?;
            Ok(stream)
        }
    };
    tokio::select! {
        ended = accept => ended,
        () = drive_intermediary(&mut machine, clients, connect) => Ok(()),
    }
}
