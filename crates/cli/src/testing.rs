//! A run from its plan to its report and exit code, whoever is tested.

use expectspec_report::{Detail, Document, LeftOut, Report, Subject};
use expectspec_requirements::Verdict;
use expectspec_runner::{Plan, Run, RunError, run};

use crate::arguments::RunArguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::{Progress, Show};
use crate::report;

/// The plan with what the options say of it.
pub(crate) fn planned(plan: Plan, arguments: &RunArguments) -> Plan {
    Plan {
        profile: arguments.reading.profile,
        timeout_scale_percent: arguments.timeout_scale.0,
        concurrency_max: arguments.concurrency.unwrap_or(plan.concurrency_max),
        seed: arguments.seed,
        ..plan
    }
}

/// Runs the plan, with a progress bar.
pub(crate) fn tested(
    subject: &expectspec_runner::Subject,
    plan: &Plan,
    arguments: &RunArguments,
) -> Result<Run, RunError> {
    let hidden = arguments.quiet || arguments.no_progress;
    let mut progress = Progress::new(if hidden { Show::Never } else { Show::OnTerminal });
    let finished = run(subject, plan, &mut |event| progress.handle(event));
    progress.finish();
    finished
}

/// Whether the subject is the built-in reference.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Demo {
    Yes,
    No,
}

/// Writes the report, and says how it went.
pub(crate) fn reported(
    run: &Run,
    plan: &Plan,
    arguments: &RunArguments,
    (demo, left_out): (Demo, LeftOut),
) -> Result<Exit, Failure> {
    let name = arguments.name.as_deref().or((demo == Demo::Yes).then_some("reference"));
    let mut subject = Subject::named(name, run.first.product(), &run.address);
    subject.party = run.party;
    if demo == Demo::Yes {
        subject.version = Some(env!("CARGO_PKG_VERSION").to_owned());
    }
    let report = Report { run, subject: &subject, path: &plan.places.path, left_out };
    write(&report, arguments)?;
    Ok(exit(run))
}

fn write(report: &Report<'_>, arguments: &RunArguments) -> Result<(), Failure> {
    let detail = match (arguments.quiet, arguments.verbose) {
        (true, _) => Detail::Summary,
        (false, true) => Detail::Everything,
        (false, false) => Detail::Findings,
    };
    report::write(&Document::of(report), &arguments.writing, detail)
}

fn exit(run: &Run) -> Exit {
    if run.cases.iter().any(|case| case.verdict == Verdict::Deviates) {
        Exit::Deviates
    } else if run.died_after.is_some() || !run.has_judged() {
        Exit::NotTested
    } else {
        Exit::Conforms
    }
}
