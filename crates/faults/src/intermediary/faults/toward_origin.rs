//! The form of requests to the origin server: an intermediary is a client there.

use expectspec_requirements::{
    CLI_001, CLI_028, CLI_032, CLI_035, GRM_001, GRM_005, GRM_012, GRM_019, O16_006, Profile,
    Verdict,
};

use super::{always, expects, to_origin};
use crate::Edit;
use crate::intermediary::rule::Deviation::Edits;
use crate::intermediary::{Fault, Moment, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "expects-without-content",
        breaks: &[&CLI_001],
        what: "Adds an expectation to requests without content.",
        script: Script::gateway(&[to_origin(has_no_content, ADDS_EXPECT)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expects-without-content-by-rfc-2616",
        breaks: &[&O16_006],
        what: "Adds an expectation to requests without content, against RFC 2616.",
        profile: Profile::Rfc2616,
        script: Script::gateway(&[to_origin(has_no_content, ADDS_EXPECT)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "adds-a-length-to-chunks",
        breaks: &[&CLI_028],
        what: "Adds a Content-Length to chunked requests.",
        script: Script::gateway(&[to_origin(
            |it| it.request.is_chunked(),
            Edits(&[Edit::Add("Content-Length: 5\r\n")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expects-in-http-10",
        breaks: &[&CLI_032],
        what: "Forwards an expectation in an HTTP/1.0 request.",
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script::gateway(&[to_origin(
            expects,
            Edits(&[Edit::InStartLine("HTTP/1.1", "HTTP/1.0")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "announces-more-than-it-sends",
        breaks: &[&CLI_035],
        what: "Sends more content than it announces.",
        script: Script::gateway(&[to_origin(
            |it| it.request.length().is_some_and(|octets| octets > 3),
            Edits(&[Edit::Set("Content-Length", "3")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "writes-an-expectation-of-two-words",
        breaks: &[&GRM_001],
        what: "Forwards Expect with a second member that is no token.",
        script: Script::gateway(&[to_origin(
            expects,
            Edits(&[Edit::Set("Expect", "100-continue, 100 continue")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "adds-an-empty-member",
        breaks: &[&GRM_005],
        what: "Forwards Expect with an empty list element.",
        script: Script::gateway(&[to_origin(
            expects,
            Edits(&[Edit::Set("Expect", "100-continue, ,")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "spaces-around-a-parameter",
        breaks: &[&GRM_019],
        what: "Forwards Expect with whitespace around an equals sign.",
        script: Script::gateway(&[to_origin(
            expects,
            Edits(&[Edit::Set("Expect", "100-continue, a = b")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "folds-forwarded-lines",
        breaks: &[&GRM_012],
        what: "Folds a field line of forwarded requests.",
        script: Script::gateway(&[to_origin(always, Edits(&[Edit::Add("A: b\r\n c\r\n")]))]),
        ..Fault::PLAIN
    },
];

const ADDS_EXPECT: crate::intermediary::Deviation = Edits(&[Edit::Set("Expect", "100-continue")]);

fn has_no_content(moment: &Moment<'_>) -> bool {
    !moment.request.has_content() && moment.request.method() != b"CONNECT"
}
