//! Placeholders in a script's octets, filled in for one run.

use crate::{Case, Script};

/// What the placeholders stand for in a run.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Places {
    /// `{host}`: the `Host` field value.
    pub host: String,
    /// `{path}`: a path that takes requests with content.
    pub path: String,
    /// `{get}`: a path for requests without content.
    pub get: String,
    /// `{reject}`: a path that answers without wanting content; by default one that is unknown.
    pub reject: String,
    /// `{protected}`: a path that wants credentials.
    pub protected: String,
    /// `{upgrade}`: an upgrade token that the subject offers.
    pub upgrade: String,
    /// `{upgrade-path}`: a path that switches to it.
    pub upgrade_path: String,
    /// What the targets of requests through an intermediary begin with: nothing, or for a forward
    /// proxy scheme and authority (absolute-form, RFC 9112 §3.2.2). `{target}` is this and a path that
    /// holds the nonce; what a case adds to it is the *tag* of the request.
    pub authority: String,
    /// `{nonce}`: a word of its own for each case; `{canary}` is a path that holds it.
    pub nonce: String,
}

/// The octets of a step, ready to be written.
pub type Expanded = Vec<u8>;

/// Fills the placeholders of `octets`. `{content}` is the case's content, itself expanded, and
/// `{length}` its number of octets. Unknown names in braces stay as they are.
#[must_use]
pub fn expand(octets: &[u8], case: &Case, places: &Places) -> Expanded {
    case.to_script().expand(octets, places)
}

impl Script<'_> {
    /// Fills the placeholders of the octets of a step, as [`expand`] does.
    #[must_use]
    pub fn expand(&self, octets: &[u8], places: &Places) -> Expanded {
        expand_with(octets, self.content, places)
    }
}

fn expand_with(octets: &[u8], content: &[u8], places: &Places) -> Expanded {
    let mut expanded = Vec::with_capacity(octets.len() + 32);
    let mut rest = octets;
    while let Some(open) = rest.iter().position(|&octet| octet == b'{') {
        expanded.extend_from_slice(&rest[..open]);
        rest = &rest[open..];
        let close = rest.iter().position(|&octet| octet == b'}');
        match close.and_then(|close| place(&rest[1..close], content, places).map(|v| (close, v))) {
            Some((close, value)) => {
                expanded.extend_from_slice(&value);
                rest = &rest[close + 1..];
            }
            None => {
                expanded.push(b'{');
                rest = &rest[1..];
            }
        }
    }
    expanded.extend_from_slice(rest);
    expanded
}

fn place(name: &[u8], content: &[u8], places: &Places) -> Option<Expanded> {
    let text = match name {
        b"host" => &places.host,
        b"path" => &places.path,
        b"get" => &places.get,
        b"reject" => &places.reject,
        b"protected" => &places.protected,
        b"upgrade" => &places.upgrade,
        b"upgrade-path" => &places.upgrade_path,
        b"nonce" => &places.nonce,
        b"canary" => return Some(format!("/expectspec-canary-{}", places.nonce).into_bytes()),
        b"target" => {
            return Some(format!("{}/expectspec-{}", places.authority, places.nonce).into_bytes());
        }
        b"content" => return Some(expand_with(content, content, places)),
        b"length" => {
            return Some(expand_with(content, content, places).len().to_string().into_bytes());
        }
        _ => return None,
    };
    Some(text.clone().into_bytes())
}
