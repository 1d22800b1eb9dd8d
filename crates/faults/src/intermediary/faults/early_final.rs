//! Final responses that come before the content: kept back, or in the place of what is owed.

use expectspec_requirements::{CLI_033, CON_001, CON_002, PRX_020, PRX_021, SRV_007, Verdict};

use super::{expects, from_client, from_origin, is_early, to_client};
use crate::Edit;
use crate::intermediary::rule::Deviation::{
    Closes, Drops, Edits, Holds, Persists, PresumesContent,
};
use crate::intermediary::{Fault, Links, Script, Until};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "withholds-an-early-final",
        breaks: &[&PRX_020],
        what: "Relays no final response before the client has sent its content.",
        script: Script::proxy(&[to_client(is_early, Holds(Until::RequestEnd))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "gateway-withholds-an-early-final",
        breaks: &[&PRX_020],
        what: "As a gateway relays no final response before the client has sent its content.",
        script: Script::gateway(&[to_client(is_early, Holds(Until::RequestEnd))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "loses-a-417",
        breaks: &[&PRX_020],
        what: "Relays no 417 (Expectation Failed), and nothing in its place.",
        script: Script::proxy(&[to_client(|it| it.is_code(417), Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "loses-early-finals",
        breaks: &[&PRX_020],
        what: "Drops a final response that comes before the content.",
        script: Script::gateway(&[to_client(is_early, Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "reuses-a-connection-that-owes-content",
        breaks: &[&PRX_021],
        what: "Behind an early final response sends the next request where content is due.",
        imitates: Some("https://nvd.nist.gov/vuln/detail/CVE-2024-24791"),
        script: Script { links: Links::Kept, ..Script::proxy(&[]) },
        ..Fault::PLAIN
    },
    Fault {
        name: "gateway-reuses-a-connection-that-owes-content",
        breaks: &[&PRX_021, &CLI_033],
        what: "As a gateway sends the next request where content is due, or behind a `close`.",
        script: Script { links: Links::Kept, ..Script::gateway(&[]) },
        ..Fault::PLAIN
    },
    Fault {
        name: "takes-refused-content-for-a-request",
        breaks: &[&PRX_021],
        what: "Behind an early final response reads the client's content as its next request.",
        script: Script::gateway(&[
            from_origin(is_early, PresumesContent),
            to_client(
                |it| it.was_answered(403) || it.was_answered(417) || it.was_answered(401),
                Edits(&[Edit::Without("connection")]),
            ),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "says-nothing-of-content-outstanding",
        breaks: &[&SRV_007],
        what: "Closes behind an early final response without having said so.",
        verdict: Verdict::Discouraged,
        script: Script::gateway(&[
            to_client(is_early, Edits(&[Edit::Without("connection")])),
            to_client(is_early, Closes),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "serves-on-a-connection-that-owes-content",
        breaks: &[&CON_001],
        what: "Behind an early final response reads what comes as the next request.",
        script: Script::gateway(&[
            from_origin(is_early, PresumesContent),
            to_client(|it| !it.answers.is_empty(), Persists),
            to_client(|it| !it.answers.is_empty(), Edits(&[Edit::Without("connection")])),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "reads-no-content-of-who-expects",
        breaks: &[&CON_002, &PRX_021],
        what: "Reads what stands behind a head with an expectation as the next request.",
        script: Script::gateway(&[from_client(expects, PresumesContent)]),
        ..Fault::PLAIN
    },
];
