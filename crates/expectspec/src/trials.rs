//! A test for each case.

use std::fs;
use std::sync::Arc;

use expectspec_catalogue::Case;
use expectspec_requirements::Verdict;
use expectspec_runner::{CaseRun, Coverage, Known, Run};
use libtest_mimic::{Arguments, Completion, Failed, Trial};

use crate::watched_run::{Finished, NoRun, WatchedRun};
use crate::{Suite, evidence, reason};

/// The test that looks at the file of known deviations as a whole.
const KNOWN_DEVIATIONS: &str = "known-deviations";

type Ended = Result<Completion, Failed>;

/// A test for each case of the suite, and one for the known deviations. Nothing is run yet.
pub(crate) fn trials(mut suite: Suite, arguments: &Arguments) -> Vec<Trial> {
    if let Err(error) = suite.choose() {
        return vec![failing("selection", error.to_string())];
    }
    let known = match suite.known.as_ref().map(|file| (file, read(file))) {
        None => None,
        Some((_, Ok(known))) => Some(known),
        Some((file, Err(why))) => {
            return vec![failing(KNOWN_DEVIATIONS, format!("{}: {why}", file.display()))];
        }
    };
    let coverage = if suite.is_whole() { Coverage::Whole } else { Coverage::Part };
    let has_known = known.is_some();
    let known = Arc::new(known.unwrap_or_default());
    let file = suite.known.clone().unwrap_or_default();
    let cases = suite.plan.cases.clone();
    let run = Arc::new(WatchedRun::new(suite));
    let trial = |&case: &&'static Case| {
        let (run, known) = (Arc::clone(&run), Arc::clone(&known));
        Trial::ignorable_test(case.id, move || match run.finished() {
            Ok(finished) => of_case(finished, case, &known),
            Err(no_run) => untested(no_run),
        })
    };
    let mut trials: Vec<Trial> = cases.iter().map(trial).collect();
    if has_known {
        let (run, known) = (Arc::clone(&run), Arc::clone(&known));
        trials.push(Trial::ignorable_test(KNOWN_DEVIATIONS, move || match run.finished() {
            Ok(finished) => of_known(&finished.run, &known, coverage)
                .map_err(|lines| format!("{}:\n{lines}", file.display()).into()),
            Err(no_run) => untested(no_run),
        }));
    }
    let is_wanted = |trial: &&Trial| !arguments.is_filtered_out(trial);
    run.want(trials.iter().filter(is_wanted).map(Trial::name), KNOWN_DEVIATIONS);
    trials
}

fn failing(name: &str, why: String) -> Trial {
    Trial::test(name, move || Err(why.into()))
}

fn read(file: &std::path::Path) -> Result<Known, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    Known::parse(&text).map_err(|error| error.to_string())
}

/// One test fails for all that could not be run.
fn untested(no_run: NoRun) -> Ended {
    match no_run {
        NoRun::New(why) => Err(why.into()),
        NoRun::Told => Ok(Completion::ignored_with("could not be tested; another test tells why")),
    }
}

fn of_case(finished: &Finished, case: &Case, known: &Known) -> Ended {
    let run = &finished.run;
    let found = run.cases.iter().find(|it| it.case.id == case.id);
    let found = found.expect("every case that is wanted was run");
    if run.died_after == Some(case.id) {
        return Err(format!(
            "after this case the subject answers no more\n{}",
            evidence::transcript(found)
        )
        .into());
    }
    if let Some(panics) = finished.panics.get(case.id) {
        return Err(evidence::of_panics(found, panics).into());
    }
    match found.verdict {
        Verdict::Conforms | Verdict::Permitted | Verdict::Discouraged => Ok(Completion::Completed),
        Verdict::Unsupported | Verdict::Inconclusive => {
            Ok(Completion::ignored_with(reason::of(found, run.profile)))
        }
        Verdict::Deviates => of_deviations(run, found, known),
    }
}

fn of_deviations(run: &Run, case: &CaseRun, known: &Known) -> Ended {
    let deviations = known.deviations(run, case);
    let reasons: Option<Vec<&str>> =
        deviations.iter().map(|it| it.entry.map(|entry| entry.reason.as_str())).collect();
    if let Some(mut reasons) = reasons {
        reasons.dedup();
        return Ok(Completion::ignored_with(format!("known: {}", reasons.join(" "))));
    }
    let unknown = deviations.iter().filter(|it| it.entry.is_none()).map(|it| it.requirement);
    Err(evidence::of(run, case, unknown).into())
}

fn of_known(run: &Run, known: &Known, coverage: Coverage) -> Result<Completion, String> {
    let stale = known.judge(run, coverage).stale;
    if stale.is_empty() {
        return Ok(Completion::Completed);
    }
    let lines: Vec<String> = stale.iter().map(ToString::to_string).collect();
    Err(lines.join("\n"))
}
