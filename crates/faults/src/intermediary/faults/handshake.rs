//! The head of a request and its expectation: who answers, and when it goes on.

use expectspec_engine::intermediary::Policy;
use expectspec_requirements::{
    FRM_002, GRM_025, PRX_001, PRX_002, PRX_003, PRX_006, PRX_007, PRX_010, PRX_012, PRX_019,
    PRX_027, Profile, SRV_005, Verdict,
};

use super::{
    CONTINUE, always, answering_proxy, expects, from_client, from_origin, silent_gateway,
    to_client, to_origin,
};
use crate::Edit;
use crate::intermediary::rule::Deviation::{Answers, Drops, Edits, Holds, HoldsContent, Says};
use crate::intermediary::{Fault, Moment, Script, Until};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "invites-and-buffers-the-head",
        breaks: &[&PRX_002],
        what: "Sends a 100 (Continue) itself, and forwards the head with the content.",
        script: Script::of(answering_proxy, &[to_origin(expects, Holds(Until::RequestEnd))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "buffers-the-head-in-silence",
        breaks: &[&PRX_001],
        what: "Forwards the head when it has all the content, for which the client has no reason.",
        script: Script::proxy(&[to_origin(expects, Holds(Until::RequestEnd))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-nothing-and-says-nothing",
        breaks: &[&PRX_001],
        what: "Does nothing about a request with a 100-continue expectation.",
        script: Script::proxy(&[from_client(expects, Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "gateway-buffers-the-head-in-silence",
        breaks: &[&PRX_007],
        what: "As a gateway neither answers an expectation nor forwards it without the content.",
        verdict: Verdict::Discouraged,
        script: Script::of(silent_gateway, &[to_origin(expects, Holds(Until::RequestEnd))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "gateway-strips-in-silence",
        breaks: &[&PRX_007],
        what: "As a gateway removes the expectation and sends no 100 (Continue) itself.",
        verdict: Verdict::Discouraged,
        script: Script::of(silent_gateway, &[to_origin(expects, Edits(&[WITHOUT_EXPECT]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "gateway-swallows-the-100",
        breaks: &[&PRX_007],
        what: "As a gateway neither relays the 100 (Continue) of the origin server nor sends one.",
        verdict: Verdict::Discouraged,
        script: Script::of(silent_gateway, &[to_client(|it| it.is_code(100), Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "strips-the-expectation-in-silence",
        breaks: &[&PRX_010],
        what: "As a proxy removes the expectation and leaves the client without an answer.",
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script::proxy(&[to_origin(expects, Edits(&[WITHOUT_EXPECT]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "strips-and-answers",
        breaks: &[&PRX_010],
        what: "As a proxy of RFC 2616 removes the expectation and answers it.",
        profile: Profile::Rfc2616,
        script: Script::of(answering_proxy, &[to_origin(expects, Edits(&[WITHOUT_EXPECT]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "waits-for-the-100-for-ever",
        breaks: &[&PRX_019],
        what: "Forwards no content before the origin server sends a 100 (Continue).",
        script: Script::proxy(&[to_origin(expects, HoldsContent(Until::Invited))]),
        verdict: Verdict::Discouraged,
        ..Fault::PLAIN
    },
    Fault {
        name: "gateway-waits-for-the-100-for-ever",
        breaks: &[&PRX_019],
        what: "As a gateway that answers expectations itself, waits for the origin server's answer \
               to the one it forwarded.",
        script: Script::of(Policy::answering, &[to_origin(expects, HoldsContent(Until::Invited))]),
        verdict: Verdict::Discouraged,
        ..Fault::PLAIN
    },
    Fault {
        name: "continues-for-http-10",
        breaks: &[&PRX_012, &PRX_003],
        what: "As a proxy of RFC 2616 sends a 100 (Continue) in the place of an HTTP/1.0 server.",
        profile: Profile::Rfc2616,
        script: Script::proxy(&[]),
        ..Fault::PLAIN
    },
    Fault {
        name: "expects-of-http-10",
        breaks: &[&PRX_012],
        what: "As a proxy of RFC 2616 forwards an expectation to a server known to be HTTP/1.0.",
        profile: Profile::Rfc2616,
        script: Script::proxy(&[from_origin(always, Edits(&[HTTP_11]))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continues-an-http-10-client",
        breaks: &[&PRX_006],
        what: "Sends a 100 (Continue) for the expectation in an HTTP/1.0 request.",
        script: Script::gateway(&[from_client(is_old_and_expects, Says(CONTINUE))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "fails-the-expectation-of-an-http-10-client",
        breaks: &[&PRX_006],
        what: "Answers the expectation in an HTTP/1.0 request with 417 (Expectation Failed).",
        script: Script::proxy(&[from_client(
            is_old_and_expects,
            Answers(
                b"HTTP/1.1 417 Expectation Failed\r\nConnection: close\r\n\
                  Content-Length: 0\r\n\r\n",
            ),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "asks-for-a-100-and-does-not-hear-it",
        breaks: &[&PRX_027],
        what: "States an expectation of its own, and keeps the content for ever.",
        script: Script::of(
            Policy::proxy_expecting,
            &[to_origin(is_its_own, HoldsContent(Until::Never))],
        ),
        ..Fault::PLAIN
    },
    Fault {
        name: "waits-for-content-that-is-not-announced",
        breaks: &[&FRM_002],
        what: "Relays nothing to a request with an expectation and without content.",
        script: Script::gateway(&[to_client(
            |it| !it.request.has_content() && it.request.expectations().has_continue(),
            Drops,
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "waits-for-content-that-is-at-hand",
        breaks: &[&SRV_005],
        what: "Relays nothing to a request with an expectation whose content came with its head.",
        script: Script::proxy(&[to_client(|it| it.expects() && it.request.followed, Drops)]),
        ..Fault::PLAIN
    },
    Fault {
        name: "continues-before-the-end-of-the-head",
        breaks: &[&GRM_025],
        what: "Sends a 100 (Continue) as soon as it has read the Expect line.",
        verdict: Verdict::Discouraged,
        script: Script { within_head: CONTINUE, ..Script::gateway(&[]) },
        ..Fault::PLAIN
    },
];

const WITHOUT_EXPECT: Edit = Edit::Without("expect");
const HTTP_11: Edit = Edit::InStartLine("HTTP/1.0", "HTTP/1.1");

fn is_old_and_expects(moment: &Moment<'_>) -> bool {
    moment.request.is_http_10() && moment.request.expectations().has_continue()
}

fn is_its_own(moment: &Moment<'_>) -> bool {
    moment.message.has("expect") && !moment.request.has("expect")
}
