//! Octets of the origin server that are no response, or none that ends somewhere (RFC 9112 §6.3).

use expectspec_requirements::{PRX_018, PRX_023, PRX_024};

use super::{CONTINUE, EXPECTING, OK};
use crate::{Case, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/invalid-response/answers-502-for-words-behind-the-100",
        purpose: "Sends words that are no response right behind the 100 (Continue), in the same \
                  write.",
        exercises: &[&PRX_018, &PRX_023],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUED_AND_WORDS)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(CONTINUED_AND_WORDS),
                Step::Finish,
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/invalid-response/answers-502-for-words-as-the-final",
        purpose: "Sends words that are no response instead of the final response, behind a proper \
                  handshake.",
        exercises: &[&PRX_018, &PRX_023],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(b"these words are no response\r\n\r\n"),
                Step::Finish,
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/invalid-response/answers-502-for-a-length-that-is-no-number",
        purpose: "Sends a final response whose Content-Length is no number, behind a proper \
                  handshake.",
        exercises: &[&PRX_024],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(
                    b"HTTP/1.1 200 OK\r\n\
                      Connection: close\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      Content-Length: 2x\r\n\
                      \r\n\
                      ok",
                ),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/invalid-response/answers-502-for-two-lengths",
        purpose: "Sends a final response with two values of Content-Length that differ, behind a \
                  proper handshake.",
        exercises: &[&PRX_024],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(
                    b"HTTP/1.1 200 OK\r\n\
                      Connection: close\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      Content-Length: 2\r\n\
                      Content-Length: 3\r\n\
                      \r\n\
                      okk",
                ),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/invalid-response/answers-502-for-a-length-before-the-content",
        purpose: "Refuses before the content, with a Content-Length that is negative: the \
                  response can't be used, and the client still waits for one.",
        exercises: &[&PRX_018, &PRX_024],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(NEGATIVE), Step::Finish]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Await(Until::Content),
                Step::Send(NEGATIVE),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/invalid-response/answers-502-for-a-status-code-of-four-digits",
        purpose: "Sends 1000 where the 100 (Continue) belongs, which is neither interim nor final.",
        exercises: &[&PRX_018, &PRX_023],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(THOUSAND), Step::Finish]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Await(Until::Content),
                Step::Send(THOUSAND),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];

const CONTINUED_AND_WORDS: &[u8] = b"HTTP/1.1 100 Continue\r\n\
    \r\n\
    these words are no response\r\n\
    \r\n";
const NEGATIVE: &[u8] = b"HTTP/1.1 403 Forbidden\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: -1\r\n\
    \r\n";
const THOUSAND: &[u8] = b"HTTP/1.1 1000 Continue\r\n\r\n";
