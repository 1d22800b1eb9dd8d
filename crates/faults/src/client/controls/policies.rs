//! The policies of the reference: all that the RFCs leave to a client.

use expectspec_engine::client::Policy;
use expectspec_subject::REFERENCE_ABILITIES;

use super::Control;
use crate::Grade;
use crate::client::Script;

/// The controls of this topic.
pub(super) static CONTROLS: &[Control] = &[
    Control {
        name: "reference",
        what: "Does as the reference does.",
        why_legal: "It keeps every rule.",
        script: Script::PLAIN,
        ..Control::PLAIN
    },
    Control {
        name: "no-expectation",
        what: "Sends all content at once, without an expectation.",
        why_legal: "Only who will wait has to say so (RFC 9110 §10.1.1).",
        script: Script::of(Policy::eager),
        ..Control::PLAIN
    },
    Control {
        name: "expectation-above-32-kib",
        what: "Expects a 100 (Continue) with content of more than 32 KiB.",
        why_legal: "When to expect one is the client's choice (RFC 9110 §10.1.1).",
        script: Script::of(Policy::threshold),
        ..Control::PLAIN
    },
    Control {
        name: "expectation-with-chunks-only",
        what: "Expects a 100 (Continue) with content of unknown length only.",
        why_legal: "When to expect one is the client's choice (RFC 9110 §10.1.1).",
        script: Script::of(Policy::unknown_length),
        ..Control::PLAIN
    },
    Control {
        name: "content-with-the-head",
        what: "Expects a 100 (Continue) and sends the content without waiting for it.",
        why_legal: "A client may proceed although nothing has come (RFC 9110 §10.1.1).",
        script: Script::of(Policy::impatient),
        ..Control::PLAIN
    },
    Control {
        name: "waits-as-long-as-a-request-may-take",
        what: "Waits for a 100 (Continue) until the request has taken two minutes.",
        why_legal: "RFC 9110 §10.1.1 names no time; it is a SHOULD that it is no indefinite one.",
        grade: Grade::Discouraged,
        script: Script::of(Policy::patient_for_ever),
        ..Control::PLAIN
    },
    Control {
        name: "all-content-after-an-early-final",
        what: "Sends all content after an early final response.",
        why_legal: "RFC 9110 §7.5 has a client go on sending.",
        script: Script::of(Policy::finishing),
        ..Control::PLAIN
    },
    Control {
        name: "close-after-an-early-final",
        what: "Stops sending on an early final response, and closes.",
        why_legal: "A client may close at any time (RFC 9112 §9.5).",
        script: Script::of(Policy::aborting),
        ..Control::PLAIN
    },
    Control {
        name: "417-delivered",
        what: "Leaves a 417 to its user.",
        why_legal: "The repeat is a SHOULD, and content is not always at hand again (RFC 9110 §10.1.1).",
        grade: Grade::Discouraged,
        script: Script::of(Policy::delivering),
        ..Control::PLAIN
    },
    Control {
        name: "repeat-elsewhere",
        what: "Repeats the request after 417 on a fresh connection.",
        why_legal: "A fresh connection owes nothing.",
        script: Script::of(Policy::afresh),
        ..Control::PLAIN
    },
    Control {
        name: "as-curl",
        what: "Expects a 100 (Continue) with much content, waits for 1 s, and closes after an early final response.",
        why_legal: "RFC 9110 §10.1.1 leaves all of it open.",
        script: Script::of(Policy::curl_like),
        ..Control::PLAIN
    },
    Control {
        name: "one-request-a-connection",
        what: "Says `close` in every request.",
        why_legal: "Persistence is no duty (RFC 9112 §9.3).",
        script: Script::of(Policy::closing),
        ..Control::PLAIN
    },
    Control {
        name: "redirections-followed",
        what: "Follows redirections.",
        why_legal: "RFC 9110 §15.4 lets a user agent do so.",
        script: Script { abilities: REFERENCE_ABILITIES, ..Script::of(Policy::following) },
        ..Control::PLAIN
    },
    Control {
        name: "http-10",
        what: "Speaks HTTP/1.0.",
        why_legal: "No client has to speak HTTP/1.1 (RFC 9110 §6.2).",
        script: Script::of(Policy::http10),
        ..Control::PLAIN
    },
    Control {
        name: "refuses-what-is-odd",
        what: "Fails a request whose response is not in the form that the grammar has.",
        why_legal: "What a recipient may accept it need not (RFC 9112 §2.2).",
        script: Script::of(Policy::strict),
        ..Control::PLAIN
    },
];
