//! Whether connections to the origin server behind an intermediary outlive their first exchange.

/// Whether connections to the origin server behind an intermediary outlive their first exchange. It holds
/// for a whole input.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Persistence {
    /// They last as the responses say. An intermediary may send the request of another input over one,
    /// so such an input is played alone.
    #[default]
    AsSaid,
    /// Each final response has the `close` connection option, and with it the origin server ends the
    /// connection (RFC 9112 §9.6). So no two inputs meet, and many are played at once.
    Never,
}

impl Persistence {
    /// The line in scripts.
    pub(super) const LINE: &str = "closing";

    /// The fields that each final response has in addition, with line ends.
    pub(super) const fn field(self) -> &'static [u8] {
        match self {
            Self::AsSaid => b"",
            Self::Never => b"Connection: close\r\n",
        }
    }
}

/// The octets with these field lines behind the status-line of each final response in them.
pub(super) fn with_fields(octets: &[u8], lines: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(octets.len() + lines.len());
    for line in octets.split_inclusive(|octet| *octet == b'\n') {
        out.extend_from_slice(line);
        let is_final = line.starts_with(b"HTTP/1.") && matches!(line.get(9), Some(b'2'..=b'9'));
        if is_final && line.ends_with(b"\r\n") {
            out.extend_from_slice(lines);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn final_responses_get_fields_and_interim_ones_do_not() {
        for (octets, expected) in [
            (&b"HTTP/1.1 200 OK\r\n\r\n"[..], &b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n"[..]),
            (
                b"HTTP/1.1 100 \r\n\r\nHTTP/1.0 417 \r\n",
                b"HTTP/1.1 100 \r\n\r\nHTTP/1.0 417 \r\nA: b\r\n",
            ),
            (b"HTTP/1.1 101 \r\n\r\n", b"HTTP/1.1 101 \r\n\r\n"),
            (b"HTTP/1.1 200", b"HTTP/1.1 200"),
            (b"hello", b"hello"),
        ] {
            assert_eq!(with_fields(octets, b"A: b\r\n"), expected, "{}", octets.escape_ascii());
        }
    }
}
