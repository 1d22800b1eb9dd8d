//! Text within XML and HTML.

use core::fmt::{self, Display, Formatter, Write as _};

/// Prints text that stays text between tags and within quoted attributes, in XML as in HTML. What
/// XML 1.0 §2.2 forbids can't come here: all that a subject sent is printable ASCII by now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Markup<'a>(pub(crate) &'a str);

impl Display for Markup<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\'' => f.write_str("&#39;"),
            character => f.write_char(character),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn nothing_opens_or_closes_a_tag_a_section_or_an_attribute() {
        let text = Markup("<!-- --> ]]> \"' &amp; </script>").to_string();
        let escaped = "&lt;!-- --&gt; ]]&gt; &quot;&#39; &amp;amp; &lt;/script&gt;";
        assert_eq!(text, escaped);
    }
}
