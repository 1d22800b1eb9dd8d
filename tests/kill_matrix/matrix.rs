//! What the catalogue found of every fault and control of a party.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};

use expectspec_faults::{ControlOf, FaultOf, Grade};
use expectspec_judge::Finding;
use expectspec_requirements::{Form, Party, Profile, Requirement, Verdict};
use expectspec_runner::{CaseRun, Plan, Run, Subject, run};
use expectspec_tests::in_parallel;

/// A party with its faults and controls. `S` says how a deviant differs from the reference.
pub(crate) struct Tried<S: 'static> {
    pub(crate) about: About,
    pub(crate) faults: &'static [&'static [FaultOf<S>]],
    pub(crate) controls: &'static [&'static [ControlOf<S>]],
    /// The deviant of a script, under a name.
    pub(crate) subject: fn(&str, &'static S) -> Subject,
    pub(crate) plan: fn(&S, Profile) -> Plan,
    /// What it is declared to be, for a party that has forms.
    pub(crate) form: fn(&S) -> Option<Form>,
}

/// What is particular to a party.
pub(crate) struct About {
    pub(crate) party: Party,
    /// The name of the snapshot.
    pub(crate) snapshot: &'static str,
    /// What the snapshot says where no case is about a rule, of a party of which that is common.
    pub(crate) in_passing: &'static str,
    /// The rules that no fault can be shown to break.
    pub(crate) without_fault: &'static [Exception],
    /// The rules of MUST strength that are doubted at most.
    pub(crate) doubted: &'static [Exception],
}

/// Rules of which something does not hold, and why.
pub(crate) struct Exception {
    pub(crate) rules: &'static [&'static str],
    pub(crate) why: &'static str,
}

/// What became of the faults and controls of a party.
pub(crate) struct Matrix {
    pub(crate) about: &'static About,
    /// The rules that some case exercises on purpose.
    pub(crate) exercised: BTreeSet<&'static str>,
    pub(crate) rows: Vec<Row>,
    /// What was found of controls, beyond what may be.
    pub(crate) flagged: Vec<String>,
}

/// What became of one fault.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    form: Option<Form>,
    profile: Profile,
    /// How gravely its first rule must be judged broken at least.
    pub(crate) least: Verdict,
    pub(crate) kills: Vec<Kill>,
}

/// The cases that caught a fault by one rule.
pub(crate) struct Kill {
    pub(crate) rule: &'static Requirement,
    aim: Aim,
    cases: BTreeSet<&'static str>,
    pub(crate) gravest: Verdict,
}

/// Whether the cases are about the rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Aim {
    OnPurpose,
    InPassing,
}

impl Matrix {
    /// Plays every case against every fault and control.
    pub(crate) fn of<S: Sync>(tried: &'static Tried<S>) -> Self {
        let cases = expectspec_catalogue::of(tried.about.party).into_iter();
        let exercised = cases.flat_map(|case| case.exercises).map(|rule| rule.id).collect();
        let faults = tried.faults.iter().copied().flatten().collect();
        let controls = tried.controls.iter().copied().flatten().collect();
        let row = |fault: &'static FaultOf<S>| Row::of(tried, fault, &exercised);
        Self {
            about: &tried.about,
            rows: in_parallel(faults, row),
            flagged: in_parallel(controls, |control| flagged(tried, control)).concat(),
            exercised,
        }
    }
}

impl Row {
    fn of<S>(
        tried: &Tried<S>,
        fault: &'static FaultOf<S>,
        exercised: &BTreeSet<&'static str>,
    ) -> Self {
        let run = play(tried, fault.name, &fault.script, fault.profile);
        let kill = |&rule: &&'static Requirement| {
            let aim = if exercised.contains(rule.id) { Aim::OnPurpose } else { Aim::InPassing };
            Kill::of(&run, rule, aim)
        };
        Self {
            name: fault.name,
            form: (tried.form)(&fault.script),
            profile: fault.profile,
            least: fault.verdict,
            kills: fault.breaks.iter().map(kill).collect(),
        }
    }
}

impl Kill {
    /// The cases that found the rule broken, of those that exercise it. Where no case does so on
    /// purpose, any will do.
    fn of(run: &Run, rule: &'static Requirement, aim: Aim) -> Self {
        let mut kill = Self { rule, aim, cases: BTreeSet::new(), gravest: Verdict::Conforms };
        for (CaseRun { case, .. }, finding) in findings(run) {
            let is_meant = case.exercises.iter().any(|row| row.id == rule.id);
            let verdict = finding.verdict(run.profile);
            if (is_meant || aim == Aim::InPassing)
                && finding.requirement.id == rule.id
                && verdict >= Verdict::Discouraged
            {
                kill.cases.insert(case.id);
                kill.gravest = kill.gravest.max(verdict);
            }
        }
        kill
    }
}

/// What was found of a control, beyond what may be.
fn flagged<S>(tried: &Tried<S>, control: &'static ControlOf<S>) -> Vec<String> {
    let run = play(tried, control.name, &control.script, Profile::Rfc9110);
    let most = match control.grade {
        Grade::Quiet => Verdict::Inconclusive,
        Grade::Discouraged => Verdict::Discouraged,
    };
    let flags = findings(&run).filter(|(_, finding)| finding.verdict(run.profile) > most);
    let describe = |(case, finding): (&CaseRun, &Finding)| {
        let (id, row) = (case.case.id, finding.requirement.id);
        format!("{}: {row} in {id}: {}", control.name, finding.found)
    };
    flags.map(describe).collect()
}

fn play<S>(tried: &Tried<S>, name: &str, script: &'static S, profile: Profile) -> Run {
    run(&(tried.subject)(name, script), &(tried.plan)(script, profile), &mut |_| {})
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Everything that was found, with the case that found it.
fn findings(run: &Run) -> impl Iterator<Item = (&CaseRun, &Finding)> {
    run.cases.iter().flat_map(|case| case.findings().iter().map(move |finding| (case, finding)))
}

impl Display for Matrix {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for Row { name, form, profile, kills, .. } in &self.rows {
            let form = form.map(|form| format!("{form:?}, ")).unwrap_or_default();
            writeln!(out, "{name} ({form}{profile})")?;
            for Kill { rule, aim, cases, gravest } in kills {
                let verdict =
                    if cases.is_empty() { "escapes".to_owned() } else { gravest.to_string() };
                let aim = if *aim == Aim::InPassing { self.about.in_passing } else { "" };
                write!(out, "    {} {verdict}{aim} {}", rule.id, cases.len())?;
                for id in cases.iter().take(CASES_SHOWN) {
                    let topic = id.split_once('/').map_or(*id, |(_, topic)| topic);
                    write!(out, " {topic}")?;
                }
                writeln!(out, "{}", if cases.len() > CASES_SHOWN { " …" } else { "" })?;
            }
        }
        Ok(())
    }
}

/// How many cases of a kill the snapshot names.
const CASES_SHOWN: usize = 3;
