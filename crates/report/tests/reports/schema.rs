//! The JSON report obeys `schema/run-1.schema.json`, and the schema refuses what it must.

use std::sync::Arc;

use boon::{Compiler, SchemaIndex, Schemas};
use expectspec_engine::origin_server::Policy;
use expectspec_report::{Subject, write_json};
use expectspec_runner::{Plan, Run, run};
use expectspec_subject::{InProcess, Server};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;

use crate::synthetic;

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn new() -> Self {
        let schema: Value =
            serde_json::from_str(include_str!("../../schema/run-1.schema.json")).expect("JSON");
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.add_resource("run-1.schema.json", schema).expect("a new name");
        let index = compiler.compile("run-1.schema.json", &mut schemas).expect("a valid schema");
        Self { schemas, index }
    }

    fn complaint(&self, object: &Value) -> Option<String> {
        self.schemas.validate(object, self.index).err().map(|error| format!("{error:#}"))
    }
}

fn object(run: &Run, subject: &Subject) -> Value {
    let mut out = Vec::new();
    write_json(&synthetic::report(run, subject), &mut out).expect("memory takes all");
    synthetic::assert_harmless(&out);
    serde_json::from_slice(&out).expect("JSON")
}

fn tested(server: Arc<dyn Server>) -> Run {
    let plan = Plan::new(
        expectspec_catalogue::of(expectspec_requirements::Party::OriginServer),
        "localhost",
    );
    run(&server.into(), &plan, &mut |_| {}).expect("a run")
}

fn reference() -> Arc<dyn Server> {
    let serve = |io| expectspec_subject::serve(io, Policy::default());
    Arc::new(InProcess::new("reference", serve))
}

/// A server whose every word is meant for the terminal.
fn hostile() -> Arc<dyn Server> {
    Arc::new(InProcess::new("hos\x1b[2Jtile", |mut io| async move {
        io.write_all(
            b"HTTP/1.1 100 \x1b[2J\x9b31m\r\n\r\n\
              HTTP/1.1 200 \xe2\x80\xae\x1b]0;owned\x07\r\n\
              Server: \x1b[31m\xc2\x9b\xe2\x80\xaex/\x7f\x08\r\n\
              \x1bX: \0\r\n\
              Content-Length: 4\r\n\
              \r\n\
              \x1b\0\x9b\n\x1bGARBAGE \x1b[2J\x9b\r\n",
        )
        .await
        .ok();
    }))
}

#[test]
fn every_report_obeys_the_schema() {
    let schema = Schema::new();
    for run in [synthetic::run(), tested(reference()), tested(hostile())] {
        let subject = synthetic::subject(&run);
        assert_eq!(schema.complaint(&object(&run, &subject)), None);
    }
}

#[test]
fn a_known_deviation_obeys_the_schema() {
    let schema = Schema::new();
    let run = synthetic::run();
    let mut object = object(&run, &synthetic::subject(&run));
    object["cases"][0]["known"] = json!("to be fixed");
    assert_eq!(schema.complaint(&object), None);
    object["cases"][0]["known"] = json!("\u{1b}[2J");
    assert!(schema.complaint(&object).is_some());
}

#[test]
fn cases_stand_in_the_order_of_their_ids_and_are_all_counted() {
    let run = tested(reference());
    let object = object(&run, &synthetic::subject(&run));
    let ids: Vec<_> =
        object["cases"].as_array().unwrap().iter().map(|case| case["id"].as_str()).collect();
    assert!(ids.is_sorted());
    let counts = object["summary"].as_object().unwrap().values();
    assert_eq!(counts.filter_map(Value::as_u64).sum::<u64>(), ids.len() as u64);
}

#[test]
fn the_schema_refuses_another_form() {
    let schema = Schema::new();
    let run = synthetic::run();
    let sound = object(&run, &synthetic::subject(&run));
    let members: Vec<String> = sound.as_object().unwrap().keys().cloned().collect();
    for member in members {
        let mut without = sound.clone();
        without.as_object_mut().unwrap().remove(&member);
        assert!(schema.complaint(&without).is_some(), "{member} may be missing");
    }
    for (place, value) in [
        ("/schema", json!(2)),
        ("/profile", json!("rfc9999")),
        ("/subject/server", json!("\u{1b}[2J")),
        ("/subject/party", json!("server")),
        ("/summary/deviates", json!(-1)),
        ("/cases/0/id", json!("origin-server/Topic")),
        ("/cases/0/verdict", json!("fails")),
        ("/cases/0/findings/0/requirement", json!("SRV-001")),
        ("/cases/0/findings/0/outcome", json!("deviates")),
        ("/cases/0/transcript", json!("none")),
    ] {
        let mut changed = sound.clone();
        *changed.pointer_mut(place).unwrap() = value;
        assert!(schema.complaint(&changed).is_some(), "{place} may be anything");
    }
}
