//! Content on its way: other octets, fewer, more, or those of others.

use expectspec_requirements::{CLI_010, FRM_001, SRV_025, TRL_001, TRL_002};

use super::{always, from_client, to_client, to_origin};
use crate::Edit;

use crate::intermediary::rule::Deviation::{Content, Edits, End};
use crate::intermediary::{Fault, Moment, OnContent, OnEnd, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "alters-content",
        breaks: &[&FRM_001],
        what: "Forwards other octets of content than came.",
        script: Script::gateway(&[to_origin(always, Content(OnContent::Altered))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "mixes-content-of-clients",
        breaks: &[&FRM_001],
        what: "Forwards the content of one client as that of another.",
        script: Script::gateway(&[to_origin(always, Content(OnContent::Foreign))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "truncates-content",
        breaks: &[&FRM_001],
        what: "Forwards the first three octets of the content, and says that these are all.",
        script: Script::gateway(&[
            to_origin(is_long, Edits(&[Edit::Set("Content-Length", "3")])),
            to_origin(is_long, Content(OnContent::Cut(3))),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "doubles-chunks",
        breaks: &[&FRM_001],
        what: "Forwards every piece of chunked content twice.",
        script: Script::gateway(&[to_origin(is_chunked, Content(OnContent::Doubled))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "loses-chunks",
        breaks: &[&FRM_001],
        what: "Forwards no more than three octets of chunked content.",
        script: Script::gateway(&[to_origin(is_chunked, Content(OnContent::Cut(3)))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-no-content",
        breaks: &[&FRM_001],
        what: "Forwards the head as that of a request without content.",
        script: Script::gateway(&[
            to_origin(has_content, Edits(NO_FRAMING)),
            to_origin(has_content, Content(OnContent::Nothing)),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "repeats-content-behind-the-100",
        breaks: &[&CLI_010],
        what: "Sends the content once more when a 100 (Continue) had been sent for it.",
        script: Script::gateway(&[to_origin(
            |it| it.expects() && it.request.length().is_some(),
            Content(OnContent::Repeated),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "completes-what-a-client-broke-off",
        breaks: &[&SRV_025],
        what: "Makes up the rest of the content of a client that is gone.",
        script: Script::gateway(&[from_client(always, End(OnEnd::Completes))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "ends-chunks-that-a-client-broke-off",
        breaks: &[&SRV_025],
        what: "Sends the last chunk for a client that is gone before it.",
        script: Script::proxy(&[from_client(|it| it.request.is_chunked(), End(OnEnd::Completes))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "puts-the-expectation-behind-the-content",
        breaks: &[&TRL_001],
        what: "Ends chunked content with a trailer section that has an expectation.",
        script: Script::gateway(&[to_origin(
            is_chunked,
            Content(OnContent::LastChunk(b"0\r\nExpect: 100-continue\r\n\r\n")),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "takes-trailers-for-fields-of-the-head",
        breaks: &[&TRL_002],
        what: "Answers with 417 where an expectation may stand in the trailer section.",
        script: Script::gateway(&[to_client(
            |it| it.is_final() && it.request.is_chunked() && !it.request.has("expect"),
            Edits(&[
                Edit::StartLine("HTTP/1.1 417 Expectation Failed\r\n"),
                Edit::Without("expectspec-tag"),
            ]),
        )]),
        ..Fault::PLAIN
    },
];

const NO_FRAMING: &[Edit] = &[Edit::Without("content-length"), Edit::Without("transfer-encoding")];

fn has_content(moment: &Moment<'_>) -> bool {
    moment.request.has_content()
}

fn is_chunked(moment: &Moment<'_>) -> bool {
    moment.request.is_chunked()
}

fn is_long(moment: &Moment<'_>) -> bool {
    moment.request.length().is_some_and(|octets| octets > 3)
}
