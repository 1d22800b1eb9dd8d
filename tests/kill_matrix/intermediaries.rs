//! The tester of intermediaries is tested: every fault is caught by the rule that it breaks, and no
//! control is flagged.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use expectspec_engine::intermediary::Role;
use expectspec_faults::Grade;
use expectspec_faults::intermediary::{CONTROLS, Control, Deviant, Fault, Script, all};
use expectspec_judge::monitors::TABLE;
use expectspec_judge::{Finding, Watched};
use expectspec_requirements::{ALL, Party, Profile, Requirement, Strength, Verdict};
use expectspec_runner::{CaseRun, Run, Subject, run};
use expectspec_subject::{IntermediaryInProcess, pass_on_with};
use expectspec_tests::{in_parallel, plan_for_intermediaries, root};

/// Why no fault can be shown to break rules, and which.
const NO_FAULT: &[(&str, &[&str])] = &[
    (
        "of user agents; an intermediary has content as it comes",
        &["EXP-CLI-027", "EXP-CLI-034", "EXP-CLI-036"],
    ),
    (
        "no case has what its monitor looks for",
        &["EXP-FRM-007", "EXP-FRM-008", "EXP-SRV-017", "EXP-TRL-003"],
    ),
];

/// The faults that nothing catches yet, and why.
const ESCAPES: &[(&str, &str)] = &[];

/// The rules that are doubted at most, and why.
const DOUBTED: &[(&str, &str)] = &[
    ("EXP-GRM-007", "two lines may be refused for another reason than that they are two"),
    ("EXP-PRX-019", "nobody says how long is indefinite"),
    ("EXP-PRX-032", "who reads along may never have been a tunnel"),
];

/// What became of one fault.
struct Row {
    fault: &'static Fault,
    kills: Vec<Kill>,
}

/// The cases that caught a fault by one rule.
struct Kill {
    rule: &'static Requirement,
    aim: Aim,
    cases: BTreeSet<&'static str>,
    gravest: Verdict,
}

/// Whether the cases are about the rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Aim {
    OnPurpose,
    InPassing,
}

static MATRIX: LazyLock<Vec<Row>> = LazyLock::new(|| {
    in_parallel(all().collect(), |fault: &'static Fault| {
        let run = run_script(fault.name, &fault.script, fault.profile);
        let kill = |&rule: &&'static Requirement| kill(&run, rule);
        Row { fault, kills: fault.breaks.iter().map(kill).collect() }
    })
});

#[test]
fn every_fault_is_caught_by_its_rule() {
    let mut wrong = String::new();
    for Row { fault, kills } in MATRIX.iter() {
        let is_caught = kills.iter().enumerate().all(|(index, kill)| {
            let least = if index == 0 { fault.verdict } else { Verdict::Discouraged };
            kill.gravest >= least
        });
        let escapes = ESCAPES.iter().any(|(name, _)| *name == fault.name);
        if is_caught && escapes {
            writeln!(wrong, "{} is caught and needs no reason", fault.name).unwrap();
        } else if !is_caught && !escapes {
            writeln!(wrong, "{} is not caught", fault.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_must_with_a_fault_is_once_a_deviation() {
    let mut wrong = BTreeSet::new();
    let caught = || {
        let escapes = |row: &&Row| ESCAPES.iter().any(|(name, _)| *name == row.fault.name);
        MATRIX.iter().filter(move |row| !escapes(row)).flat_map(|row| &row.kills)
    };
    for rule in caught().map(|kill| kill.rule) {
        let may_not = DOUBTED.iter().any(|(id, _)| *id == rule.id);
        let deviates = rule.strength != Strength::Must
            || may_not
            || caught()
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
    let of_intermediaries =
        monitors.filter(|monitor| !matches!(monitor.role, Watched::AsServer | Watched::AsClient));
    covered.extend(of_intermediaries.flat_map(|monitor| monitor.requirements).map(|it| it.id));
    let mut wrong = String::new();
    for rule in ALL {
        let in_force = Profile::ALL.iter().any(|&profile| rule.scope.includes(profile));
        let wants_a_fault = in_force && rule.strength != Strength::May && covered.contains(rule.id);
        let has_a_reason = NO_FAULT.iter().any(|(_, ids)| ids.contains(&rule.id));
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
fn the_kill_matrix_of_intermediaries_is_as_committed() {
    let mut text = String::new();
    for Row { fault, kills } in MATRIX.iter() {
        writeln!(text, "{} ({:?}, {})", fault.name, fault.form(), fault.profile).unwrap();
        for Kill { rule, aim, cases, gravest } in kills {
            let count = cases.len();
            let verdict = if cases.is_empty() { "escapes".to_owned() } else { gravest.to_string() };
            let passing = if *aim == Aim::InPassing { " (in passing)" } else { "" };
            write!(text, "    {} {verdict}{passing} {count}", rule.id).unwrap();
            for id in cases.iter().take(CASES_SHOWN) {
                write!(text, " {}", id.trim_start_matches("intermediary/")).unwrap();
            }
            text += if count > CASES_SHOWN { " …\n" } else { "\n" };
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("kill-matrix-of-intermediaries", text));
}

/// How many cases of a kill the snapshot names.
const CASES_SHOWN: usize = 3;

fn run_script(name: &str, script: &'static Script, profile: Profile) -> Run {
    let pass_on = move |clients, origin| pass_on_with(clients, origin, Deviant::new(script));
    let subject = IntermediaryInProcess::new(name, script.form(), pass_on);
    let role = (script.policy)().role;
    let mut plan = plan_for_intermediaries(role, profile);
    if role == Role::Forward {
        // CONNECT names a port.
        "origin:80".clone_into(&mut plan.places.host);
    }
    run(&Subject::Intermediary(Arc::new(subject)), &plan, &mut |_| {})
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Everything that was found, with the case that found it.
fn findings(run: &Run) -> impl Iterator<Item = (&CaseRun, &Finding)> {
    run.cases.iter().flat_map(|case| case.findings().iter().map(move |finding| (case, finding)))
}

/// The cases that found the rule broken: those that exercise it, or if none of them did, any.
fn kill(run: &Run, rule: &'static Requirement) -> Kill {
    let mut kills = [Aim::OnPurpose, Aim::InPassing].map(|aim| Kill {
        rule,
        aim,
        cases: BTreeSet::new(),
        gravest: Verdict::Conforms,
    });
    for (CaseRun { case, .. }, finding) in findings(run) {
        let verdict = finding.verdict(run.profile);
        if finding.requirement.id == rule.id && verdict >= Verdict::Discouraged {
            let meant = case.exercises.iter().any(|row| row.id == rule.id);
            let kill = &mut kills[usize::from(!meant)];
            kill.cases.insert(case.id);
            kill.gravest = kill.gravest.max(verdict);
        }
    }
    let [on_purpose, in_passing] = kills;
    if on_purpose.gravest >= in_passing.gravest { on_purpose } else { in_passing }
}

/// The rules that some case exercises on purpose.
fn exercised() -> BTreeSet<&'static str> {
    let cases = expectspec_catalogue::of(Party::Intermediary).into_iter();
    cases.flat_map(|case| case.exercises).map(|rule| rule.id).collect()
}
