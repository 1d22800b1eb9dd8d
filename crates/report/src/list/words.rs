//! The words of the catalogue's JSON.

use expectspec_catalogue::{Danger, Need, Upload};
use expectspec_judge::Agree;

/// Each placeholder in the octets of a step, and what it stands for.
pub(super) const PLACEHOLDERS: &[(&str, &str)] = &[
    ("host", "the value of the Host field"),
    ("path", "a path that answers POST with content by 2xx"),
    ("get", "a path that answers GET"),
    ("reject", "a path that refuses requests without wanting their content"),
    ("protected", "a path that wants credentials"),
    ("upgrade", "a protocol that the subject switches to"),
    ("upgrade-path", "the path that switches to it"),
    ("nonce", "a word of its own for each run of a case"),
    ("canary", "/expectspec-canary- and the nonce: a path that nothing must ask for"),
    (
        "target",
        "through an intermediary: /expectspec- and the nonce, behind http:// and the origin server's \
         authority where the intermediary is a forward proxy; what a case adds to it is the tag of \
         the request",
    ),
    ("tag", "in a step of the origin server: the tag of the request at hand"),
    ("content", "the case's content, with its own placeholders filled in"),
    ("length", "how many octets that is, in decimal digits"),
];

pub(super) const fn need(need: Need) -> &'static str {
    match need {
        Need::AcceptsContent => "accepts-content",
        Need::Persists => "persists",
        Need::ServesInParallel => "serves-in-parallel",
        Need::Upgrade => "upgrade",
        Need::Protected => "protected",
        Need::Resets => "resets",
        Need::Expects => "expects",
        Need::Method => "method",
        Need::Requests => "requests",
        Need::UnknownLength => "unknown-length",
        Need::Tells => "tells",
        Need::Redirects => "redirects",
        Need::Credentials => "credentials",
        Need::Pools => "pools",
        Need::Forwards => "forwards",
    }
}

pub(super) const fn danger(danger: Danger) -> &'static str {
    match danger {
        Danger::None => "none",
        Danger::Desync => "desync",
        Danger::Load => "load",
    }
}

pub(super) const fn upload(upload: Upload) -> &'static str {
    match upload {
        Upload::None => "none",
        Upload::Known => "known",
        Upload::Unknown => "unknown",
    }
}

pub(super) const fn agree(agree: Agree) -> &'static str {
    match agree {
        Agree::FirstAnswer => "first-answer",
        Agree::FinalStatus => "final-status",
        Agree::FinalStatusUnless417 => "final-status-unless-417",
        Agree::StatusCodes => "status-codes",
    }
}
