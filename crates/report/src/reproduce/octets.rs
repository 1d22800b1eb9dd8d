//! Octets as the format of a shell's `printf`.

use core::fmt::{self, Display, Formatter, Write as _};

/// Prints a command that prints these octets, in any shell (POSIX.1-2024, `printf`).
#[derive(Clone, Copy, Debug)]
pub(super) struct Printf<'a>(pub(super) &'a [u8]);

impl Display for Printf<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("printf '")?;
        for (at, &octet) in self.0.iter().enumerate() {
            match octet {
                b'\r' => f.write_str("\\r")?,
                b'\n' => f.write_str("\\n")?,
                b'\\' => f.write_str("\\\\")?,
                b'%' => f.write_str("%%")?,
                // What begins with it would be taken for an option.
                b'-' if at == 0 => f.write_str("\\055")?,
                b'\'' => f.write_str("\\047")?,
                b' '..=b'~' => f.write_char(char::from(octet))?,
                _ => write!(f, "\\{octet:03o}")?,
            }
        }
        f.write_char('\'')
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::Printf;

    #[test]
    fn every_octet_is_printed_by_a_shell_as_it_is() {
        let all: Vec<u8> = (0..=255).collect();
        let digits = b"\x001\x7f7\r\n\\n%s%%-'\"$(id)`id`!!";
        for octets in [&all[..], digits, b"-n", b"--", b""] {
            let command = Printf(octets).to_string();
            let printed = Command::new("sh").args(["-c", &command]).output().expect("a shell");
            assert_eq!(printed.stdout, octets, "{command}");
        }
    }
}
