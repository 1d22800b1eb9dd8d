//! Connections to clients that end when they should not, or do not end.

use expectspec_requirements::{CON_003, CON_004, CON_005, CON_006, CON_011, CON_015, Verdict};

use super::{is_final, to_client};
use crate::Edit;
use crate::intermediary::rule::Deviation::{Edits, Persists};
use crate::intermediary::{Deviation, Fault, Moment, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "keeps-http-10-clients",
        breaks: &[&CON_011],
        what: "As a proxy keeps the connection of an HTTP/1.0 client.",
        script: Script::proxy(&[to_client(is_old, Persists), to_client(is_old, KEEP_ALIVE)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "says-close-and-stays",
        breaks: &[&CON_003, &CON_004],
        what: "Says `close` in a final response, keeps the connection, and answers what comes.",
        script: Script::gateway(&[to_client(is_final, CLOSE), to_client(is_final, Persists)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "overlooks-the-clients-close",
        breaks: &[&CON_005],
        what: "Keeps the connection of a client that says `close`.",
        script: Script::gateway(OVERLOOKS_CLOSE),
        ..Fault::PLAIN
    },
    Fault {
        name: "does-not-say-close",
        breaks: &[&CON_006],
        what: "Closes the connection of a client that says `close` without saying so too.",
        verdict: Verdict::Discouraged,
        script: Script::gateway(&[to_client(asked_to_close, UNSAID)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "ends-content-by-no-end",
        breaks: &[&CON_015],
        what: "Relays content without a length, and keeps the connection.",
        script: Script::gateway(&[
            to_client(is_final, Edits(&[Edit::Without("content-length")])),
            to_client(is_final, Edits(&[Edit::Without("connection")])),
            to_client(is_final, Persists),
        ]),
        ..Fault::PLAIN
    },
];

const CLOSE: Deviation = Edits(&[Edit::Set("Connection", "close")]);
const KEEP_ALIVE: Deviation = Edits(&[Edit::Set("Connection", "keep-alive")]);
const UNSAID: Deviation = Edits(&[Edit::Without("connection")]);

const OVERLOOKS_CLOSE: &[Rule] =
    &[to_client(asked_to_close, Persists), to_client(asked_to_close, UNSAID)];

fn is_old(moment: &Moment<'_>) -> bool {
    moment.is_final() && moment.request.is_http_10()
}

fn asked_to_close(moment: &Moment<'_>) -> bool {
    moment.is_final() && moment.request.has_member("connection", "close")
}
