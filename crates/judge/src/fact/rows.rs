//! The facts that are read off the marks of findings.

use expectspec_requirements::{
    CLI_003, CLI_004, CLI_005, CLI_006, CLI_007, CLI_014, CLI_020, CLI_027, CLI_032, CON_001,
    FRM_005, GRM_008, GRM_013, GRM_018, GRM_022, GRM_024, IR_004, PRX_003, PRX_009, PRX_018,
    PRX_021, PRX_029, RED_002, Requirement, SRV_001, SRV_003, SRV_005, SRV_007, SRV_008, SRV_009,
    SRV_010, SRV_011, SRV_020,
};

/// A fact that is read off the marks of one requirement's findings.
#[derive(Debug)]
pub(super) struct Row {
    pub name: &'static str,
    pub question: &'static str,
    pub requirement: &'static Requirement,
}

pub(super) static ROWS: &[Row] = &[
    Row {
        name: "answer-to-expectation",
        question: "How is a 100-continue expectation answered while the content is held back?",
        requirement: &SRV_001,
    },
    Row {
        name: "continue-then-refusal",
        question: "Is a request refused after a 100 although no content came in between?",
        requirement: &SRV_011,
    },
    Row {
        name: "continue-that-may-be-omitted",
        question: "Is a 100 sent where it may be left out (content at hand, or none to come)?",
        requirement: &SRV_005,
    },
    Row {
        name: "repeated-continue",
        question: "Is more than one 100 sent for a request?",
        requirement: &SRV_010,
    },
    Row {
        name: "unsolicited-continue",
        question: "Is a 100 sent to requests without an expectation?",
        requirement: &SRV_020,
    },
    Row {
        name: "expectation-in-http-1.0",
        question: "What becomes of an expectation in an HTTP/1.0 request?",
        requirement: &SRV_003,
    },
    Row {
        name: "unknown-expectation",
        question: "How is an expectation other than 100-continue answered?",
        requirement: &SRV_008,
    },
    Row {
        name: "unknown-beside-continue",
        question: "How is 100-continue answered beside another expectation?",
        requirement: &GRM_008,
    },
    Row {
        name: "near-miss-expectation",
        question: "How is 100-continue with a value or parameters answered?",
        requirement: &GRM_018,
    },
    Row {
        name: "empty-expectation",
        question: "How is an Expect field without members answered?",
        requirement: &GRM_022,
    },
    Row { name: "expectation-failed", question: "When is 417 sent?", requirement: &SRV_009 },
    Row {
        name: "line-folding",
        question: "How is a folded Expect field answered?",
        requirement: &GRM_013,
    },
    Row {
        name: "lone-line-feed",
        question: "How is a head with LF line ends answered?",
        requirement: &GRM_024,
    },
    Row {
        name: "length-and-transfer-encoding",
        question: "How is a request with both Content-Length and Transfer-Encoding answered?",
        requirement: &FRM_005,
    },
    Row {
        name: "connection-after-early-final",
        question: "What does a final response before the content say about the connection?",
        requirement: &SRV_007,
    },
    Row {
        name: "unwanted-content",
        question: "What becomes of content that comes after the final response?",
        requirement: &CON_001,
    },
    Row {
        name: "date-in-interim",
        question: "Do interim responses carry Date?",
        requirement: &IR_004,
    },
    Row {
        name: "content-without-answer",
        question: "When does content come that nothing has asked for yet?",
        requirement: &CLI_003,
    },
    Row {
        name: "waiting-for-continue",
        question: "What becomes of a request whose expectation is never answered?",
        requirement: &CLI_004,
    },
    Row {
        name: "request-after-417",
        question: "What becomes of a request after a 417?",
        requirement: &CLI_005,
    },
    Row {
        name: "connection-after-417",
        question: "On which connection is a request repeated after a 417?",
        requirement: &CLI_006,
    },
    Row {
        name: "repeats-after-417",
        question: "How often is a request repeated after 417s?",
        requirement: &CLI_007,
    },
    Row {
        name: "content-after-early-final",
        question: "What becomes of the content after an early final response?",
        requirement: &CLI_014,
    },
    Row {
        name: "reuse-after-early-final",
        question: "What becomes of the connection after an early final response?",
        requirement: &CLI_020,
    },
    Row {
        name: "expectation-after-redirect",
        question: "Does a redirected request expect again?",
        requirement: &RED_002,
    },
    Row { name: "framing", question: "How is content delimited?", requirement: &CLI_027 },
    Row {
        name: "request-version",
        question: "Which version do requests have?",
        requirement: &CLI_032,
    },
];

/// What the marks tell about intermediaries.
pub(super) static INTERMEDIARY_ROWS: &[Row] = &[
    Row {
        name: "next-hop-of-http-1.0",
        question: "What becomes of an expectation toward a next hop that may speak HTTP/1.0?",
        requirement: &PRX_003,
    },
    Row {
        name: "nominated-fields",
        question: "What becomes of fields that the Connection field names?",
        requirement: &PRX_009,
    },
    Row {
        name: "fields-of-the-connection",
        question: "What becomes of Keep-Alive, Proxy-Connection, TE and Upgrade?",
        requirement: &PRX_029,
    },
    Row {
        name: "second-attempts",
        question: "When is a request with effects sent toward the origin server again?",
        requirement: &PRX_018,
    },
    Row {
        name: "inbound-connection-after-early-final",
        question: "What becomes of the inbound connection when content was still to come?",
        requirement: &PRX_021,
    },
];
