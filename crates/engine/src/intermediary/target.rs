//! Where a request goes: its request-target and `Host`, as the next hop gets them.

use alloc::vec::Vec;

use crate::origin_server::Request;
use crate::origin_server::target::{behind_scheme, is_host};

use super::Role;

/// Where a request goes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Destination {
    /// Host and port of the next hop, if the request says it.
    pub(super) authority: Option<Vec<u8>>,
    pub(super) target: Vec<u8>,
    pub(super) host: Vec<u8>,
}

/// Why a request goes nowhere.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum NoDestination {
    /// The authority is malformed, or a forward proxy is not told one.
    Malformed,
    /// The scheme is none that this intermediary forwards.
    Scheme,
    /// It asks the proxy itself: `OPTIONS *`.
    ProxyItself,
}

/// Where `request` goes. The absolute-form names the host, whatever `Host` says (RFC 9112 §3.2.2),
/// and becomes the origin-form.
pub(super) fn destination(request: &Request<'_>, role: Role) -> Result<Destination, NoDestination> {
    if request.method == b"CONNECT" {
        let authority = request.target.to_vec();
        let has_port = with_port(&authority) == authority;
        let is_authority = is_host(&authority) && !authority.starts_with(b":") && has_port;
        return if is_authority {
            let host = authority.clone();
            Ok(Destination { target: authority.clone(), authority: Some(authority), host })
        } else {
            Err(NoDestination::Malformed)
        };
    }
    let Some(behind) = behind_scheme(request.target) else {
        return match role {
            Role::Forward if request.target == b"*" => Err(NoDestination::ProxyItself),
            Role::Forward => Err(NoDestination::Malformed),
            Role::Gateway | Role::Proxy => Ok(Destination {
                authority: None,
                target: request.target.to_vec(),
                host: request.values(b"host").next().unwrap_or_default().to_vec(),
            }),
        };
    };
    let end = behind.iter().position(|octet| matches!(octet, b'/' | b'?')).unwrap_or(behind.len());
    let (host, path) = behind.split_at(end);
    if host.is_empty() || host.starts_with(b":") || !is_host(host) {
        return Err(NoDestination::Malformed);
    }
    let is_https = request.target.get(4).is_some_and(|octet| octet.eq_ignore_ascii_case(&b's'));
    if role == Role::Forward && is_https {
        return Err(NoDestination::Scheme);
    }
    let target = match path {
        // RFC 9112 §3.2.4: the last proxy makes the asterisk-form of it.
        [] if request.method == b"OPTIONS" => b"*".to_vec(),
        [b'/', ..] => path.to_vec(),
        _ => [b"/", path].concat(),
    };
    let authority = (role == Role::Forward).then(|| with_port(host));
    Ok(Destination { authority, target, host: host.to_vec() })
}

/// The host with the default port of `http`, if it has none (RFC 9110 §4.2.1).
fn with_port(host: &[u8]) -> Vec<u8> {
    let behind_literal = host.iter().rposition(|&octet| octet == b']').map_or(0, |at| at + 1);
    match host[behind_literal..].iter().position(|&octet| octet == b':') {
        None => [host, b":80"].concat(),
        Some(at) if behind_literal + at + 1 == host.len() => [host, b"80"].concat(),
        Some(_) => host.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_added() {
        for (host, expected) in [
            ("a", "a:80"),
            ("a:", "a:80"),
            ("a:1", "a:1"),
            ("[::1]", "[::1]:80"),
            ("[::1]:2", "[::1]:2"),
        ] {
            assert_eq!(with_port(host.as_bytes()), expected.as_bytes());
        }
    }
}
