//! The request that follows a redirection (RFC 9110 §15.4).

use alloc::string::String;

use super::{Content, Replay, Request};

/// The request that a redirection asks for; `None` if it leads to another host, or the request can't
/// follow it.
pub(super) fn redirected(request: &Request, code: u16, location: &[u8]) -> Option<Request> {
    let target = target_at(&request.host, location)?;
    let becomes_get = match code {
        301 | 302 => request.method == "POST",
        303 => request.method != "HEAD",
        307 | 308 => false,
        _ => return None,
    };
    if becomes_get {
        let mut fields = request.fields.clone();
        fields.retain(|field| !is_of_content(&field.name));
        let (method, content) = ("GET".into(), Content::None);
        return Some(Request { method, target, fields, content, ..request.clone() });
    }
    let can_follow = request.content.octets() == 0 || request.replay == Replay::Possible;
    can_follow.then(|| Request { target, ..request.clone() })
}

/// The request-target that a location with this host means: an absolute path, or a URI with one.
fn target_at(host: &str, location: &[u8]) -> Option<String> {
    let location = core::str::from_utf8(location).ok()?;
    let without_fragment = location.split('#').next()?;
    let with_authority = without_fragment
        .strip_prefix("http:")
        .or_else(|| without_fragment.strip_prefix("https:"))
        .unwrap_or(without_fragment);
    let path = match with_authority.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at_checked(host.len())?;
            if !authority.eq_ignore_ascii_case(host) {
                return None;
            }
            if path.is_empty() { "/" } else { path }
        }
        None if with_authority.len() == without_fragment.len() => without_fragment,
        None => return None,
    };
    let is_target = path.starts_with('/') && path.bytes().all(|octet| octet.is_ascii_graphic());
    is_target.then(|| path.into())
}

/// Whether a field says something of content (RFC 9110 §15.4).
fn is_of_content(name: &str) -> bool {
    let of_content = name.get(..8).is_some_and(|it| it.eq_ignore_ascii_case("Content-"));
    of_content || ["Digest", "Last-Modified"].iter().any(|it| it.eq_ignore_ascii_case(name))
}
