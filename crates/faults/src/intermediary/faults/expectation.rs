//! The `Expect` field on its way: nominated, reordered, with members that nobody knows.

use expectspec_message::octet::list_members;
use expectspec_requirements::{PRX_009, PRX_011, PRX_017, PRX_028, Profile, Verdict};

use super::{always, to_origin};
use crate::Edit;
use crate::edit::edited_head;
use crate::intermediary::rule::Deviation::{Edits, Rewrites};
use crate::intermediary::{Fault, Moment, Script};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "forwards-nominated-fields",
        breaks: &[&PRX_009],
        what: "Forwards the fields that the Connection field of the client names.",
        script: Script::gateway(&[to_origin(nominates, Rewrites(with_nominated))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-a-nominated-expectation",
        breaks: &[&PRX_009],
        what: "As a proxy forwards Expect, although the Connection field of the client names it.",
        script: Script::proxy(&[to_origin(
            |it| it.request.has_member("connection", "expect"),
            Rewrites(with_nominated),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "forwards-an-unknown-expectation",
        breaks: &[&PRX_011],
        what: "As a proxy of RFC 2616 forwards an expectation that it does not know.",
        profile: Profile::Rfc2616,
        script: Script::proxy(&[]),
        ..Fault::PLAIN
    },
    Fault {
        name: "reverses-the-expectations",
        breaks: &[&PRX_017],
        what: "Forwards the members of Expect in the reverse order.",
        script: Script::proxy(&[to_origin(has_many, Rewrites(reversed))]),
        ..Fault::PLAIN
    },
    Fault {
        name: "sorts-the-expect-lines",
        breaks: &[&PRX_017],
        what: "Forwards several Expect lines as one, with the last line first.",
        script: Script::proxy(&[to_origin(
            |it| it.request.lines("expect") > 1,
            Rewrites(last_line_first),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "drops-unknown-expectations",
        breaks: &[&PRX_028],
        what: "Forwards no expectation but 100-continue.",
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script::proxy(&[to_origin(
            |it| it.request.expectations().others > 0,
            Rewrites(with_continue_alone),
        )]),
        ..Fault::PLAIN
    },
    Fault {
        name: "drops-all-expectations",
        breaks: &[&PRX_028],
        what: "As a gateway forwards no Expect field at all.",
        verdict: Verdict::Discouraged,
        profile: Profile::Strict,
        script: Script::gateway(&[to_origin(always, Edits(&[Edit::Without("expect")]))]),
        ..Fault::PLAIN
    },
];

fn nominates(moment: &Moment<'_>) -> bool {
    moment.request.has("connection")
}

/// The head with the lines of the client's that `Connection` names.
fn with_nominated(moment: &Moment<'_>) -> Vec<u8> {
    let request = &moment.request;
    let mut octets = moment.message.octets.to_vec();
    octets.truncate(octets.len() - 2);
    for line in &request.head.fields {
        let name = line.name.of(request.octets);
        if request.head.has_member(request.octets, b"connection", name) {
            let value = line.value.of(request.octets);
            octets.extend_from_slice(&[name, b": ", value, b"\r\n"].concat());
        }
    }
    octets.extend_from_slice(b"\r\n");
    octets
}

/// The members of all `Expect` lines of the client.
fn members<'a>(moment: &Moment<'a>) -> Vec<&'a [u8]> {
    moment.request.expects().flat_map(list_members).collect()
}

fn has_many(moment: &Moment<'_>) -> bool {
    members(moment).len() > 1 && moment.message.has("expect")
}

/// The head with one `Expect` line that has these members.
fn with_members(moment: &Moment<'_>, members: &[&[u8]]) -> Vec<u8> {
    let mut octets = edited_head(&[Edit::Without("expect")], moment.message.octets);
    if !members.is_empty() {
        octets.truncate(octets.len() - 2);
        let value = members.join(&b", "[..]);
        octets.extend_from_slice(&[b"Expect: ", &value[..], b"\r\n\r\n"].concat());
    }
    octets
}

fn reversed(moment: &Moment<'_>) -> Vec<u8> {
    let mut members = members(moment);
    members.reverse();
    with_members(moment, &members)
}

fn last_line_first(moment: &Moment<'_>) -> Vec<u8> {
    let mut lines: Vec<_> = moment.request.expects().collect();
    lines.reverse();
    with_members(moment, &lines)
}

fn with_continue_alone(moment: &Moment<'_>) -> Vec<u8> {
    let mut members = members(moment);
    members.retain(|member| member.eq_ignore_ascii_case(b"100-continue"));
    with_members(moment, &members)
}
