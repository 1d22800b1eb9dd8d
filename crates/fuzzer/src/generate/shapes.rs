//! Exchanges of a shape that chance alone would hardly ever give: one thing in them is extreme, or split at
//! one place, and everything else is usual, since only then it is clear what the answer is owed to.

use expectspec_properties::words::{
    CONTENTS, EXPECTS, FIELDS, FRAMINGS, METHODS, TARGETS, VERSIONS,
};

use super::servers::{named, send, usual_head};
use crate::input::{Act, Expect, Head, Piece, Wait};
use crate::random::Random;

/// An exchange of some shape, and a plain one behind it.
pub(super) fn acts(random: &mut Random) -> Vec<Act> {
    let shape = random.row(SHAPES);
    let head = Head {
        method: named(METHODS, shape.method),
        target: named(TARGETS, shape.target),
        version: named(VERSIONS, shape.version),
        fields: named(FIELDS, shape.fields),
        framing: named(FRAMINGS, shape.framing),
        expect: Expect::Lines(shape.expect.octets()),
        ..usual_head()
    };
    let mut acts = vec![send(Piece::Head(head)), Act::Wait(Wait::Answer)];
    acts.extend(shape.content.iter().map(|part| match part {
        Part::Send(name) => send(Piece::Content(named(CONTENTS, name))),
        Part::Wait(wait) => Act::Wait(*wait),
    }));
    let plain = Head {
        method: named(METHODS, "GET"),
        framing: named(FRAMINGS, "none"),
        expect: Expect::Word(named(EXPECTS, "none")),
        ..usual_head()
    };
    acts.extend([send(Piece::Head(plain)), Act::Wait(Wait::Final), Act::Wait(Wait::Final)]);
    acts
}

/// What one exchange is like.
#[derive(Debug)]
struct Shape {
    method: &'static str,
    target: &'static str,
    version: &'static str,
    fields: &'static str,
    framing: &'static str,
    expect: Lines,
    content: &'static [Part],
}

/// `Expect` field lines, some octets in them repeated.
#[derive(Debug)]
struct Lines {
    begin: &'static [u8],
    again: &'static [u8],
    times: usize,
    end: &'static [u8],
}

/// What is done behind the head.
#[derive(Clone, Copy, Debug)]
enum Part {
    Send(&'static str),
    Wait(Wait),
}

impl Shape {
    /// A handshake as most clients have it.
    const PLAIN: Self = Self {
        method: "POST",
        target: "/echo",
        version: "HTTP/1.1",
        fields: "plain",
        framing: "length-5",
        expect: Lines::once(b"Expect: 100-continue\r\n"),
        content: &[Part::Send("hello"), Part::Wait(Wait::Final)],
    };

    /// Content that is a request, to be seen if it is taken for one.
    const CANARY: Self = Self {
        framing: "length-canary",
        content: &[Part::Send("canary"), Part::Wait(Wait::Final)],
        ..Self::PLAIN
    };
}

impl Lines {
    const fn once(begin: &'static [u8]) -> Self {
        Self { begin, again: b"", times: 0, end: b"" }
    }

    /// The expectation, with so much more of the same in the value.
    const fn many(again: &'static [u8], times: usize) -> Self {
        Self { begin: b"Expect: 100-continue", again, times, end: b"\r\n" }
    }

    fn octets(&self) -> Vec<u8> {
        [self.begin, &self.again.repeat(self.times), self.end].concat()
    }
}

static SHAPES: &[Shape] = &[
    // Who closes behind a refusal, does so without any content.
    Shape { target: "/reject", content: &[Part::Wait(Wait::Close)], ..Shape::PLAIN },
    Shape { version: "HTTP/1.0", fields: "keep-alive", ..Shape::PLAIN },
    Shape { method: "longer-than-any", ..Shape::PLAIN },
    // All are larger than an ordinary head; the first has few members for that, the others thousands.
    Shape { expect: Lines::many(b", 100-continue", 700), ..Shape::PLAIN },
    Shape { expect: Lines::many(b",", 10_000), ..Shape::PLAIN },
    Shape { expect: Lines::many(b", 100-continue", 2000), ..Shape::PLAIN },
    // The halves of the token meet where the NUL is left out.
    Shape { expect: Lines::once(b"Expect: 100-con\0tinue\r\n"), ..Shape::PLAIN },
    // The last line alone says nothing, nor does the first.
    Shape { expect: Lines::once(b"Expect: 100-continue\r\nExpect:\r\n"), ..Shape::PLAIN },
    Shape { expect: Lines::once(b"Expect: ,\r\nExpect: 100-continue\r\n"), ..Shape::PLAIN },
    Shape { expect: Lines::once(b"Expect:\r\n 100-continue\r\n"), ..Shape::CANARY },
    Shape {
        method: "OPTIONS",
        expect: Lines::once(b"Expect:\r\n 100-continue\r\n"),
        ..Shape::CANARY
    },
    Shape { expect: Lines::once(b"Expect: y 100-continue\r\n"), ..Shape::CANARY },
    Shape { method: "GET", ..Shape::CANARY },
    Shape { method: "longer-than-any", ..Shape::CANARY },
    Shape {
        framing: "chunked",
        content: &[
            Part::Send("chunk-beyond-32-bits"),
            Part::Send("last-chunk"),
            Part::Send("canary"),
            Part::Wait(Wait::Quiet),
        ],
        ..Shape::PLAIN
    },
    Shape {
        framing: "chunked",
        content: &[
            Part::Send("chunk-beyond-64-bits"),
            Part::Send("last-chunk"),
            Part::Send("canary"),
            Part::Wait(Wait::Quiet),
        ],
        ..Shape::PLAIN
    },
    Shape {
        framing: "chunked",
        content: &[Part::Send("chunk"), Part::Send("trailer-expect"), Part::Wait(Wait::Final)],
        ..Shape::PLAIN
    },
    // What ends the content comes with the next request.
    Shape {
        framing: "chunked",
        content: &[
            Part::Send("chunk"),
            Part::Send("last-chunk-line"),
            Part::Wait(Wait::Quiet),
            Part::Send("trailer-line-and-end"),
        ],
        ..Shape::PLAIN
    },
];
