//! Markdown, read by a parser for CommonMark and the tables of GitHub.

use expectspec_report::Document;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// There is no element, link or image but ours, and it fits into a comment.
pub(super) fn check(document: &Document, text: &str) {
    assert!(text.len() <= 60 * 1024, "{}", text.len());
    let raw =
        text.lines().find(|line| line.contains(['`', '@', '{', '}', '\\', '*', '_', '~', '$']));
    assert_eq!(raw, None);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::InlineHtml(html) => assert!(is_ours(&html), "{html}"),
            Event::Html(html) => check_block(&html),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let known = expectspec_requirements::ALL.iter();
                assert!(known.map(|row| row.url().to_string()).any(|url| url == *dest_url));
            }
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::FootnoteDefinition(_)) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
    assert!(text.contains(&format!("| {} |", document.summary.unsupported)));
}

fn is_ours(html: &str) -> bool {
    ["code", "details", "summary", "pre"]
        .iter()
        .any(|name| html == format!("<{name}>") || html == format!("</{name}>"))
}

/// All tags of a block of HTML.
fn check_block(html: &str) {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').map(|end| at + end + 1).expect("a tag ends");
        assert!(is_ours(&rest[at..end]), "{html}");
        rest = &rest[end..];
    }
}
