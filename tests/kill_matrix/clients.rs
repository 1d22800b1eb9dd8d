//! Deviant clients.

use std::sync::Arc;

use expectspec_faults::client::{CONTROLS, Deviant, FAULTS, Script};
use expectspec_requirements::Party;
use expectspec_runner::Subject;
use expectspec_subject::{ClientInProcess, perform_with, requests};
use expectspec_tests::plan_for_clients;

use crate::matrix::{About, Exception, Tried};

pub(crate) static TRIED: Tried<Script> = Tried {
    about: About {
        party: Party::Client,
        snapshot: "kill-matrix-of-clients",
        in_passing: "",
        without_fault: WITHOUT_FAULT,
        doubted: DOUBTED,
    },
    faults: FAULTS,
    controls: CONTROLS,
    subject,
    plan: |_, profile| plan_for_clients(profile),
    form: |_| None,
};

const WITHOUT_FAULT: &[Exception] = &[
    Exception {
        rules: &["EXP-PIP-006"],
        why: "takes a client that begins a lost pipeline again, and no case cuts one off",
    },
    Exception { rules: &["EXP-MTH-007"], why: "a user may have asked for the content" },
    Exception { rules: &["EXP-CLI-037"], why: "needs resets, which in-memory streams do not have" },
    Exception {
        rules: &["EXP-GRM-015", "EXP-GRM-016"],
        why: "what a client makes of an octet in a field that it has no use for is not seen",
    },
];

const DOUBTED: &[Exception] = &[
    Exception { rules: &["EXP-CLI-002"], why: "a client whose content comes late looks the same" },
    Exception {
        rules: &["EXP-FRM-008", "EXP-FRM-009"],
        why: "the head of a response whose content is incomplete may be told",
    },
    Exception { rules: &["EXP-CON-009"], why: "the wire does not show what a client reads" },
];

fn subject(name: &str, script: &'static Script) -> Subject {
    let perform = move |connector, job| {
        let client = Deviant::new(script, requests(&job, "origin"));
        perform_with(connector, client)
    };
    Subject::Client(Arc::new(ClientInProcess::new(name, script.abilities, perform)))
}
