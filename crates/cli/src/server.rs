//! `expectspec server`: tests an origin server.

use std::io;
use std::sync::Arc;

use expectspec_report::{
    Detail, LeftOut, Paint, Report, Subject, TextOptions, write_json, write_text,
};
use expectspec_requirements::Verdict;
use expectspec_runner::{CheckError, Plan, Run, RunError, run};
use expectspec_subject::InProcess;

use crate::address::{Located, Reach, locate};
use crate::arguments::{Format, ServerArguments, WritingArguments};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::{Progress, Show};
use crate::selection::{Chosen, Dangerous, choose};
use crate::{output, places, policy};

pub(crate) fn server(arguments: &ServerArguments) -> Result<Exit, Failure> {
    let (located, patterns) = subject(arguments)?;
    let harmless = located.reach == Reach::ThisMachine || arguments.desync;
    let dangerous = if harmless { Dangerous::Run } else { Dangerous::LeaveOut };
    let Chosen { cases, left_out } = choose(patterns, arguments.reading.profile, dangerous)?;
    let places = places::named(&arguments.places, located.places.clone())?;
    let plan = Plan {
        profile: arguments.reading.profile,
        places,
        timeout_scale_percent: arguments.timeout_scale.0,
        concurrency_max: arguments.concurrency,
        seed: arguments.seed,
        ..Plan::new(cases, "")
    };
    let hidden = arguments.quiet || arguments.no_progress;
    let mut progress = Progress::new(if hidden { Show::Never } else { Show::OnTerminal });
    let finished = run(&located.server, &plan, &mut |event| progress.handle(event));
    progress.finish();
    let finished = finished.map_err(|error| failure(error, arguments, &located, &plan))?;
    write(arguments, &finished, &plan, left_out)?;
    Ok(exit(&finished))
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
            transcript: arguments.verbose.then_some(transcript),
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

fn write(
    arguments: &ServerArguments,
    run: &Run,
    plan: &Plan,
    left_out: LeftOut,
) -> Result<(), Failure> {
    let name = arguments.name.as_deref().or(arguments.demo.then_some("reference"));
    let mut subject = Subject::named(name, run.check.server.as_deref(), &run.address);
    if arguments.demo {
        subject.version = Some(env!("CARGO_PKG_VERSION").to_owned());
    }
    let report = Report { run, subject: &subject, path: &plan.places.path, left_out };
    let WritingArguments { format, output: file, color } = &arguments.writing;
    let whole = |paint, out: &mut dyn io::Write| match format {
        Format::Text => write_text(&report, TextOptions { paint, detail: detail(arguments) }, out),
        Format::Json => write_json(&report, out),
    };
    let paint = output::paint(*color);
    let Some(file) = file else { return output::print(|out| whole(paint, out)) };
    output::save(file, |out| whole(Paint::Plain, out))?;
    if arguments.quiet {
        return Ok(());
    }
    let summary = TextOptions { paint, detail: Detail::Summary };
    output::print(|out| write_text(&report, summary, out))
}

const fn detail(arguments: &ServerArguments) -> Detail {
    match (arguments.quiet, arguments.verbose) {
        (true, _) => Detail::Summary,
        (false, true) => Detail::Everything,
        (false, false) => Detail::Findings,
    }
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
