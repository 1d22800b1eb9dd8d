//! A document is the same however often it is written and read, and refuses what it is not.

use expectspec_report::document::Printable;
use expectspec_report::{Detail, Document, Format, Paint, TextOptions};

use crate::synthetic::{self, written};

#[test]
fn what_is_read_is_what_was_written() {
    let document = synthetic::document();
    let read = Document::read(written(&document, Format::Json).as_bytes()).expect("a document");
    assert_eq!(read, document);
    for detail in [Detail::Summary, Detail::Findings, Detail::Everything] {
        let text = Format::Text(TextOptions { paint: Paint::Plain, detail });
        assert_eq!(written(&read, text), written(&document, text));
    }
}

#[test]
fn what_is_counted_is_counted_anew() {
    let mut document = synthetic::document();
    let summary = document.summary;
    document.summary.deviates = 0;
    let read = Document::read(written(&document, Format::Json).as_bytes()).expect("a document");
    assert_eq!(read.summary, summary);
}

#[test]
fn what_is_unknown_is_passed_over_and_what_is_new_may_be_missing() {
    let document = synthetic::document();
    let json = written(&document, Format::Json);
    let newer = json.replacen('{', "{\"newer\": [{}],", 1);
    assert_eq!(Document::read(newer.as_bytes()).expect("a document"), document);
    let mut older: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    older.as_object_mut().expect("an object").remove("notes");
    let read = Document::read(older.to_string().as_bytes()).expect("a document");
    assert_eq!(read, Document { notes: Vec::new(), ..document });
}

#[test]
fn octets_that_are_no_document_are_refused_in_one_line() {
    let json = written(&synthetic::document(), Format::Json);
    let changed = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        json.replacen(from, to, 1).into_bytes()
    };
    for (octets, says) in [
        (b"".to_vec(), "EOF"),
        (b"TAP version 14\n".to_vec(), "expected what --format json writes"),
        (b"{}".to_vec(), "missing field `schema`"),
        (b"[1]".to_vec(), "invalid length"),
        (json.as_bytes()[..json.len() / 2].to_vec(), "EOF"),
        (changed("\"deviates\",", "\"\\u001b[2J\","), "there is no verdict"),
        (changed("\"broken\"", "\"deviates\""), "there is no outcome \"deviates\""),
        (changed("\"rfc9110\"", "\"rfc1\""), "there is no profile \"rfc1\""),
        (changed("\"cases\"", "\"tests\""), "missing field `cases`"),
    ] {
        let error = Document::read(&octets).expect_err(says).to_string();
        assert!(error.contains(says) && !error.contains('\n'), "{error}");
    }
}

#[test]
fn whatever_is_read_is_printable() {
    let document = synthetic::document();
    let json = written(&document, Format::Json);
    let hostile = json.replace("nothing in 5000 ms", r"\u001b[2J\u0000\u009b\u202e##[x]");
    let read = Document::read(hostile.as_bytes()).expect("a document");
    let found = &read.cases[0].findings[0].found;
    assert_eq!(found, &Printable::from(r"\x1b[2J\x00\x9b\u{202e}#\x23[x]"));
}
