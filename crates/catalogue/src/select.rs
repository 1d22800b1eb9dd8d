//! Choosing cases by pattern.

use crate::Case;

/// Patterns that choose cases: a piece of an id (`handshake`), an id with `*` in it
/// (`*/handshake/*`), or a requirement (`EXP-SRV-003`). No patterns choose every case.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    patterns: Vec<String>,
}

/// A pattern that chooses nothing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SelectionError {
    /// The pattern.
    pub pattern: String,
}

impl core::fmt::Display for SelectionError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "no case matches the pattern \"{}\"; `expectspec list` prints them all",
            self.pattern
        )
    }
}

impl core::error::Error for SelectionError {}

impl Selection {
    /// The selection that these patterns make together.
    #[must_use]
    pub fn new(patterns: Vec<String>) -> Self {
        Self { patterns }
    }

    /// The chosen ones of `cases`, in their order.
    ///
    /// # Errors
    /// When a pattern matches none of them.
    pub fn choose(&self, cases: &[&'static Case]) -> Result<Vec<&'static Case>, SelectionError> {
        if let Some(pattern) =
            self.patterns.iter().find(|pattern| !cases.iter().any(|case| matches(pattern, case)))
        {
            return Err(SelectionError { pattern: pattern.clone() });
        }
        let chosen = |case: &&&'static Case| {
            self.patterns.is_empty() || self.patterns.iter().any(|pattern| matches(pattern, case))
        };
        Ok(cases.iter().filter(chosen).copied().collect())
    }
}

fn matches(pattern: &str, case: &Case) -> bool {
    if pattern.contains('*') {
        return glob(pattern.as_bytes(), case.id.as_bytes());
    }
    case.id.contains(pattern)
        || case.exercises.iter().any(|requirement| requirement.id.eq_ignore_ascii_case(pattern))
}

/// Whether `text` is `pattern` with each `*` standing for any octets.
fn glob(pattern: &[u8], text: &[u8]) -> bool {
    let mut pieces = pattern.split(|&octet| octet == b'*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut pieces: Vec<_> = pieces.collect();
    let Some(last) = pieces.pop() else { return rest.is_empty() };
    for piece in pieces {
        match rest.windows(piece.len().max(1)).position(|window| window == piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None if piece.is_empty() => {}
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::glob;

    #[test]
    fn a_star_stands_for_any_octets() {
        for (pattern, text, expected) in [
            ("a*", "abc", true),
            ("*c", "abc", true),
            ("a*c", "abc", true),
            ("a*b*c", "aXbYc", true),
            ("a**c", "abc", true),
            ("a*d", "abc", false),
            ("*", "", true),
            ("b*", "abc", false),
            ("ab*bc", "abc", false),
        ] {
            assert_eq!(glob(pattern.as_bytes(), text.as_bytes()), expected, "{pattern} {text}");
        }
    }
}
