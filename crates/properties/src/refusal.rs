//! Which expectations the reference refuses by default.

use expectspec_judge::Reading;

use crate::twins::means;
use crate::words::WAITS;
use crate::{Action, RequestHead, Schedule, play};

/// Under the default policy an expectation that is unknown or malformed gets 417 and nothing else,
/// and one that is known gets 100 where content is withheld; a final response comes in the end.
///
/// The words say what they mean, so no parser judges itself here.
///
/// # Panics
/// When it is not so.
pub fn by_default_unknown_expectations_get_417(head: RequestHead) {
    if !is_ordinary(head) {
        return;
    }
    let codes = codes(head);
    let is_417 = codes == [417];
    let old = head.version.name == "HTTP/1.0";
    let refused = !old && ["unknown", "both", "malformed"].iter().any(|it| means(head.expect, it));
    assert_eq!(is_417, refused, "{head}: {codes:?}");
    let continues = codes.iter().filter(|code| **code == 100).count();
    let withheld = !matches!(head.framing.name, "none" | "length-0");
    let waits = !old && withheld && means(head.expect, "continue");
    let reads = matches!(head.target.name, "/echo" | "/" | "/upload" | "/early-hints");
    assert_eq!(continues, usize::from(waits && reads), "{head}: {codes:?}");
    assert!(codes.last().is_some_and(|code| *code >= 200), "{head}: {codes:?}");
}

/// Whether nothing but the expectation decides the answer.
fn is_ordinary(head: RequestHead) -> bool {
    matches!(head.method.name, "POST" | "PUT" | "DELETE" | "PATCH" | "GET")
        && matches!(head.target.name, "/echo" | "/" | "/upload" | "/early-hints" | "/reject")
        && matches!(head.version.name, "HTTP/1.1" | "HTTP/1.0" | "HTTP/1.2")
        && matches!(head.framing.name, "none" | "length-0" | "length-5" | "chunked")
        && !(head.version.name == "HTTP/1.0" && head.framing.name == "chunked")
        && matches!(head.fields.name, "plain" | "close" | "keep-alive")
        && !means(head.expect, "invalid")
}

/// The status codes while the content is withheld, and at the client's FIN.
fn codes(head: RequestHead) -> Vec<u16> {
    let wait = WAITS.iter().find(|time| time.name == "1500").expect("a wait of the table");
    let actions = vec![Action::Head(head), Action::Wait(wait), Action::Finish];
    let reading = Reading::of(&play(&Schedule::new("default", actions)).transcript);
    let connection = reading.connections.first().expect("something passed");
    let answers = connection.exchanges.iter().flat_map(|exchange| &exchange.responses);
    answers.filter_map(|response| response.code()).collect()
}
