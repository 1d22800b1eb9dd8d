//! Expectations in heads that are to be refused, or mended before they go any further.

use expectspec_requirements::{CON_001, GRM_010, GRM_013, GRM_015, GRM_016, SRV_016, SRV_017};

use super::{CONTINUE, OK};
use crate::{Case, Danger, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/malformed-head/counts-content-behind-a-null-octet",
        purpose: "Puts a NUL behind the token, where some strings end; the head is to be \
                  refused or the octet replaced.",
        exercises: &[&CON_001, &GRM_015],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\0\r\n\
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
        id: "intermediary/malformed-head/counts-content-behind-a-bare-return",
        purpose: "Puts a CR without LF before the token, which some take for the end of a \
                  line.",
        exercises: &[&CON_001, &GRM_016],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: x\r100-continue\r\n\
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
        id: "intermediary/malformed-head/counts-content-behind-a-fold",
        purpose: "Folds the value onto a second line, where only one of two hops may find it.",
        exercises: &[&CON_001, &GRM_013],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:\r\n\
                  \x20100-continue\r\n\
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
        id: "intermediary/malformed-head/counts-content-of-options-behind-a-fold",
        purpose: "Folds the value in an OPTIONS request with content, which is known to have \
                  split two hops.",
        exercises: &[&CON_001, &GRM_013],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"OPTIONS {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Content-Type: text/plain\r\n\
                  Expect:\r\n\
                  \x20100-continue\r\n\
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
        id: "intermediary/malformed-head/refuses-space-before-the-colon",
        purpose: "Puts a space before the colon of Expect, with the content behind it; 400 \
                  keeps both hops safe.",
        exercises: &[&GRM_010],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect : 100-continue\r\n\
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
        id: "intermediary/malformed-head/refuses-a-hidden-content-length",
        purpose: "Puts a space before the colon of Content-Length, so that one hop sees an \
                  expectation without content and the next one with it.",
        exercises: &[&GRM_010],
        content: b"GET {target}/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n",
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length : {length}\r\n\
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
        id: "intermediary/malformed-head/refuses-a-head-without-host",
        purpose: "Leaves out Host, for which 400 is due at once; neither the content nor the \
                  origin server is needed.",
        exercises: &[&SRV_016],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/malformed-head/refuses-a-head-with-two-hosts",
        purpose: "Names two hosts, of which one hop may take the first and the next one the \
                  last.",
        exercises: &[&SRV_016],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Host: other.example\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/malformed-head/refuses-a-field-line-without-a-colon",
        purpose: "Has a line in the head that is no field, behind which the expectation stands: \
                  400, and the end of a connection whose heads can't be read.",
        exercises: &[&SRV_017],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  no field at all\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Await(Until::Answer),
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
