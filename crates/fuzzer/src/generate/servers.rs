//! Inputs for servers, made up: exchanges as clients have them, well or badly behaved.

use expectspec_properties::words::{
    CONTENTS, EXPECTS, FIELDS, FRAMINGS, METHODS, TARGETS, VERSIONS, Word,
};

use super::shapes;
use crate::TWINS;
use crate::expectations::made_up;
use crate::input::{Act, Cut, Expect, Head, Input, Order, Piece, Wait};
use crate::random::Random;

/// One to four exchanges on one connection, or on several.
pub(super) fn acts(random: &mut Random) -> Vec<Act> {
    match random.below(100) {
        0..6 => return twins(random),
        6..13 => return shapes::acts(random),
        _ => {}
    }
    let mut acts = Vec::new();
    let exchanges = random.weighted(&[(55, 1), (30, 2), (10, 3), (5, 4)]);
    if random.happens(8) {
        pipeline(&mut acts, random);
    }
    for index in 0..exchanges {
        if index > 0 && random.happens(10) {
            let number = random.below(usize::from(Input::CONNECTIONS_MAX));
            acts.push(Act::Connection(u8::try_from(number).unwrap_or(0)));
        }
        exchange(&mut acts, random);
    }
    acts.extend_from_slice(random.weighted(ENDS));
    acts
}

/// A request, and how its content is sent.
pub(super) fn exchange(acts: &mut Vec<Act>, random: &mut Random) {
    if random.happens(3) {
        acts.push(send(Piece::Octets(random.row(BEFORE_HEADS).to_vec())));
    }
    let head = head(random);
    let pieces = content(head.framing, random);
    let cut = if random.happens(14) { cut(random) } else { Cut::Whole };
    acts.push(Act::Send(Piece::Head(head), cut));
    match random.weighted(MANNERS) {
        Manner::AtOnce => acts.extend(pieces.into_iter().map(send)),
        Manner::After(wait) => {
            acts.push(Act::Wait(wait));
            acts.extend(pieces.into_iter().map(send));
        }
        Manner::InPieces(wait) => {
            acts.push(Act::Wait(Wait::Answer));
            for piece in pieces {
                acts.extend([Act::Send(piece, cut_for(random)), Act::Wait(wait)]);
            }
        }
        Manner::Partly => {
            acts.push(Act::Wait(Wait::Answer));
            acts.extend(pieces.into_iter().next().map(|it| Act::Send(it, Cut::Whole)));
        }
        Manner::Never(wait) => acts.push(Act::Wait(wait)),
        Manner::Else(wait) => {
            acts.push(Act::Wait(wait));
            acts.push(send(Piece::Content(random.row(CONTENTS))));
        }
    }
    acts.extend(random.weighted(BETWEEN).map(Act::Wait));
}

/// A handshake in two spellings.
fn twins(random: &mut Random) -> Vec<Act> {
    let framing = named(FRAMINGS, random.weighted(&[(6, "length-5"), (2, "chunked"), (2, "none")]));
    let method = &METHODS[random.below(2)];
    let mut acts = vec![
        Act::Twin(random.row(TWINS)),
        send(Piece::Head(Head { method, framing, ..usual_head() })),
        Act::Wait(Wait::Answer),
    ];
    acts.extend(content(framing, random).into_iter().map(send));
    acts.push(Act::Wait(Wait::Final));
    acts
}

/// Requests behind one another in one write, and then waits for all their answers.
fn pipeline(acts: &mut Vec<Act>, random: &mut Random) {
    let plain = 1 + random.below(2);
    for _ in 0..plain {
        let head = Head {
            method: random.usual(METHODS, 30),
            target: random.usual(TARGETS, 70),
            framing: named(FRAMINGS, "none"),
            expect: Expect::Word(named(EXPECTS, "none")),
            ..usual_head()
        };
        acts.push(send(Piece::Head(head)));
    }
    let head = Head { method: random.usual(METHODS, 60), expect: expect(random), ..usual_head() };
    acts.push(send(Piece::Head(head)));
    acts.extend((0..plain).map(|_| Act::Wait(Wait::Final)));
    acts.push(Act::Wait(random.weighted(&[(70, Wait::Answer), (30, Wait::Final)])));
    acts.extend([send(Piece::Content(&CONTENTS[0])), Act::Wait(Wait::Final)]);
}

/// A handshake as most clients have it.
pub(crate) fn usual_head() -> Head {
    Head {
        method: &METHODS[0],
        target: &TARGETS[0],
        version: &VERSIONS[0],
        framing: &FRAMINGS[0],
        expect: Expect::Word(&EXPECTS[0]),
        fields: &FIELDS[0],
        order: Order::Last,
    }
}

/// The head of a request: a usual one, but for some words.
pub(crate) fn head(random: &mut Random) -> Head {
    Head {
        method: random.usual(METHODS, 60),
        target: random.usual(TARGETS, 55),
        // HTTP/1.0 has rules of its own.
        version: if random.happens(12) { &VERSIONS[1] } else { random.usual(VERSIONS, 88) },
        framing: framing(random),
        expect: expect(random),
        fields: random.usual(FIELDS, 65),
        order: random.weighted(ORDERS),
    }
}

