//! What a subject sent, made harmless for a terminal and for whoever reads logs.

use core::fmt::{self, Display, Formatter, Write as _};

/// Prints only printable ASCII: every other character appears as `\x1b` or `\u{202e}`. So no
/// subject can move the cursor, change colours or reorder the text of a report.
///
/// CI systems obey lines of a log that begin with `::`, or hold `##[` or `##vso[`: the second `#` and
/// the first `:` behind a space are escaped as well.
///
/// ```
/// use expectspec_evidence::Escaped;
///
/// assert_eq!(Escaped("x\u{1b}[2J\u{202e}").to_string(), r"x\x1b[2J\u{202e}");
/// assert_eq!(Escaped("::error::[::1]##[debug]").to_string(), r"\x3a:error::[::1]#\x23[debug]");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut before = ' ';
        let mut characters = self.0.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '#' if before == '#' => f.write_str("\\x23")?,
                ':' if before == ' ' && characters.peek() == Some(&':') => f.write_str("\\x3a")?,
                ' '..='~' => f.write_char(character)?,
                '\0'..='\u{ff}' => write!(f, "\\x{:02x}", u32::from(character))?,
                _ => write!(f, "\\u{{{:x}}}", u32::from(character))?,
            }
            before = character;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Escaped;

    #[test]
    fn only_printable_ascii_comes_out_whatever_goes_in() {
        for code in (0..0x3000).chain([0xfeff, 0x1f600, 0xe0001, 0x10_ffff]) {
            let Some(character) = char::from_u32(code) else { continue };
            let text = Escaped(&character.to_string()).to_string();
            assert!(text.bytes().all(|octet| (b' '..=b'~').contains(&octet)), "{code:x}");
            assert_eq!(text.chars().eq([character]), (' '..='~').contains(&character));
        }
    }

    #[test]
    fn nothing_is_left_that_a_log_would_obey_and_nothing_is_escaped_twice() {
        // Every text of five of these characters.
        for number in 0..4_usize.pow(5) {
            let text: String = (0..5)
                .map(|at| [b'#', b':', b' ', b'x'][number >> (2 * at) & 3])
                .map(char::from)
                .collect();
            let escaped = Escaped(&text).to_string();
            assert!(!escaped.contains("##"), "{escaped}");
            assert!(!escaped.split(' ').any(|word| word.starts_with("::")), "{escaped}");
            assert_eq!(Escaped(&escaped).to_string(), escaped);
        }
    }
}
