//! Content that reads as a request, in places where one of two hops may think that there is none.

use expectspec_requirements::{
    CON_001, FRM_001, FRM_005, FRM_010, PRX_006, PRX_009, PRX_028, PRX_031,
};

use super::{HEAD_OK, OK};
use crate::{Case, Danger, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/hidden-content/counts-content-of-get",
        purpose: "Gets with content, which some think there can't be: read by one hop and \
                  not by the next, it is a request.",
        exercises: &[&CON_001, &FRM_001],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"GET {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hidden-content/counts-content-of-head",
        purpose: "Asks for the head alone and sends content with it.",
        exercises: &[&CON_001, &FRM_001],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"HEAD {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(HEAD_OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hidden-content/counts-content-of-options",
        purpose: "Asks for options with content, as OPTIONS may have.",
        exercises: &[&CON_001, &FRM_001],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"OPTIONS {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Content-Type: text/plain\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hidden-content/counts-content-of-an-unknown-expectation",
        purpose: "Sends a whole request as the content of one that may be refused with 417 \
                  by whoever comes first.",
        exercises: &[&CON_001, &PRX_028],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hidden-content/counts-late-content-of-an-unknown-expectation",
        purpose: "Sends a whole request as the content of an unknown expectation, but only \
                  when a 417 had time to come.",
        exercises: &[&CON_001, &PRX_028],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo\r\n\
                  \r\n",
            ),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hidden-content/counts-content-of-a-nominated-expectation",
        purpose: "Names Expect as a connection option, so that the next hop does not see \
                  what this one might act upon.",
        exercises: &[&CON_001, &PRX_009],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: expect\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hidden-content/counts-content-in-http-10",
        purpose: "Keeps an HTTP/1.0 connection alive with a whole request as content that \
                  was expected in vain.",
        exercises: &[&CON_001, &PRX_006],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.0\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Connection: keep-alive\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hidden-content/counts-content-with-no-hops-left",
        purpose: "Sends a whole request as the content of OPTIONS that the intermediary has \
                  to answer by itself.",
        exercises: &[&CON_001, &PRX_031],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"OPTIONS {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Content-Type: text/plain\r\n\
                  Max-Forwards: 0\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
            Step::Send(b"GET {target}/b HTTP/1.1\r\nHost: {host}\r\n\r\n"),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/hidden-content/counts-chunks-beside-a-length",
        purpose: "Announces the length of the first chunk line beside the chunks, so that \
                  whoever believes the length finds a request behind it.",
        exercises: &[&FRM_005, &FRM_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: 4\r\n\
                  Transfer-Encoding: chunked\r\n\
                  Expect: 100-continue\r\n\
                  \r\n\
                  3c\r\n\
                  GET /expectspec-canary/hidden HTTP/1.1\r\n\
                  Host: expectspec\r\n\
                  \r\n\
                  \r\n\
                  0\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
            Step::Quiet,
        ],
        danger: Danger::Desync,
        ..Case::PLAIN
    },
];
