//! Text within YAML.

use core::fmt::{self, Display, Formatter, Write as _};

/// Prints text as a double-quoted scalar (YAML 1.2.2 §7.3.1), in which nothing is an indicator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        self.0.chars().try_for_each(|character| match character {
            '"' => f.write_str("\\\""),
            '\\' => f.write_str("\\\\"),
            ' '..='~' | '\u{a7}' => f.write_char(character),
            _ => write!(f, "\\U{:08x}", u32::from(character)),
        })?;
        f.write_char('"')
    }
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    #[test]
    fn a_scalar_stays_on_its_line_and_within_its_quotes() {
        assert_eq!(Quoted("\": - [x] \\\n").to_string(), r#""\": - [x] \\\U0000000a""#);
    }
}
