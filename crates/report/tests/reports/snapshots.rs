//! What reports look like, kept in `snapshots/`.

use expectspec_catalogue::{Case, Danger, Need, Step, Until};
use expectspec_judge::{Agree, Relation};
use expectspec_report::{
    Detail, Format, Judged, Paint, TextOptions, write_case_explanation, write_judged_json,
    write_judged_text, write_list_json, write_list_text, write_requirement_explanation, write_text,
};
use expectspec_requirements::{GRM_007, O16_001, Profile, SRV_003};

use crate::synthetic;

fn check(name: &str, text: &[u8]) {
    synthetic::assert_harmless(text);
    snapshot(name, text);
}

fn snapshot(name: &str, text: &[u8]) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        insta::assert_snapshot!(name, String::from_utf8_lossy(text));
    });
}

fn text(paint: Paint, detail: Detail) -> Vec<u8> {
    let run = synthetic::run();
    let subject = synthetic::subject(&run);
    let mut out = Vec::new();
    write_text(&synthetic::report(&run, &subject), TextOptions { paint, detail }, &mut out)
        .expect("memory takes all");
    out
}

#[test]
fn the_text_report_shows_the_five_facts_of_each_deviation() {
    check("report-text", &text(Paint::Plain, Detail::Findings));
}

#[test]
fn the_summary_is_the_beginning_of_the_report() {
    let summary = text(Paint::Plain, Detail::Summary);
    check("report-text-summary", &summary);
    assert!(text(Paint::Plain, Detail::Findings).starts_with(&summary));
}

#[test]
fn everything_includes_every_transcript() {
    check("report-text-everything", &text(Paint::Plain, Detail::Everything));
}

#[test]
fn colour_changes_nothing_but_colour() {
    let painted = String::from_utf8(text(Paint::Colour, Detail::Findings)).unwrap();
    let mut plain = String::new();
    for piece in painted.split('\x1b') {
        // Ours begin with [ and end with the first m; the subject's are escaped before.
        let rest = piece.strip_prefix('[').and_then(|rest| rest.split_once('m'));
        plain.push_str(rest.map_or(piece, |(_, rest)| rest));
    }
    assert_ne!(painted, plain);
    assert_eq!(plain.as_bytes(), text(Paint::Plain, Detail::Findings));
}

#[test]
fn every_format_of_one_run() {
    let document = synthetic::document();
    for (name, format) in [
        ("report-json", Format::Json),
        ("report-junit", Format::Junit),
        ("report-tap", Format::Tap),
        ("report-sarif", Format::Sarif),
        ("report-markdown", Format::Markdown),
        ("report-badge", Format::Badge),
    ] {
        let text = synthetic::written(&document, format);
        check(name, synthetic::without_version(&text).as_bytes());
    }
    let page = synthetic::without_version(&synthetic::written(&document, Format::Html));
    synthetic::assert_harmless(page.as_bytes());
    let (head, body) = page.split_once("</head>").expect("a page has a head");
    assert!(head.starts_with("<!DOCTYPE html>"));
    // The style and the script are files of their own.
    let (body, _script) = body.split_once("<script>").expect("a page has a script");
    check("report-html", body.as_bytes());
}

#[test]
fn a_saved_transcript_is_judged_with_the_entry_marked() {
    let transcript = "# subject: origin-server  transport: h1/tcp
    0.000 outbound > POST / HTTP/1.0
                   > Content-Length: 1
                   > Expect: 100-continue
                   >
    0.300 outbound < HTTP/1.1 100 Continue
                   <
";
    let judged = [Judged::new("a \x1b[1mfile".to_owned(), transcript.parse().unwrap())];
    let mut out = Vec::new();
    write_judged_text(&judged, Profile::Rfc9110, Paint::Plain, &mut out).unwrap();
    synthetic::assert_harmless(&out);
    let text = String::from_utf8(out).unwrap();
    assert!(text.starts_with("a \\x1b[1mfile: deviates ("), "{text}");
    assert!(text.contains("EXP-SRV-004 (MUST NOT)  deviates"), "{text}");
    assert!(text.contains("\n>>     0.300 outbound < HTTP/1.1 100 Continue\n"), "{text}");
    let mut out = Vec::new();
    write_judged_json(&judged, Profile::Rfc9110, &mut out).unwrap();
    let object: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(object["files"][0]["verdict"], "deviates");
}

static BREAKS: Case = Case {
    id: "origin-server/a-topic/breaks",
    purpose: "Breaks another requirement.",
    ..Case::PLAIN
};
static IGNORES: Case = Case {
    id: "origin-server/a-topic/ignores",
    purpose: "Ignores an expectation.",
    exercises: &[&SRV_003],
    ..Case::PLAIN
};

fn catalogue() -> [&'static Case; 2] {
    [&BREAKS, &IGNORES]
}

#[test]
fn a_requirement_is_explained() {
    let mut out = Vec::new();
    for row in [&SRV_003, &O16_001] {
        write_requirement_explanation(row, &catalogue(), Paint::Plain, &mut out).unwrap();
    }
    check("explain-requirement", &out);
}

#[test]
fn every_step_of_a_case_is_explained() {
    static CASE: Case = Case {
        id: "origin-server/a-topic/does-all",
        purpose: "Takes every step that there is.",
        exercises: &[&SRV_003],
        task: expectspec_catalogue::Task::UPLOAD,
        content: b"x\0",
        script: &[
            Step::Send(b"POST {path} HTTP/1.1\r\nX:\t\x1b\r\n\r\n{content}"),
            Step::Dribble { octets: b"ab", octets_each: 1, gap_ms: 10 },
            Step::Repeat { octets: b"\r\n", times: 3 },
            Step::Await(Until::Answer),
            Step::Await(Until::Final),
            Step::Await(Until::Close),
            Step::Quiet,
            Step::Pause(50),
            Step::Open,
            Step::Use(0),
            Step::Finish,
            Step::Reset,
        ],
        needs: &[Need::AcceptsContent, Need::Upgrade],
        relation: Some(Relation {
            base: "origin-server/a-topic/does-less",
            requirement: &GRM_007,
            agree: Agree::FirstAnswer,
        }),
        danger: Danger::Desync,
    };
    let mut out = Vec::new();
    write_case_explanation(&CASE, Paint::Plain, &mut out).unwrap();
    check("explain-case", &out);
}

#[test]
fn a_listed_case_begins_with_its_id() {
    let mut out = Vec::new();
    write_list_text(&catalogue(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    for (line, case) in text.lines().zip(catalogue()) {
        assert!(line.starts_with(&format!("{}  ", case.id)), "{line}");
    }
    let mut out = Vec::new();
    write_list_json(&catalogue(), &mut out).unwrap();
    let list: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(list["cases"][1]["exercises"][0], "EXP-SRV-003");
}
