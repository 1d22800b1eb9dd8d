//! Whatever a subject says does no harm in any format, and gets there all the same.

mod html;
mod junit;
mod markdown;
mod sarif;
#[path = "../../examples/hostile/server.rs"]
mod server;
mod tap;

use expectspec_report::{Detail, Document, Format, Paint, TextOptions};
use expectspec_requirements::Party;
use expectspec_runner::{Plan, run};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy as _, any, prop_oneof, proptest};
use serde_json::Value;

use crate::synthetic::{self, written};
use server::HARMFUL;

/// A document in which every text is `text`.
fn saying(text: &str) -> Document {
    let json = written(&synthetic::document(), Format::Json);
    let mut document: Value = serde_json::from_str(&json).expect("JSON");
    replace_texts(&mut document, "", text);
    Document::read(document.to_string().as_bytes()).expect("a document")
}

/// Replaces all strings but those of which there is a fixed number, and keeps every other requirement
/// and transcript, so that what goes with a known one is written as well.
fn replace_texts(value: &mut Value, key: &str, text: &str) {
    match value {
        Value::Object(members) => members.iter_mut().for_each(|(key, it)| {
            let known = key == "requirement" && it == "EXP-CON-006";
            if !known {
                replace_texts(it, &key.clone(), text);
            }
        }),
        Value::Array(items) => items.iter_mut().for_each(|it| replace_texts(it, key, text)),
        Value::String(_) if ["profile", "party", "form", "verdict", "outcome"].contains(&key) => {}
        Value::String(old) if key == "transcript" => {
            *old += &format!("\n 9999.000 outbound < {text}\n{text}\n");
        }
        Value::String(old) if key == "id" => *old = format!("{text}/{text}/{old}"),
        Value::String(old) => *old = text.to_owned(),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A document of a run with a server that means harm.
fn of_a_hostile_run() -> Document {
    // Some of each topic: the server answers all alike.
    let cases = expectspec_catalogue::of(Party::OriginServer).into_iter().step_by(6).collect();
    let plan = Plan::new(cases, "localhost");
    let run = run(&server::server().into(), &plan, &mut |_| {}).expect("a run");
    Document::of(&synthetic::report(&run, &synthetic::subject(&run)))
}

/// All that must hold of every format of every document.
fn check(document: &Document) {
    for detail in [Detail::Summary, Detail::Findings, Detail::Everything] {
        written_harmlessly(document, Format::Text(TextOptions { paint: Paint::Plain, detail }));
    }
    let json = written_harmlessly(document, Format::Json);
    assert_eq!(&Document::read(json.as_bytes()).expect("a document"), document);
    let badge = written_harmlessly(document, Format::Badge);
    let badge: Value = serde_json::from_str(&badge).expect("JSON");
    assert_eq!(badge["schemaVersion"], 1);
    junit::check(document, &written_harmlessly(document, Format::Junit));
    tap::check(document, &written_harmlessly(document, Format::Tap));
    sarif::check(document, &written_harmlessly(document, Format::Sarif));
    markdown::check(document, &written_harmlessly(document, Format::Markdown));
    html::check(document, &written_harmlessly(document, Format::Html));
}

/// Nothing is written that a terminal or a CI system would obey.
fn written_harmlessly(document: &Document, format: Format) -> String {
    let text = written(document, format);
    synthetic::assert_harmless(text.as_bytes());
    for line in text.lines() {
        assert!(!line.trim_start().starts_with("::"), "{line}");
        assert!(!["##[", "##vso[", "##teamcity["].iter().any(|it| line.contains(it)), "{line}");
    }
    text
}

#[test]
fn a_sound_run_can_be_read_in_every_format() {
    check(&synthetic::document());
}

#[test]
fn nothing_that_is_known_to_do_harm_does() {
    for harmful in HARMFUL.into_iter().chain(["", " ", "\n", "\r\n\t", &HARMFUL.concat()]) {
        check(&saying(harmful));
    }
}

#[test]
fn a_hostile_server_does_no_harm() {
    check(&of_a_hostile_run());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_does_harm(
        pieces in vec(
            prop_oneof![
                (0..HARMFUL.len()).prop_map(|at| HARMFUL[at].to_owned()),
                any::<String>(),
                vec(any::<u8>(), 0..8).prop_map(|it| String::from_utf8_lossy(&it).into_owned()),
                "[<>&\"'`|#:\\\\{}\\[\\]()*_~!@%?.\n -]{0,12}".prop_map(|it| it),
                Just("\n::".to_owned()),
            ],
            0..6,
        )
    ) {
        check(&saying(&pieces.concat()));
    }
}
