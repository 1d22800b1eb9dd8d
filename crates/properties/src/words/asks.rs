//! What the user of a client asks for, and how its connection takes octets.

use expectspec_engine::client::{Connection, Content, Replay};

use super::{Framed, Time, Word, ms, word};

/// Methods that a user asks for.
pub static ASKED_METHODS: &[Word] = &[
    word("POST", b"POST"),
    word("PUT", b"PUT"),
    word("GET", b"GET"),
    word("HEAD", b"HEAD"),
    word("DELETE", b"DELETE"),
    word("PATCH", b"PATCH"),
    word("OPTIONS", b"OPTIONS"),
];

/// Content that a user gives, with a name for scripts.
#[derive(Debug)]
pub struct Load {
    /// The name.
    pub name: &'static str,
    /// How much it is, and how it is delimited.
    pub framed: Framed,
}

impl Load {
    /// How many octets there are.
    pub(crate) const fn octets(&self) -> usize {
        match self.framed {
            Framed::None => 0,
            Framed::Length(octets) | Framed::Chunked(octets) => octets,
        }
    }

    /// The content: one octet repeated, so that what is not that octet is not content.
    pub(crate) fn content(&self) -> Content {
        match self.framed {
            Framed::None => Content::None,
            Framed::Length(octets) => Content::Length(vec![LOAD_OCTET; octets]),
            // The first chunk is empty, which is no chunk at all.
            Framed::Chunked(octets) => {
                let first = octets / 2;
                let pieces = [0, first, octets - first];
                Content::Chunked(pieces.iter().map(|octets| vec![LOAD_OCTET; *octets]).collect())
            }
        }
    }
}

const fn load(name: &'static str, framed: Framed) -> Load {
    Load { name, framed }
}

/// Content of the requests of a user.
pub static LOADS: &[Load] = &[
    load("length-5", Framed::Length(5)),
    load("none", Framed::None),
    load("chunked-5", Framed::Chunked(5)),
    load("length-40", Framed::Length(40)),
    load("length-0", Framed::Length(0)),
    load("chunked-0", Framed::Chunked(0)),
    load("length-1", Framed::Length(1)),
    load("chunked-40", Framed::Chunked(40)),
    load("length-40000", Framed::Length(40_000)),
    load("length-70000", Framed::Length(70_000)),
    load("chunked-70000", Framed::Chunked(70_000)),
];

/// What else the user says of a request, with a name for scripts.
#[derive(Debug)]
pub struct Manner {
    /// The name.
    pub name: &'static str,
    /// Whether the connection may persist.
    pub connection: Connection,
    /// Whether the content can be sent again.
    pub replay: Replay,
    /// The protocol that is offered in `Upgrade`.
    pub upgrade: Option<&'static str>,
}

/// Manners in which requests are made.
pub static MANNERS: &[Manner] = &[
    manner("plain", Connection::Keep, Replay::Possible, None),
    manner("close", Connection::Close, Replay::Possible, None),
    manner("once", Connection::Keep, Replay::Impossible, None),
    manner("upgrade", Connection::Keep, Replay::Possible, Some("demo")),
    manner("upgrade-and-close", Connection::Close, Replay::Possible, Some("demo")),
];

const fn manner(
    name: &'static str,
    connection: Connection,
    replay: Replay,
    upgrade: Option<&'static str>,
) -> Manner {
    Manner { name, connection, replay, upgrade }
}

/// How long a client rests behind each request: its connection may be given up meanwhile.
pub static RESTS: &[Time] = &[ms("0", 0), ms("500", 500), ms("70000", 70_000)];

/// How long the connection takes no more octets behind each write of the client.
pub static PACES: &[Time] = &[ms("0", 0), ms("100", 100), ms("700", 700), ms("7000", 7000)];

/// A number of octets, with a name for scripts.
#[derive(Debug)]
pub struct Count {
    /// The name.
    pub name: &'static str,
    /// The number.
    pub octets: usize,
}

const fn count(name: &'static str, octets: usize) -> Count {
    Count { name, octets }
}

/// Octets of content in one write of the client at most, and of a response in one write of the origin
/// server.
pub static PIECES: &[Count] = &[
    count("whole", 1 << 20),
    count("7", 7),
    count("1", 1),
    count("30", 30),
    count("16384", 16_384),
];

/// The octet that content consists of.
pub(crate) const LOAD_OCTET: u8 = b'a';

impl Eq for Load {}

/// Loads are the rows of a table: each is equal to itself.
impl PartialEq for Load {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Manner {}

/// Manners are the rows of a table: each is equal to itself.
impl PartialEq for Manner {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Count {}

/// Counts are the rows of a table: each is equal to itself.
impl PartialEq for Count {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}