pub(crate) fn framing(random: &mut Random) -> &'static Word {
    match random.below(20) {
        0..7 => &FRAMINGS[0],
        7..11 => named(FRAMINGS, "chunked"),
        11 | 12 => named(FRAMINGS, "none"),
        // Whether content is taken for a request shows where it holds one.
        13 | 14 => named(FRAMINGS, "length-canary"),
        _ => random.row(FRAMINGS),
    }
}

pub(crate) fn expect(random: &mut Random) -> Expect {
    match random.below(100) {
        0..42 => Expect::Word(&EXPECTS[0]),
        42..54 => Expect::Word(named(EXPECTS, "none")),
        54..84 => Expect::Word(random.row(EXPECTS)),
        _ => made_up(random),
    }
}

/// What a head with this framing announces, or else something.
pub(super) fn content(framing: &'static Word, random: &mut Random) -> Vec<Piece> {
    let words: &[&str] = match framing.name {
        "none" | "length-0" => &[],
        "length-5" | "length-list" | "lengths-differ" => {
            random.weighted(&[(80, &["hello"] as &[_]), (20, &["octet", "ello"])])
        }
        "length-1" => &["octet"],
        "length-canary" => &["canary"],
        "length-65536" => &["64-kib"],
        name if name.contains("chunked") => random.weighted(CHUNKED),
        _ => random.weighted(&[(50, &["hello"] as &[_]), (25, &["canary"]), (25, &[])]),
    };
    words.iter().map(|name| Piece::Content(named(CONTENTS, name))).collect()
}

pub(crate) fn cut(random: &mut Random) -> Cut {
    if random.happens(25) {
        return Cut::Each(random.weighted(&[(60, 1), (20, 3), (20, 16)]));
    }
    let at = u16::try_from(random.below(1 << 16)).unwrap_or(0);
    Cut::At(at, random.weighted(&[(50, Wait::Apart), (20, Wait::Pause), (30, Wait::Quiet)]))
}

fn cut_for(random: &mut Random) -> Cut {
    if random.happens(20) { cut(random) } else { Cut::Whole }
}

pub(crate) fn send(piece: Piece) -> Act {
    Act::Send(piece, Cut::Whole)
}

/// The word with this name.
pub(crate) fn named(table: &'static [Word], name: &str) -> &'static Word {
    table.iter().find(|word| word.name == name).expect("the name stands in the table")
}

/// How the content of a request is sent.
#[derive(Clone, Copy, Debug)]
enum Manner {
    /// With the head.
    AtOnce,
    /// All of it, after a wait.
    After(Wait),
    /// When there is an answer, with such waits between the pieces.
    InPieces(Wait),
    /// The first piece only.
    Partly,
    /// Not at all.
    Never(Wait),
    /// Something else instead.
    Else(Wait),
}

static MANNERS: &[(usize, Manner)] = &[
    (28, Manner::AtOnce),
    (30, Manner::After(Wait::Answer)),
    (8, Manner::After(Wait::Quiet)),
    (3, Manner::After(Wait::Apart)),
    (6, Manner::InPieces(Wait::Apart)),
    (4, Manner::InPieces(Wait::Quiet)),
    (5, Manner::Partly),
    (6, Manner::Never(Wait::Answer)),
    (4, Manner::Never(Wait::Final)),
    (3, Manner::Else(Wait::Answer)),
    (3, Manner::Else(Wait::Apart)),
];

static BETWEEN: &[(usize, Option<Wait>)] =
    &[(65, Some(Wait::Final)), (8, Some(Wait::Quiet)), (4, Some(Wait::Close)), (23, None)];

static ENDS: &[(usize, &[Act])] = &[
    (50, &[Act::Wait(Wait::Final)]),
    (12, &[Act::Wait(Wait::Final), Act::Wait(Wait::Quiet)]),
    (12, &[Act::Wait(Wait::Final), Act::Wait(Wait::Close)]),
    (14, &[Act::Finish, Act::Wait(Wait::Close)]),
    (8, &[Act::Wait(Wait::Final), Act::Finish, Act::Wait(Wait::Close)]),
    (4, &[Act::Reset]),
];

static ORDERS: &[(usize, Order)] =
    &[(80, Order::Last), (10, Order::First), (10, Order::BeforeFraming)];

static CHUNKED: &[(usize, &[&str])] = &[
    (45, &["chunk", "last-chunk"]),
    (10, &["chunk", "trailers"]),
    (6, &["chunk", "trailer-expect"]),
    (8, &["extended-chunk", "last-chunk"]),
    (8, &["chunk-of-canary", "last-chunk"]),
    (8, &["half-a-chunk", "llo-and-end"]),
    (4, &["begin-64-kib", "64-kib", "end-of-chunk", "last-chunk"]),
    (6, &["last-chunk"]),
    (3, &["no-chunk"]),
    (7, &["chunk", "last-chunk-open", "end-of-chunk"]),
    (3, &["chunk-beyond-32-bits", "last-chunk", "canary"]),
    (5, &["chunk-beyond-64-bits", "last-chunk", "canary"]),
];

/// What may stand before a request-line, or not quite.
pub(super) static BEFORE_HEADS: &[&[u8]] = &[b"\r\n", b"\n", b"\r\n\r\n", b" ", b"\0", b"hello"];
