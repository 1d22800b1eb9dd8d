//! Requests, and what servers do to them.

use expectspec_engine::client::{Connection, Content, Replay, Request};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Something that the server does.
#[derive(Clone, Debug)]
pub(crate) enum Happening {
    Octets(Vec<u8>),
    Wait(u64),
    End,
    Reset,
    /// One piece is taken from the client, not all.
    Take,
}

pub(crate) fn request() -> impl Strategy<Value = Request> {
    let content = select(vec![
        Content::None,
        Content::Length(b"hello".to_vec()),
        Content::Length(vec![b'G'; 40]),
        Content::Chunked(vec![b"hel".to_vec(), vec![], b"lo".to_vec()]),
        Content::Chunked(vec![vec![b'x'; 20]]),
        Content::Chunked(vec![]),
    ]);
    let replay = select(vec![Replay::Possible, Replay::Possible, Replay::Impossible]);
    let connection = select(vec![Connection::Keep, Connection::Keep, Connection::Close]);
    let upgrade = select(vec![None, None, Some("demo")]);
    (select(&["GET", "PUT", "POST", "HEAD"][..]), content, replay, connection, upgrade).prop_map(
        |(method, content, replay, connection, upgrade)| {
            let request = Request::new(method, "/up", "a").with_content(content);
            let request = Request { replay, connection, ..request };
            match upgrade {
                Some(protocol) => request.with_field("Upgrade", protocol.as_bytes()),
                None => request,
            }
        },
    )
}

pub(crate) fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        12 => octets().prop_map(Happening::Octets),
        3 => select(vec![1, 500, 999, 1000, 5000, 30_000]).prop_map(Happening::Wait),
        4 => Just(Happening::Take),
        1 => Just(Happening::End),
        1 => Just(Happening::Reset),
    ]
}

/// Octets that often make responses, and often almost do.
fn octets() -> impl Strategy<Value = Vec<u8>> {
    let head = (
        select(&["1.1", "1.1", "1.1", "1.0", "2.0"][..]),
        select(CODES),
        vec(select(FIELDS), 0..3),
        select(CONTENTS),
    )
        .prop_map(|(version, code, fields, content)| {
            format!("HTTP/{version} {code}\r\n{}\r\n{content}", fields.concat()).into_bytes()
        });
    let part = prop_oneof![
        8 => head.clone(),
        4 => Just(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntag".to_vec()),
        2 => (head, any::<proptest::sample::Index>()).prop_map(|(head, end)| {
            head[..end.index(head.len())].to_vec()
        }),
        1 => vec(any::<u8>(), 0..12),
    ];
    vec(part, 0..3).prop_map(|parts| parts.concat())
}

const CODES: &[&str] = &[
    "100 Continue",
    "100 ",
    "100",
    "101 ",
    "103 ",
    "199 ",
    "200 OK",
    "200 OK",
    "204 ",
    "302 ",
    "303 ",
    "307 ",
    "401 ",
    "413 ",
    "417 ",
    "417 Expectation Failed",
    "500 ",
    "999 ",
    "099 ",
    "1000 ",
];

const FIELDS: &[&str] = &[
    "Content-Length: 3\r\n",
    "Content-Length: 3\r\n",
    "Content-Length: 0\r\n",
    "Content-Length: 0\r\n",
    "Content-Length: 3x\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Connection: close\r\n",
    "Connection: keep-alive\r\n",
    "Upgrade: demo\r\n",
    "Location: /new\r\n",
    "A: b\r\n c\r\n",
    "no colon\r\n",
];

const CONTENTS: &[&str] = &["", "", "", "tag", "tag", "3\r\ntag\r\n0\r\n\r\n", "0\r\n\r\n", "\r\n"];
