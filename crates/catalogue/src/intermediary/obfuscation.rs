//! Expectations in odd spelling: whether a hop sees one or not, all count the same content.

use expectspec_requirements::{CON_001, PRX_028};

use super::OK;
use crate::{Case, Danger, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/obfuscation/counts-content-behind-a-junk-word",
        purpose: "Writes a word before the token, which loose matching takes for the \
                  expectation on one hop and strict matching does not on the next.",
        exercises: &[&CON_001, &PRX_028],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: x 100-continue\r\n\
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
        id: "intermediary/obfuscation/counts-content-behind-a-longer-word",
        purpose: "Lengthens the token, for those that look at its beginning.",
        exercises: &[&CON_001, &PRX_028],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continuex\r\n\
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
        id: "intermediary/obfuscation/counts-content-behind-a-quoted-word",
        purpose: "Puts the token in quotation marks.",
        exercises: &[&CON_001, &PRX_028],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: \"100-continue\"\r\n\
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
        id: "intermediary/obfuscation/counts-content-behind-a-list",
        purpose: "Puts the token in a list with another, which may cost it its meaning on one hop.",
        exercises: &[&CON_001, &PRX_028],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue, x\r\n\
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
        id: "intermediary/obfuscation/counts-content-behind-two-lines",
        purpose: "Splits two expectations over two field lines, of which a hop may see one.",
        exercises: &[&CON_001, &PRX_028],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: x\r\n\
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
        id: "intermediary/obfuscation/counts-content-behind-a-parameter",
        purpose: "Hangs a parameter on the token, which one hop may cut off and the next may \
                  not.",
        exercises: &[&CON_001, &PRX_028],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue;q=1\r\n\
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
        id: "intermediary/obfuscation/counts-content-behind-a-trailing-tab",
        purpose: "Ends the value with a tab, which both hops have to remove.",
        exercises: &[&CON_001],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\t\r\n\
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
        id: "intermediary/obfuscation/counts-content-behind-a-vertical-tab",
        purpose: "Ends the value with a vertical tab, which is no whitespace in HTTP but is \
                  in many a library.",
        exercises: &[&CON_001],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\x0b\r\n\
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
];
