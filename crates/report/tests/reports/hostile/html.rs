//! HTML, cut into tags and text by the tokenizer of its standard.

use std::collections::BTreeMap;

use expectspec_report::Document;
use html5gum::{Token, Tokenizer};

const ELEMENTS: [&str; 42] = [
    "a",
    "article",
    "b",
    "blockquote",
    "body",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "footer",
    "form",
    "h1",
    "h2",
    "head",
    "header",
    "html",
    "input",
    "label",
    "li",
    "main",
    "meta",
    "output",
    "p",
    "pre",
    "script",
    "section",
    "small",
    "span",
    "style",
    "summary",
    "table",
    "td",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "ul",
    "tbody",
    "ol",
];
const ATTRIBUTES: [&str; 18] = [
    "autocomplete",
    "charset",
    "checked",
    "class",
    "content",
    "data-verdict",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "open",
    "rel",
    "scope",
    "type",
    "value",
    "for",
];

/// There is no element, attribute or address but ours, one script, and all ids and texts come through.
pub(super) fn check(document: &Document, text: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut told = String::new();
    for Ok(token) in Tokenizer::new(text) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8(tag.name.0).expect("UTF-8");
                assert!(ELEMENTS.contains(&name.as_str()), "<{name}>");
                for (attribute, value) in tag.attributes {
                    let value = String::from_utf8(value.to_vec()).expect("UTF-8");
                    check_attribute(&String::from_utf8(attribute.0).expect("UTF-8"), &value);
                }
                *numbers.entry(name.clone()).or_default() += 1;
                if !["meta", "input"].contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8(tag.name.0).expect("UTF-8");
                assert_eq!(open.pop().as_ref(), Some(&name));
            }
            Token::String(string) => told += std::str::from_utf8(&string).expect("UTF-8"),
            Token::Doctype(_) => {}
            Token::Comment(_) | Token::Error(_) => panic!("{token:?}"),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    assert_eq!((numbers["script"], numbers["style"], numbers["form"]), (1, 1, 1));
    for case in &document.cases {
        assert!(told.contains(&*case.id) && told.contains(&*case.purpose), "{}", case.id);
    }
}

fn check_attribute(name: &str, value: &str) {
    assert!(ATTRIBUTES.contains(&name), "{name}");
    match name {
        "href" => {
            let known = expectspec_requirements::ALL.iter();
            let of_a_row = || known.map(|row| row.url().to_string()).any(|url| url == value);
            assert!(value.starts_with("#case-") || of_a_row(), "{value}");
        }
        "http-equiv" => assert_eq!(value, "Content-Security-Policy"),
        "content" => assert!(!value.contains("unsafe") && !value.contains('*'), "{value}"),
        "id" => assert!(
            ["facts", "cases", "filter", "words", "shown"].contains(&value)
                || value.starts_with("case-")
        ),
        _ => {}
    }
}
