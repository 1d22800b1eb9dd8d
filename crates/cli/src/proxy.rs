//! `expectspec proxy`: tests an intermediary.

use std::net::{TcpListener, ToSocketAddrs};
use std::sync::Arc;

use expectspec_catalogue::{Chosen, Dangerous, Places, Selection};
use expectspec_report::LeftOut;
use expectspec_requirements::{Form, Party};
use expectspec_runner::{CheckError, Plan, RunError, Subject};
use expectspec_subject::{InFront, Intermediary, reference_intermediary};

use crate::address::{Reach, locate};
use crate::arguments::{ProxyArguments, ProxyRole, ProxySubjectArguments};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::known::Excuses;
use crate::testing::{self, Circumstances, Demo};
use crate::{places, policy};

/// The intermediary, and what goes with it.
pub(crate) struct Found {
    pub(crate) subject: Arc<dyn Intermediary>,
    pub(crate) places: Places,
    pub(crate) reach: Reach,
}

pub(crate) fn proxy(arguments: &ProxyArguments) -> Result<Exit, Failure> {
    let words = arguments.subject_and_patterns.as_slice();
    let (address, patterns) = match words.split_first() {
        Some((address, patterns)) if !arguments.subject.demo => (Some(address.as_str()), patterns),
        _ => (None, words),
    };
    let found = found(address, &arguments.subject)?;
    let excuses = Excuses::read(&arguments.run, patterns)?;
    let harmless = found.reach == Reach::ThisMachine || arguments.desync;
    let dangerous = if harmless { Dangerous::Run } else { Dangerous::LeaveOut };
    let Chosen { cases, dangerous_left_out } = Selection::new(patterns.to_vec())
        .plan(Party::Intermediary, arguments.run.reading.profile, dangerous)
        .map_err(Failure::Selection)?
        .part(arguments.run.shard);
    let left_out = LeftOut { dangerous: dangerous_left_out };
    let plan =
        testing::planned(Plan { places: found.places, ..Plan::new(cases, "") }, &arguments.run);
    let subject = Subject::Intermediary(found.subject);
    let finished = testing::tested(&subject, &plan, &arguments.run)
        .map_err(|error| failure(error, arguments.run.verbose))?;
    let demo = if arguments.subject.demo { Demo::Yes } else { Demo::No };
    let circumstances = Circumstances { demo, left_out, excuses };
    testing::reported(&finished, &plan, &arguments.run, &circumstances)
}

pub(crate) fn failure(error: RunError, verbose: bool) -> Failure {
    match error {
        RunError::Check(
            CheckError::NotForwarded { transcript } | CheckError::Silent { transcript },
        ) => Failure::NothingThrough { transcript: verbose.then_some(transcript) },
        error => Failure::Run(error),
    }
}

/// The intermediary at this address, or the reference.
pub(crate) fn found(
    address: Option<&str>,
    arguments: &ProxySubjectArguments,
) -> Result<Found, Failure> {
    let found = if arguments.demo { demo(arguments)? } else { at_address(address, arguments)? };
    Ok(Found { places: places::with_host(found.places, arguments.host.as_ref())?, ..found })
}

fn at_address(address: Option<&str>, arguments: &ProxySubjectArguments) -> Result<Found, Failure> {
    if arguments.policy.is_some() {
        return Err(Failure::PolicyWithoutDemo);
    }
    let located = locate(address.ok_or(Failure::NoIntermediary)?)?;
    let origin = arguments.origin.as_deref().ok_or(Failure::NoOrigin)?;
    let listener = listen(origin)?;
    let subject = InFront::new(located.server, form(arguments.role), listener)
        .map_err(|error| Failure::Listen { address: origin.to_owned(), error })?;
    Ok(Found {
        subject: Arc::new(subject),
        places: places::through(arguments.role, located.places, origin),
        reach: located.reach,
    })
}

/// Listens as the origin server.
fn listen(origin: &str) -> Result<TcpListener, Failure> {
    let addresses = origin.to_socket_addrs().map_err(|_| Failure::Origin(origin.to_owned()))?;
    let addresses: Vec<_> = addresses.collect();
    TcpListener::bind(addresses.as_slice())
        .map_err(|error| Failure::Listen { address: origin.to_owned(), error })
}

const fn form(role: ProxyRole) -> Form {
    match role {
        ProxyRole::Gateway => Form::Gateway,
        ProxyRole::Proxy | ProxyRole::Forward => Form::Proxy,
    }
}

/// The reference in the role that was asked for, or under the policy.
fn demo(arguments: &ProxySubjectArguments) -> Result<Found, Failure> {
    let role = match arguments.role {
        ProxyRole::Gateway => "default",
        ProxyRole::Proxy => "proxy",
        ProxyRole::Forward => "forward",
    };
    let policy = policy::of_intermediary(arguments.policy.as_deref().unwrap_or(role))?;
    let role = policy::role(&policy);
    Ok(Found {
        subject: reference_intermediary("reference", &policy),
        places: places::through(role, places::at("localhost", None), "origin:80"),
        reach: Reach::ThisMachine,
    })
}
