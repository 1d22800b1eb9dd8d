//! 100 (Continue) and other responses that are not well-formed.

use expectspec_requirements::{
    GRM_001, GRM_012, IR_001, IR_002, IR_003, IR_005, IR_006, IR_007, IR_008, IR_009, SRV_012,
    SRV_014, Verdict,
};

use crate::request::{accepted, expecting};
use crate::rule::Deviation::{Continue, Final};
use crate::rule::Sending::Edited;
use crate::{Edit, Fault, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "continue-with-content-length",
        breaks: &[&IR_002],
        what: "Sends Content-Length in the 100 (Continue).",
        imitates: Some("https://github.com/cherrypy/cherrypy/issues/951"),
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Add("Content-Length: 0\r\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-with-transfer-encoding",
        breaks: &[&IR_003],
        what: "Sends Transfer-Encoding in the 100 (Continue).",
        imitates: Some("https://github.com/haproxy/haproxy/issues/27"),
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Add("Transfer-Encoding: chunked\r\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-with-close",
        breaks: &[&IR_005],
        what: "Sends the close connection option in the 100 (Continue).",
        imitates: Some("https://github.com/xrootd/xrootd/issues/1120"),
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Add("Connection: close\r\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-behind-continue",
        breaks: &[&IR_001],
        what: "Sends a text behind the 100 (Continue), as if that had content.",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Then(b"Continue")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-without-empty-line",
        breaks: &[&IR_001],
        what: "Ends the 100 (Continue) with one CRLF, so that the final response is part of it.",
        imitates: Some("https://github.com/reactphp/reactphp/issues/308"),
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::WithoutEmptyLine])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-without-reason-space",
        breaks: &[&SRV_014],
        what: "Leaves out the SP behind the status code, since there is no reason phrase.",
        imitates: Some("https://github.com/xrootd/xrootd/issues/1120"),
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::StartLine("HTTP/1.1 100\r\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-with-line-feeds",
        breaks: &[&IR_007],
        what: "Ends the lines of the 100 (Continue) with LF alone.",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::LineEnds("\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-with-a-bare-cr",
        breaks: &[&IR_007],
        what: "Ends the status-line of the 100 (Continue) with CR CR LF.",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::StartLine("HTTP/1.1 100 Continue\r\r\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-with-space-before-a-field",
        breaks: &[&IR_008],
        what: "Begins the first field line of the 100 (Continue) with SP.",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::AddFirst(" Server: a\r\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-with-a-folded-line",
        breaks: &[&GRM_012],
        what: "Folds a field line of the 100 (Continue).",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::Add("Server: a\r\n b\r\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-with-two-spaces",
        breaks: &[&IR_009],
        what: "Puts two SP before the status code of the 100 (Continue).",
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::StartLine("HTTP/1.1  100 Continue\r\n")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-in-http-10",
        breaks: &[&SRV_012],
        what: "Writes HTTP/1.0 in the status-line of the 100 (Continue).",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: expecting,
            then: Continue(Edited(&[Edit::InStartLine("HTTP/1.1", "HTTP/1.0")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "status-code-out-of-range",
        breaks: &[&IR_006],
        what: "Answers with status code 620.",
        script: Script::with(&[Rule {
            when: accepted,
            then: Final(Edited(&[Edit::InStartLine("200 OK", "620 Fine")])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continue-within-content",
        breaks: &[&GRM_001],
        what: "Writes a 100 (Continue) between the chunks of the final response.",
        imitates: Some("https://github.com/openresty/lua-nginx-module/issues/1324"),
        script: Script::with(&[Rule {
            when: accepted,
            then: Final(Edited(&[Edit::Whole(
                b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\
                  5\r\nhello\r\nHTTP/1.1 100 Continue\r\n\r\n0\r\n\r\n",
            )])),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "junk-behind-final",
        breaks: &[&GRM_001],
        what: "Sends octets behind the content of the final response.",
        script: Script::with(&[Rule {
            when: accepted,
            then: Final(Edited(&[Edit::Then(b"junk\n")])),
        }]),
        ..Fault::PLAIN
    },
];
