//! A run from its plan to its report and exit code, whoever is tested.

use expectspec_report::{Detail, Document, KnownFile, LeftOut, Report, Subject};
use expectspec_runner::{Plan, Run, RunError, run};

use crate::arguments::RunArguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::known::Excuses;
use crate::progress::{Progress, Show};
use crate::{known, report};

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

/// What of a run only the command line knows.
#[derive(Debug)]
pub(crate) struct Circumstances {
    pub(crate) demo: Demo,
    pub(crate) left_out: LeftOut,
    pub(crate) excuses: Excuses,
}

/// Writes the report, and says how it went.
pub(crate) fn reported(
    run: &Run,
    plan: &Plan,
    arguments: &RunArguments,
    circumstances: &Circumstances,
) -> Result<Exit, Failure> {
    let Circumstances { demo, left_out, excuses } = circumstances;
    let demo = *demo;
    let name = arguments.name.as_deref().or((demo == Demo::Yes).then_some("reference"));
    let mut subject = Subject::named(name, run.first.product(), &run.address);
    subject.party = run.party;
    if demo == Demo::Yes {
        subject.version = Some(env!("CARGO_PKG_VERSION").to_owned());
    }
    let path = &plan.places.path;
    let report = Report { run, subject: &subject, path, left_out: *left_out };
    let mut document = Document::of(&report);
    let file = excuses.apply(&mut document, run, *left_out);
    let detail = match (arguments.quiet, arguments.verbose) {
        (true, _) => Detail::Summary,
        (false, true) => Detail::Everything,
        (false, false) => Detail::Findings,
    };
    known::draft(&document, arguments)?;
    report::write(&document, &arguments.writing, detail)?;
    Ok(exit(run, &document, file))
}

fn exit(run: &Run, document: &Document, file: KnownFile) -> Exit {
    if document.unexpected() > 0 || file == KnownFile::HasStale {
        Exit::Deviates
    } else if run.died_after.is_some() || !run.has_judged() {
        Exit::NotTested
    } else {
        Exit::Conforms
    }
}
