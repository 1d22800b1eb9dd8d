//! Content that is not what its head announced.

use expectspec_requirements::{
    CLI_026, CLI_027, CLI_028, CLI_034, CLI_035, CLI_036, FRM_001, IR_007, IR_008, MTH_004,
    MTH_008, Profile, TRL_001, Verdict,
};

use super::always;
use crate::Edit;
use crate::client::rule::Deviation::{self, Content, Reads, Sends};
use crate::client::rule::OnContent;
use crate::client::{Fault, Moment, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "content-without-framing",
        breaks: &[&CLI_027],
        what: "Sends content and does not say how much.",
        script: Script::with(&[Rule { when: has_length, then: WITHOUT_LENGTH }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "post-without-length",
        breaks: &[&CLI_036],
        what: "Sends no Content-Length with POST, PUT and PATCH.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule { when: has_length, then: WITHOUT_LENGTH }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-in-words",
        breaks: &[&CLI_027],
        what: "Sends a Content-Length that is no number.",
        script: Script::with(&[Rule {
            when: has_length,
            then: Sends(&[Edit::Set("Content-Length", "1,025")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-and-chunks",
        breaks: &[&CLI_028],
        what: "Sends a Content-Length with chunked content.",
        script: Script::with(&[Rule {
            when: is_chunked,
            then: Sends(&[Edit::Add("Content-Length: 1025\r\n")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chunks-and-length",
        breaks: &[&CLI_028],
        what: "Sends all content in chunks, with its length in the head.",
        script: Script::with(&[
            Rule { when: has_length, then: Sends(&[Edit::Add("Transfer-Encoding: chunked\r\n")]) },
            Rule { when: has_length, then: Content(OnContent::Chunked) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-twice",
        breaks: &[&CLI_035],
        what: "Sends the content twice.",
        script: Script::with(&[Rule { when: has_length, then: Content(OnContent::Twice) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "one-octet-too-many",
        breaks: &[&CLI_035],
        what: "Sends the zero octet at the end of the content, too.",
        script: Script::with(&[Rule {
            when: has_length,
            then: Content(OnContent::Followed(b"\0")),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "line-end-behind-content",
        breaks: &[&CLI_034],
        what: "Sends CRLF behind the content, as very old clients did.",
        script: Script::with(&[Rule {
            when: has_length,
            then: Content(OnContent::Followed(b"\r\n")),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "line-end-before-the-request",
        breaks: &[&CLI_034],
        what: "Sends CRLF before the request.",
        script: Script::with(&[Rule { when: always, then: Sends(&[Edit::Before(b"\r\n")]) }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-in-the-trailer",
        breaks: &[&TRL_001],
        what: "Sends the expectation once more, behind the content.",
        script: Script::with(&[Rule {
            when: is_chunked,
            then: Content(OnContent::LastChunk(b"0\r\nExpect: 100-continue\r\n\r\n")),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-in-the-trailer",
        breaks: &[&TRL_001],
        what: "Sends the length behind the content, when it is known.",
        script: Script::with(&[Rule {
            when: is_chunked,
            then: Content(OnContent::LastChunk(b"0\r\nContent-Length: 1025\r\n\r\n")),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chunks-to-http-10",
        breaks: &[&CLI_026],
        what: "Sends chunks to a server that has answered as HTTP/1.0.",
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script::with(&[Rule {
            when: |moment| moment.is_final(),
            then: Reads(&[Edit::InStartLine("HTTP/1.0", "HTTP/1.1")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "bare-return",
        breaks: &[&IR_007],
        what: "Ends a field value with a CR.",
        script: Script::with(&[Rule {
            when: always,
            then: Sends(&[Edit::Add("User-Agent: a\rb\r\n")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "whitespace-before-the-first-field",
        breaks: &[&IR_008],
        what: "Begins the first field line with a space.",
        script: Script::with(&[Rule {
            when: always,
            then: Sends(&[Edit::AddFirst(" User-Agent: a\r\n")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-with-trace",
        breaks: &[&MTH_004],
        what: "Sends content with TRACE.",
        script: Script::with(&[
            Rule { when: is_trace, then: Sends(&[Edit::Add("Content-Length: 5\r\n")]) },
            Rule { when: is_trace, then: Content(OnContent::Followed(b"hello")) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-with-get-unframed",
        breaks: &[&FRM_001],
        what: "Sends content with GET and does not say so, as the method has none.",
        script: Script::with(&[Rule {
            when: |it| it.request.method() == b"GET" && has_length(it),
            then: WITHOUT_LENGTH,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-with-options-untyped",
        breaks: &[&MTH_008],
        what: "Sends content with OPTIONS without a Content-Type.",
        script: Script::with(&[Rule {
            when: always,
            then: Sends(&[Edit::Without("content-type")]),
        }]),
        ..Fault::PLAIN
    },
];

const WITHOUT_LENGTH: Deviation = Sends(&[Edit::Without("content-length")]);

fn has_length(moment: &Moment<'_>) -> bool {
    moment.request.length().is_some_and(|octets| octets > 0)
}

fn is_chunked(moment: &Moment<'_>) -> bool {
    moment.request.is_chunked()
}

fn is_trace(moment: &Moment<'_>) -> bool {
    moment.request.method() == b"TRACE"
}
