//! A pattern, and the cases that it matches.

use crate::Case;

/// Whether the pattern is a piece of the case's id, an id with `*` for any octets, or a requirement
/// that the case exercises.
pub(super) fn matches(pattern: &str, case: &Case) -> bool {
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
