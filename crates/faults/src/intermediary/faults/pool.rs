//! Connections to the origin server that several clients share.

use expectspec_requirements::{CON_008, PRX_022};

use super::{always, to_origin};
use crate::Edit;
use crate::intermediary::rule::Deviation::Edits;
use crate::intermediary::{Fault, Links, Script, Strays};

/// The faults of this topic.
pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "crosses-responses",
        breaks: &[&PRX_022],
        what: "Gives each of two clients the response to the other.",
        script: Script { links: Links::Crossed, ..Script::gateway(&[]) },
        ..Fault::PLAIN
    },
    Fault {
        name: "keeps-strays-for-the-next",
        breaks: &[&PRX_022],
        what: "Takes what came without a request for the response to the next one.",
        script: Script { strays: Strays::Kept, ..Script::gateway(&[]) },
        ..Fault::PLAIN
    },
    Fault {
        name: "serves-the-next-with-an-abandoned-response",
        breaks: &[&PRX_022],
        what: "Keeps a connection whose client left, and gives its response to the next one.",
        script: Script { links: Links::Kept, strays: Strays::Kept, ..Script::gateway(&[]) },
        ..Fault::PLAIN
    },
    Fault {
        name: "sends-on-after-its-own-close",
        breaks: &[&CON_008],
        what: "Says `close` in every forwarded request, and uses the connection again.",
        script: Script::gateway(&[to_origin(always, Edits(&[Edit::Set("Connection", "close")]))]),
        ..Fault::PLAIN
    },
];
