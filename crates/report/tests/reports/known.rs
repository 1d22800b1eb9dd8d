//! A known deviation fails nothing, in any format, and is hidden in none.

use expectspec_judge::Finding;
use expectspec_report::{Detail, Document, Format, KnownFile, Paint, TextOptions};
use expectspec_requirements::SRV_003;
use expectspec_runner::{Conclusion, Coverage, Known, Run};
use serde_json::Value;

use crate::synthetic::{self, written};

const REASON: &str = "fixed <b> # in 2.1";

/// Both cases that deviate are known.
fn known() -> Document {
    let mut document = synthetic::document();
    document.died_after = None;
    for case in document.cases.iter_mut().filter(|case| case.is_unexpected()) {
        case.known = Some(REASON.into());
    }
    document
}

fn text(document: &Document) -> String {
    written(document, Format::Text(TextOptions { paint: Paint::Plain, detail: Detail::Findings }))
}

#[test]
fn it_is_written_and_read_again() {
    let document = known();
    assert_eq!((document.known(), document.unexpected()), (2, 0));
    let read = Document::read(written(&document, Format::Json).as_bytes()).expect("a document");
    assert_eq!(read, document);
}

#[test]
fn text_tells_the_reason_in_place_of_the_finding() {
    let text = text(&known());
    assert!(text.contains("2 deviate") && text.contains("; of those that deviate, 2 known\n"));
    assert!(!text.contains("\nDEVIATIONS\n"), "{text}");
    let told = format!("\nKNOWN DEVIATIONS\n  {REASON} (2)\n    origin-server/a-topic/breaks\n");
    assert!(text.contains(&told), "{text}");
}

#[test]
fn one_that_is_not_known_beside_one_that_is_fails_as_ever() {
    let mut document = known();
    document.cases[0].known = None;
    assert_eq!((document.known(), document.unexpected()), (1, 1));
    let text = text(&document);
    assert!(text.contains("\nDEVIATIONS\n") && text.contains("\nKNOWN DEVIATIONS\n"), "{text}");
    assert!(written(&document, Format::Junit).contains(" failures=\"1\" "));
    assert!(written(&document, Format::Badge).contains("\"red\""));
    assert!(written(&document, Format::Markdown).starts_with("### expectspec: deviates\n"));
}

#[test]
fn junit_skips_it_with_its_five_facts() {
    let junit = written(&known(), Format::Junit);
    assert!(junit.contains(" failures=\"0\" ") && !junit.contains("<failure"), "{junit}");
    let skipped = "<skipped type=\"known\" message=\"known deviation: fixed &lt;b&gt; # in 2.1\"/>";
    assert_eq!(junit.matches(skipped).count(), 2, "{junit}");
    let parsed = roxmltree::Document::parse(&junit).expect("XML");
    for suite in parsed.descendants().filter(|node| node.has_tag_name("testsuite")) {
        let skipped = suite.descendants().filter(|node| node.has_tag_name("skipped")).count();
        assert_eq!(suite.attribute("skipped"), Some(skipped.to_string().as_str()));
    }
}

#[test]
fn tap_has_it_to_be_done() {
    let tap = written(&known(), Format::Tap);
    let line = "not ok 1 - origin-server/a-topic/breaks # TODO fixed <b> \\# in 2.1\n";
    assert!(tap.contains(line), "{tap}");
    let mut dead = known();
    dead.died_after = Some(dead.cases[0].id.clone());
    assert!(written(&dead, Format::Tap).contains("not ok 1 - origin-server/a-topic/breaks\n"));
    assert!(written(&dead, Format::Junit).contains("<error type=\"died\""));
}

#[test]
fn sarif_suppresses_it_with_its_reason() {
    let sarif: Value = serde_json::from_str(&written(&known(), Format::Sarif)).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    for result in results {
        let accepted = result["suppressions"][0]["justification"] == REASON;
        assert_eq!(accepted, result["level"] == "error", "{result:#}");
    }
    assert!(results.iter().any(|result| result["level"] == "error"));
}

