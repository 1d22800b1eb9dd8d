//! JUnit XML, read by an XML parser.

use expectspec_report::Document;
use roxmltree::Node;

/// Every element and attribute is one of ours, and the ids come through.
pub(super) fn check(document: &Document, text: &str) {
    let xml = roxmltree::Document::parse(text).expect("well-formed XML");
    for node in xml.descendants() {
        assert!(!node.is_comment() && !node.is_pi(), "{text}");
        if node.is_element() {
            let attributes: Vec<_> = node.attributes().map(|it| it.name()).collect();
            assert_eq!(attributes, attributes_of(node), "{text}");
        }
    }
    let ids = |name| xml.descendants().filter(move |it: &Node<'_, '_>| it.has_tag_name(name));
    let mut found: Vec<_> = ids("testcase").filter_map(|it| it.attribute("name")).collect();
    let mut expected: Vec<_> = document.cases.iter().map(|case| &*case.id).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    let failures = document.summary.deviates;
    assert_eq!(ids("failure").count(), failures);
    assert_eq!(xml.root_element().attribute("failures"), Some(failures.to_string().as_str()));
    for suite in ids("testsuite") {
        let has = |name| suite.descendants().filter(|it| it.has_tag_name(name)).count().to_string();
        for (attribute, element) in [
            ("tests", "testcase"),
            ("failures", "failure"),
            ("errors", "error"),
            ("skipped", "skipped"),
        ] {
            assert_eq!(suite.attribute(attribute), Some(has(element).as_str()), "{attribute}");
        }
    }
}

fn attributes_of(element: Node<'_, '_>) -> &'static [&'static str] {
    match element.tag_name().name() {
        "testsuites" => &["name", "tests", "failures", "errors", "time"],
        "testsuite" => &["name", "tests", "failures", "errors", "time", "skipped"],
        "property" => &["name", "value"],
        "testcase" => &["classname", "name", "time"],
        "failure" | "error" | "skipped" => &["type", "message"],
        "properties" | "system-out" => &[],
        other => panic!("there is no element {other}"),
    }
}
