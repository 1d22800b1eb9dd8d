//! The pages in `docs/` that are made from the rows are as the rows are.

mod tool;

use std::fs;
use std::path::Path;

use tool::{assert_harmless, assert_one_line, run};

fn check(name: &str, arguments: &[&str]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    let page = fs::read_to_string(path).expect("a page");
    let made = run(arguments).out;
    assert_harmless(&made);
    let differs = page.lines().zip(made.lines()).find(|(page, made)| page != made);
    assert!(
        page == made,
        "docs/{name} is stale, first at {differs:?}; make it anew: cargo run -- {} >docs/{name}",
        arguments.join(" ")
    );
}

#[test]
fn docs_cases_is_fresh() {
    check("cases.md", &["list", "--format", "markdown"]);
}

#[test]
fn docs_requirements_is_fresh() {
    check("requirements.md", &["list", "--requirements", "--format", "markdown"]);
}

#[test]
fn every_reference_from_a_case_to_a_requirement_leads_somewhere() {
    let requirements = run(&["list", "--requirements", "--format", "markdown"]).out;
    let cases = run(&["list", "--format", "markdown"]).out;
    let links = cases.lines().filter_map(|line| line.split_once("]: requirements.md#"));
    let mut number = 0;
    for (id, anchor) in links {
        let id = id.trim_start_matches('[');
        assert_eq!(id.to_ascii_lowercase(), anchor);
        assert!(requirements.contains(&format!("\n## {id}\n")), "{id}");
        number += 1;
    }
    assert!(number > 100, "{number}");
}

#[test]
fn a_selection_of_cases_lists_the_requirements_that_they_exercise() {
    let told = run(&["list", "--requirements", "origin-server/value/reads-upper-case"]);
    assert!(told.out.lines().any(|line| line.starts_with("EXP-GRM-003  ")), "{told:?}");
    assert!(told.out.lines().count() < 20, "{told:?}");
    let told = run(&["list", "--requirements", "--format", "json"]);
    assert_eq!(told.code, 2);
    assert_one_line(&told);
}
