//! A final response that has nothing of the interim responses before it (RFC 9110 §15.2).

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{FRM_001, MTH_006, PRX_004, SRV_010};

use super::{CONTINUE, EXPECTING, OK};
use crate::{Case, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/after-interim/keeps-201-behind-the-100",
        purpose: "Answers 201 with a Location behind the handshake: the status code of the \
                  interim response is none of the final one's.",
        exercises: &[&FRM_001, &PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(CREATED)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/after-interim/keeps-204-behind-the-100",
        purpose: "Answers 204 behind the handshake, which has neither content nor a length; the \
                  100 (Continue) had none either.",
        exercises: &[&FRM_001, &PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(NO_CONTENT)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/after-interim/keeps-401-behind-the-100",
        purpose: "Asks for credentials behind the handshake and the content, with some content of \
                  its own.",
        exercises: &[&FRM_001, &PRX_004, &SRV_010],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(UNAUTHORIZED)]),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "intermediary/after-interim/keeps-401-behind-nothing",
            requirement: &SRV_010,
            agree: Agree::FinalStatusUnless417,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/after-interim/keeps-401-behind-nothing",
        purpose: "Asks for credentials behind content that was sent without any expectation: what \
                  the same answer behind a 100 (Continue) is compared with.",
        exercises: &[&FRM_001],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(UNAUTHORIZED)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/after-interim/keeps-502-behind-the-100",
        purpose: "Answers 502 itself, as an origin server that is a gateway to others, behind the \
                  handshake: its content tells this from any other 502.",
        exercises: &[&FRM_001, &PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(BAD_GATEWAY)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/after-interim/keeps-chunks-behind-the-100",
        purpose: "Answers in chunks behind the handshake: what was said of an interim response's \
                  length holds for no other.",
        exercises: &[&FRM_001, &PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(CHUNKED)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/after-interim/keeps-201-behind-103",
        purpose: "Answers 201 behind the handshake and 103 (Early Hints), whose fields must not \
                  turn up in the final response.",
        exercises: &[&FRM_001, &PRX_004],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Content),
                Step::Send(
                    b"HTTP/1.1 103 Early Hints\r\n\
                      Link: </s.css>; rel=preload\r\n\
                      X-Early: 1\r\n\
                      \r\n",
                ),
                Step::Send(CREATED),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/after-interim/answers-a-head-behind-103",
        purpose: "Answers a HEAD with 103 (Early Hints) and a final response, whether it comes as \
                  HEAD or as GET, and a GET behind it: the hint is no answer.",
        exercises: &[&MTH_006, &PRX_004, &SRV_010],
        script: &[
            Step::Send(
                b"HEAD {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(
                    b"HTTP/1.1 103 Early Hints\r\n\
                      Link: </s.css>; rel=preload\r\n\
                      \r\n\
                      HTTP/1.1 200 OK\r\n\
                      Connection: close\r\n\
                      Expectspec-Tag: {tag}\r\n\
                      Content-Length: 0\r\n\
                      \r\n",
                ),
            ]),
            Step::Await(Until::Final),
            Step::Send(
                b"GET {target}/b HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];

const CREATED: &[u8] = b"HTTP/1.1 201 Created\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Location: /expectspec-made\r\n\
    Content-Length: 0\r\n\
    \r\n";
const NO_CONTENT: &[u8] = b"HTTP/1.1 204 No Content\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    \r\n";
const UNAUTHORIZED: &[u8] = b"HTTP/1.1 401 Unauthorized\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    WWW-Authenticate: Basic realm=\"t\"\r\n\
    Content-Length: 12\r\n\
    \r\n\
    unauthorized";
const BAD_GATEWAY: &[u8] = b"HTTP/1.1 502 Bad Gateway\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Content-Length: 11\r\n\
    \r\n\
    from inside";
const CHUNKED: &[u8] = b"HTTP/1.1 200 OK\r\n\
    Connection: close\r\n\
    Expectspec-Tag: {tag}\r\n\
    Transfer-Encoding: chunked\r\n\
    \r\n\
    5\r\n\
    chunk\r\n\
    1\r\n\
    s\r\n\
    0\r\n\
    \r\n";
