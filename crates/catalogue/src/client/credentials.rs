//! Challenges before and behind the content, and what answers them (RFC 9110 §11).

use expectspec_requirements::{
    AUT_004, AUT_005, CLI_010, CLI_013, CLI_020, CLI_021, CLI_028, CLI_033, CLI_035, CON_009,
};

use super::{CONTINUE, CREATED, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/credentials/sends-credentials-after-an-early-401",
        purpose: "Asks for credentials before the content, and keeps the connection: the withheld \
                  octets are owed before the next head.",
        exercises: &[&AUT_004, &CLI_013, &CLI_020],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 401 Unauthorized\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Credentials],
        ..Case::PLAIN
    },
    Case {
        id: "client/credentials/sends-credentials-after-a-closing-401",
        purpose: "Asks for credentials before the content, and closes.",
        exercises: &[&AUT_004, &CLI_013, &CLI_033],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 401 Unauthorized\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
                  Connection: close\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Credentials],
        ..Case::PLAIN
    },
    Case {
        id: "client/credentials/sends-credentials-after-401-behind-the-content",
        purpose: "Takes the content and then asks for credentials: all of it has to come again.",
        exercises: &[&AUT_004, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 401 Unauthorized\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Credentials],
        ..Case::PLAIN
    },
    Case {
        id: "client/credentials/sends-credentials-after-401-within-the-content",
        purpose: "Asks for credentials when the content has begun.",
        exercises: &[&AUT_004, &CLI_013, &CLI_020, &CLI_035],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::ContentBegun),
            Step::Send(
                b"HTTP/1.1 401 Unauthorized\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Credentials],
        ..Case::PLAIN
    },
    Case {
        id: "client/credentials/sends-credentials-after-64-kib-of-401",
        purpose: "Asks for credentials at length.",
        exercises: &[&AUT_004, &CLI_020, &CON_009],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 401 Unauthorized\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
                  Content-Length: 65536\r\n\
                  \r\n",
            ),
            Step::Repeat {
                octets: b"tell me who you are, and I will tell you whether you may do so. ",
                times: 1024,
            },
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Credentials],
        ..Case::PLAIN
    },
    Case {
        id: "client/credentials/sends-credentials-with-chunks",
        purpose: "Asks for credentials before content of unknown length.",
        exercises: &[&AUT_004, &CLI_020, &CLI_021, &CLI_028],
        task: Task::CHUNKED,
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 401 Unauthorized\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Credentials],
        ..Case::PLAIN
    },
    Case {
        id: "client/credentials/completes-a-handshake-with-credentials",
        purpose: "Asks for credentials before the content and then for the content.",
        exercises: &[&AUT_004, &CLI_010, &CLI_020],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.1 401 Unauthorized\r\n\
                  WWW-Authenticate: Basic realm=\"t\"\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(CREATED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects, Need::Credentials],
        ..Case::PLAIN
    },
    Case {
        id: "client/credentials/gives-up-on-a-second-401",
        purpose: "Asks every request for credentials that it has been sent.",
        exercises: &[&AUT_004, &CLI_020],
        script: &[Step::Serve(Service::AtOnce(
            b"HTTP/1.1 401 Unauthorized\r\n\
              WWW-Authenticate: Basic realm=\"t\"\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        needs: &[Need::Expects, Need::Credentials],
        ..Case::PLAIN
    },
    Case {
        id: "client/credentials/repeats-nothing-after-403",
        purpose: "Refuses every request with 403: no other attempt with the same credentials will \
                  do.",
        exercises: &[&AUT_005, &CLI_013],
        script: &[Step::Serve(Service::AtOnce(
            b"HTTP/1.1 403 Forbidden\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/credentials/repeats-nothing-after-a-closing-403",
        purpose: "Refuses every request with 403, and says `close`.",
        exercises: &[&AUT_005, &CLI_013, &CLI_033],
        script: &[Step::Serve(Service::AtOnce(
            b"HTTP/1.1 403 Forbidden\r\n\
              Connection: close\r\n\
              Content-Length: 0\r\n\
              \r\n",
        ))],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
