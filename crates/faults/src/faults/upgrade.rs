//! `Upgrade` beside `Expect`.

use expectspec_requirements::{UPG_001, UPG_004, UPG_005, UPG_006, Verdict};

use crate::rule::Deviation::{Answers, Final, Rest};
use crate::rule::Rest::StaysOpen;
use crate::rule::Sending::Edited;
use crate::{Deviation, Edit, Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "switch-before-continue",
        breaks: &[&UPG_001],
        what: "Switches protocols without the 100 (Continue) that the client waits for.",
        script: Script::with(&[
            Rule { when: offers_and_expects, then: Answers(SWITCH) },
            Rule { when: offers_and_expects, then: Rest(StaysOpen) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-behind-switch",
        breaks: &[&UPG_001],
        what: "Sends the 100 (Continue) behind the 101 (Switching Protocols).",
        script: Script::with(&[
            Rule { when: offers_and_expects, then: Answers(SWITCH_AND_CONTINUE) },
            Rule { when: offers_and_expects, then: Rest(StaysOpen) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "switch-without-protocol",
        breaks: &[&UPG_005],
        what: "Switches protocols without saying to which.",
        script: Script::with(&[Rule {
            when: offers,
            then: switches(&[Edit::Whole(
                b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\n\r\n",
            )]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "switch-to-another-protocol",
        breaks: &[&UPG_005],
        what: "Switches to a protocol that the client did not offer.",
        script: Script::with(&[Rule {
            when: offers,
            then: switches(&[Edit::Whole(
                b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x/1\r\n\r\n",
            )]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "switch-without-option",
        breaks: &[&UPG_006],
        what: "Leaves the upgrade option out of the Connection field of a 101.",
        script: Script::with(&[Rule {
            when: offers,
            then: switches(&[Edit::Whole(
                b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: demo\r\n\r\n",
            )]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "switch-without-an-offer",
        breaks: &[&UPG_006],
        what: "Switches protocols although the upgrade option is not in the Connection field.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[
            Rule { when: offers_without_option, then: Answers(SWITCH_H2C) },
            Rule { when: offers_without_option, then: Rest(StaysOpen) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "switch-under-http-10",
        breaks: &[&UPG_004],
        what: "Switches protocols for an HTTP/1.0 request.",
        script: Script::with(&[
            Rule {
                when: |request| request.is_http_10() && request.has("upgrade"),
                then: Answers(SWITCH_H2C),
            },
            Rule {
                when: |request| request.is_http_10() && request.has("upgrade"),
                then: Rest(StaysOpen),
            },
        ]),
        ..Fault::PLAIN
    },
];

/// The final response is a 101.
const fn switches(edits: &'static [Edit]) -> Deviation {
    Final(Edited(edits))
}

fn offers(request: &Request<'_>) -> bool {
    request.is_http_11()
        && request.has_member("connection", "upgrade")
        && request.has_member("upgrade", "demo")
}

fn offers_without_option(request: &Request<'_>) -> bool {
    request.is_http_11() && request.has("upgrade") && !request.has_member("connection", "upgrade")
}

fn offers_and_expects(request: &Request<'_>) -> bool {
    offers(request) && request.expectations().has_continue()
}

const SWITCH: &[u8] =
    b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: demo\r\n\r\n";

const SWITCH_H2C: &[u8] =
    b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n";

const SWITCH_AND_CONTINUE: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\n\
      Connection: upgrade\r\nUpgrade: demo\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n";
