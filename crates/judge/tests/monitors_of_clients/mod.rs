//! The monitors of clients.

mod content;
mod delivery;
mod early_final;
mod expectation;
mod expectation_failed;
mod head;
mod interim;
mod persistence;
mod pipelining;
mod redirect;
mod repeat;
mod reuse;
mod shifted;
mod upgrade;
mod waiting;

use crate::story::Story;

pub(crate) static STORIES: &[&[Story]] = &[
    content::STORIES,
    delivery::STORIES,
    early_final::STORIES,
    expectation::STORIES,
    expectation_failed::STORIES,
    head::STORIES,
    interim::STORIES,
    persistence::STORIES,
    pipelining::STORIES,
    redirect::STORIES,
    repeat::STORIES,
    reuse::STORIES,
    shifted::STORIES,
    upgrade::STORIES,
    waiting::STORIES,
];

/// Rows that nothing can break: their findings are facts.
pub(crate) const NEVER_ACCUSED: &[&str] = &[
    "EXP-AUT-004",
    "EXP-CLI-003",
    "EXP-CLI-014",
    "EXP-CLI-021",
    "EXP-CLI-031",
    "EXP-MTH-007",
    "EXP-O16-007",
    "EXP-RED-002",
    "EXP-UPG-007",
];

/// The head of a handshake.
const HEAD: &str = "0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";
/// The head of a handshake with chunked content.
const CHUNKED: &str =
    "0 < PUT /u HTTP/1.1|Host: t|Transfer-Encoding: chunked|Expect: 100-continue|";
/// The head of a handshake with a method that is not idempotent.
const POST: &str = "0 < POST /u HTTP/1.1|Host: t|Content-Length: 5|Expect: 100-continue|";
/// A request with content and no expectation.
const PLAIN: &str = "0 < PUT /u HTTP/1.1|Host: t|Content-Length: 5||\"aaaaa\"";
/// A request without content.
const GET: &str = "0 < GET /u HTTP/1.1|Host: t|";
const CONTINUE: &str = "1 > HTTP/1.1 100 Continue|";
const CONTENT: &str = "2 < \"aaaaa\"";
const OK: &str = "3 > HTTP/1.1 200 OK|Content-Length: 0|";
const TOLD: &str = "4 = status 200";
/// A final response without the content.
const REFUSAL: &str = "1 > HTTP/1.1 403 Forbidden|Content-Length: 0|";
/// A final response without the content, the last on its connection.
const LAST: &str = "1 > HTTP/1.1 413 Content Too Large|Connection: close|Content-Length: 0|";
const FAILED: &str = "1 > HTTP/1.1 417 Expectation Failed|Content-Length: 0|";
const FAILURE: &str = "4 = failure";
const FIN: &str = "9 < FIN";
/// The window of final responses is over.
const WAITED: &str = "30100 . quiet";
