//! Expectations that should not be, or not be so.

use expectspec_requirements::{
    CLI_001, CLI_032, GRM_001, GRM_005, GRM_012, GRM_019, MTH_001, O16_006, Profile, Verdict,
};

use super::expects;
use crate::Edit;
use crate::client::rule::Deviation::{self, Sends};
use crate::client::{Fault, Moment, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "expectation-with-get",
        breaks: &[&CLI_001],
        what: "Expects a 100 (Continue) with every GET.",
        script: Script::with(&[Rule { when: |moment| is_method(moment, b"GET"), then: EXPECTS }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-with-no-octets",
        breaks: &[&CLI_001],
        what: "Expects a 100 (Continue) with content of no octets.",
        imitates: Some("https://github.com/boto/botocore/issues/3124"),
        script: Script::with(&[Rule { when: has_length_zero, then: EXPECTS }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-with-delete",
        breaks: &[&CLI_001],
        what: "Expects a 100 (Continue) with every method that is not safe.",
        script: Script::with(&[Rule {
            when: |moment| is_method(moment, b"DELETE") && !moment.request.has_content(),
            then: EXPECTS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-where-no-content-is",
        breaks: &[&O16_006],
        what: "Expects a 100 (Continue) with every request.",
        profile: Profile::Rfc2616,
        script: Script::with(&[Rule {
            when: |moment| !moment.request.has_content(),
            then: EXPECTS,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-with-connect",
        breaks: &[&MTH_001, &CLI_001],
        what: "Expects a 100 (Continue) with CONNECT.",
        script: Script::with(&[Rule { when: |it| is_method(it, b"CONNECT"), then: EXPECTS }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-in-http-10",
        breaks: &[&CLI_032],
        what: "Expects a 100 (Continue) in HTTP/1.0, and waits for it.",
        imitates: Some("https://github.com/dotnet/corefx/issues/26769"),
        profile: Profile::Strict,
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::InStartLine("HTTP/1.1", "HTTP/1.0")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expectation-in-http-10-without-waiting",
        breaks: &[&CLI_032],
        what: "Expects a 100 (Continue) in HTTP/1.0, and does not wait for it.",
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script {
            policy: expectspec_engine::client::Policy::impatient,
            rules: &[Rule {
                when: expects,
                then: Sends(&[Edit::InStartLine("HTTP/1.1", "HTTP/1.0")]),
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "two-words-for-an-expectation",
        breaks: &[&GRM_001],
        what: "Writes a second expectation that is no token.",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Set("Expect", "100-continue, 100 continue")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "quoted-expectation",
        breaks: &[&GRM_001],
        what: "Writes a quoted string where a token must be.",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Set("Expect", "100-continue, \"100-continue\"")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "spaced-equals-sign",
        breaks: &[&GRM_019],
        what: "Writes whitespace around the equals sign of a second expectation.",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Set("Expect", "100-continue, speed = fast")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "empty-member",
        breaks: &[&GRM_005],
        what: "Ends the list of expectations with a comma.",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Set("Expect", "100-continue,")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "empty-member-first",
        breaks: &[&GRM_005],
        what: "Begins the list of expectations with a comma.",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Set("Expect", ", 100-continue")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "folded-expectation",
        breaks: &[&GRM_012],
        what: "Writes the expectation on a line of its own, behind the field name.",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Set("Expect", "\r\n 100-continue")]),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "folded-agent",
        breaks: &[&GRM_012],
        what: "Folds another field.",
        script: Script::with(&[Rule {
            when: expects,
            then: Sends(&[Edit::Add("User-Agent: curl/8.0\r\n\t(compatible)\r\n")]),
        }]),
        ..Fault::PLAIN
    },
];

const EXPECTS: Deviation = Sends(&[Edit::Add("Expect: 100-continue\r\n")]);

fn is_method(moment: &Moment<'_>, method: &[u8]) -> bool {
    moment.request.method() == method
}

fn has_length_zero(moment: &Moment<'_>) -> bool {
    moment.request.length() == Some(0)
}
