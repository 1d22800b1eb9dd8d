//! An origin server that speaks HTTP/1.0 (RFC 9110 §6.2, RFC 9112 §9.3).

use expectspec_requirements::{
    CLI_005, CLI_007, CLI_008, CLI_010, CLI_011, CLI_013, CLI_015, CLI_032, CON_010, FRM_006,
};

use super::{CONTINUE, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/http-10/takes-an-early-final-of-http-10",
        purpose: "Answers before the content as HTTP/1.0 and closes: no 100 (Continue) can come \
                  from there.",
        exercises: &[&CLI_013, &CLI_015],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.0 201 Created\r\n\
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
        id: "client/http-10/takes-an-early-refusal-of-http-10-until-close",
        purpose: "Refuses as HTTP/1.0, with content that the end of the connection ends.",
        exercises: &[&CLI_013],
        script: &[
            Step::Await(Until::Request),
            Step::Send(b"HTTP/1.0 403 Forbidden\r\n\r\nno!"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/http-10/takes-a-final-of-http-10-behind-the-100",
        purpose: "Sends 100 (Continue) as HTTP/1.1 and the final response as HTTP/1.0, as a front \
                  server before an old one would.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.0 201 Created\r\n\
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
        id: "client/http-10/takes-a-final-of-http-10-behind-the-100-until-close",
        purpose: "Sends 100 (Continue) as HTTP/1.1, and the final response as HTTP/1.0 without a \
                  length.",
        exercises: &[&CLI_008, &CLI_010],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(b"HTTP/1.0 201 Created\r\n\r\ndone"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/http-10/takes-a-redirection-of-http-10-behind-the-100",
        purpose: "Sends 100 (Continue) to a GET and redirects as HTTP/1.0.",
        exercises: &[&CLI_008, &CLI_011],
        task: Task::GET,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Send(
                b"HTTP/1.0 302 Found\r\n\
                  Location: /moved\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "client/http-10/keeps-alive-with-http-10",
        purpose: "Answers as HTTP/1.0 with `keep-alive`, and awaits a second request, here or \
                  elsewhere.",
        exercises: &[&CLI_032, &CON_010],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.0 201 Created\r\n\
                  Connection: keep-alive\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/http-10/distrusts-chunks-of-http-10",
        purpose: "Answers as HTTP/1.0 with chunks and `keep-alive`: such framing is faulty, and \
                  the connection not to be used again.",
        exercises: &[&FRM_006],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.0 201 Created\r\n\
                  Connection: keep-alive\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  4\r\n\
                  done\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Await(Until::Close),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/http-10/takes-417-of-http-10",
        purpose: "Meets no expectation as HTTP/1.0, and closes.",
        exercises: &[&CLI_005, &CLI_007, &CLI_032],
        script: &[
            Step::Await(Until::Request),
            Step::Send(
                b"HTTP/1.0 417 Expectation Failed\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
