//! The catalogue's JSON obeys its schema, and is enough to play the cases.

mod rebuilt;

use std::sync::Arc;

use boon::{Compiler, Schemas};
use expectspec_catalogue::Case;
use expectspec_engine::{client, intermediary, origin_server};
use expectspec_judge::Finding;
use expectspec_report::write_list_json;
use expectspec_requirements::Verdict;
use expectspec_runner::{CaseRun, Plan, Run, Subject, run};
use expectspec_subject::{InProcess, reference_client, reference_intermediary};
use serde_json::{Value, json};

fn list() -> String {
    let mut out = Vec::new();
    write_list_json(&expectspec_catalogue::all(), &mut out).expect("memory takes all");
    String::from_utf8(out).expect("UTF-8")
}

/// What the schema has against a document.
fn complaint(document: &Value) -> Option<String> {
    let schema = include_str!("../../schema/catalogue-1.schema.json");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    compiler.add_resource("catalogue-1.schema.json", schema).expect("a new name");
    let index = compiler.compile("catalogue-1.schema.json", &mut schemas).expect("a valid schema");
    schemas.validate(document, index).err().map(|error| format!("{error:#}"))
}

#[test]
fn the_list_obeys_its_schema_and_is_ascii() {
    let list = list();
    assert!(list.chars().all(|c| matches!(c, '\n' | ' '..='~')));
    assert_eq!(complaint(&serde_json::from_str(&list).unwrap()), None);
}

#[test]
fn the_schema_refuses_another_form() {
    let mut sound: Value = serde_json::from_str(&list()).unwrap();
    // One case of each party is enough, and quick.
    let cases = sound["cases"].as_array_mut().unwrap();
    let of = |party: &str| {
        cases
            .iter()
            .find(|case| case["party"] == party && case["steps"][0]["do"] != "open")
            .cloned()
    };
    *cases = ["client", "origin-server"].map(|party| of(party).unwrap()).to_vec();
    assert_eq!(complaint(&sound), None);
    for (place, value) in [
        ("/schema", json!(2)),
        ("/windows/client", json!({})),
        ("/placeholders/path", json!("/")),
        ("/cases/0/id", json!("client/Topic")),
        ("/cases/0/task", json!({ "method": "a b", "content": "none", "requests": 1 })),
        ("/cases/0/task/requests", json!(0)),
        ("/cases/1/exercises", json!([])),
        ("/cases/1/needs", json!(["luck"])),
        ("/cases/1/danger", json!("some")),
        ("/cases/1/content", json!("\u{100}")),
        ("/cases/1/relation", json!({ "base": "x" })),
        ("/cases/1/steps", json!([])),
        ("/cases/1/steps/0", json!({ "do": "dance" })),
        ("/cases/1/steps/0", json!({ "do": "send" })),
        ("/cases/1/steps/0", json!({ "do": "quiet", "octets": "" })),
        ("/cases/1/steps/0", json!({ "do": "await", "until": "noon" })),
    ] {
        let mut changed = sound.clone();
        *changed.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value.clone();
        assert!(complaint(&changed).is_some(), "{place} may be {value}");
    }
}

#[test]
fn every_case_can_be_built_from_the_json_alone() {
    let rebuilt = rebuilt::cases(&list());
    let all = expectspec_catalogue::all();
    assert_eq!(rebuilt.len(), all.len());
    for (rebuilt, case) in rebuilt.iter().zip(all) {
        // What a task needs is told with the other needs.
        let needs = case.needs().collect::<Vec<_>>();
        assert_eq!(rebuilt.needs, needs, "{}", case.id);
        let case = Case { needs: rebuilt.needs, ..*case };
        assert_eq!(format!("{rebuilt:?}"), format!("{case:?}"));
    }
}

/// Transcripts, findings and verdicts.
fn results(run: &Run) -> Vec<String> {
    let result = |case: &CaseRun| {
        let finding = |it: &Finding| format!("{} {:?}\n", it.requirement.id, it.outcome);
        let findings = case.findings().iter().map(finding).collect::<String>();
        let transcript = case.transcript().map(ToString::to_string).unwrap_or_default();
        format!("{} {:?}\n{findings}{transcript}", case.case.id, case.verdict)
    };
    run.cases.iter().map(result).collect()
}

/// Plays the cases whose ids hold one of `topics`, from the catalogue and from its JSON.
fn check(subject: &Subject, topics: &[&str]) {
    let party = subject.party();
    let chosen = |case: &&'static Case| {
        case.party() == party && topics.iter().any(|topic| case.id.contains(topic))
    };
    let ours = expectspec_catalogue::all().into_iter().filter(chosen).collect::<Vec<_>>();
    let theirs = rebuilt::cases(&list()).into_iter().filter(chosen).collect::<Vec<_>>();
    assert!(ours.len() > 20, "{} cases", ours.len());
    let [ours, theirs] = [ours, theirs]
        .map(|cases| run(subject, &Plan::new(cases, "origin"), &mut |_| {}).expect("a run"));
    assert_eq!(results(&ours), results(&theirs));
    assert!(ours.cases.iter().any(|case| case.verdict == Verdict::Conforms));
}

#[test]
fn cases_for_servers_replayed_from_the_json_come_to_the_same() {
    let policy = origin_server::Policy::default();
    let serve = move |io| expectspec_subject::serve(io, policy.clone());
    let subject = Subject::Server(Arc::new(InProcess::new("reference", serve)));
    check(&subject, &["/handshake/", "/chunked/", "/list/", "/connections/", "/malformed-head/"]);
}

#[test]
fn cases_for_clients_replayed_from_the_json_come_to_the_same() {
    let subject = Subject::Client(reference_client("reference", &client::Policy::default()));
    check(&subject, &["/handshake/", "/early-final/", "/patience/", "/segments/"]);
}

#[test]
fn cases_for_intermediaries_replayed_from_the_json_come_to_the_same() {
    let policy = intermediary::Policy::default();
    let subject = Subject::Intermediary(reference_intermediary("reference", &policy));
    check(&subject, &["/handshake/", "/interim/", "/early-final/", "/origin-end/"]);
}
