//! One subject: made ready, run through the catalogue of its party, stopped.

use core::time::Duration;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Instant;

use expectspec_catalogue::{Dangerous, Selection};
use expectspec_requirements::Profile;
use expectspec_runner::{Event, Plan, Run, Subject, run};
use expectspec_subject::{InFront, Tcp};

use crate::client::Built;
use crate::emergency::Emergency;
use crate::error::LabError;
use crate::subject_file::{Duty, Role, SubjectFile};
use crate::version::version_of;

/// What came of one subject.
#[derive(Debug)]
pub(crate) struct Examined {
    /// Its version, by its own word.
    pub(crate) version: String,
    /// The run.
    pub(crate) run: Run,
    /// How long the run took.
    pub(crate) took: Duration,
}

/// Makes a subject ready, runs the cases that `only` chooses (all, if it is empty), and stops it.
pub(crate) fn examine(
    file: &SubjectFile,
    only: &[String],
    emergency: &Emergency,
) -> Result<Examined, LabError> {
    let plan = plan(file, only)?;
    let version = version_of(&file.version)?;
    eprintln!("{} {version}: {} cases", file.name, plan.cases.len());
    let timed = |subject: Subject, plan: &Plan| {
        let began = Instant::now();
        let run = run(&subject, plan, &mut |event| {
            emergency.go_on();
            tell(&event);
        });
        Ok(Examined { version, run: run.map_err(LabError::Run)?, took: began.elapsed() })
    };
    match &file.role {
        Role::Server { start, .. } => {
            let kept = emergency.start(file, start, None)?;
            timed(Subject::Server(Arc::new(Tcp::new(kept.address()))), &plan)
        }
        Role::Client { build, client } => {
            let built = Built::new(&file.files, build, client)?;
            timed(Subject::Client(Arc::new(built.program())), &plan)
        }
        Role::Intermediary { start, between } => {
            // It listens from now on, so that whoever starts finds its next hop.
            let origin = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(LabError::System)?;
            let next_hop = origin.local_addr().map_err(LabError::System)?;
            let kept = emergency.start(file, start, Some(next_hop.port()))?;
            let front = Arc::new(Tcp::new(kept.address()));
            let subject =
                InFront::new(front, between.duty.form(), origin).map_err(LabError::System)?;
            timed(Subject::Intermediary(Arc::new(subject)), &through(plan, between.duty, next_hop))
        }
    }
}

/// The default profile, with what the subject file says. The host is the same in every run and the
/// nonces are those of the case ids, so that the octets of a case are too.
fn plan(file: &SubjectFile, only: &[String]) -> Result<Plan, LabError> {
    let profile = Profile::default();
    let chosen = Selection::new(only.to_vec())
        .plan(file.party(), profile, Dangerous::Run)
        .map_err(LabError::Pattern)?;
    let plan = match &file.role {
        Role::Server { paths, .. } => {
            let mut plan = Plan::new(chosen.cases, "localhost");
            let paths = paths.clone();
            plan.places.path = paths.path;
            plan.places.get = paths.get;
            plan.places.reject = paths.reject;
            plan.places.protected = paths.protected;
            plan.places.upgrade = paths.upgrade;
            plan
        }
        Role::Client { client, .. } => {
            let plan = Plan::new(chosen.cases, "127.0.0.1");
            Plan { concurrency_max: client.concurrency, ..plan }
        }
        Role::Intermediary { between, .. } => {
            let plan = Plan::new(chosen.cases, "localhost");
            Plan { concurrency_max: between.concurrency, ..plan }
        }
    };
    Ok(Plan { profile, ..plan })
}

/// The targets of a forward proxy name our origin server, and so does `Host` (RFC 9112 §3.2).
fn through(mut plan: Plan, duty: Duty, origin: SocketAddr) -> Plan {
    if duty == Duty::Forward {
        plan.places.host = origin.to_string();
        plan.places.authority = format!("http://{origin}");
    }
    plan
}

fn tell(event: &Event<'_>) {
    if let Event::Confirming { cases } = event
        && *cases > 0
    {
        eprintln!("  {cases} cases again, since they rest on a clock");
    }
}
