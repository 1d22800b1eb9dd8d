//! An origin server that ends its connection too early (RFC 9110 §15.6.3).

use expectspec_requirements::{PRX_018, PRX_019, PRX_023, SRV_010};

use super::{CONTINUE, EXPECTING, OK};
use crate::{Case, Need, Service, Step, Until};

// A gateway that collects content forwards the request only then, and meets the same. Whoever sends
// the request again, on another connection, gets an answer at last, so that it shows.

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/origin-end/answers-when-nothing-comes-back",
        purpose: "Reads the head and ends the connection without a word, while the content is \
                  held back: the client must learn of it.",
        exercises: &[&PRX_018, &PRX_023],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Finish]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Await(Until::Content),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/origin-end/answers-behind-the-100",
        purpose: "Asks for the content and ends the connection: the 100 (Continue) is no answer, \
                  so that another has to be made.",
        exercises: &[&PRX_018, &PRX_023],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE), Step::Finish]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Await(Until::Content),
                Step::Send(CONTINUE),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/origin-end/answers-within-the-100",
        purpose: "Ends the connection in the middle of the status line of a 100 (Continue).",
        exercises: &[&PRX_018, &PRX_023],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Send(b"HTTP/1.1 10"),
                Step::Finish,
            ]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Await(Until::Request),
                Step::Await(Until::Content),
                Step::Send(b"HTTP/1.1 10"),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/origin-end/answers-behind-the-content",
        purpose: "Says nothing but a 100 (Continue) when the client sends the content by itself \
                  already, takes the content and ends the connection.",
        exercises: &[&PRX_018, &PRX_019, &PRX_023],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request)]),
            Step::Pause(200),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[
                Step::Pause(50),
                Step::Send(CONTINUE),
                Step::Await(Until::Content),
                Step::Finish,
                Step::Serve(Service::Proper(OK)),
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/origin-end/tells-a-cut-response-from-a-whole",
        purpose: "Ends the connection when 10 of 100 octets of the final response's content have \
                  been sent, behind a proper handshake.",
        exercises: &[&SRV_010],
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
                      Content-Length: 100\r\n\
                      \r\n\
                      0123456789",
                ),
                Step::Finish,
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/origin-end/tells-cut-chunks-from-whole-ones",
        purpose: "Ends the connection behind the first chunk of the final response, with no last \
                  chunk: the response must not look complete to the client.",
        exercises: &[&SRV_010],
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
                      Transfer-Encoding: chunked\r\n\
                      \r\n\
                      5\r\n\
                      01234\r\n",
                ),
                Step::Finish,
            ]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/origin-end/answers-a-reset-behind-the-head",
        purpose: "Resets the connection when the head has come, while the content is held back.",
        exercises: &[&PRX_018, &PRX_023],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Reset]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Resets],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/origin-end/answers-a-reset-behind-the-100",
        purpose: "Asks for the content, lets the 100 (Continue) get through, and resets the \
                  connection.",
        exercises: &[&PRX_018, &PRX_023],
        script: &[
            Step::Send(EXPECTING),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::AtOrigin(&[Step::Reset]),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        needs: &[Need::Resets],
        ..Case::PLAIN
    },
];
