//! Connections used when they should not be, or not as they should.

use core::time::Duration;

use expectspec_engine::client::Policy;
use expectspec_requirements::{
    CLI_022, CLI_033, CON_008, CON_009, FRM_006, PIP_004, PIP_005, PIP_007, UPG_006, Verdict,
};

use super::{always, is_early, is_final};
use crate::Edit;
use crate::client::rule::Deviation::{self, Content, Extra, Presumes, Reads, Sends};
use crate::client::rule::{At, OnContent, OnExtra};
use crate::client::{Fault, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "goes-on-after-a-servers-close",
        breaks: &[&CLI_033],
        what: "Sends further requests on a connection on which the server has said `close`.",
        script: Script::with(&[Rule { when: is_final, then: HEARS_NO_CLOSE }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "goes-on-after-the-close-of-a-refusal",
        breaks: &[&CLI_033],
        what: "Sends the content after a final response that said `close`, and goes on.",
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule { when: is_early, then: HEARS_NO_CLOSE }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "close-in-capitals-overlooked",
        breaks: &[&CLI_033],
        what: "Knows the close connection option in small letters only.",
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule {
                when: |it| {
                    it.answers(|it| {
                        it.has("connection") && !it.octets.windows(5).any(|it| it == b"close")
                    })
                },
                then: HEARS_NO_CLOSE,
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "goes-on-after-its-own-close",
        breaks: &[&CON_008],
        what: "Says `close` in a request and sends another on the same connection.",
        script: Script::with(&[
            Rule { when: always, then: Sends(&[Edit::Add("Connection: close\r\n")]) },
            Rule { when: is_final, then: HEARS_NO_CLOSE },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "unread-content-left",
        breaks: &[&CON_009],
        what: "Leaves the content of a response unread, and finds it before the next response.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[
            Rule {
                when: is_final,
                then: Reads(&[
                    Edit::Without("transfer-encoding"),
                    Edit::Set("Content-Length", "0"),
                ]),
            },
            Rule { when: always, then: Extra(OnExtra::Keeps) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "goes-on-after-garbage",
        breaks: &[&CLI_022],
        what: "Drops octets that answer no request, and uses the connection again.",
        verdict: Verdict::Discouraged,
        script: Script { rules: &[Rule { when: always, then: Extra(OnExtra::Drops) }], ..RESTING },
        ..Fault::PLAIN
    },
    Fault {
        name: "answers-one-request-late",
        breaks: &[&CLI_022],
        what: "Takes a response that answers no request for the answer to the next.",
        imitates: Some("https://github.com/boto/botocore/issues/3755"),
        script: Script { rules: &[Rule { when: always, then: Extra(OnExtra::Keeps) }], ..RESTING },
        ..Fault::PLAIN
    },
    Fault {
        name: "pipelines-behind-uploads",
        breaks: &[&PIP_004],
        what: "Sends the next request before the upload is answered.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[
            Rule { when: always, then: Sends(&[Edit::InStartLine("PUT", "POST")]) },
            Rule {
                when: |moment| moment.before == 0 && moment.request.has_content(),
                then: Presumes(At::RequestEnd),
            },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "pipelines-and-guesses",
        breaks: &[&PIP_007],
        what: "Sends the next request before the answer, and tells its user of one that never came.",
        script: Script::with(&[Rule {
            when: |moment| moment.before == 0,
            then: Presumes(At::RequestEnd),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "pipelines-in-place-of-content",
        breaks: &[&PIP_005],
        what: "Sends the next request while content is withheld.",
        script: Script::with(&[
            Rule { when: |it| it.before == 0 && it.expects(), then: Presumes(At::Head) },
            Rule { when: |it| it.before == 0, then: Content(OnContent::Never) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "pipelines-in-place-of-an-octet",
        breaks: &[&PIP_005],
        what: "Sends the next request one octet too early.",
        script: Script::with(&[
            Rule { when: |it| it.before == 0, then: Content(OnContent::Short(1)) },
            Rule { when: |it| it.before == 0, then: Presumes(At::RequestEnd) },
        ]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chunks-of-http-10-trusted",
        breaks: &[&FRM_006],
        what: "Reads a chunked response of HTTP/1.0 and uses the connection again.",
        script: Script::with(&[Rule {
            when: is_final,
            then: Reads(&[Edit::InStartLine("HTTP/1.0", "HTTP/1.1")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "upgrade-without-option",
        breaks: &[&UPG_006],
        what: "Offers another protocol without the connection option.",
        script: Script::with(&[Rule {
            when: always,
            then: Sends(&[Edit::Add("Upgrade: demo\r\n")]),
        }]),
        ..Fault::PLAIN
    },
];

/// The reference, which rests for a while between two requests.
const RESTING: Script = Script { pause: Duration::from_secs(2), ..Script::PLAIN };

const HEARS_NO_CLOSE: Deviation = Reads(&[Edit::Without("connection")]);
