//! Lists of expectations, in one line or several: the same members in the same order (RFC 9110 §5.3).

use expectspec_judge::{Agree, Relation};
use expectspec_requirements::{
    FRM_001, GRM_007, PRX_001, PRX_004, PRX_017, PRX_019, PRX_028, SRV_010,
};

use super::{CONTINUE, OK};
use crate::{Case, Service, Step, Until};

/// The cases of this topic.
pub(super) static CASES: &[Case] = &[
    Case {
        id: "intermediary/expectation-list/keeps-100-continue-before-another-member",
        purpose: "States two expectations in one line, the known one first, and withholds \
                  the content: 417, or both are forwarded.",
        exercises: &[&PRX_017, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue, foo\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation-list/keeps-100-continue-behind-another-member",
        purpose: "States two expectations in one line, the unknown one first, which hides \
                  the other from readers of first members.",
        exercises: &[&PRX_017, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo, 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation-list/keeps-two-lines-in-order",
        purpose: "Splits the list over two lines, the known member first: whoever forwards \
                  or answers has to see both.",
        exercises: &[&PRX_017, &PRX_028, &GRM_007],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
                  Expect: foo\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "intermediary/expectation-list/keeps-100-continue-before-another-member",
            requirement: &GRM_007,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation-list/keeps-two-lines-in-reverse-order",
        purpose: "Splits the list over two lines, the unknown member first.",
        exercises: &[&PRX_017, &PRX_028, &GRM_007],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: foo\r\n\
                  Expect: 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        relation: Some(Relation {
            base: "intermediary/expectation-list/keeps-100-continue-behind-another-member",
            requirement: &GRM_007,
            agree: Agree::FirstAnswer,
        }),
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation-list/answers-two-equal-lines-once",
        purpose: "Sends the field line twice; that is one expectation, and the one 100 of \
                  the origin server answers it.",
        exercises: &[&PRX_004, &SRV_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue\r\n\
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
        id: "intermediary/expectation-list/answers-two-equal-members-once",
        purpose: "Names the expectation twice in one line.",
        exercises: &[&PRX_004, &SRV_010],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: 100-continue, 100-continue\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation-list/keeps-lines-apart-in-order",
        purpose: "Puts another field between two lines with unknown expectations, whose \
                  order must survive sorting.",
        exercises: &[&PRX_017, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: b\r\n\
                  X-Between: x\r\n\
                  Expect: a\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation-list/keeps-three-lines-in-order",
        purpose: "Sends three lines, of which the middle one is the known expectation, \
                  with the content.",
        exercises: &[&PRX_017, &PRX_028],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: z\r\n\
                  Expect: 100-continue\r\n\
                  Expect: a\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation-list/ignores-empty-members",
        purpose: "Leaves members of the list empty, which count for nothing.",
        exercises: &[&PRX_001],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect: , 100-continue,\r\n\
                  \r\n",
            ),
            Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CONTINUE)]),
            Step::Quiet,
            Step::Send(b"{content}"),
            Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(OK)]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
    Case {
        id: "intermediary/expectation-list/forwards-an-empty-list",
        purpose: "Sends the field with an empty value: nothing is expected, and the \
                  content goes its way.",
        exercises: &[&FRM_001, &PRX_019],
        script: &[
            Step::Send(
                b"POST {target}/a HTTP/1.1\r\n\
                  Host: {host}\r\n\
                  Content-Length: {length}\r\n\
                  Expect:\r\n\
                  \r\n\
                  {content}",
            ),
            Step::AtOrigin(&[Step::Serve(Service::Proper(OK))]),
            Step::Await(Until::Final),
        ],
        ..Case::PLAIN
    },
];
