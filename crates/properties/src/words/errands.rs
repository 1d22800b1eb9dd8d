//! What clients of a chain ask for, and what the connections are like.

use expectspec_engine::client::Content;

use super::{Time, ms};

/// What a client of a chain asks the site for.
#[derive(Debug)]
pub struct Errand {
    /// The name.
    pub name: &'static str,
    /// The method.
    pub method: &'static str,
    /// The resource of the site.
    pub path: &'static str,
    /// How much content there is, and how it is delimited.
    pub content: Framed,
}

/// How much content a request has, and how it is delimited.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Framed {
    /// None.
    None,
    /// So many octets, with `Content-Length`.
    Length(usize),
    /// So many octets, in chunks.
    Chunked(usize),
}

impl Errand {
    /// The content of the request with this number of the client with this index: it says whose it is.
    pub(crate) fn octets(&self, client: usize, number: usize) -> Vec<u8> {
        let (Framed::Length(len) | Framed::Chunked(len)) = self.content else { return Vec::new() };
        format!("<{client}.{number}>").into_bytes().into_iter().cycle().take(len).collect()
    }

    pub(crate) fn content(&self, client: usize, number: usize) -> Content {
        let octets = self.octets(client, number);
        match self.content {
            Framed::None => Content::None,
            Framed::Length(_) => Content::Length(octets),
            Framed::Chunked(_) => {
                Content::Chunked(octets.chunks(700).map(<[u8]>::to_vec).collect())
            }
        }
    }
}

const fn errand(
    name: &'static str,
    method: &'static str,
    path: &'static str,
    content: Framed,
) -> Errand {
    Errand { name, method, path, content }
}

/// What clients ask for.
pub static ERRANDS: &[Errand] = &[
    errand("echo", "POST", "/echo", Framed::Length(40)),
    errand("get", "GET", "/next", Framed::None),
    errand("echo-chunked", "PUT", "/echo", Framed::Chunked(40)),
    errand("reject", "POST", "/reject", Framed::Length(40)),
    errand("hints", "POST", "/early-hints", Framed::Length(40)),
    errand("slow", "POST", "/slow?ms=300", Framed::Length(40)),
    errand("slower", "PUT", "/slow?ms=2000", Framed::Chunked(40)),
    errand("head", "HEAD", "/next", Framed::None),
    errand("no-content", "PUT", "/immediate?code=204", Framed::Length(40)),
    errand("echo-much", "PUT", "/echo", Framed::Length(3000)),
    errand("echo-much-chunked", "POST", "/echo", Framed::Chunked(3000)),
    errand("reject-much", "POST", "/reject", Framed::Length(20_000)),
    errand("reject-chunked", "PUT", "/reject-401", Framed::Chunked(3000)),
    errand("upload-much", "POST", "/upload", Framed::Length(20_000)),
    errand("missing", "DELETE", "/missing", Framed::None),
    errand("options", "OPTIONS", "/echo", Framed::None),
    errand("hints-chunked", "PATCH", "/early-hints", Framed::Chunked(40)),
    errand("immediate", "POST", "/immediate", Framed::Chunked(3000)),
];

/// How long clients rest behind a request: hardly at all, or until every connection has been given up.
/// In between, a request may cross the end of a connection, and is lost rightly.
pub static PAUSES: &[Time] = &[ms("0", 0), ms("100", 100), ms("200000", 200_000)];

/// How long octets of a chain are under way.
pub static DELAYS: &[Time] = &[ms("0", 0), ms("1", 1), ms("40", 40), ms("200", 200)];

/// Octets that are under way at most.
pub static WINDOWS: &[usize] = &[65_536, 16_384, 4096];
