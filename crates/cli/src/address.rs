//! From what the user typed to a subject that can be connected to.

use core::time::Duration;
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;

use expectspec_catalogue::Places;
use expectspec_subject::{Server, SubjectError, Tcp};

use crate::failure::Failure;
use crate::places;

/// A subject, and what its address says beside where it is.
pub(crate) struct Located {
    pub(crate) server: Arc<dyn Server>,
    /// What is known of its resources.
    pub(crate) places: Places,
    pub(crate) reach: Reach,
}

/// Whom a case that does harm would hurt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reach {
    /// The server is on this machine.
    ThisMachine,
    /// It is elsewhere; others may use it.
    Elsewhere,
}

/// Finds the subject at `http://HOST:PORT[/PATH]`, `HOST:PORT` or `unix:PATH`.
pub(crate) fn locate(address: &str) -> Result<Located, Failure> {
    if let Some(path) = address.strip_prefix("unix:") {
        return locate_unix(address, path);
    }
    let (rest, default_port) = match address.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (rest, Some(80)),
        Some(_) => return Err(Failure::Scheme(address.to_owned())),
        None => (address, None),
    };
    let (authority, path) = split_path(rest);
    let wrong = || Failure::Address(SubjectError::Address(address.to_owned()));
    let (host, port) = split_port(authority, default_port).ok_or_else(wrong)?;
    let found = resolve(host, port)?;
    Ok(Located {
        server: Arc::new(Tcp::new(found)),
        places: places::at(authority, path.as_deref()),
        reach: if found.ip().is_loopback() { Reach::ThisMachine } else { Reach::Elsewhere },
    })
}

#[cfg(unix)]
fn locate_unix(address: &str, path: &str) -> Result<Located, Failure> {
    if path.is_empty() {
        return Err(Failure::Address(SubjectError::Address(address.to_owned())));
    }
    Ok(Located {
        server: Arc::new(expectspec_subject::Unix::new(path.into())),
        places: places::at("localhost", None),
        reach: Reach::ThisMachine,
    })
}

#[cfg(not(unix))]
fn locate_unix(address: &str, _path: &str) -> Result<Located, Failure> {
    Err(Failure::Scheme(address.to_owned()))
}

/// The authority, and the path with the query. A fragment is not sent (RFC 9110 §7.1).
fn split_path(rest: &str) -> (&str, Option<String>) {
    let rest = rest.split('#').next().unwrap_or_default();
    match rest.find(['/', '?']) {
        None => (rest, None),
        Some(at) if rest[at..].starts_with('?') => (&rest[..at], Some(format!("/{}", &rest[at..]))),
        Some(at) => (&rest[..at], Some(rest[at..].to_owned())),
    }
}

fn split_port(authority: &str, default_port: Option<u16>) -> Option<(&str, u16)> {
    let (host, port) = match authority.rsplit_once(':') {
        // The colons of an IPv6 address in brackets are no port's.
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let port = match port {
        Some(port) => port.parse().ok()?,
        None => default_port?,
    };
    let host = match host.strip_prefix('[') {
        Some(inner) => inner.strip_suffix(']')?,
        None => host,
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:%".contains(c);
    (!host.is_empty() && host.chars().all(plain)).then_some((host, port))
}

/// The first address of the name that takes a connection, since `localhost` has two and servers
/// often listen at one.
fn resolve(host: &str, port: u16) -> Result<SocketAddr, Failure> {
    let failed = |error| {
        Failure::Address(SubjectError::Resolve { address: format!("{host}:{port}"), error })
    };
    let addresses: Vec<_> = (host, port).to_socket_addrs().map_err(failed)?.collect();
    let first = *addresses.first().ok_or_else(|| failed(std::io::ErrorKind::NotFound.into()))?;
    if addresses.len() == 1 {
        return Ok(first);
    }
    let takes = |address: &&SocketAddr| TcpStream::connect_timeout(address, PROBE_MAX).is_ok();
    Ok(addresses.iter().find(takes).copied().unwrap_or(first))
}

const PROBE_MAX: Duration = Duration::from_secs(2);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authority_is_a_host_and_a_port() {
        for (authority, default_port, expected) in [
            ("localhost:8080", None, Some(("localhost", 8080))),
            ("127.0.0.1", Some(80), Some(("127.0.0.1", 80))),
            ("[::1]:81", None, Some(("::1", 81))),
            ("[::1]", Some(80), Some(("::1", 80))),
            ("localhost", None, None),
            ("localhost:", Some(80), None),
            ("localhost:65536", Some(80), None),
            ("[::1:81", None, None),
            (":80", None, None),
            ("user@host:80", None, None),
            ("", Some(80), None),
        ] {
            assert_eq!(split_port(authority, default_port), expected, "{authority}");
        }
    }

    #[test]
    fn a_path_keeps_its_query_and_loses_its_fragment() {
        for (rest, authority, path) in [
            ("h:1", "h:1", None),
            ("h:1/", "h:1", Some("/")),
            ("h:1/a?b#c", "h:1", Some("/a?b")),
            ("h:1?b", "h:1", Some("/?b")),
            ("h:1#c/d", "h:1", None),
        ] {
            assert_eq!(split_path(rest), (authority, path.map(str::to_owned)), "{rest}");
        }
    }
}
