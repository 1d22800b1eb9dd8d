//! Faulty framing of requests, answered or read otherwise than it must be.

use expectspec_message::Framing;
use expectspec_requirements::{
    FRM_003, FRM_004, FRM_005, FRM_006, FRM_009, GRM_010, SRV_016, SRV_022,
};

use super::{from_client, to_client};
use crate::Edit;
use crate::intermediary::rule::Deviation::Edits;
use crate::intermediary::{Deviation, Fault, Moment, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "answers-unframed-content-with-200",
        breaks: &[&FRM_004],
        what: "Answers a request whose last transfer coding is not chunked with 200.",
        script: Script::gateway(&[to_client(has_bad_coding, SUCCESS)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "reads-past-a-space-before-the-colon",
        breaks: &[&GRM_010],
        what: "Takes a field name with a space behind it for the same name.",
        script: Script::gateway(&[from_client(|_| true, Edits(&[Edit::TrimNames]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "takes-the-first-of-two-hosts",
        breaks: &[&SRV_016],
        what: "Forwards a request with two Host lines by the first of them.",
        script: Script::gateway(&[from_client(
            |it| it.request.lines("host") > 1,
            Edits(&[Edit::FirstOf("host")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "makes-up-a-host",
        breaks: &[&SRV_016],
        what: "Forwards a request without Host with one of its own.",
        script: Script::gateway(&[from_client(
            |it| !it.request.has("host") && it.request.is_http_11(),
            Edits(&[Edit::Add("Host: a\r\n")]),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "answers-a-bad-length-with-200",
        breaks: &[&FRM_003],
        what: "Answers a Content-Length that is no number with 200.",
        script: Script::gateway(&[to_client(has_bad_length, SUCCESS)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "persists-behind-length-and-chunks",
        breaks: &[&FRM_005],
        what: "Keeps the connection behind a request with Content-Length and Transfer-Encoding.",
        script: Script::gateway(&[from_client(has_both, AS_CHUNKS), to_client(has_both, UNCLOSED)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "persists-behind-chunks-of-http-10",
        breaks: &[&FRM_006],
        what: "Keeps the connection behind an HTTP/1.0 request with Transfer-Encoding.",
        script: Script::gateway(&[
            from_client(has_old_chunks, AS_CHUNKS),
            to_client(has_old_chunks, UNCLOSED),
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "wraps-a-large-length",
        breaks: &[&FRM_009, &SRV_022],
        what: "Reads a Content-Length beyond all counting as zero, and the content as a request.",
        script: Script::gateway(&[from_client(
            is_large,
            Edits(&[Edit::Set("Content-Length", "0"), Edit::Without("expect")]),
        )]),
        ..Fault::PLAIN
    },
];

const SUCCESS: Deviation = Edits(&[Edit::StartLine("HTTP/1.1 200 OK\r\n")]);
const UNCLOSED: Deviation = Edits(&[Edit::Without("connection")]);

/// The reference reads chunks in HTTP/1.1, and has no reason to close behind them.
const AS_CHUNKS: Deviation =
    Edits(&[Edit::Without("content-length"), Edit::InStartLine("HTTP/1.0", "HTTP/1.1")]);

fn has_bad_length(moment: &Moment<'_>) -> bool {
    moment.is_code(400)
        && moment.request.has("content-length")
        && matches!(moment.request.framing(), Framing::Bad(_))
}

fn has_bad_coding(moment: &Moment<'_>) -> bool {
    moment.is_final()
        && moment.request.has("transfer-encoding")
        && matches!(moment.request.framing(), Framing::Bad(_))
}

fn has_both(moment: &Moment<'_>) -> bool {
    moment.request.has("content-length") && moment.request.has("transfer-encoding")
}

fn has_old_chunks(moment: &Moment<'_>) -> bool {
    moment.request.is_http_10() && moment.request.has("transfer-encoding")
}

fn is_large(moment: &Moment<'_>) -> bool {
    moment.request.length_value().len() > 18
}
