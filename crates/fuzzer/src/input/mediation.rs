//! Inputs as mediations of the fuzz target `intermediary`, and what an origin server does as its steps.

use expectspec_properties::{Action, Mediation, Move, OriginStep};

use super::persistence::with_fields;
use super::{Act, Answer, Cut, Input, OriginAct, Persistence, Wait};

impl Input {
    /// The mediation that comes closest: a seed of the fuzz target `intermediary` when
    /// [encoded](Mediation::encode).
    #[must_use]
    pub fn mediation(&self) -> Mediation {
        let mut moves = Vec::new();
        let (mut opened, mut requests) = (0, 0);
        for act in &self.acts {
            match act {
                Act::Connection(number) if *number > opened => {
                    opened += 1;
                    moves.push(Move::Open);
                }
                Act::Connection(number) => moves.push(Move::Use(*number)),
                Act::Origin(OriginAct::Request | OriginAct::Serve) => {
                    // The steps behind it are those of the next request.
                    moves.extend((requests > 0).then_some(Move::Origin(OriginStep::Next)));
                    requests += 1;
                }
                Act::Origin(OriginAct::Send(answer, cut))
                    if self.persistence == Persistence::Never =>
                {
                    let octets = with_fields(answer.octets(), self.persistence.field());
                    let act = OriginAct::Send(Answer::Octets(octets), *cut);
                    moves.extend(act.steps().into_iter().map(Move::Origin));
                }
                Act::Origin(act) => moves.extend(act.steps().into_iter().map(Move::Origin)),
                Act::Ask(_) | Act::Twin(_) => {}
                act => {
                    moves.extend(act.actions().into_iter().map(|it| Move::Client(with_path(it))))
                }
            }
        }
        Mediation::new("default", moves)
    }
}

/// The octets with a path where the words of targets have a placeholder.
fn with_path(action: Action) -> Action {
    let Action::Octets(octets) = action else { return action };
    let mut rest = &octets[..];
    let mut filled = Vec::with_capacity(octets.len());
    while let Some((first, behind)) = rest.split_first() {
        let place = [&b"{target}"[..], b"{path}"].into_iter().find(|place| rest.starts_with(place));
        if let Some(place) = place {
            filled.extend_from_slice(b"/expectspec-0/0");
            rest = &rest[place.len()..];
        } else {
            filled.push(*first);
            rest = behind;
        }
    }
    Action::Octets(filled)
}

impl OriginAct {
    /// The same as steps of a mediation, as far as those have words for it.
    pub(super) fn steps(&self) -> Vec<OriginStep> {
        match self {
            Self::Send(Answer::Word(word), Cut::Whole) => vec![OriginStep::Answer(word)],
            Self::Send(answer, cut) => {
                let (lengths, wait) = cut.pieces(answer.octets().len());
                let mut rest = answer.octets();
                let mut steps = Vec::new();
                for length in lengths {
                    let (now, behind) = rest.split_at(length);
                    rest = behind;
                    steps.extend([OriginStep::Octets(now.to_vec()), OriginStep::Wait(wait.time())]);
                }
                // What follows goes out with the last piece.
                steps.pop();
                steps
            }
            Self::Content => vec![OriginStep::Content],
            Self::Wait(wait) => vec![OriginStep::Wait(wait.time())],
            Self::Finish => vec![OriginStep::Finish],
            Self::Reset => vec![OriginStep::Reset],
            Self::Request | Self::SomeContent | Self::Serve => Vec::new(),
        }
    }
}

impl From<OriginStep> for OriginAct {
    fn from(step: OriginStep) -> Self {
        match step {
            OriginStep::Answer(word) => Self::Send(Answer::Word(word), Cut::Whole),
            OriginStep::Octets(octets) => Self::Send(Answer::Octets(octets), Cut::Whole),
            OriginStep::Content => Self::Content,
            OriginStep::Wait(time) => Self::Wait(Wait::of(time)),
            OriginStep::Finish => Self::Finish,
            OriginStep::Reset => Self::Reset,
            OriginStep::Next => Self::Request,
        }
    }
}
