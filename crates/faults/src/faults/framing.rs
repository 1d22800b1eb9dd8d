//! The end of the content, misread.

use expectspec_engine::origin_server::{AmbiguousFraming, Policy};
use expectspec_message::{BadFraming, Framing};
use expectspec_requirements::{
    FRM_002, FRM_003, FRM_004, FRM_005, FRM_006, FRM_007, FRM_008, FRM_009, Verdict,
};

use crate::rule::Deviation::{Answers, Content, FallsSilent, Final, Reads, Rest};
use crate::rule::OnContent::KeepsSizeDigits;
use crate::rule::Rest::AnswersOn;
use crate::rule::Sending::Edited;
use crate::{Deviation, Edit, Fault, Request, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "waits-for-no-content",
        breaks: &[&FRM_002],
        what: "Waits for content wherever it is expected to send a 100 (Continue).",
        imitates: Some("https://github.com/jetty/jetty.project/pull/12113"),
        script: Script::with(&[Rule {
            when: expects_without_content,
            then: Reads(&[Edit::Set("Content-Length", "5")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "silence-without-content",
        breaks: &[&FRM_002],
        what: "Dies of an expectation where there is no content.",
        imitates: Some("https://github.com/hyperium/hyper/issues/1843"),
        script: Script::with(&[Rule { when: expects_without_content, then: FallsSilent }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "server-error-without-content",
        breaks: &[&FRM_002],
        what: "Fails with 500 on an expectation where there is no content.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: expects_without_content,
            then: Answers(b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "bad-length-read-as-five",
        breaks: &[&FRM_003],
        what: "Reads what it can of a bad Content-Length.",
        script: Script::with(&[Rule {
            when: has_bad_length,
            then: Reads(&[Edit::Set("Content-Length", "5")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "bad-length-read-as-none",
        breaks: &[&FRM_003],
        what: "Takes a bad Content-Length for none at all.",
        script: Script::with(&[Rule {
            when: has_bad_length,
            then: Reads(&[Edit::Without("content-length")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "bad-length-kept-open",
        breaks: &[&FRM_003],
        what: "Answers 400 to a bad Content-Length and keeps the connection.",
        script: Script::with(&[
            Rule { when: has_bad_length, then: SAYS_NOTHING_OF_CLOSE },
            Rule { when: has_bad_length, then: Rest(AnswersOn) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "different-lengths-accepted",
        breaks: &[&FRM_003],
        what: "Reads the first of two different Content-Length field lines.",
        script: Script::with(&[Rule {
            when: |request| has_bad_length(request) && request.lines("content-length") > 1,
            then: Reads(&[Edit::FirstOf("content-length")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "unknown-framing-read-by-length",
        breaks: &[&FRM_004],
        what: "Overlooks a Transfer-Encoding whose last coding is not chunked.",
        script: Script::with(&[Rule {
            when: lacks_chunked,
            then: Reads(&[Edit::Without("transfer-encoding"), Edit::Set("Content-Length", "5")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "unknown-framing-read-as-chunked",
        breaks: &[&FRM_004],
        what: "Takes every Transfer-Encoding for chunked.",
        script: Script::with(&[Rule {
            when: lacks_chunked,
            then: Reads(&[Edit::Set("Transfer-Encoding", "chunked")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "unknown-coding-accepted",
        breaks: &[&FRM_007],
        what: "Reads content in a transfer coding that it does not know.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |request| request.is_chunked() && !has_chunked_alone(request),
            then: Reads(&[Edit::Set("Transfer-Encoding", "chunked")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "ambiguous-content-read-by-length",
        breaks: &[&FRM_005],
        what: "Reads content by its Content-Length where it is chunked too.",
        script: Script::with(&[Rule {
            when: has_both,
            then: Reads(&[Edit::Without("transfer-encoding")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "ambiguous-content-kept-open",
        breaks: &[&FRM_005],
        what: "Reads chunked content that has a Content-Length too, and keeps the connection.",
        imitates: Some("https://github.com/minio/minio/issues/7266"),
        script: Script {
            policy: tolerant,
            rules: &[
                Rule { when: has_both, then: SAYS_NOTHING_OF_CLOSE },
                Rule { when: has_both, then: Rest(AnswersOn) },
            ],
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "chunked-http-10-kept-open",
        breaks: &[&FRM_006],
        what: "Reads chunked content in HTTP/1.0 and keeps the connection.",
        script: Script {
            policy: tolerant,
            rules: &[
                Rule { when: is_chunked_http_10, then: SAYS_NOTHING_OF_CLOSE },
                Rule { when: is_chunked_http_10, then: Rest(AnswersOn) },
            ],
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "chunk-size-in-32-bits",
        breaks: &[&FRM_008],
        what: "Counts a chunk in 32 bits.",
        script: Script::with(&[Rule {
            when: |request| request.is_chunked(),
            then: Content(KeepsSizeDigits(8)),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chunk-size-in-64-bits",
        breaks: &[&FRM_008],
        what: "Counts a chunk in 64 bits and does not mind the overflow.",
        script: Script::with(&[Rule {
            when: |request| request.is_chunked(),
            then: Content(KeepsSizeDigits(16)),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-in-32-bits",
        breaks: &[&FRM_009],
        what: "Counts content in 32 bits.",
        script: Script::with(&[Rule {
            when: |request| is_length_above(request, 10),
            then: READS_FIVE,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "length-in-64-bits",
        breaks: &[&FRM_009],
        what: "Counts content in 64 bits and does not mind the overflow.",
        script: Script::with(&[Rule {
            when: |request| is_length_above(request, 20),
            then: READS_FIVE,
        }]),
        ..Fault::PLAIN
    },
];

const READS_FIVE: Deviation = Reads(&[Edit::Set("Content-Length", "5")]);

const SAYS_NOTHING_OF_CLOSE: Deviation = Final(Edited(&[Edit::Without("connection")]));

fn expects_without_content(request: &Request<'_>) -> bool {
    let has_none = matches!(request.framing(), Framing::None | Framing::Length(0));
    request.is_http_11() && has_none && request.expectations().has_continue()
}

fn has_bad_length(request: &Request<'_>) -> bool {
    request.framing() == Framing::Bad(BadFraming::ContentLength)
}

fn lacks_chunked(request: &Request<'_>) -> bool {
    request.framing() == Framing::Bad(BadFraming::ChunkedNotLast)
}

fn has_chunked_alone(request: &Request<'_>) -> bool {
    let mut values = request.head.values(request.octets, b"transfer-encoding");
    values.all(|value| value.eq_ignore_ascii_case(b"chunked"))
}

fn has_both(request: &Request<'_>) -> bool {
    request.is_http_11() && request.is_chunked() && request.has("content-length")
}

fn is_chunked_http_10(request: &Request<'_>) -> bool {
    request.is_http_10() && request.is_chunked()
}

fn is_length_above(request: &Request<'_>, digits: usize) -> bool {
    let value = request.length_value();
    value.len() >= digits && value.iter().all(u8::is_ascii_digit)
}

/// Reads chunked content however doubtful it is.
fn tolerant() -> Policy {
    let ambiguous_framing = AmbiguousFraming::ReadChunkedAndClose;
    Policy { ambiguous_framing, ..Policy::default() }
}
