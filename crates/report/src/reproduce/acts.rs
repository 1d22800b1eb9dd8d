//! A script as acts that a shell can do one after another.

use core::fmt::{self, Display, Formatter};

use expectspec_catalogue::{Case, Places, Service, Step, Until, expand};

/// What is done next.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Act {
    Open(usize),
    Write(usize, Vec<u8>),
    Repeat(usize, Vec<u8>, u32),
    Wait(Seconds, &'static str),
    /// Waits for the head of a request.
    Request,
    /// Answers all further requests.
    Serve(Before, Vec<u8>),
    Finish(usize),
    Reset(usize),
}

/// What comes before the answer to a further request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Before {
    Nothing,
    Continue,
    Content,
}

/// A time in milliseconds, printed as `sleep` takes it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Seconds(u32);

impl Display for Seconds {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.0 / 1000, self.0 % 1000) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, thousandths) => write!(f, "{whole}.{thousandths:03}"),
        }
    }
}

/// Whoever plays by hand has no eyes on the connection: a second is more than subjects take.
const WAIT: Seconds = Seconds(1000);
const LONG_WAIT: Seconds = Seconds(2000);

/// What the tester's clients do.
pub(super) fn of_client(case: &Case, places: &Places) -> Vec<Act> {
    let mut acts = vec![Act::Open(0)];
    let (mut current, mut opened) = (0, 1);
    for step in case.script {
        match *step {
            Step::Open => {
                current = opened;
                opened += 1;
                acts.push(Act::Open(current));
            }
            Step::Use(connection) => current = usize::from(connection),
            Step::AtOrigin(_) => acts.push(Act::Wait(WAIT, "for the origin server")),
            _ => add(&mut acts, step, current, &|octets| expand(octets, case, places)),
        }
    }
    acts.push(Act::Wait(LONG_WAIT, "for what may still come"));
    acts
}

/// What the tester's origin server does: toward a client, the whole script.
pub(super) fn of_origin(case: &Case, places: &Places) -> Vec<Act> {
    let tags = tags(case);
    let (mut acts, mut requests) = (Vec::new(), 0_usize);
    let at_origin = case.script.iter().flat_map(|step| match step {
        Step::AtOrigin(steps) => steps,
        _ => &[][..],
    });
    let steps: Vec<&Step> = match case.party() {
        expectspec_requirements::Party::Intermediary => at_origin.collect(),
        _ => case.script.iter().collect(),
    };
    for step in steps {
        requests += usize::from(matches!(step, Step::Await(Until::Request)));
        let tag = tags.get(requests.saturating_sub(1)).or(tags.last()).copied().unwrap_or_default();
        add(&mut acts, step, 0, &|octets| with_tag(&expand(octets, case, places), tag));
    }
    acts.push(Act::Wait(LONG_WAIT, "for what may still come"));
    acts
}

fn add(acts: &mut Vec<Act>, step: &Step, at: usize, expand: &dyn Fn(&[u8]) -> Vec<u8>) {
    match *step {
        Step::Send(octets) => acts.push(Act::Write(at, expand(octets))),
        Step::Dribble { octets, octets_each, gap_ms } => {
            for piece in expand(octets).chunks(octets_each.max(1) as usize) {
                acts.push(Act::Write(at, piece.to_vec()));
                acts.push(Act::Wait(Seconds(gap_ms), "between two writes"));
            }
        }
        Step::Repeat { octets, times } => acts.push(Act::Repeat(at, expand(octets), times)),
        Step::Await(Until::Answer) => acts.push(Act::Wait(WAIT, "for a 100 or a final response")),
        Step::Await(Until::Final) => acts.push(Act::Wait(WAIT, "for the final response")),
        Step::Await(Until::Close) => acts.push(Act::Wait(LONG_WAIT, "for the connection to end")),
        Step::Await(Until::Request) => acts.push(Act::Request),
        Step::Await(Until::ContentBegun) => acts.push(Act::Wait(WAIT, "for content to begin")),
        Step::Await(Until::Content) => acts.push(Act::Wait(WAIT, "for the content")),
        Step::Quiet => acts.push(Act::Wait(WAIT, "and nothing may come")),
        Step::Pause(ms) => acts.push(Act::Wait(Seconds(ms), "on purpose")),
        Step::Finish => acts.push(Act::Finish(at)),
        Step::Reset => acts.push(Act::Reset(at)),
        Step::Serve(service) => acts.push(match service {
            Service::Proper(octets) => Act::Serve(Before::Continue, expand(octets)),
            Service::AtOnce(octets) => Act::Serve(Before::Nothing, expand(octets)),
            Service::Late(octets) => Act::Serve(Before::Content, expand(octets)),
        }),
        Step::Open | Step::Use(_) | Step::AtOrigin(_) => {}
    }
}

/// What the case adds to `{target}` in each request, in the order in which they are sent.
fn tags(case: &Case) -> Vec<&'static [u8]> {
    const TARGET: &[u8] = b"{target}";
    let mut tags = Vec::new();
    for step in case.script {
        let (Step::Send(octets) | Step::Dribble { octets, .. } | Step::Repeat { octets, .. }) =
            step
        else {
            continue;
        };
        let mut rest: &'static [u8] = octets;
        while let Some(at) = rest.windows(TARGET.len()).position(|piece| piece == TARGET) {
            rest = &rest[at + TARGET.len()..];
            let length = rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len());
            tags.push(&rest[..length]);
        }
    }
    tags
}

fn with_tag(octets: &[u8], tag: &[u8]) -> Vec<u8> {
    const TAG: &[u8] = b"{tag}";
    let mut filled = Vec::with_capacity(octets.len());
    let mut rest = octets;
    while let Some(at) = rest.windows(TAG.len()).position(|piece| piece == TAG) {
        filled.extend_from_slice(&rest[..at]);
        filled.extend_from_slice(tag);
        rest = &rest[at + TAG.len()..];
    }
    filled.extend_from_slice(rest);
    filled
}
