//! `expectspec serve`: the reference on a socket, or one that breaks a rule.

use std::io::{self, Write as _};

use expectspec_engine::ReferenceServer;
use expectspec_engine::intermediary::Intermediary;
use expectspec_requirements::Requirement;
use expectspec_subject::{listen, listen_between};
use tokio::net::TcpListener;
use tokio::runtime::Builder;

use crate::arguments::{ServeArguments, ServeRole};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{output, policy};

/// Serves until the process is interrupted or terminated.
pub(crate) fn serve(arguments: &ServeArguments) -> Result<Exit, Failure> {
    match arguments.role {
        ServeRole::Origin => serve_origin(arguments),
        ServeRole::Proxy => serve_proxy(arguments),
    }
}

fn serve_origin(arguments: &ServeArguments) -> Result<Exit, Failure> {
    match arguments.fault.as_deref() {
        None => {
            let policy = policy::named(arguments.policy.as_deref().unwrap_or("default"))?;
            until_ended(&arguments.listen, |listener| {
                listen(listener, move || ReferenceServer::new(policy.clone()))
            })
        }
        Some("list") => {
            let faults = expectspec_faults::all();
            list(faults.map(|fault| (fault.name, fault.requirement(), fault.what)))
        }
        Some(name) => {
            let unknown = || Failure::Fault(name.to_owned());
            let fault = expectspec_faults::find(name).ok_or_else(unknown)?;
            until_ended(&arguments.listen, |listener| listen(listener, || fault.server()))
        }
    }
}

fn serve_proxy(arguments: &ServeArguments) -> Result<Exit, Failure> {
    let origin = || arguments.origin.clone().ok_or(Failure::NoOrigin);
    match arguments.fault.as_deref() {
        None => {
            let name = arguments.policy.as_deref().unwrap_or("default");
            let (policy, origin) = (policy::of_intermediary(name)?, origin()?);
            until_ended(&arguments.listen, |listener| {
                listen_between(listener, origin, Intermediary::new(policy))
            })
        }
        Some("list") => {
            let faults = expectspec_faults::intermediary::all();
            list(faults.map(|fault| (fault.name, fault.requirement(), fault.what)))
        }
        Some(name) => {
            let unknown = || Failure::Fault(name.to_owned());
            let fault = expectspec_faults::intermediary::find(name).ok_or_else(unknown)?;
            let origin = origin()?;
            until_ended(&arguments.listen, |listener| {
                listen_between(listener, origin, fault.intermediary())
            })
        }
    }
}

/// One fault a line.
fn list(
    mut faults: impl Iterator<Item = (&'static str, &'static Requirement, &'static str)>,
) -> Result<Exit, Failure> {
    output::print(|out| {
        faults.try_for_each(|(name, rule, what)| writeln!(out, "{name}  {}: {what}", rule.id))
    })?;
    Ok(Exit::Conforms)
}

fn until_ended<S>(address: &str, serving: impl FnOnce(TcpListener) -> S) -> Result<Exit, Failure>
where
    S: Future<Output = io::Result<()>>,
{
    let failed = |error| Failure::Listen { address: address.to_owned(), error };
    let runtime = Builder::new_current_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        // Before anybody can know that there is something to end.
        let ended = end().map_err(failed)?;
        print_address(&listener).map_err(failed)?;
        tokio::select! {
            () = ended => Ok(Exit::Conforms),
            served = serving(listener) => served.map_err(failed).map(|()| Exit::Conforms),
        }
    })
}

fn print_address(listener: &TcpListener) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "http://{}", listener.local_addr()?)?;
    stdout.flush()
}

/// Ends when somebody wants the process to.
#[cfg(unix)]
fn end() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn end() -> io::Result<impl Future<Output = ()>> {
    Ok(async { drop(tokio::signal::ctrl_c().await) })
}
