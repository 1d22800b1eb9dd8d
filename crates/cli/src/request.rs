//! `expectspec request`: requests by the reference client, or by a client that breaks one rule.

use core::time::Duration;
use std::io;

use expectspec_engine::ReferenceClient;
use expectspec_judge::Said;
use expectspec_subject::{ClientMachine, Content, Job, drive_client, requests};
use tokio::runtime::Builder;

use crate::address::{Located, locate};
use crate::arguments::RequestArguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{output, policy};

/// Performs the requests, and prints the status code of each, or `failure`.
pub(crate) fn request(arguments: &RequestArguments) -> Result<Exit, Failure> {
    if arguments.fault.as_deref() == Some("list") {
        return list_faults();
    }
    let located = locate(&arguments.url)?;
    let content = match (arguments.size, arguments.chunked) {
        (0, _) => Content::None,
        (octets, false) => Content::Known(octets),
        (octets, true) => Content::Unknown(octets),
    };
    let upload = if content == Content::None { "GET" } else { "PUT" };
    let job = Job {
        method: Some(arguments.method.clone().unwrap_or_else(|| upload.to_owned())),
        target: located.places.path.clone(),
        content,
        requests: arguments.requests,
    };
    let requests = requests(&job, &located.places.host);
    match arguments.fault.as_deref() {
        Some(name) => {
            let unknown = || Failure::Fault(name.to_owned());
            let fault = expectspec_faults::client::find(name).ok_or_else(unknown)?;
            perform(&located, fault.client(requests))
        }
        None => {
            let policy = policy::of_client(arguments.policy.as_deref().unwrap_or("default"))?;
            let client = ReferenceClient::new(policy, requests, Duration::ZERO);
            perform(&located, client.map_err(|error| Failure::Request(error.to_string()))?)
        }
    }
}

/// One fault a line.
fn list_faults() -> Result<Exit, Failure> {
    output::print(|out| {
        expectspec_faults::client::all().try_for_each(|fault| {
            writeln!(out, "{}  {}: {}", fault.name, fault.requirement().id, fault.what)
        })
    })?;
    Ok(Exit::Conforms)
}

fn perform<M: ClientMachine>(located: &Located, mut client: M) -> Result<Exit, Failure> {
    let runtime = Builder::new_current_thread().enable_all().build();
    let failed = |error| Failure::Write { file: "the runtime".to_owned(), error };
    let connect = || async { located.server.connect().await.map_err(io::Error::other) };
    runtime.map_err(failed)?.block_on(drive_client(&mut client, connect));
    let said = client.said();
    output::print(|out| {
        said.iter().try_for_each(|said| match said {
            Said::Status(code) => writeln!(out, "{code}"),
            said => writeln!(out, "{said}"),
        })
    })?;
    let delivered = said.iter().all(|said| matches!(said, Said::Status(_)));
    Ok(if delivered { Exit::Conforms } else { Exit::NotTested })
}
