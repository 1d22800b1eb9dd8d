//! Final responses that come before the content, mishandled.

use expectspec_engine::client::Policy;
use expectspec_judge::Said;
use expectspec_requirements::{
    CLI_013, CLI_015, CLI_016, CLI_020, CLI_035, O16_008, Profile, Verdict,
};

use super::{BREAKS_OFF, FALLS_SILENT, always, finishing_much, has_final, is_early, patient};
use crate::Edit;
use crate::client::rule::Deviation::{Content, Does, End, Reads};
use crate::client::rule::{OnContent, OnEnd, Reaction};
use crate::client::{Fault, Moment, Rule, Script, Sent};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "hangs-on-an-early-final",
        breaks: &[&CLI_013],
        what: "Waits for a 100 (Continue), and hangs when a final response comes instead.",
        imitates: Some("https://github.com/openjdk/jdk/pull/9093"),
        script: Script::with(&[Rule { when: is_early, then: FALLS_SILENT }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "chokes-on-an-early-final",
        breaks: &[&CLI_013],
        what: "Fails when a final response comes instead of a 100 (Continue).",
        imitates: Some("https://github.com/openjdk/jdk/pull/15483"),
        script: Script::with(&[Rule { when: is_withheld, then: BREAKS_OFF }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "drops-an-early-final",
        breaks: &[&CLI_013],
        what: "Drops a final response that comes before the content, and awaits another.",
        imitates: Some("https://github.com/libwww-perl/libwww-perl/issues/63"),
        script: Script {
            policy: patient,
            rules: &[Rule { when: is_early, then: Does(Reaction::Overlooks) }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "success-of-an-early-refusal",
        breaks: &[&CLI_013],
        what: "Says 299 whatever came instead of a 100 (Continue).",
        verdict: Verdict::Discouraged,
        script: Script::with(&[Rule {
            when: is_withheld,
            then: Does(Reaction::Says(Said::Status(299))),
        }]),
        ..Fault::PLAIN
    },
    Fault {
        name: "next-request-in-place-of-content",
        breaks: &[&CLI_020],
        what: "Sends no content after an early final response, and uses the connection again.",
        imitates: Some("https://github.com/golang/go/issues/67555"),
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule { when: has_final, then: Content(OnContent::Never) }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "next-request-in-place-of-refused-content",
        breaks: &[&CLI_020],
        what: "Sends no content after 413, and uses the connection again.",
        imitates: Some("https://github.com/dotnet/corefx/issues/24778"),
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule {
                when: |moment| moment.final_code == Some(413),
                then: Content(OnContent::Never),
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "next-request-in-place-of-unauthorized-content",
        breaks: &[&CLI_020],
        what: "Sends no content after 401, and uses the connection again.",
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule {
                when: |moment| moment.final_code == Some(401),
                then: Content(OnContent::Never),
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "next-request-in-place-of-wanted-content",
        breaks: &[&CLI_020],
        what: "Sends no content after an early 2xx, and uses the connection again.",
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule {
                when: |moment| moment.final_code.is_some_and(|code| code < 300),
                then: Content(OnContent::Never),
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "next-request-within-content",
        breaks: &[&CLI_020],
        what: "Stops sending on a final response within the content, and uses the connection again.",
        imitates: Some("https://github.com/curl/curl/issues/11678"),
        script: Script {
            policy: finishing_much,
            rules: &[Rule {
                when: |it| it.has_final() && it.sent == Sent::SomeContent,
                then: Content(OnContent::Never),
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "chunks-left-open",
        breaks: &[&CLI_020],
        what: "Sends no last chunk after an early final response, and uses the connection again.",
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule {
                when: |moment| moment.has_final() && moment.request.is_chunked(),
                then: Content(OnContent::Never),
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "one-octet-short-after-an-early-final",
        breaks: &[&CLI_020],
        what: "Sends all but the last octet after an early final response.",
        script: Script {
            policy: Policy::finishing,
            rules: &[Rule { when: has_final, then: Content(OnContent::Short(1)) }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "pushes-on-after-a-closing-refusal",
        breaks: &[&CLI_015],
        what: "Sends all content although the server has refused it and is closing.",
        verdict: Verdict::Discouraged,
        script: Script {
            policy: finishing_much,
            rules: &[
                Rule { when: is_early, then: Reads(&[Edit::Without("connection")]) },
                Rule { when: always, then: Content(OnContent::Slowly(100)) },
                Rule { when: is_sending, then: End(OnEnd::Ignores) },
            ],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "pushes-on-after-a-refusal",
        breaks: &[&O16_008],
        what: "Sends all content although the server has refused it, which RFC 2616 advises against.",
        verdict: Verdict::Discouraged,
        profile: Profile::Rfc2616,
        script: Script {
            policy: finishing_much,
            rules: &[
                Rule { when: always, then: Content(OnContent::Slowly(100)) },
                Rule { when: is_sending, then: End(OnEnd::Ignores) },
            ],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "hears-nothing-while-sending",
        breaks: &[&CLI_016],
        what: "Reads nothing while it sends, and so misses what came by then.",
        verdict: Verdict::Discouraged,
        script: Script {
            policy: much_and_patient,
            rules: &[
                Rule {
                    when: |it| it.is_early() && it.sent == Sent::SomeContent,
                    then: Does(Reaction::Overlooks),
                },
                Rule { when: is_sending, then: End(OnEnd::Ignores) },
            ],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
    Fault {
        name: "content-begins-anew-after-an-early-final",
        breaks: &[&CLI_035],
        what: "Begins the content anew when a final response comes within it.",
        script: Script {
            policy: finishing_much,
            rules: &[Rule {
                when: |it| it.is_early() && it.sent == Sent::SomeContent,
                then: Does(Reaction::Resends),
            }],
            ..Script::PLAIN
        },
        ..Fault::PLAIN
    },
];

fn is_sending(moment: &Moment<'_>) -> bool {
    moment.sent == Sent::SomeContent
}

fn much_and_patient() -> Policy {
    Policy { timers: patient().timers, ..finishing_much() }
}

/// Whether the response at hand is final, and content is withheld.
fn is_withheld(moment: &Moment<'_>) -> bool {
    moment.is_early() && moment.sent == Sent::Head
}
