//! 417 (Expectation Failed), and the repeat that it asks for (RFC 9110 §10.1.1, §15.5.18).

use expectspec_requirements::{
    CLI_001, CLI_004, CLI_005, CLI_006, CLI_007, CLI_008, CLI_009, CLI_013, CLI_020, CLI_021,
    CLI_033, CLI_035, CON_009,
};

use super::{CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/expectation-failed/repeats-without-expectation-after-417",
        purpose: "Meets no expectation, and keeps the connection: the same request is to come \
                  again without one, and not into the content that is still owed.",
        exercises: &[&CLI_005, &CLI_006, &CLI_007, &CLI_020],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/repeats-without-expectation-after-a-closing-417",
        purpose: "Meets no expectation, and closes.",
        exercises: &[&CLI_005, &CLI_006, &CLI_007, &CLI_033],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Connection: close\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/repeats-without-expectation-after-an-explained-417",
        purpose: "Meets no expectation, and explains.",
        exercises: &[&CLI_005, &CLI_006, &CLI_007, &CON_009],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 14\r\n\
                  \r\n\
                  expect nothing",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/repeats-without-expectation-after-417-in-chunks",
        purpose: "Meets no expectation, and explains in chunks.",
        exercises: &[&CLI_005, &CLI_006, &CLI_007, &CON_009],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  3\r\n\
                  no!\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/repeats-without-expectation-after-417-behind-102",
        purpose: "Sends 102 (Processing), thinks, and meets no expectation.",
        exercises: &[&CLI_005, &CLI_006, &CLI_007, &CLI_008],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 102 Processing\r\n\
                  \r\n\
                  HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/repeats-chunks-after-417",
        purpose: "Meets no expectation of content whose length is unknown; it can be repeated if \
                  it can be read again.",
        exercises: &[&CLI_005, &CLI_006, &CLI_007, &CLI_021],
        task: Task::CHUNKED,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/gives-up-on-a-second-417",
        purpose: "Answers 417 to everything: one repeat is enough, whoever repeats that does so \
                  for ever.",
        exercises: &[&CLI_005, &CLI_007],
        script: &[Step::Serve(Service::AtOnce(
            b"HTTP/1.1 417 Expectation Failed\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/gives-up-on-a-second-closing-417",
        purpose: "Answers 417 to everything, and says `close` each time.",
        exercises: &[&CLI_005, &CLI_007, &CLI_033],
        script: &[Step::Serve(Service::AtOnce(
            b"HTTP/1.1 417 Expectation Failed\r\n\
              Connection: close\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/gives-up-on-417-behind-the-content",
        purpose: "Answers 417 to everything, but only when the content has come.",
        exercises: &[&CLI_004, &CLI_005, &CLI_007],
        script: &[Step::Serve(Service::Late(
            b"HTTP/1.1 417 Expectation Failed\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/takes-417-to-a-request-without-expectation",
        purpose: "Answers 417 to a GET, which expected nothing: it is an error as any other.",
        exercises: &[&CLI_001],
        task: Task::GET,
        script: &[Step::Serve(Service::AtOnce(
            b"HTTP/1.1 417 Expectation Failed\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/takes-417-behind-the-100",
        purpose: "Asks for the content and then meets no expectation after all.",
        exercises: &[&CLI_005, &CLI_007, &CLI_008],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/takes-417-within-the-content",
        purpose: "Asks for the content and meets no expectation when it has only begun: a repeat \
                  must not run into the rest of it.",
        exercises: &[&CLI_005, &CLI_006, &CLI_007, &CLI_020, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/repeats-where-a-100-comes-unasked",
        purpose: "Meets no expectation, and sends a 100 (Continue) to the repeat that has none.",
        exercises: &[&CLI_005, &CLI_008, &CLI_009],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/takes-another-refusal-of-the-repeat",
        purpose: "Meets no expectation and then refuses the repeat: that is the answer.",
        exercises: &[&CLI_005, &CLI_007, &CLI_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 403 Forbidden\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/expectation-failed/goes-on-to-a-second-request-after-417",
        purpose: "Meets no expectation of the first request, and awaits the repeat and a second \
                  request.",
        exercises: &[&CLI_005, &CLI_006, &CLI_007, &CLI_020],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
