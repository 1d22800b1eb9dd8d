//! The command line with adapters that are none.

mod tool;

use tool::{assert_harmless, assert_one_line, run};

#[test]
fn a_program_that_is_no_adapter_could_not_be_tested() {
    let program = env!("CARGO_BIN_EXE_expectspec");
    for role in ["server", "client"] {
        let told = run(&[role, "--adapter", "--", program, "--version"]);
        assert_one_line(&told);
        assert_harmless(&told.err);
        assert_eq!(told.code, 3);
        assert!(told.err.contains("answered \"expectspec "), "{told:?}");
        assert!(told.err.contains("expected expectspec-adapter 1"), "{told:?}");
    }
}

#[test]
fn a_program_that_is_not_there_could_not_be_tested() {
    for role in ["server", "client"] {
        let told = run(&[role, "--adapter", "--", "/nowhere/adapter"]);
        assert_one_line(&told);
        assert_eq!(told.code, 3);
        assert!(told.err.contains("cannot start \"/nowhere/adapter\""), "{told:?}");
    }
}

#[test]
fn an_adapter_without_a_command_and_a_command_without_an_adapter_are_wrong_usage() {
    for arguments in [
        &["server", "--adapter"][..],
        &["client", "--adapter"],
        &["server", "--", "program"],
        &["server", "--adapter", "--demo"],
        &["client", "--adapter", "--can", "method", "--", "program"],
    ] {
        let told = run(arguments);
        assert_one_line(&told);
        assert_eq!(told.code, 2, "{told:?}");
    }
}
