//! The tester of clients is tested: every fault is caught by a case of the rule that it breaks, and
//! no control is flagged.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use expectspec_faults::Grade;
use expectspec_faults::client::{CONTROLS, Control, Deviant, Fault, Script, all};
use expectspec_judge::monitors::TABLE;
use expectspec_judge::{Finding, Watched};
use expectspec_requirements::{ALL, Party, Profile, Requirement, Strength, Verdict};
use expectspec_runner::{CaseRun, Run, Subject, run};
use expectspec_subject::{ClientInProcess, perform_with, requests};
use expectspec_tests::{in_parallel, plan_for_clients, root};

/// The rules that no fault can be shown to break, and why.
const NO_FAULT: &[(&str, &str)] = &[
    ("EXP-PIP-006", "takes a client that begins a lost pipeline again, and no case cuts one off"),
    ("EXP-MTH-007", "a user may have asked for the content"),
    ("EXP-CLI-037", "needs resets, which in-memory streams do not have"),
    (
        "EXP-GRM-015",
        "what a client makes of an octet in a field that it has no use for is not seen",
    ),
    (
        "EXP-GRM-016",
        "what a client makes of an octet in a field that it has no use for is not seen",
    ),
];

/// The rules that are doubted at most, and why.
const DOUBTED: &[(&str, &str)] = &[
    ("EXP-CLI-002", "a client whose content comes late looks the same"),
    ("EXP-FRM-008", "the head of a response whose content is incomplete may be told"),
    ("EXP-FRM-009", "the head of a response whose content is incomplete may be told"),
    ("EXP-CON-009", "the wire does not show what a client reads"),
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
        let run = run_script(fault.name, &fault.script, fault.profile);
        let kill = |&rule: &&'static Requirement| kill(&run, rule);
        Row { fault, kills: fault.breaks.iter().map(kill).collect() }
    })
});

#[test]
fn every_fault_is_caught_by_a_case_of_its_rule() {
    let mut wrong = String::new();
    for Row { fault, kills } in MATRIX.iter() {
        for (index, kill) in kills.iter().enumerate() {
            let least = if index == 0 { fault.verdict } else { Verdict::Discouraged };
            if kill.gravest < least {
                let (rule, gravest) = (kill.rule.id, kill.gravest);
                writeln!(wrong, "{} is not caught by {rule}: {gravest}", fault.name).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_must_with_a_fault_is_once_a_deviation() {
    let mut wrong = BTreeSet::new();
    for rule in MATRIX.iter().flat_map(|row| &row.kills).map(|kill| kill.rule) {
        let kills = MATRIX.iter().flat_map(|row| &row.kills);
        let may_not = DOUBTED.iter().any(|(id, _)| *id == rule.id);
        let deviates = rule.strength != Strength::Must
            || may_not
            || kills
                .filter(|kill| kill.rule.id == rule.id)
                .any(|kill| kill.gravest == Verdict::Deviates);
        if !deviates {
            wrong.insert(rule.id);
        }
    }
    assert!(wrong.is_empty(), "never a deviation: {wrong:?}");
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
    let monitors = TABLE.iter().copied().flatten();
    let of_clients = monitors.filter(|monitor| monitor.role == Watched::AsClient);
    covered.extend(of_clients.flat_map(|monitor| monitor.requirements).map(|rule| rule.id));
    let mut wrong = String::new();
    for rule in ALL {
        let in_force = Profile::ALL.iter().any(|&profile| rule.scope.includes(profile));
        let wants_a_fault = in_force && rule.strength != Strength::May && covered.contains(rule.id);
        let has_a_reason = NO_FAULT.iter().any(|(id, _)| *id == rule.id);
        let has_a_fault = broken.contains(rule.id);
        if wants_a_fault && !has_a_fault && !has_a_reason {
            writeln!(wrong, "{} has no fault", rule.id).unwrap();
        }
        if has_a_reason && (!wants_a_fault || has_a_fault) {
            writeln!(wrong, "{} needs no reason", rule.id).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_kill_matrix_of_clients_is_as_committed() {
    let mut text = String::new();
    for Row { fault, kills } in MATRIX.iter() {
        writeln!(text, "{} ({})", fault.name, fault.profile).unwrap();
        for Kill { rule, cases, gravest } in kills {
            let count = cases.len();
            let verdict = if cases.is_empty() { "escapes".to_owned() } else { gravest.to_string() };
            write!(text, "    {} {verdict} {count}", rule.id).unwrap();
            for id in cases.iter().take(CASES_SHOWN) {
                write!(text, " {}", id.trim_start_matches("client/")).unwrap();
            }
            text += if count > CASES_SHOWN { " …\n" } else { "\n" };
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("kill-matrix-of-clients", text));
}

/// How many cases of a kill the snapshot names.
const CASES_SHOWN: usize = 3;

fn run_script(name: &str, script: &'static Script, profile: Profile) -> Run {
    let perform = move |connector, job| {
        let client = Deviant::new(script, requests(&job, "origin"));
        perform_with(connector, client)
    };
    let subject = Subject::Client(Arc::new(ClientInProcess::new(name, script.abilities, perform)));
    run(&subject, &plan_for_clients(profile), &mut |_| {})
        .unwrap_or_else(|error| panic!("{name}: {error}"))
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
    let cases = expectspec_catalogue::of(Party::Client).into_iter();
    cases.flat_map(|case| case.exercises).map(|rule| rule.id).collect()
}
