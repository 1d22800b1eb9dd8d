//! Ways to read requests that are odd and legal.

use expectspec_engine::origin_server::{
    Irregularity, MinorVersion, Policy, RepeatedLength, UnknownMethod,
};

use crate::{Control, Grade, Script};

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "folded-lines-replaced",
        what: "Reads an obs-fold as SP, a bare CR and NUL as SP, and LF as a line end.",
        why_legal: "RFC 9112 §5.2 and §2.2 and RFC 9110 §5.5 allow each.",
        script: Script { policy: Policy::lenient, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "line-feeds-accepted",
        what: "Takes LF alone for a line end.",
        why_legal: "A recipient may (RFC 9112 §2.2).",
        script: Script {
            policy: || Policy { lone_lf: Irregularity::Accept, ..Policy::default() },
            rules: &[],
        },
        ..Control::PLAIN
    },
    Control {
        name: "malformed-expectations-a-bad-request",
        what: "Answers 400 to malformed and to empty Expect fields.",
        why_legal: "Nobody has to recover an invalid construct (RFC 9110 §2.4).",
        grade: Grade::Discouraged,
        script: Script { policy: Policy::bad_request, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "malformed-expectations-recovered",
        what: "Reads 100-continue out of malformed expectations.",
        why_legal: "A recipient may recover a usable element (RFC 9110 §2.4), if it is a loose \
                    match.",
        grade: Grade::Discouraged,
        script: Script { policy: Policy::recovering, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "ambiguous-framing-read-and-closed",
        what: "Reads chunked content that has a Content-Length too, and closes behind the \
               response.",
        why_legal: "RFC 9112 §6.1 allows that, if the connection is closed.",
        reported: Some("https://github.com/minio/minio/issues/7266"),
        script: Script { policy: Policy::lenient, rules: &[] },
        ..Control::PLAIN
    },
    Control {
        name: "repeated-length-refused",
        what: "Refuses a Content-Length that says one number twice.",
        why_legal: "RFC 9110 §8.6 lets a recipient refuse it.",
        script: Script {
            policy: || Policy { repeated_length: RepeatedLength::Refuse, ..Policy::default() },
            rules: &[],
        },
        ..Control::PLAIN
    },
    Control {
        name: "later-minor-versions-refused",
        what: "Refuses HTTP/1.2 with 505.",
        why_legal: "That it be read as HTTP/1.1 is a SHOULD (RFC 9110 §6.2).",
        grade: Grade::Discouraged,
        script: Script {
            policy: || Policy { minor_version: MinorVersion::Refuse, ..Policy::default() },
            rules: &[],
        },
        ..Control::PLAIN
    },
    Control {
        name: "unknown-methods-left-to-the-application",
        what: "Answers 405 to methods that it does not know.",
        why_legal: "501 is for methods that are too long to be known (RFC 9112 §3).",
        grade: Grade::Discouraged,
        script: Script {
            policy: || Policy { unknown_method: UnknownMethod::Accept, ..Policy::default() },
            rules: &[],
        },
        ..Control::PLAIN
    },
];
