//! The form of responses to clients.

use expectspec_requirements::{
    GRM_001, GRM_012, IR_001, IR_002, IR_003, IR_005, IR_006, IR_007, IR_008, IR_009, MTH_006,
    PRX_023, SRV_012, SRV_014, Verdict,
};

use super::{from_origin, is_final, to_client};
use crate::Edit;
use crate::intermediary::rule::Deviation::{Edits, PassesOn};
use crate::intermediary::{Fault, Moment, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "content-behind-a-100",
        breaks: &[&IR_001],
        what: "Sends content behind a relayed 100 (Continue).",
        script: Script::gateway(&[to_client(is_continue, Edits(&[Edit::Then(b"go on\n")]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-in-a-100",
        breaks: &[&IR_002],
        what: "Adds a Content-Length to a relayed 100 (Continue).",
        script: Script::gateway(&[to_client(
            is_continue,
            Edits(&[Edit::Add("Content-Length: 0\r\n")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "coding-in-a-100",
        breaks: &[&IR_003],
        what: "Adds a Transfer-Encoding to a relayed 100 (Continue).",
        script: Script::gateway(&[to_client(
            is_continue,
            Edits(&[Edit::Add("Transfer-Encoding: chunked\r\n")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-to-head",
        breaks: &[&MTH_006],
        what: "Sends content in the response to HEAD.",
        script: Script::gateway(&[to_client(
            |it| it.is_final() && it.request.method() == b"HEAD",
            Edits(&[Edit::Then(b"ok")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-100-without-reason-space",
        breaks: &[&SRV_014],
        what: "Relays a 100 without the space behind the status code.",
        script: Script::gateway(&[to_client(
            is_continue,
            Edits(&[Edit::StartLine("HTTP/1.1 100\r\n")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "folds-lines",
        breaks: &[&GRM_012],
        what: "Folds a field line of a final response.",
        script: Script::gateway(&[to_client(is_final, Edits(&[Edit::Add("A: b\r\n c\r\n")]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-100-in-http-10",
        breaks: &[&SRV_012],
        what: "Relays a 100 (Continue) as HTTP/1.0.",
        verdict: Verdict::Discouraged,
        script: Script::gateway(&[to_client(
            is_continue,
            Edits(&[Edit::InStartLine("HTTP/1.1", "HTTP/1.0")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "close-in-a-100",
        breaks: &[&IR_005],
        what: "Adds the `close` option to a relayed 100 (Continue).",
        verdict: Verdict::Discouraged,
        script: Script::gateway(&[to_client(
            is_continue,
            Edits(&[Edit::Set("Connection", "close")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "status-code-620",
        breaks: &[&IR_006],
        what: "Sends a final response with the status code 620.",
        script: Script::gateway(&[to_client(
            is_final,
            Edits(&[Edit::StartLine("HTTP/1.1 620 Fine\r\n")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "line-feeds-alone",
        breaks: &[&IR_007],
        what: "Ends the lines of a relayed 100 (Continue) with LF alone.",
        script: Script::gateway(&[to_client(is_continue, Edits(&[Edit::LineEnds("\n")]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "space-before-the-first-field",
        breaks: &[&IR_008],
        what: "Begins the first field line of a final response with a space.",
        script: Script::gateway(&[to_client(is_final, Edits(&[Edit::AddFirst(" A: b\r\n")]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "two-spaces-in-the-status-line",
        breaks: &[&IR_009],
        what: "Relays a 100 (Continue) with two spaces behind the HTTP-version.",
        script: Script::gateway(&[to_client(
            is_continue,
            Edits(&[Edit::StartLine("HTTP/1.1  100 Continue\r\n")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "field-name-of-two-words",
        breaks: &[&GRM_001],
        what: "Adds a field line whose name is no token.",
        script: Script::gateway(&[to_client(is_final, Edits(&[Edit::Add("a b: c\r\n")]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "relays-an-unasked-101",
        breaks: &[&PRX_023],
        what: "Relays a 101 (Switching Protocols) to a client that did not ask to switch.",
        script: Script::gateway(&[from_origin(|it| it.is_code(101), PassesOn)]),
        verdict: Verdict::Discouraged,
        ..Fault::PLAIN
    },
];

fn is_continue(moment: &Moment<'_>) -> bool {
    moment.is_code(100)
}
