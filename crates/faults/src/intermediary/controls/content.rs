//! Content on its way, delimited otherwise.

use super::Control;
use crate::Edit;
use crate::intermediary::rule::Deviation::{Content, Edits};
use crate::intermediary::{Moment, OnContent, Rule, Script, Way};

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "cuts-chunks-anew",
        what: "Forwards chunked content with a chunk for each octet.",
        why_legal: "Chunks are a matter of each connection (RFC 9112 §7.1).",
        script: Script::gateway(&[Rule {
            on: Way::ToOrigin,
            when: is_chunked,
            then: Content(OnContent::Chunked),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "makes-chunks-of-a-length",
        what: "Forwards content that has a length in chunks.",
        why_legal: "How content is delimited is a matter of each connection (RFC 9112 §6).",
        script: Script::proxy(&[
            Rule {
                on: Way::ToOrigin,
                when: has_length,
                then: Edits(&[
                    Edit::Without("content-length"),
                    Edit::Set("Transfer-Encoding", "chunked"),
                ]),
            },
            Rule { on: Way::ToOrigin, when: has_length, then: Content(OnContent::Chunked) },
        ]),
        ..Control::PLAIN
    },
    Control {
        name: "drops-trailers",
        what: "Forwards no trailer section.",
        why_legal: "An intermediary may discard trailer fields (RFC 9110 §6.5.1).",
        script: Script::gateway(&[Rule {
            on: Way::ToOrigin,
            when: is_chunked,
            then: Content(OnContent::LastChunk(b"0\r\n\r\n")),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "extends-the-last-chunk",
        what: "Adds a chunk extension to the last chunk.",
        why_legal: "A recipient ignores extensions that it does not know (RFC 9112 §7.1.1).",
        script: Script::proxy(&[Rule {
            on: Way::ToOrigin,
            when: is_chunked,
            then: Content(OnContent::LastChunk(b"0;a=b\r\n\r\n")),
        }]),
        ..Control::PLAIN
    },
    Control {
        name: "relays-responses-in-small-chunks",
        what: "Relays chunked content of responses with a chunk for each octet.",
        why_legal: "Chunks are a matter of each connection (RFC 9112 §7.1).",
        script: Script::gateway(&[Rule {
            on: Way::ToClient,
            when: |it| {
                let is_first = it.given.iter().all(|code| *code < 200);
                it.is_final() && is_first && it.message.has("transfer-encoding")
            },
            then: Content(OnContent::Chunked),
        }]),
        ..Control::PLAIN
    },
];

fn is_chunked(moment: &Moment<'_>) -> bool {
    moment.message.has_member("transfer-encoding", "chunked")
}

fn has_length(moment: &Moment<'_>) -> bool {
    moment.request.length().is_some_and(|octets| octets > 0)
}
