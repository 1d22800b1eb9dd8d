//! Inputs for clients, made up: what they are asked for, and how an origin server receives it.

use expectspec_catalogue::{Task, Upload};

use super::answers::{WAITS, broken, final_response, interim, word};
use crate::input::{ASKED_METHODS, Act, OriginAct, Wait};
use crate::random::Random;

/// A task, and what becomes of its requests.
pub(super) fn acts(random: &mut Random) -> Vec<Act> {
    let mut acts = vec![Act::Ask(task(random))];
    for _ in 0..random.weighted(&[(45, 1), (40, 2), (15, 3)]) {
        exchange(&mut acts, random);
    }
    acts
}

/// What a client is asked for.
pub(crate) fn task(random: &mut Random) -> Task {
    let method = if random.happens(80) { None } else { *random.row(ASKED_METHODS) };
    let usual = match method {
        Some("GET" | "HEAD" | "DELETE" | "OPTIONS" | "TRACE" | "CONNECT") => Upload::None,
        _ => Upload::Known,
    };
    let upload = random.weighted(&[
        (70, usual),
        (20, Upload::Unknown),
        (7, Upload::None),
        (3, Upload::Known),
    ]);
    Task { method, upload, requests: random.weighted(&[(50, 1), (40, 2), (10, 3)]) }
}

/// A request, and what an origin server does about it.
pub(super) fn exchange(acts: &mut Vec<Act>, random: &mut Random) {
    let mut origin = |act| acts.push(Act::Origin(act));
    origin(OriginAct::Request);
    if random.happens(15) {
        origin(OriginAct::Wait(random.weighted(WAITS)));
    }
    match random.weighted(MANNERS) {
        Manner::Properly => {
            interims(&mut origin, random);
            origin(OriginAct::Content);
            origin(final_response(random));
        }
        Manner::Early => {
            origin(final_response(random));
            after(&mut origin, random);
        }
        Manner::AfterInterims => {
            interims(&mut origin, random);
            origin(final_response(random));
            after(&mut origin, random);
        }
        Manner::WithinContent => {
            origin(word("100"));
            origin(OriginAct::SomeContent);
            origin(final_response(random));
            after(&mut origin, random);
        }
        Manner::Silently => {
            origin(OriginAct::Content);
            origin(final_response(random));
        }
        Manner::TooMuch => {
            interims(&mut origin, random);
            origin(OriginAct::Content);
            origin(final_response(random));
            origin(if random.happens(50) { interim(random) } else { final_response(random) });
        }
        Manner::Late => {
            origin(OriginAct::Content);
            interims(&mut origin, random);
            origin(final_response(random));
        }
        Manner::Broken => {
            if random.happens(50) {
                interims(&mut origin, random);
            }
            origin(broken(random));
            origin(end(random));
        }
        Manner::Gone => {
            if random.happens(60) {
                interims(&mut origin, random);
            }
            if random.happens(40) {
                origin(OriginAct::SomeContent);
            }
            origin(end(random));
        }
        Manner::Never => origin(OriginAct::Wait(Wait::Close)),
    }
}

fn interims(origin: &mut impl FnMut(OriginAct), random: &mut Random) {
    for _ in 0..random.weighted(&[(60, 1), (25, 2), (10, 3), (5, 8)]) {
        origin(interim(random));
        if random.happens(15) {
            origin(OriginAct::Wait(random.weighted(WAITS)));
        }
    }
}

/// What comes behind a final response that was early.
fn after(origin: &mut impl FnMut(OriginAct), random: &mut Random) {
    match random.below(10) {
        0..3 => origin(OriginAct::Content),
        3 => origin(OriginAct::Wait(Wait::Quiet)),
        4 => origin(OriginAct::Finish),
        5 => origin(OriginAct::Wait(Wait::Close)),
        6 => origin(interim(random)),
        _ => {}
    }
}

fn end(random: &mut Random) -> OriginAct {
    random.weighted(&[(60, OriginEnd::Finish), (20, OriginEnd::Reset), (20, OriginEnd::Open)]).act()
}

#[derive(Clone, Copy, Debug)]
enum OriginEnd {
    Finish,
    Reset,
    Open,
}

impl OriginEnd {
    const fn act(self) -> OriginAct {
        match self {
            Self::Finish => OriginAct::Finish,
            Self::Reset => OriginAct::Reset,
            Self::Open => OriginAct::Wait(Wait::Quiet),
        }
    }
}

/// How an origin server receives a request.
#[derive(Clone, Copy, Debug)]
enum Manner {
    /// 100 (Continue), content, final response.
    Properly,
    /// A final response before the content.
    Early,
    /// The same behind interim responses.
    AfterInterims,
    /// A final response when content has begun.
    WithinContent,
    /// No 100 (Continue).
    Silently,
    /// Another response behind the final one.
    TooMuch,
    /// Interim responses behind the content.
    Late,
    /// With what is no response.
    Broken,
    /// Not at all: it ends the connection.
    Gone,
    /// Not at all.
    Never,
}

static MANNERS: &[(usize, Manner)] = &[
    (20, Manner::Properly),
    (18, Manner::Early),
    (10, Manner::AfterInterims),
    (12, Manner::WithinContent),
    (10, Manner::Silently),
    (6, Manner::TooMuch),
    (6, Manner::Late),
    (6, Manner::Broken),
    (8, Manner::Gone),
    (4, Manner::Never),
];
