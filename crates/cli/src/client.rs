//! `expectspec client`: tests a client.

use std::sync::Arc;

use expectspec_catalogue::{Chosen, Dangerous, Selection};
use expectspec_report::LeftOut;
use expectspec_requirements::Party;
use expectspec_runner::{Plan, Subject};
use expectspec_subject::{Ability, Program, StatusFrom, reference_client};

use crate::arguments::{ClientArguments, ClientSubjectArguments};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::known::Excuses;
use crate::testing::{self, Circumstances, Demo};
use crate::{adapter, policy};

/// How many programs run at once unless the user says otherwise.
pub(crate) const CONCURRENCY: usize = 16;

pub(crate) fn client(arguments: &ClientArguments) -> Result<Exit, Failure> {
    let subject = subject(&arguments.subject)?;
    let excuses = Excuses::read(&arguments.run, &arguments.patterns)?;
    // A client opens its connections to us: nothing here can harm others.
    let Chosen { cases, .. } = Selection::new(arguments.patterns.clone())
        .plan(Party::Client, arguments.run.reading.profile, Dangerous::Run)
        .map_err(Failure::Selection)?
        .part(arguments.run.shard);
    let plan = Plan { concurrency_max: CONCURRENCY, ..Plan::new(cases, "127.0.0.1") };
    let plan = testing::planned(plan, &arguments.run);
    let finished = testing::tested(&subject, &plan, &arguments.run);
    adapter::check(&subject)?;
    let finished = finished.map_err(Failure::Run)?;
    let demo = if arguments.subject.demo { Demo::Yes } else { Demo::No };
    let circumstances = Circumstances { demo, left_out: LeftOut { dangerous: 0 }, excuses };
    testing::reported(&finished, &plan, &arguments.run, &circumstances)
}

/// The client that the arguments name.
pub(crate) fn subject(arguments: &ClientSubjectArguments) -> Result<Subject, Failure> {
    if arguments.demo {
        let policy = policy::of_client(arguments.policy.as_deref().unwrap_or("following"))?;
        return Ok(Subject::Client(reference_client("reference", &policy)));
    }
    if arguments.policy.is_some() {
        return Err(Failure::PolicyWithoutDemo);
    }
    if arguments.adapter {
        return adapter::client(&arguments.command);
    }
    if arguments.command.is_empty() {
        return Err(Failure::NoCommand);
    }
    let status_from: StatusFrom = arguments.status_from.parse().map_err(Failure::StatusFrom)?;
    let abilities = arguments.can.iter().map(|name| {
        Ability::from_name(name).ok_or_else(|| Failure::Ability { name: name.clone() })
    });
    let abilities: Vec<_> = abilities.collect::<Result<_, _>>()?;
    let program = Program::new(arguments.command.clone(), status_from, &abilities);
    Ok(Subject::Client(Arc::new(program)))
}
