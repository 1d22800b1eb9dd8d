//! An input as the steps of a script that the runner plays.

use expectspec_catalogue::{Places, ScriptStep, Step, Until};
use expectspec_requirements::Party;

use super::origin_steps::{self, OriginSteps};
use super::{Act, Cut, Head, Input, OriginAct, Persistence, Piece, Wait};

/// A step that owns its octets.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum OwnStep {
    /// Writes these octets, placeholders in them.
    Send(Vec<u8>),
    /// What the origin server behind an intermediary does.
    AtOrigin(Vec<OwnStep>),
    /// Any other.
    Other(Step),
}

impl OwnStep {
    /// The step, of which [`OwnStep::inner`] gave `inner`.
    pub(crate) fn borrowed<'a>(&'a self, inner: &'a [ScriptStep<'a>]) -> ScriptStep<'a> {
        match self {
            Self::Send(octets) => ScriptStep::Send(octets),
            Self::AtOrigin(_) => ScriptStep::AtOrigin(inner),
            Self::Other(step) => *step,
        }
    }

    /// The steps of the origin server in it.
    pub(crate) fn inner(&self) -> Vec<ScriptStep<'_>> {
        match self {
            Self::AtOrigin(steps) => steps.iter().map(|step| step.borrowed(&[])).collect(),
            Self::Send(_) | Self::Other(_) => Vec::new(),
        }
    }
}

impl Input {
    /// The steps of the peer of this party. Where the words name resources of the reference's site,
    /// placeholders stand for those of the subject.
    pub(crate) fn steps(&self, party: Party, places: &Places) -> Vec<OwnStep> {
        let (this, _) = self.twins();
        let played = Self::of(this.acts.iter().take(Self::ACTS_MAX).cloned().collect());
        if party == Party::Client {
            return origin_steps::of_host(&played.acts);
        }
        let mut steps = Steps::new(party, self.persistence);
        // What was sent last is worth an answer.
        for act in played.with_a_last_wait(party).acts {
            match act {
                Act::Send(piece, cut) => steps.send(&piece, cut, places),
                Act::Wait(wait) => steps.wait(wait),
                Act::Connection(number) => steps.turn_to(number),
                Act::Finish => steps.other(Step::Finish),
                Act::Reset => steps.other(Step::Reset),
                Act::Origin(act) if party == Party::Intermediary => steps.at_origin(&act),
                Act::Origin(_) | Act::Ask(_) | Act::Twin(_) => {}
            }
        }
        steps.into_list()
    }
}

struct Steps {
    party: Party,
    list: Vec<OwnStep>,
    waiting: Vec<u8>,
    /// What the origin server does next.
    origin: OriginSteps,
    heads: usize,
    /// Connections that are open beside the first.
    opened: u8,
    current: u8,
    waits: usize,
}

impl Steps {
    fn new(party: Party, persistence: Persistence) -> Self {
        let origin = OriginSteps::toward_an_intermediary(persistence);
        let (list, waiting) = (Vec::new(), Vec::new());
        Self { party, list, waiting, origin, heads: 0, opened: 0, current: 0, waits: 0 }
    }

    fn send(&mut self, piece: &Piece, cut: Cut, places: &Places) {
        self.flush_origin();
        self.heads += usize::from(matches!(piece, Piece::Head(_)));
        let octets = match (piece, self.party) {
            (Piece::Head(head), Party::Intermediary) => tagged(head, self.heads),
            (Piece::Head(head), _) => template(head, places),
            _ => piece.octets(),
        };
        let (pieces, wait) = pieces(&octets, cut);
        for (index, piece) in pieces.into_iter().enumerate() {
            if index > 0 {
                self.wait(wait);
            }
            self.waiting.extend_from_slice(piece);
        }
    }

    fn wait(&mut self, wait: Wait) {
        self.waits += usize::from(matches!(wait, Wait::Answer | Wait::Final | Wait::Close));
        self.other(match wait {
            Wait::Apart => Step::Pause(APART_MS),
            Wait::Pause => Step::Pause(PAUSE_MS),
            Wait::Quiet => Step::Quiet,
            _ if self.waits > WAITS_MAX => Step::Pause(APART_MS),
            Wait::Answer => Step::Await(Until::Answer),
            Wait::Final => Step::Await(Until::Final),
            Wait::Close => Step::Await(Until::Close),
        });
    }

    fn turn_to(&mut self, number: u8) {
        let number = number.min(self.opened + 1).min(Input::CONNECTIONS_MAX - 1);
        if number == self.current {
            return;
        }
        self.current = number;
        if number > self.opened {
            self.opened = number;
            self.other(Step::Open);
        } else {
            self.other(Step::Use(number));
        }
    }

    fn other(&mut self, step: Step) {
        self.flush_origin();
        self.flush();
        self.list.push(OwnStep::Other(step));
    }

    fn at_origin(&mut self, act: &OriginAct) {
        self.flush();
        self.origin.act(act);
    }

    fn flush(&mut self) {
        if !self.waiting.is_empty() {
            self.list.push(OwnStep::Send(core::mem::take(&mut self.waiting)));
        }
    }

    fn flush_origin(&mut self) {
        let steps = self.origin.take_list();
        if !steps.is_empty() {
            self.list.push(OwnStep::AtOrigin(steps));
        }
    }

