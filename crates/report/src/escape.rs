//! What a subject sent, made harmless for a terminal.

use core::fmt::{self, Display, Formatter, Write as _};

/// Prints only printable ASCII: every other character appears as `\x1b` or `\u{202e}`. So no
/// subject can move the cursor, change colours or reorder the text of a report.
///
/// ```
/// use expectspec_report::Escaped;
///
/// assert_eq!(Escaped("x\u{1b}[2J\u{202e}").to_string(), r"x\x1b[2J\u{202e}");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                ' '..='~' => f.write_char(character)?,
                '\0'..='\u{ff}' => write!(f, "\\x{:02x}", u32::from(character))?,
                _ => write!(f, "\\u{{{:x}}}", u32::from(character))?,
            }
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
}
