//! Request-targets and `Host` field values (RFC 9112 §3.2).

/// Whether `target` has a form that goes with the method.
///
/// ```text
/// request-target = origin-form / absolute-form / authority-form / asterisk-form
/// ```
///
/// That of CONNECT is not looked at: nothing is done with it.
pub(super) fn is_target(method: &[u8], target: &[u8]) -> bool {
    match method {
        b"CONNECT" => true,
        b"OPTIONS" if target == b"*" => true,
        _ => target.starts_with(b"/") || behind_scheme(target).is_some_and(|it| !it.is_empty()),
    }
}

/// The path of a request-target, and the query behind its `?` if there is one.
pub(super) fn split_target(target: &[u8]) -> (&[u8], Option<&[u8]>) {
    let origin_form = match behind_scheme(target) {
        Some(rest) => {
            let authority = rest.iter().position(|octet| matches!(octet, b'/' | b'?'));
            &rest[authority.unwrap_or(rest.len())..]
        }
        None => target,
    };
    match origin_form.iter().position(|&octet| octet == b'?') {
        Some(at) => (or_root(&origin_form[..at]), Some(&origin_form[at + 1..])),
        None => (or_root(origin_form), None),
    }
}

fn or_root(path: &[u8]) -> &[u8] {
    if path.is_empty() { b"/" } else { path }
}

/// What follows `http://` or `https://`.
pub(crate) fn behind_scheme(target: &[u8]) -> Option<&[u8]> {
    [&b"http://"[..], b"https://"].into_iter().find_map(|scheme| {
        let (start, rest) = target.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// ```text
/// Host     = uri-host [ ":" port ]
/// uri-host = IP-literal / IPv4address / reg-name
/// ```
///
/// An empty one stands for a target without authority.
pub(crate) fn is_host(value: &[u8]) -> bool {
    if let Some(literal) = value.strip_prefix(b"[") {
        let Some(end) = literal.iter().position(|&octet| octet == b']') else { return false };
        let (address, behind) = literal.split_at(end);
        return !address.is_empty()
            && address.iter().all(|&octet| is_reg_name(octet) || octet == b':')
            && is_port(&behind[1..]);
    }
    let name_len = value.iter().take_while(|&&octet| is_reg_name(octet)).count();
    is_port(&value[name_len..])
}

/// Nothing, or a colon and perhaps digits (RFC 3986 §3.2.3).
fn is_port(octets: &[u8]) -> bool {
    match octets {
        [] => true,
        [b':', digits @ ..] => digits.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// `unreserved`, `sub-delims` and the percent sign (RFC 3986 §3.2.2).
const fn is_reg_name(octet: u8) -> bool {
    octet.is_ascii_alphanumeric()
        || matches!(
            octet,
            b'-' | b'.'
                | b'_'
                | b'~'
                | b'%'
                | b'!'
                | b'$'
                | b'&'
                | b'\''
                | b'('
                | b')'
                | b'*'
                | b'+'
                | b','
                | b';'
                | b'='
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_from_what_is_none() {
        for host in ["", "a", "a:80", "a:", "127.0.0.1:1", "[::1]:8080", "a_b", "%41", "xn--a.b"] {
            assert!(is_host(host.as_bytes()), "{host}");
        }
        for other in ["a b", "a/b", "a@b", "a:b", "[::1", "[]", "[::1]a", "a\0", "é", "a:1:2"] {
            assert!(!is_host(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn targets_go_with_methods() {
        assert!(is_target(b"GET", b"/a?b"));
        assert!(is_target(b"GET", b"HTTP://a"));
        assert!(is_target(b"OPTIONS", b"*"));
        assert!(!is_target(b"GET", b"*"));
        assert!(!is_target(b"GET", b"a"));
        assert!(!is_target(b"GET", b"http://"));
        assert!(!is_target(b"GET", b"ftp://a/"));
    }

    #[test]
    fn targets_split_into_path_and_query() {
        assert_eq!(split_target(b"/a?b=c?d"), (&b"/a"[..], Some(&b"b=c?d"[..])));
        assert_eq!(split_target(b"/"), (&b"/"[..], None));
        assert_eq!(split_target(b"http://a:1?b"), (&b"/"[..], Some(&b"b"[..])));
        assert_eq!(split_target(b"https://a/b"), (&b"/b"[..], None));
        assert_eq!(split_target(b"*"), (&b"*"[..], None));
    }
}
