//! The tester is tested: every fault is caught by a case of the rule that it breaks, and no control
//! is flagged.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use expectspec_faults::{CONTROLS, Control, Deviant, Fault, Grade, Script, all};
use expectspec_judge::{Finding, Watched};
use expectspec_requirements::{ALL, Party, Profile, Requirement, Strength, Verdict};
use expectspec_runner::{CaseRun, Run, Subject, run};
use expectspec_subject::{InProcess, drive};
use expectspec_tests::{in_parallel, plan, root};

/// The rules that no fault can be shown to break, and why.
const NO_FAULT: &[(&str, &str)] = &[
    ("EXP-CON-007", "needs resets, which in-memory streams do not have"),
    ("EXP-GRM-016", "a 100 (Continue) may be sent unasked, so no misreading of CR can be shown"),
];

/// What became of one fault.
struct Row {
    fault: &'static Fault,
    kills: Vec<Kill>,
}

/// The cases that caught a fault by one rule.
struct Kill {
    rule: &'static Requirement,
    cases: BTreeSet<&'static str>,
    gravest: Verdict,
}

static MATRIX: LazyLock<Vec<Row>> = LazyLock::new(|| {
    in_parallel(all().collect(), |fault: &'static Fault| {
        let run = run_script(fault.name, &fault.script, fault.profile());
        let kill = |&rule: &&'static Requirement| kill(&run, rule);
        Row { fault, kills: fault.breaks.iter().map(kill).collect() }
    })
});

#[test]
fn every_fault_is_caught_by_a_case_of_its_rule() {
    let mut wrong = String::new();
    for Row { fault, kills } in MATRIX.iter() {
        let is_caught = kills.iter().enumerate().all(|(index, kill)| {
            let least = if index == 0 { fault.verdict } else { Verdict::Discouraged };
            kill.gravest >= least
        });
        if !is_caught {
            writeln!(wrong, "{} is not caught", fault.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_must_with_a_fault_is_once_a_deviation() {
    let kills = || MATRIX.iter().flat_map(|row| &row.kills);
    for Kill { rule, .. } in kills().filter(|kill| kill.rule.strength == Strength::Must) {
        let deviates = kills().any(|it| it.rule.id == rule.id && it.gravest == Verdict::Deviates);
        assert!(deviates, "{} is never a deviation", rule.id);
    }
}

#[test]
fn no_control_is_flagged() {
    let controls = CONTROLS.iter().copied().flatten().collect();
    let wrong = in_parallel(controls, |control: &'static Control| {
        let run = run_script(control.name, &control.script, Profile::Rfc9110);
        let most = match control.grade {
            Grade::Quiet => Verdict::Inconclusive,
            Grade::Discouraged => Verdict::Discouraged,
        };
        let mut text = String::new();
        for (case, finding) in findings(&run) {
            if finding.verdict(run.profile) > most {
                let (id, row) = (case.case.id, finding.requirement.id);
                writeln!(text, "{}: {row} in {id}: {}", control.name, finding.found).unwrap();
            }
        }
        text
    });
    assert!(wrong.concat().is_empty(), "\n{}", wrong.concat());
}

#[test]
fn every_rule_that_can_be_broken_has_a_fault_or_a_reason() {
    let broken: BTreeSet<_> = all().flat_map(|fault| fault.breaks).map(|rule| rule.id).collect();
    let mut covered = exercised();
    let monitors = expectspec_judge::monitors::TABLE.iter().copied().flatten();
    let monitors = monitors.filter(|monitor| monitor.role == Watched::AsServer);
    covered.extend(monitors.flat_map(|monitor| monitor.requirements).map(|rule| rule.id));
    for rule in ALL {
        let in_force = Profile::ALL.iter().any(|&profile| rule.scope.includes(profile));
        let wants_a_fault = in_force && rule.strength != Strength::May && covered.contains(rule.id);
        let has_a_reason = NO_FAULT.iter().any(|(id, _)| *id == rule.id);
        let has_a_fault = broken.contains(rule.id);
        assert!(!wants_a_fault || has_a_fault || has_a_reason, "{} has no fault", rule.id);
        assert!(!has_a_reason || (wants_a_fault && !has_a_fault), "{} needs no reason", rule.id);
    }
}

#[test]
fn the_kill_matrix_is_as_committed() {
    let mut text = String::new();
    for Row { fault, kills } in MATRIX.iter() {
        writeln!(text, "{} ({})", fault.name, fault.profile()).unwrap();
        for Kill { rule, cases, gravest } in kills {
            let count = cases.len();
            let verdict = if cases.is_empty() { "escapes".to_owned() } else { gravest.to_string() };
            write!(text, "    {} {verdict} {count}", rule.id).unwrap();
            for id in cases.iter().take(CASES_SHOWN) {
                write!(text, " {}", id.trim_start_matches("origin-server/")).unwrap();
            }
            text += if count > CASES_SHOWN { " …\n" } else { "\n" };
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("kill-matrix", text));
}

/// How many cases of a kill the snapshot names.
const CASES_SHOWN: usize = 3;

fn run_script(name: &str, script: &'static Script, profile: Profile) -> Run {
    let serve = move |io| drive(io, Deviant::new(script));
    let subject = Subject::Server(Arc::new(InProcess::new(name, serve)));
    run(&subject, &plan(profile), &mut |_| {}).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Everything that was found, with the case that found it.
fn findings(run: &Run) -> impl Iterator<Item = (&CaseRun, &Finding)> {
    run.cases.iter().flat_map(|case| case.findings().iter().map(move |finding| (case, finding)))
}

/// The cases that found the rule broken, of those that exercise it. Where no case does so on
/// purpose, any will do.
fn kill(run: &Run, rule: &'static Requirement) -> Kill {
    let on_purpose = exercised().contains(rule.id);
    let mut kill = Kill { rule, cases: BTreeSet::new(), gravest: Verdict::Conforms };
    for (CaseRun { case, .. }, finding) in findings(run) {
        let meant = !on_purpose || case.exercises.iter().any(|row| row.id == rule.id);
        let verdict = finding.verdict(run.profile);
        if meant && finding.requirement.id == rule.id && verdict >= Verdict::Discouraged {
            kill.cases.insert(case.id);
            kill.gravest = kill.gravest.max(verdict);
        }
    }
    kill
}

/// The rules that some case exercises on purpose.
fn exercised() -> BTreeSet<&'static str> {
    let cases = expectspec_catalogue::of(Party::OriginServer).into_iter();
    cases.flat_map(|case| case.exercises).map(|rule| rule.id).collect()
}
