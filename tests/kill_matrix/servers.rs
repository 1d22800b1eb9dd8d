//! Deviant origin servers.

use std::sync::Arc;

use expectspec_faults::{CONTROLS, Deviant, FAULTS, Script};
use expectspec_requirements::Party;
use expectspec_runner::Subject;
use expectspec_subject::{InProcess, drive};
use expectspec_tests::plan;

use crate::matrix::{About, Exception, Tried};

pub(crate) static TRIED: Tried<Script> = Tried {
    about: About {
        party: Party::OriginServer,
        snapshot: "kill-matrix",
        in_passing: "",
        without_fault: WITHOUT_FAULT,
        doubted: &[],
    },
    faults: FAULTS,
    controls: CONTROLS,
    subject,
    plan: |_, profile| plan(profile),
    form: |_| None,
};

const WITHOUT_FAULT: &[Exception] = &[
    Exception { rules: &["EXP-CON-007"], why: "needs resets, which in-memory streams do not have" },
    Exception {
        rules: &["EXP-GRM-016"],
        why: "a 100 (Continue) may be sent unasked, so no misreading of CR can be shown",
    },
];

fn subject(name: &str, script: &'static Script) -> Subject {
    let serve = move |io| drive(io, Deviant::new(script));
    Subject::Server(Arc::new(InProcess::new(name, serve)))
}
