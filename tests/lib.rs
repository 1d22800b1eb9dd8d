//! What the tests that span crates share.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use expectspec_catalogue::Case;
use expectspec_engine::intermediary::Role;
use expectspec_engine::origin_server::Policy;
use expectspec_engine::{client, intermediary};
use expectspec_requirements::{Outcome, Party, Profile, Verdict};
use expectspec_runner::{Plan, Run, Subject, run};
use expectspec_subject::{InProcess, reference_client, reference_intermediary, serve};

/// The root of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent").to_owned()
}

/// The plan for every case that a profile knows, with the places of the reference's site.
#[must_use]
pub fn plan(profile: Profile) -> Plan {
    let mut plan = plan_for(Party::OriginServer, "reference", profile);
    plan.places.upgrade = "demo".to_owned();
    plan.places.upgrade_path = "/upgrade".to_owned();
    plan.places.protected = "/reject-401".to_owned();
    plan.places.reject = "/reject".to_owned();
    plan
}

/// Runs the reference in process, on virtual time.
#[must_use]
pub fn run_reference(policy: Policy, profile: Profile) -> Run {
    let subject =
        Subject::Server(Arc::new(InProcess::new("reference", move |io| serve(io, policy.clone()))));
    run(&subject, &plan(profile), &mut |_| {}).expect("the reference can be tested")
}

/// The plan for every case for clients that a profile knows.
#[must_use]
pub fn plan_for_clients(profile: Profile) -> Plan {
    plan_for(Party::Client, "origin", profile)
}

/// Runs the reference client in process, on virtual time.
#[must_use]
pub fn run_reference_client(policy: &client::Policy, profile: Profile) -> Run {
    let subject = Subject::Client(reference_client("reference", policy));
    run(&subject, &plan_for_clients(profile), &mut |_| {}).expect("the reference can be tested")
}

/// The plan for every case for intermediaries that a profile knows, in the form of requests that goes
/// with the role.
#[must_use]
pub fn plan_for_intermediaries(role: Role, profile: Profile) -> Plan {
    let mut plan = plan_for(Party::Intermediary, "origin", profile);
    if role == Role::Forward {
        // A tunnel needs the port (RFC 9110 §9.3.6).
        "origin:80".clone_into(&mut plan.places.host);
        "http://origin:80".clone_into(&mut plan.places.authority);
    }
    plan
}

/// Runs the reference intermediary in process, on virtual time.
#[must_use]
pub fn run_reference_intermediary(policy: &intermediary::Policy, profile: Profile) -> Run {
    let subject = Subject::Intermediary(reference_intermediary("reference", policy));
    let plan = plan_for_intermediaries(policy.role, profile);
    run(&subject, &plan, &mut |_| {}).expect("the reference can be tested")
}

fn plan_for(party: Party, host: &str, profile: Profile) -> Plan {
    let in_scope =
        |case: &&'static Case| case.exercises.iter().any(|row| row.scope.includes(profile));
    let cases = expectspec_catalogue::of(party).into_iter().filter(in_scope).collect();
    Plan { profile, ..Plan::new(cases, host) }
}

/// What a reader needs to see of the cases that `worth` chooses.
#[must_use]
pub fn describe(run: &Run, worth: impl Fn(Verdict) -> bool) -> String {
    let mut text = String::new();
    for case in run.cases.iter().filter(|case| worth(case.verdict)) {
        text += &format!("\n== {} {:?}\n", case.case.id, case.verdict);
        for finding in case.findings().iter().filter(|finding| finding.outcome != Outcome::Kept) {
            text += &format!(
                "   {} {:?} {} entry {}: expected {}; found {}\n",
                finding.requirement.id,
                finding.outcome,
                finding.mark,
                finding.entry,
                finding.expected,
                finding.found
            );
        }
        if let Some(transcript) = case.transcript() {
            text += &transcript.to_string();
        }
    }
    text
}

/// The results for all items, in their order, worked out by as many threads as there are cores.
pub fn in_parallel<T: Copy + Sync, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(&item) = items.get(index) else { return };
                    let result = work(item);
                    done.lock().expect("no thread panics while it pushes").push((index, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no thread panics while it pushes");
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
