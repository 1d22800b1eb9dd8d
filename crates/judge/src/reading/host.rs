//! What a request says of the host that it is for.

/// What the `Host` field lines of a request say (RFC 9112 §3.2).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HostField {
    /// There is none.
    Missing,
    /// There is one, and its value may well be a host.
    One,
    /// There is one, and its value holds octets that neither a host nor a port can have.
    Invalid,
    /// There are several.
    Several,
}

impl HostField {
    /// Reads one more field line value into the sum.
    ///
    /// ```text
    /// Host = uri-host [ ":" port ]
    /// ```
    pub(super) fn add(self, value: &[u8]) -> Self {
        match self {
            Self::Missing if !is_host(value) => Self::Invalid,
            Self::Missing => Self::One,
            Self::One | Self::Invalid | Self::Several => Self::Several,
        }
    }
}

/// Whether nothing in the value stands outside the grammar for sure.
fn is_host(value: &[u8]) -> bool {
    let inside = |octet: &u8| octet.is_ascii_graphic() && !b"/?#@\\\"<>^`{|}[]".contains(octet);
    // The colons of an IPv6 address stand in brackets.
    let (name, port) = match value.strip_prefix(b"[") {
        Some(literal) => {
            let end = literal.iter().position(|&octet| octet == b']');
            let Some((address, port)) = end.map(|end| literal.split_at(end)) else { return false };
            (address, &port[1..])
        }
        None => value.split_at(value.iter().position(|&it| it == b':').unwrap_or(value.len())),
    };
    let is_port = match port {
        [] => true,
        [b':', digits @ ..] => digits.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    name.iter().all(inside) && is_port
}
