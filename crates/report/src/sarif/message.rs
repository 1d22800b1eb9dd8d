//! Text within SARIF messages.

use serde_json::{Value, json};

/// A message that is only text. Brackets would make links and braces would make placeholders in it
/// (SARIF §3.11.5 and §3.11.6), so they are written as other octets are that must do nothing.
pub(super) fn of(text: &str) -> Value {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '[' => plain.push_str("\\x5b"),
            ']' => plain.push_str("\\x5d"),
            '{' => plain.push_str("\\x7b"),
            '}' => plain.push_str("\\x7d"),
            character => plain.push(character),
        }
    }
    json!({ "text": plain })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_message_has_neither_links_nor_placeholders() {
        let message = super::of("[x](javascript:y) {0}");
        assert_eq!(message["text"], r"\x5bx\x5d(javascript:y) \x7b0\x7d");
    }
}