#[test]
fn the_page_the_comment_and_the_badge_tell_it() {
    let page = written(&known(), Format::Html);
    assert!(page.contains("<p class=\"note\">known deviation: fixed &lt;b&gt; # in 2.1</p>"));
    assert!(!page.contains("<h2>Deviations</h2>"));
    let comment = written(&known(), Format::Markdown);
    assert!(comment.starts_with("### expectspec: no deviation but known ones\n"), "{comment}");
    assert!(comment.contains("<summary>known deviations</summary>"), "{comment}");
    let badge = written(&known(), Format::Badge);
    assert!(badge.contains("2 deviate") && badge.contains("\"yellow\""), "{badge}");
}

#[test]
fn a_draft_has_each_requirement_of_each_case_below_what_was_found() {
    let mut document = synthetic::document();
    let draft = |document: &Document| {
        let mut out = Vec::new();
        document.write_known(&mut out).expect("memory takes all");
        String::from_utf8(out).expect("UTF-8")
    };
    let told = draft(&document);
    let entries = "\n# EXP-SRV-001: expected an immediate 100 or a final response, found nothing in some ms\n\
                   origin-server/a-topic/breaks EXP-SRV-001\n\
                   origin-server/a-topic/breaks-too EXP-SRV-001\n";
    assert!(told.ends_with(entries), "{told}");
    synthetic::assert_harmless(told.as_bytes());
    document.cases[0].known = Some(REASON.into());
    assert!(draft(&document).contains(&format!("# {REASON}\norigin-server/a-topic/breaks EXP")));
}

/// The run, in which a case of the catalogue breaks two requirements.
fn run() -> Run {
    let mut run = synthetic::run();
    run.died_after = None;
    run.cases.truncate(1);
    run.cases[0].case = expectspec_catalogue::find(ID).expect("a permanent id");
    let Conclusion::Judged { findings, .. } = &mut run.cases[0].conclusion else {
        panic!("the first case was judged")
    };
    findings.push(Finding { requirement: &SRV_003, ..findings[0].clone() });
    run
}

const ID: &str = "origin-server/handshake/answers-before-content-with-length";

/// What a file makes of the run: the reason, and the notes on entries that have to go.
fn excused(run: &Run, known: &str) -> (Option<String>, Vec<String>) {
    let subject = synthetic::subject(run);
    let mut document = Document::of(&synthetic::report(run, &subject));
    let known = Known::parse(known).expect("a file of known deviations");
    let file = document.excuse(run, &known, Coverage::Whole);
    let notes = document.notes.iter().filter(|note| note.starts_with("known deviations, "));
    let notes: Vec<_> = notes.map(ToString::to_string).collect();
    assert_eq!(file == KnownFile::HasStale, !notes.is_empty());
    (document.cases[0].known.as_ref().map(ToString::to_string), notes)
}

#[test]
fn a_case_is_known_only_if_all_that_it_breaks_is() {
    let run = run();
    let one = format!("# one\n{ID} EXP-SRV-001\n");
    assert_eq!(excused(&run, &one), (None, vec![]));
    let both = format!("{one}# two\n{ID} EXP-SRV-003\n");
    assert_eq!(excused(&run, &both), (Some("one; two".to_owned()), vec![]));
    assert_eq!(excused(&run, &format!("# any\n{ID} *\n")), (Some("any".to_owned()), vec![]));
}

#[test]
fn of_a_subject_that_died_no_deviation_is_said_to_be_gone() {
    let mut run = run();
    let known = format!("# any\n{ID} *\n# gone?\norigin-server/list/* *\n# typo\nx *\n");
    assert_eq!(excused(&run, &known).1.len(), 2);
    run.died_after = Some(ID);
    let notes = excused(&run, &known).1;
    assert_eq!(notes, ["known deviations, line 6: \"x *\" matches no case"]);
}
