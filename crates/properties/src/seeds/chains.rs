//! Chains worth starting from, named by what they show.

use crate::words::{ERRANDS, Errand, PAUSES, Time, WINDOWS};
use crate::{Chain, ChainClient};

/// The chains with their names.
#[must_use]
pub fn chains() -> Vec<(&'static str, Chain)> {
    vec![
        ("one-gateway", chain(&["default"], "default", &[("default", &["echo"])])),
        ("one-proxy", chain(&["proxy"], "default", &[("default", &["echo-chunked", "get"])])),
        ("forward-proxy", chain(&["forward", "default"], "lazy", &[("default", &["echo"])])),
        (
            "three-hops",
            chain(&["default", "proxy", "default"], "default", &[("default", &["hints", "echo"])]),
        ),
        (
            "refused-by-the-server",
            chain(&["proxy", "default"], "refuse-all", &[("default", &["echo", "reject"])]),
        ),
        (
            "asked-for-on-the-way",
            chain(&["default", "proxy-expecting"], "refuse-all", &[("eager", &["echo-much"])]),
        ),
        (
            "answered-on-the-way",
            chain(&["answering", "stripping"], "lazy", &[("patient-for-ever", &["slow"])]),
        ),
        ("collected-on-the-way", chain(&["buffering"], "default", &[("default", &["slower"])])),
        (
            "aborted",
            chain(&["default", "proxy"], "closing", &[("aborting", &["reject-much", "get"])]),
        ),
        (
            "finished",
            chain(&["default", "proxy"], "draining", &[("finishing", &["reject-much", "get"])]),
        ),
        (
            "two-clients",
            chain(
                &["default"],
                "default",
                &[("default", &["echo", "slow"]), ("eager", &["echo-much", "get"])],
            ),
        ),
        (
            "three-clients",
            chain(
                &["proxy", "default"],
                "default",
                &[
                    ("default", &["echo", "reject", "echo"]),
                    ("impatient", &["echo-chunked", "hints"]),
                    ("http10", &["echo", "head"]),
                ],
            ),
        ),
        (
            "next-hop-of-http-10",
            chain(&["http10-next-hop"], "default", &[("default", &["echo", "echo-chunked"])]),
        ),
        (
            "after-a-long-rest",
            Chain {
                clients: vec![client("default", &PAUSES[2], &["echo", "echo"])],
                ..chain(&["default", "unpooled"], "default", &[("default", &["echo"])])
            },
        ),
        (
            "through-a-small-window",
            Chain {
                window: &WINDOWS[2],
                travels: vec![8, 2, 15],
                ..chain(&["default", "proxy"], "default", &[("default", &["upload-much", "get"])])
            },
        ),
    ]
}

/// A chain in calm weather, but for 1 and 40 ms that are under way in turn.
fn chain(
    hops: &[&'static str],
    server: &'static str,
    clients: &[(&'static str, &[&str])],
) -> Chain {
    let clients = clients.iter().map(|(policy, errands)| client(policy, &PAUSES[0], errands));
    Chain {
        server,
        hops: hops.to_vec(),
        window: &WINDOWS[0],
        clients: clients.collect(),
        travels: vec![4, 8],
    }
}

fn client(policy: &'static str, pause: &'static Time, errands: &[&str]) -> ChainClient {
    ChainClient { policy, pause, errands: errands.iter().map(|name| errand(name)).collect() }
}

fn errand(name: &str) -> &'static Errand {
    ERRANDS.iter().find(|errand| errand.name == name).expect("an errand of the table")
}
