//! Interim responses, misread.

use expectspec_message::AnomalyKind;
use expectspec_requirements::{
    CLI_008, CLI_011, CLI_012, CLI_023, CLI_033, GRM_014, UPG_003, Verdict,
};

use super::{BREAKS_OFF, FALLS_SILENT};
use crate::Edit;
use crate::client::rule::Deviation::{self, Does, Reads, Sends};
use crate::client::rule::Reaction;
use crate::client::{Fault, Moment, Rule, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "takes-100-for-the-final",
        breaks: &[&CLI_008],
        what: "Delivers the 100 (Continue) as the response.",
        imitates: Some("https://github.com/actix/actix-web/issues/1775"),
        script: Script::with(&[Rule { when: |it| it.is_code(100), then: TAKES_FOR_FINAL }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "takes-an-unasked-100-for-the-final",
        breaks: &[&CLI_011],
        what: "Delivers a 100 (Continue) that it did not ask for as the response.",
        imitates: Some("https://github.com/http4s/http4s-curl/issues/72"),
        script: Script::with(&[Rule { when: is_unasked, then: TAKES_FOR_FINAL }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chokes-on-an-unasked-100",
        breaks: &[&CLI_011],
        what: "Fails when a 100 (Continue) comes that it did not ask for.",
        imitates: Some("https://github.com/algesten/ureq-proto/pull/29"),
        script: Script::with(&[Rule { when: is_unasked, then: BREAKS_OFF }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "takes-102-for-the-final",
        breaks: &[&CLI_008],
        what: "Delivers 102 (Processing) as the response.",
        imitates: Some("https://github.com/line/armeria/pull/2210"),
        script: Script::with(&[Rule { when: |it| it.is_code(102), then: TAKES_FOR_FINAL }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "takes-103-for-the-final",
        breaks: &[&CLI_008],
        what: "Delivers 103 (Early Hints) as the response.",
        imitates: Some("https://github.com/benoitc/hackney/issues/695"),
        script: Script::with(&[Rule { when: |it| it.is_code(103), then: TAKES_FOR_FINAL }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "takes-199-for-the-final",
        breaks: &[&CLI_012],
        what: "Delivers an interim response that it does not know as the response.",
        script: Script::with(&[Rule {
            when: |moment| moment.is_interim() && moment.answers(|it| it.code > 103),
            then: TAKES_FOR_FINAL,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "knows-listed-codes-only",
        breaks: &[&CLI_012],
        what: "Fails when the final response has a status code that it does not know.",
        script: Script::with(&[Rule {
            when: |moment| moment.answers(|it| matches!(it.code, 299 | 499 | 599)),
            then: BREAKS_OFF,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chokes-on-the-second-interim",
        breaks: &[&CLI_008],
        what: "Fails when a second interim response comes.",
        imitates: Some("https://github.com/trillium-rs/trillium/pull/439"),
        script: Script::with(&[Rule {
            when: |moment| moment.is_interim() && moment.answers(|it| it.interims > 0),
            then: BREAKS_OFF,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "takes-the-second-100-for-the-final",
        breaks: &[&CLI_008],
        what: "Delivers the second 100 (Continue) as the response.",
        imitates: Some("https://github.com/golang/go/issues/80687"),
        script: Script::with(&[Rule {
            when: |moment| moment.is_code(100) && moment.answers(|it| it.interims > 0),
            then: TAKES_FOR_FINAL,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chokes-on-fields-in-a-100",
        breaks: &[&CLI_008],
        what: "Fails when the 100 (Continue) has fields.",
        imitates: Some("https://github.com/tcdent/php-restclient/issues/38"),
        script: Script::with(&[Rule {
            when: |it| it.is_code(100) && it.answers(|it| !it.head.fields.is_empty()),
            then: BREAKS_OFF,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "closes-behind-the-100",
        breaks: &[&CLI_008],
        what: "Ends the connection on a 100 (Continue) instead of reading on.",
        imitates: Some("https://github.com/geventhttpclient/geventhttpclient/issues/26"),
        script: Script::with(&[Rule { when: |it| it.is_code(100), then: BREAKS_OFF }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "hangs-behind-103",
        breaks: &[&CLI_008],
        what: "Reads nothing more once 103 (Early Hints) has come.",
        imitates: Some("https://github.com/snoyberg/http-client/issues/521"),
        script: Script::with(&[Rule { when: |it| it.is_code(103), then: FALLS_SILENT }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-of-a-100-by-length",
        breaks: &[&CLI_023],
        what: "Reads content where a 100 (Continue) has a Content-Length.",
        script: Script::with(&[Rule {
            when: |moment| moment.is_interim() && moment.answers(|it| it.has("content-length")),
            then: Does(Reaction::ReadsContent),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "content-of-a-100-in-chunks",
        breaks: &[&CLI_023],
        what: "Reads chunks where a 100 (Continue) announces them.",
        script: Script::with(&[Rule {
            when: |moment| moment.is_interim() && moment.answers(|it| it.has("transfer-encoding")),
            then: Does(Reaction::ReadsContent),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "ends-with-the-close-of-a-100",
        breaks: &[&CLI_033],
        what: "Closes the connection behind an interim response that says `close`.",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: |it| it.is_interim() && it.answers(|it| it.has_member("connection", "close")),
            then: BREAKS_OFF,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chokes-on-folded-fields",
        breaks: &[&GRM_014],
        what: "Fails when a field line is folded.",
        script: Script::with(&[Rule {
            when: |it| it.answers(|it| it.has_anomaly(AnomalyKind::ObsFold)),
            then: BREAKS_OFF,
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "switches-in-place-of-content",
        breaks: &[&UPG_003],
        what: "Offers another protocol, and speaks it as soon as a 101 (Switching Protocols) comes.",
        script: Script::with(&[
            Rule {
                when: |_| true,
                then: Sends(&[Edit::Add("Upgrade: demo\r\nConnection: upgrade\r\n")]),
            },
            Rule { when: |it| it.is_code(101), then: Does(Reaction::Switches(b"hello\n")) },
        ]),
        ..Fault::PLAIN
    },
];

const TAKES_FOR_FINAL: Deviation = Reads(&[
    Edit::StartLine("HTTP/1.1 200 OK\r\n"),
    Edit::Without("transfer-encoding"),
    Edit::Set("Content-Length", "0"),
]);

fn is_unasked(moment: &Moment<'_>) -> bool {
    moment.is_code(100) && !moment.expects()
}
