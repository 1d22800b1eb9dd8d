//! Defects of our reading, to see that the fuzz target can fail. Without the feature `planted`
//! there are none.

/// What the variable `EXPECTSPEC_PLANTED` can name, and what is wrong then.
pub const DEFECTS: [(&str, &str); 2] = [
    ("last-expect-alone", "of several Expect lines, only the last one counts"),
    ("tabs-kept", "a HTAB behind a field value belongs to it"),
];

/// Whether this is planted.
#[cfg(feature = "planted")]
pub(crate) fn is_planted(name: &str) -> bool {
    static PLANTED: std::sync::LazyLock<Option<String>> =
        std::sync::LazyLock::new(|| std::env::var("EXPECTSPEC_PLANTED").ok());
    PLANTED.as_deref() == Some(name)
}

/// Whether this is planted: no.
#[cfg(not(feature = "planted"))]
pub(crate) const fn is_planted(_name: &str) -> bool {
    false
}
