//! Inputs for intermediaries, made up: what their clients send, and what the origin server does about it.

use expectspec_properties::words::{CONTENTS, METHODS, TAGGED_TARGETS};

use super::answers::{broken, final_response, interim, word};
use super::servers::{content, cut, head, send};
use crate::input::{Act, Cut, Head, Input, OriginAct, Piece, Wait};
use crate::random::Random;

/// One to four exchanges of one client, or of several.
pub(super) fn acts(random: &mut Random) -> Vec<Act> {
    let mut acts = Vec::new();
    for index in 0..random.weighted(&[(55, 1), (30, 2), (10, 3), (5, 4)]) {
        if index > 0 && random.happens(40) {
            let number = random.below(usize::from(Input::CONNECTIONS_MAX));
            acts.push(Act::Connection(u8::try_from(number).unwrap_or(0)));
        }
        exchange(&mut acts, random);
    }
    acts
}

/// A request, how its content is sent, and what the origin server does about it.
pub(super) fn exchange(acts: &mut Vec<Act>, random: &mut Random) {
    let head = Head {
        target: random.usual(TAGGED_TARGETS, 85),
        method: random.usual(METHODS, 70),
        ..head(random)
    };
    let pieces: Vec<Act> = content(head.framing, random).into_iter().map(send).collect();
    let cut = if random.happens(10) { cut(random) } else { Cut::Whole };
    acts.push(Act::Send(Piece::Head(head), cut));
    let origin = |act| Act::Origin(act);
    match random.weighted(MANNERS) {
        Manner::Handshake => {
            acts.push(origin(OriginAct::Request));
            acts.extend(interims(random));
            acts.push(Act::Wait(Wait::Answer));
            acts.extend(pieces);
            acts.extend([origin(OriginAct::Content), origin(final_response(random))]);
        }
        Manner::AtOnce => {
            acts.extend(pieces);
            acts.extend([origin(OriginAct::Content), origin(final_response(random))]);
        }
        Manner::Served => {
            acts.push(Act::Wait(random.weighted(&[(50, Wait::Apart), (50, Wait::Quiet)])));
            acts.extend(pieces);
            acts.push(origin(OriginAct::Serve));
        }
        Manner::Early => {
            acts.push(origin(OriginAct::Request));
            if random.happens(30) {
                acts.extend(interims(random));
            }
            acts.extend([origin(final_response(random)), Act::Wait(Wait::Answer)]);
            if random.happens(50) {
                acts.extend(pieces);
            }
        }
        Manner::WithinContent => {
            let half = pieces.len().div_ceil(2);
            acts.extend([origin(OriginAct::Request), origin(word("100")), Act::Wait(Wait::Answer)]);
            acts.extend(pieces[..half].to_vec());
            acts.extend([origin(OriginAct::SomeContent), origin(final_response(random))]);
            acts.push(Act::Wait(Wait::Answer));
            acts.extend(pieces[half..].to_vec());
        }
        Manner::Silently => {
            acts.extend([origin(OriginAct::Request), Act::Wait(Wait::Answer)]);
            acts.extend(pieces);
            acts.extend([origin(OriginAct::Content), origin(final_response(random))]);
        }
        Manner::ClientLeaves => {
            acts.push(origin(OriginAct::Request));
            if random.happens(50) {
                acts.extend([origin(word("100")), Act::Wait(Wait::Answer)]);
                acts.extend(pieces.into_iter().take(1));
            }
            let end = if random.happens(70) { Act::Finish } else { Act::Reset };
            acts.extend([end, origin(OriginAct::Wait(Wait::Quiet))]);
            if random.happens(50) {
                acts.push(origin(final_response(random)));
            }
        }
        Manner::OriginLeaves => {
            acts.push(origin(OriginAct::Request));
            if random.happens(50) {
                acts.extend(interims(random));
            }
            if random.happens(40) {
                acts.push(origin(broken(random)));
            }
            let end = if random.happens(70) { OriginAct::Finish } else { OriginAct::Reset };
            acts.push(origin(end));
            acts.push(Act::Wait(Wait::Answer));
            if random.happens(40) {
                acts.extend(pieces);
            }
        }
        Manner::TooMuch => {
            acts.extend(pieces);
            acts.extend([origin(OriginAct::Content), origin(final_response(random))]);
            let more = if random.happens(50) { interim(random) } else { final_response(random) };
            acts.push(origin(more));
        }
        Manner::Else => {
            acts.extend([origin(OriginAct::Request), origin(final_response(random))]);
            acts.extend([Act::Wait(Wait::Answer), send(Piece::Content(random.row(CONTENTS)))]);
        }
        // What follows is pipelined.
        Manner::Unanswered => return acts.extend(pieces),
    }
    acts.extend(random.weighted(BETWEEN).map(Act::Wait));
}

fn interims(random: &mut Random) -> Vec<Act> {
    let count = random.weighted(&[(70, 1), (20, 2), (10, 3)]);
    (0..count).map(|_| Act::Origin(interim(random))).collect()
}

/// How a request comes to its end.
#[derive(Clone, Copy, Debug)]
enum Manner {
    /// Content behind what the origin server's interim responses became.
    Handshake,
    /// All content with the head.
    AtOnce,
    /// By an origin server as it should be.
    Served,
    /// A final response before the content.
    Early,
    /// A final response when content has begun.
    WithinContent,
    /// No interim response.
    Silently,
    /// The client ends the connection.
    ClientLeaves,
    /// The origin server does.
    OriginLeaves,
    /// Another response behind the final one.
    TooMuch,
    /// Something else in place of content.
    Else,
    /// By nobody yet.
    Unanswered,
}

static MANNERS: &[(usize, Manner)] = &[
    (22, Manner::Handshake),
    (15, Manner::AtOnce),
    (8, Manner::Served),
    (15, Manner::Early),
    (8, Manner::WithinContent),
    (6, Manner::Silently),
    (7, Manner::ClientLeaves),
    (7, Manner::OriginLeaves),
    (4, Manner::TooMuch),
    (3, Manner::Else),
    (5, Manner::Unanswered),
];

static BETWEEN: &[(usize, Option<Wait>)] =
    &[(70, Some(Wait::Final)), (6, Some(Wait::Quiet)), (4, Some(Wait::Close)), (20, None)];
