//! Text within Markdown.

use core::fmt::{self, Display, Formatter, Write as _};

/// Prints text as code: within `<code>` or `<pre>` a forge makes neither links nor mentions, and a
/// character reference is never syntax (CommonMark §2.5). All punctuation becomes one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Code<'a>(pub(crate) &'a str);

impl Display for Code<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "<code>{}</code>", References(self.0))
    }
}

/// The same without the element around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct References<'a>(pub(super) &'a str);

impl Display for References<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut before = ' ';
        for character in self.0.chars() {
            match character {
                // A forge makes a link of what begins with www.
                '.' if matches!(before, 'w' | 'W') => f.write_str("&#46;")?,
                // Elsewhere these are no syntax within code, and ids and times stay legible.
                '.' | '-' | '/' | '\u{a7}' => f.write_char(character)?,
                ' ' | '\n' | ',' | 'a'..='z' | 'A'..='Z' | '0'..='9' => f.write_char(character)?,
                _ => write!(f, "&#{};", u32::from(character))?,
            }
            before = character;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn nothing_is_syntax_and_nobody_is_mentioned() {
        let text = Code("`x` @y <b> | {{z}} https://e").to_string();
        assert_eq!(
            text,
            "<code>&#96;x&#96; &#64;y &#60;b&#62; &#124; &#123;&#123;z&#125;&#125; https&#58;//e</code>"
        );
    }
}
