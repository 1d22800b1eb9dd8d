//! The steps of a script as JSON.

use expectspec_catalogue as catalogue;
use expectspec_catalogue::{Service, Until};
use serde::Serialize;

/// A step; `do` says which.
#[derive(Serialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub(super) enum Step {
    Send { octets: String },
    Dribble { octets: String, octets_each: u32, gap_ms: u32 },
    Repeat { octets: String, times: u32 },
    Await { until: &'static str },
    Quiet,
    Pause { ms: u32 },
    Open,
    Use { connection: u8 },
    Finish,
    Reset,
    Serve { how: &'static str, octets: String },
    AtOrigin { steps: Vec<Self> },
}

impl Step {
    pub(super) fn of(step: &catalogue::Step) -> Self {
        match *step {
            catalogue::Step::Send(octets) => Self::Send { octets: text(octets) },
            catalogue::Step::Dribble { octets, octets_each, gap_ms } => {
                Self::Dribble { octets: text(octets), octets_each, gap_ms }
            }
            catalogue::Step::Repeat { octets, times } => {
                Self::Repeat { octets: text(octets), times }
            }
            catalogue::Step::Await(until) => Self::Await { until: awaited(until) },
            catalogue::Step::Quiet => Self::Quiet,
            catalogue::Step::Pause(ms) => Self::Pause { ms },
            catalogue::Step::Open => Self::Open,
            catalogue::Step::Use(connection) => Self::Use { connection },
            catalogue::Step::Finish => Self::Finish,
            catalogue::Step::Reset => Self::Reset,
            catalogue::Step::Serve(service) => {
                let (how, octets) = served(service);
                Self::Serve { how, octets: text(octets) }
            }
            catalogue::Step::AtOrigin(steps) => {
                Self::AtOrigin { steps: steps.iter().map(Self::of).collect() }
            }
        }
    }
}

/// Each octet as the character of its number: readable, and the same in every language (ISO
/// 8859-1).
pub(super) fn text(octets: &[u8]) -> String {
    octets.iter().map(|&octet| char::from(octet)).collect()
}

const fn awaited(until: Until) -> &'static str {
    match until {
        Until::Answer => "answer",
        Until::Final => "final",
        Until::Close => "close",
        Until::Request => "request",
        Until::ContentBegun => "content-begun",
        Until::Content => "content",
    }
}

const fn served(service: Service) -> (&'static str, &'static [u8]) {
    match service {
        Service::Proper(octets) => ("proper", octets),
        Service::AtOnce(octets) => ("at-once", octets),
        Service::Late(octets) => ("late", octets),
    }
}