    fn into_list(mut self) -> Vec<OwnStep> {
        self.flush();
        self.flush_origin();
        self.list
    }
}

/// A head, with placeholders for the resources of the reference's site.
fn template(head: &Head, places: &Places) -> Vec<u8> {
    head.assembled(target(head, places), &fields(head, places))
}

/// A head for an intermediary: its target says which request it is.
fn tagged(head: &Head, number: usize) -> Vec<u8> {
    let (path, target) =
        (format!("/expectspec-{{nonce}}/{number}"), format!("{{target}}/{number}"));
    let octets = replaced(head.target.octets, b"{path}", path.as_bytes());
    let octets = replaced(&octets, b"{target}", target.as_bytes());
    let octets = replaced(&octets, b"//t/", b"//{host}/");
    head.assembled(&octets, &replaced(head.fields.octets, b"Host: t\r\n", b"Host: {host}\r\n"))
}

fn target<'a>(head: &'a Head, places: &Places) -> &'a [u8] {
    let known = |place: &str| !place.is_empty();
    match head.target.name {
        "/echo" => b"{path}",
        "/" => b"{get}",
        "/reject" => b"{reject}",
        "/reject-401" if known(&places.protected) => b"{protected}",
        "/upgrade" if known(&places.upgrade) => b"{upgrade-path}",
        "http://t/echo" => b"http://{host}{path}",
        _ => head.target.octets,
    }
}

fn fields(head: &Head, places: &Places) -> Vec<u8> {
    let lines = replaced(head.fields.octets, b"Host: t\r\n", b"Host: {host}\r\n");
    if places.upgrade.is_empty() {
        return lines;
    }
    replaced(&lines, b"Upgrade: demo\r\n", b"Upgrade: {upgrade}\r\n")
}

fn replaced(octets: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut result = Vec::with_capacity(octets.len() + to.len());
    let mut rest = octets;
    while let Some(at) = rest.windows(from.len()).position(|it| it == from) {
        result.extend_from_slice(&rest[..at]);
        result.extend_from_slice(to);
        rest = &rest[at + from.len()..];
    }
    result.extend_from_slice(rest);
    result
}

/// Long enough for two writes to be read apart, in milliseconds.
pub(super) const APART_MS: u32 = 5;
pub(super) const PAUSE_MS: u32 = 100;
/// No more waits may be in vain, so that an execution has an end.
const WAITS_MAX: usize = 8;

/// The pieces of octets that go out apart, no placeholder cut, and what is waited for between them.
pub(super) fn pieces(octets: &[u8], cut: Cut) -> (Vec<&[u8]>, Wait) {
    let (lengths, wait) = cut.pieces(octets.len());
    let (mut sent, mut end) = (0, 0);
    let piece = |length| {
        end += length;
        let whole = behind_placeholder(octets, end).max(sent);
        let piece = &octets[sent..whole];
        sent = whole;
        piece
    };
    (lengths.into_iter().map(piece).collect(), wait)
}

/// The first place from there on that is not within a placeholder: half of one would be sent as it stands.
fn behind_placeholder(octets: &[u8], at: usize) -> usize {
    let open = octets[..at].iter().rposition(|&octet| matches!(octet, b'{' | b'}'));
    let Some(open) = open.filter(|&open| octets[open] == b'{') else { return at };
    let close = octets[at..].iter().position(|octet| !octet.is_ascii_lowercase());
    let is_one = octets[open + 1..at].iter().all(u8::is_ascii_lowercase);
    match close.map(|close| at + close) {
        Some(close) if is_one && octets[close] == b'}' => close + 1,
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expectspec_catalogue::ScriptService;

    #[test]
    fn each_final_response_of_a_closing_origin_server_says_so() {
        let script = "head POST tagged HTTP/1.1 length-5 continue plain\norigin request\n\
                      origin answer 103\norigin answer 200-hello\norigin serve\n";
        let closing = format!("closing\n{script}");
        for (script, expected) in [(script, 0), (&closing, 2)] {
            let input: Input = script.parse().expect("a script");
            assert_eq!(input.to_string(), script);
            let steps = input.steps(Party::Intermediary, &crate::Settings::default().places);
            let at_origin = |step: &&OwnStep| matches!(step, OwnStep::AtOrigin(_));
            let inner: Vec<_> = steps.iter().filter(at_origin).map(OwnStep::inner).collect();
            let closes = inner.iter().flatten().filter(|step| {
                let octets = match step {
                    ScriptStep::Send(octets) | ScriptStep::Serve(ScriptService::Proper(octets)) => {
                        octets
                    }
                    _ => return false,
                };
                octets.windows(19).any(|it| it == b"\r\nConnection: close")
            });
            assert_eq!(closes.count(), expected, "{script}");
        }
    }

    #[test]
    fn placeholders_are_not_cut() {
        let octets = b"a{host}b{c d}";
        let places = [0, 1, 7, 7, 7, 7, 7, 7, 8, 9, 10, 11, 12, 13];
        for (at, expected) in places.into_iter().enumerate() {
            assert_eq!(behind_placeholder(octets, at), expected, "{at}");
        }
    }
}
