//! Final responses in every form that a message can end in (RFC 9112 §6.3).

use expectspec_requirements::{
    CLI_008, CLI_012, CLI_023, CLI_030, CLI_033, CON_009, FRM_008, FRM_009,
};

use super::{ACCEPTED, CONTINUE, OK};
use crate::{Case, Need, Service, Step, Task, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "client/final-form/reads-a-final-in-chunks",
        purpose: "Ends the handshake with a response in chunks.",
        exercises: &[&CLI_008, &CON_009],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  2\r\n\
                  do\r\n\
                  2\r\n\
                  ne\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/reads-a-final-with-a-trailer",
        purpose: "Ends the handshake with chunks and a trailer section, which is not the next \
                  response.",
        exercises: &[&CLI_008, &CON_009],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  4\r\n\
                  done\r\n\
                  0\r\n\
                  X-A: a\r\n\
                  \r\n",
            ),
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(ACCEPTED),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/reads-a-final-until-close",
        purpose: "Ends the handshake with a response that the end of the connection ends.",
        exercises: &[&CLI_008],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(b"HTTP/1.1 201 Created\r\n\r\ndone"),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/reads-a-final-with-close-until-close",
        purpose: "Ends the handshake with a response that says `close` and has a length, and \
                  awaits a second request.",
        exercises: &[&CLI_008, &CLI_033],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Connection: close\r\n\
                  Content-Length: 4\r\n\
                  \r\n\
                  done",
            ),
            Step::Await(Until::Close),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/reads-64-kib-of-a-final",
        purpose: "Ends the handshake with a long response, and awaits a second request.",
        exercises: &[&CLI_008, &CON_009],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 65536\r\n\
                  \r\n",
            ),
            Step::Repeat {
                octets: b"all of it has come, all of it is kept, and all of it will stay. ",
                times: 1024,
            },
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/reads-content-that-looks-like-a-100",
        purpose: "Ends the handshake with content that reads like a 100 (Continue) and a final \
                  response.",
        exercises: &[&CLI_008, &CON_009],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 63\r\n\
                  \r\n\
                  HTTP/1.1 100 Continue\r\n\
                  \r\n\
                  HTTP/1.1 200 OK\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/ends-a-204-at-its-head",
        purpose: "Ends the handshake with 204 and a length, which means nothing, and awaits a \
                  second request.",
        exercises: &[&CLI_008, &CLI_023],
        task: Task::TWICE,
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 204 No Content\r\n\
                  Content-Length: 5\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/counts-a-length-beyond-64-bits",
        purpose: "Ends the handshake with a length beyond 64 bits, five modulo that, sends five \
                  octets and closes: the response is incomplete.",
        exercises: &[&CLI_030, &FRM_009],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Content-Length: 18446744073709551621\r\n\
                  \r\n\
                  hello",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/counts-a-chunk-beyond-64-bits",
        purpose: "Ends the handshake with a chunk beyond 64 bits, five modulo that, sends five \
                  octets and closes.",
        exercises: &[&CLI_030, &FRM_008],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 201 Created\r\n\
                  Transfer-Encoding: chunked\r\n\
                  \r\n\
                  10000000000000005\r\n\
                  hello\r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::Finish,
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/knows-an-unknown-2xx-by-its-class",
        purpose: "Ends the handshake with 299, which is to be read as 200.",
        exercises: &[&CLI_008, &CLI_012],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 299 Nobody Knows\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
    Case {
        id: "client/final-form/knows-an-unknown-5xx-by-its-class",
        purpose: "Ends the handshake with 599, which is to be read as 500.",
        exercises: &[&CLI_008, &CLI_012],
        script: &[
            Step::Await(Until::Request),
            Step::Send(CONTINUE),
            Step::Await(Until::Content),
            Step::Send(
                b"HTTP/1.1 599 Nobody Knows\r\n\
                  Content-Length: 0\r\n\
                  \r\n",
            ),
            Step::Serve(Service::Proper(OK)),
        ],
        needs: &[Need::Expects],
        ..Case::PLAIN
    },
];
