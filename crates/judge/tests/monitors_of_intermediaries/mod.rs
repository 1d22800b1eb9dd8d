//! The monitors of intermediaries.

mod added;
mod content;
mod crossed;
mod early_final;
mod expectations;
mod fields;
mod final_response;
mod forwarded_head;
mod handshake;
mod held_back;
mod inbound_side;
mod interim;
mod invalid;
mod loss;
mod malformed;
mod next_hop;
mod outbound_doubts;
mod outbound_side;
mod persistence;
mod pipelining;
mod pool;
mod response_version;
mod retry;
mod tunnel;

use crate::story::Story;

/// Stories of gateways, which whatever binds proxies only never accuses.
pub(crate) static OF_GATEWAYS: &[&[Story]] = &[
    added::OF_GATEWAYS,
    content::OF_GATEWAYS,
    crossed::OF_GATEWAYS,
    early_final::OF_GATEWAYS,
    expectations::OF_GATEWAYS,
    fields::OF_GATEWAYS,
    final_response::OF_GATEWAYS,
    forwarded_head::OF_GATEWAYS,
    handshake::OF_GATEWAYS,
    inbound_side::OF_GATEWAYS,
    interim::OF_GATEWAYS,
    invalid::OF_GATEWAYS,
    loss::OF_GATEWAYS,
    malformed::OF_GATEWAYS,
    next_hop::OF_GATEWAYS,
    outbound_doubts::OF_GATEWAYS,
    outbound_side::OF_GATEWAYS,
    persistence::OF_GATEWAYS,
    pipelining::OF_GATEWAYS,
    pool::OF_GATEWAYS,
    response_version::OF_GATEWAYS,
    retry::OF_GATEWAYS,
    tunnel::OF_GATEWAYS,
];

/// Stories of proxies.
pub(crate) static OF_PROXIES: &[&[Story]] = &[
    added::OF_PROXIES,
    expectations::OF_PROXIES,
    fields::OF_PROXIES,
    final_response::OF_PROXIES,
    handshake::OF_PROXIES,
    held_back::OF_PROXIES,
    interim::OF_PROXIES,
    invalid::OF_PROXIES,
    malformed::OF_PROXIES,
    next_hop::OF_PROXIES,
    outbound_doubts::OF_PROXIES,
    persistence::OF_PROXIES,
    retry::OF_PROXIES,
    tunnel::OF_PROXIES,
];

/// Rows that nothing can break: their findings are facts.
pub(crate) const NEVER_ACCUSED: &[&str] =
    &["EXP-EXT-002", "EXP-PRX-003", "EXP-PRX-028", "EXP-PRX-033"];

/// The head of a handshake, as our client sends it.
const ASKED: &str = "0 o > POST /expectspec-1/a HTTP/1.1|Host: t|Content-Length: 5\
    |Expect: 100-continue|";
/// The same head as the intermediary sends it.
const PASSED_ON: &str = "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5\
    |Expect: 100-continue|";
/// What nginx makes of it.
const STRIPPED: &str = "1 i < POST /expectspec-1/a HTTP/1.1|Host: t|Via: 1.1 p|Content-Length: 5|";
const CONTINUE_IN: &str = "2 i > HTTP/1.1 100 Continue|";
const CONTINUE_OUT: &str = "3 o < HTTP/1.1 100 Continue|";
const CONTENT_OUT: &str = "4 o > \"hello\"";
const CONTENT_IN: &str = "5 i < \"hello\"";
const OK_IN: &str = "6 i > HTTP/1.1 200 OK|Expectspec-Tag: 1/a|Content-Length: 0|";
const OK_OUT: &str = "7 o < HTTP/1.1 200 OK|Via: 1.1 p|Expectspec-Tag: 1/a|Content-Length: 0|";
/// The intermediary refuses by itself.
const REFUSED: &str = "1 o < HTTP/1.1 403 Forbidden|Content-Length: 0|";
const WAITED: &str = "5100 o . quiet";
const WAITED_LONG: &str = "30100 o . quiet";
