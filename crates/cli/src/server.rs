//! `expectspec server`: tests an origin server.

use std::sync::Arc;

use expectspec_catalogue::{Chosen, Dangerous, Selection};
use expectspec_report::LeftOut;
use expectspec_requirements::Party;
use expectspec_runner::{CheckError, Plan, RunError, Subject};
use expectspec_subject::InProcess;

use crate::address::{Located, Reach, locate};
use crate::arguments::ServerArguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::known::Excuses;
use crate::testing::{self, Circumstances, Demo};
use crate::{adapter, places, policy};

pub(crate) fn server(arguments: &ServerArguments) -> Result<Exit, Failure> {
    let (located, patterns) = subject(arguments)?;
    let excuses = Excuses::read(&arguments.run, patterns)?;
    let harmless = located.reach == Reach::ThisMachine || arguments.desync;
    let dangerous = if harmless { Dangerous::Run } else { Dangerous::LeaveOut };
    let Chosen { cases, dangerous_left_out } = Selection::new(patterns.to_vec())
        .plan(Party::OriginServer, arguments.run.reading.profile, dangerous)
        .map_err(Failure::Selection)?
        .part(arguments.run.shard);
    let left_out = LeftOut { dangerous: dangerous_left_out };
    let places = places::named(&arguments.places, located.places.clone())?;
    let plan = testing::planned(Plan { places, ..Plan::new(cases, "") }, &arguments.run);
    let subject = Subject::Server(Arc::clone(&located.server));
    let finished = testing::tested(&subject, &plan, &arguments.run);
    adapter::check(&subject)?;
    let finished = finished.map_err(|error| failure(error, arguments, &located, &plan))?;
    let demo = if arguments.demo { Demo::Yes } else { Demo::No };
    let circumstances = Circumstances { demo, left_out, excuses };
    testing::reported(&finished, &plan, &arguments.run, &circumstances)
}

/// The subject, and the patterns behind it.
fn subject(arguments: &ServerArguments) -> Result<(Located, &[String]), Failure> {
    let words = arguments.subject_and_patterns.as_slice();
    if arguments.demo {
        return Ok((demo(arguments.policy.as_deref())?, words));
    }
    if arguments.policy.is_some() {
        return Err(Failure::PolicyWithoutDemo);
    }
    if arguments.adapter {
        return Ok((adapter::server(&arguments.command)?, words));
    }
    let (address, patterns) = words.split_first().ok_or(Failure::NoSubject)?;
    Ok((locate(address)?, patterns))
}

fn failure(
    error: RunError,
    arguments: &ServerArguments,
    located: &Located,
    plan: &Plan,
) -> Failure {
    match error {
        RunError::Check(CheckError::Silent { transcript }) => Failure::NoAnswer {
            address: located.server.address(),
            get: plan.places.get.clone(),
            transcript: arguments.run.verbose.then_some(transcript),
        },
        error => Failure::Run(error),
    }
}

/// By default the reference offers whatever a case may need.
fn demo(policy: Option<&str>) -> Result<Located, Failure> {
    let policy = policy::named(policy.unwrap_or("upgrading"))?;
    let places = places::of_reference(&policy);
    let serve = move |io| expectspec_subject::serve(io, policy.clone());
    Ok(Located {
        server: Arc::new(InProcess::new("reference", serve)),
        places,
        reach: Reach::ThisMachine,
    })
}
