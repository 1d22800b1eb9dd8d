//! Deviant intermediaries.

use std::sync::Arc;

use expectspec_faults::intermediary::{CONTROLS, Deviant, FAULTS, Script};
use expectspec_requirements::Party;
use expectspec_runner::Subject;
use expectspec_subject::{IntermediaryInProcess, pass_on_with};
use expectspec_tests::plan_for_intermediaries;

use crate::matrix::{About, Exception, Tried};

pub(crate) static TRIED: Tried<Script> = Tried {
    about: About {
        party: Party::Intermediary,
        snapshot: "kill-matrix-of-intermediaries",
        in_passing: " (in passing)",
        without_fault: WITHOUT_FAULT,
        doubted: DOUBTED,
    },
    faults: FAULTS,
    controls: CONTROLS,
    subject,
    plan: |script, profile| plan_for_intermediaries((script.policy)().role, profile),
    form: |script| Some(script.form()),
};

const WITHOUT_FAULT: &[Exception] = &[
    Exception {
        rules: &["EXP-CLI-027", "EXP-CLI-034", "EXP-CLI-036"],
        why: "of user agents; an intermediary has content as it comes",
    },
    Exception {
        rules: &["EXP-FRM-007", "EXP-FRM-008", "EXP-SRV-017", "EXP-TRL-003"],
        why: "no case has what its monitor looks for",
    },
];

const DOUBTED: &[Exception] = &[
    Exception {
        rules: &["EXP-GRM-007"],
        why: "two lines may be refused for another reason than that they are two",
    },
    Exception { rules: &["EXP-PRX-019"], why: "nobody says how long is indefinite" },
    Exception { rules: &["EXP-PRX-032"], why: "who reads along may never have been a tunnel" },
];

fn subject(name: &str, script: &'static Script) -> Subject {
    let pass_on = move |clients, origin| pass_on_with(clients, origin, Deviant::new(script));
    Subject::Intermediary(Arc::new(IntermediaryInProcess::new(name, script.form(), pass_on)))
}
