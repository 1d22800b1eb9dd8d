//! What a reference client asks for.

use expectspec_engine::client::{Content, Request};

/// What a client asks the demo site for.
#[derive(Debug)]
pub struct Errand {
    /// The name.
    pub name: &'static str,
    /// The method.
    pub method: &'static str,
    /// The resource.
    pub path: &'static str,
    /// How much content there is, and how it is delimited.
    pub content: Framed,
    /// The status code of the answer, if nobody comes in between.
    pub code: u16,
}

/// How much content a request has, and how it is delimited.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Framed {
    /// None.
    None,
    /// So many octets, with `Content-Length`.
    Length(usize),
    /// So many chunks of one octet.
    Chunked(usize),
}

impl Errand {
    /// The content of the request with this number: it says whose it is.
    #[must_use]
    pub fn octets(&self, number: usize) -> Vec<u8> {
        let (Framed::Length(len) | Framed::Chunked(len)) = self.content else { return Vec::new() };
        CONTENTS[number % CONTENTS.len()][..len].to_vec()
    }

    pub(super) fn request(&self, prefix: &str, number: usize) -> Request {
        let target = format!("{prefix}/expectspec-0/0.{number}{}", self.path);
        let octets = self.octets(number);
        Request::new(self.method, &target, "t").with_content(match self.content {
            Framed::None => Content::None,
            Framed::Length(_) => Content::Length(octets),
            Framed::Chunked(_) => Content::Chunked(octets.chunks(1).map(<[u8]>::to_vec).collect()),
        })
    }

    /// Whether the site waits for content before it answers.
    #[must_use]
    pub fn waits_for_content(&self) -> bool {
        self.code == 200 && !self.octets(0).is_empty()
    }

    /// Whether the answer repeats the content.
    #[must_use]
    pub fn is_echo(&self) -> bool {
        self.code == 200 && !self.octets(0).is_empty()
    }
}

/// The content of the first request, and of the second.
const CONTENTS: [&[u8; 2]; 2] = [b"ab", b"cd"];

/// The errand with this name.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn errand(name: &str) -> &'static Errand {
    ERRANDS.iter().find(|it| it.name == name).expect("the name of an errand")
}

const fn row(
    name: &'static str,
    method: &'static str,
    path: &'static str,
    content: Framed,
    code: u16,
) -> Errand {
    Errand { name, method, path, content, code }
}

/// Everything that clients ask for.
pub static ERRANDS: &[Errand] = &[
    row("echo 2", "POST", "/echo", Framed::Length(2), 200),
    row("echo 2 chunks", "POST", "/echo", Framed::Chunked(2), 200),
    row("echo 1", "PUT", "/echo", Framed::Length(1), 200),
    row("echo 1 chunk", "PUT", "/echo", Framed::Chunked(1), 200),
    row("echo 0", "POST", "/echo", Framed::Length(0), 200),
    row("echo 0 chunks", "POST", "/echo", Framed::Chunked(0), 200),
    row("get", "GET", "/next", Framed::None, 200),
    row("reject 2", "POST", "/reject", Framed::Length(2), 403),
    row("reject 1", "POST", "/reject", Framed::Length(1), 403),
    row("reject 2 chunks", "POST", "/reject", Framed::Chunked(2), 403),
    row("hints 2", "POST", "/early-hints", Framed::Length(2), 200),
    row("hints 1 chunk", "POST", "/early-hints", Framed::Chunked(1), 200),
    row("no content 2", "PUT", "/immediate?code=204", Framed::Length(2), 204),
];
