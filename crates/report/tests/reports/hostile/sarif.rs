//! SARIF, by the schema of its standard.

use std::sync::OnceLock;

use boon::{Compiler, SchemaIndex, Schemas};
use expectspec_report::Document;
use serde_json::Value;

/// The log obeys the schema, its indices lead where they should, and its messages are only text.
pub(super) fn check(document: &Document, text: &str) {
    let log: Value = serde_json::from_str(text).expect("JSON");
    let (schemas, index) = schema();
    let complaint = schemas.validate(&log, *index).err().map(|error| format!("{error:#}"));
    assert_eq!(complaint, None);
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], *document.tool.name);
    for result in run["results"].as_array().expect("results") {
        let message = result["message"]["text"].as_str().expect("text");
        assert!(!message.contains(['[', ']', '{', '}']), "{message}");
        let rule = index_of(&result["ruleIndex"]);
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        assert_eq!(rules[rule]["id"], result["ruleId"]);
        check_place(run, &result["locations"][0]["physicalLocation"]);
    }
}

fn index_of(value: &Value) -> usize {
    value.as_u64().and_then(|it| usize::try_from(it).ok()).expect("an index")
}

/// The line exists in the transcript that is named.
fn check_place(run: &Value, place: &Value) {
    let location = &place["artifactLocation"];
    let uri = location["uri"].as_str().expect("a URI");
    let plain = |it: u8| it.is_ascii_alphanumeric() || b"-/%.".contains(&it);
    assert!(uri.starts_with("transcripts/") && uri.bytes().all(plain), "{uri}");
    assert!(!uri.contains(".."), "{uri}");
    let index = index_of(&location["index"]);
    let artifact = &run["artifacts"][index];
    assert_eq!(artifact["location"]["uri"], uri);
    let lines = artifact["contents"]["text"].as_str().expect("text").lines().count().max(1);
    let line = place["region"]["startLine"].as_u64().expect("a line");
    assert!((1..=lines as u64).contains(&line), "{line} of {lines}");
}

fn schema() -> &'static (Schemas, SchemaIndex) {
    static SCHEMA: OnceLock<(Schemas, SchemaIndex)> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let text = include_str!("../../schemas/sarif-2.1.0.schema.json");
        let schema: Value = serde_json::from_str(text).expect("JSON");
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        compiler.add_resource("sarif.json", schema).expect("a new name");
        let index = compiler.compile("sarif.json", &mut schemas).expect("a valid schema");
        (schemas, index)
    })
}
