//! The table of what can be planted.

/// A defect that a fuzz target must find.
#[derive(Clone, Copy, Debug)]
pub struct Defect {
    /// The target.
    pub target: &'static str,
    /// The name; for intermediaries, that of a fault of `expectspec-faults`.
    pub name: &'static str,
    /// What is wrong.
    pub what: &'static str,
    /// What the find says if it is this defect, as a regular expression of `grep -E`.
    pub sign: &'static str,
}

const fn defect(
    target: &'static str,
    name: &'static str,
    what: &'static str,
    sign: &'static str,
) -> Defect {
    Defect { target, name, what, sign }
}

/// Every defect, in the order of the targets; at least two for each.
#[rustfmt::skip]
pub static DEFECTS: &[Defect] = &[
    defect("expect_value", "empty-members-unknown", "an empty member is taken for an unknown one", "left|others"),
    defect("expect_value", "quoted-comma-splits", "the comma of a quoted-pair ends a member", "left|malformed"),
    defect("head", "nul-overlooked", "a NUL is no anomaly", "is_clean"),
    defect("head", "cut-line-end", "a cut within the last line end loses a field", "left|fields: "),
    defect("chunked", "extension-counts", "a chunk with an extension is one octet short", "left"),
    defect("chunked", "zeros-count", "a chunk size with more than eight digits is not read", "left"),
    defect("transcript", "nul-dropped", "the text form has no NUL", "entries: "),
    defect("transcript", "small-connections", "a connection's number is printed as one digit", "connection: "),
    defect("judge", "forgetful", "each seventh judgement lacks its last finding", "are_alike|^# subject"),
    defect("judge", "unexplained", "of a 100 to HTTP/1.0 it is not said what was found", "EXP-SRV-004"),
    defect("origin_server", "length-in-103", "a 103 has Content-Length", "^S6|EXP-INT"),
    defect("origin_server", "unknown-ignored", "the default policy ignores unknown expectations", "EXP-"),
    defect("origin_server", "lost-behind-64-kib", "what comes behind 64 KiB on a connection is lost", "^S|EXP-SRV"),
    defect("client", "endless-patience", "the default policy waits for a 100 (Continue) for ever", "^C36|EXP-CLI-004"),
    defect("client", "417-delivered", "the default policy leaves a 417 to its user", "EXP-CLI-005"),
    defect("intermediary", "proxy-relays-interims-to-http-10", "a fault of the intermediary", "^P48|EXP-PRX"),
    defect("intermediary", "loses-a-417", "a fault of the intermediary", "EXP-(PRX|PIP|FRM)|^P"),
    defect("intermediary", "keeps-strays-for-the-next", "a fault of the intermediary", "^P54|EXP-PRX"),
    defect("chain", "truncates-content", "a fault of the intermediary", "octets of|^P50|EXP-PRX"),
    defect("chain", "drops-103", "a fault of the intermediary", "^P47|EXP-PRX"),
];
