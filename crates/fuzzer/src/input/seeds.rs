//! Inputs as schedules of the fuzz target `origin_server`, and back.

use std::collections::BTreeMap;

use expectspec_properties::words::{Time, WAITS};
use expectspec_properties::{Action, RequestHead, Schedule};

use super::{Act, Cut, Expect, Head, Input, Order, Piece, Wait};

impl Input {
    /// A schedule for each connection: seeds of the fuzz target `origin_server` when
    /// [encoded](Schedule::encode).
    #[must_use]
    pub fn schedules(&self) -> Vec<Schedule> {
        let mut connections: BTreeMap<u8, Vec<Action>> = BTreeMap::new();
        let mut current = 0;
        for act in &self.twins().0.acts {
            match act {
                Act::Connection(number) => current = *number,
                Act::Origin(_) | Act::Ask(_) | Act::Twin(_) => {}
                act => connections.entry(current).or_default().extend(act.actions()),
            }
        }
        connections.into_values().map(|actions| Schedule::new("default", actions)).collect()
    }
}

impl From<&Schedule> for Input {
    fn from(schedule: &Schedule) -> Self {
        Self::of(schedule.actions.iter().map(Act::from).collect())
    }
}

impl Act {
    /// The same as actions of a schedule; nothing where another connection becomes the current one.
    pub(crate) fn actions(&self) -> Vec<Action> {
        match self {
            Self::Send(piece, Cut::Whole) => vec![piece.action()],
            Self::Send(piece, cut) => {
                let octets = piece.octets();
                let (lengths, wait) = cut.pieces(octets.len());
                let mut rest = &octets[..];
                let mut actions = Vec::new();
                for length in lengths {
                    let (now, behind) = rest.split_at(length);
                    rest = behind;
                    actions.extend([Action::Octets(now.to_vec()), Action::Wait(wait.time())]);
                }
                // What follows goes out with the last piece.
                actions.pop();
                actions
            }
            Self::Wait(wait) => vec![Action::Wait(wait.time())],
            Self::Finish => vec![Action::Finish],
            Self::Reset => vec![Action::Reset],
            Self::Connection(_) | Self::Origin(_) | Self::Ask(_) | Self::Twin(_) => Vec::new(),
        }
    }
}

impl From<&Action> for Act {
    fn from(action: &Action) -> Self {
        match action {
            Action::Head(head) => Self::Send(Piece::Head(Head::from(*head)), Cut::Whole),
            Action::Content(word) => Self::Send(Piece::Content(word), Cut::Whole),
            Action::Octets(octets) => Self::Send(Piece::Octets(octets.clone()), Cut::Whole),
            Action::Wait(time) => Self::Wait(Wait::of(time)),
            Action::Finish => Self::Finish,
            Action::Reset => Self::Reset,
        }
    }
}

impl Piece {
    fn action(&self) -> Action {
        match self {
            Self::Head(head) => match (&head.expect, head.order) {
                (Expect::Word(expect), Order::Last) => {
                    let Head { method, target, version, framing, fields, .. } = *head;
                    Action::Head(RequestHead { method, target, version, framing, expect, fields })
                }
                _ => Action::Octets(self.octets()),
            },
            Self::Content(word) => Action::Content(word),
            Self::Octets(octets) => Action::Octets(octets.clone()),
        }
    }
}

impl From<RequestHead> for Head {
    fn from(head: RequestHead) -> Self {
        let RequestHead { method, target, version, framing, expect, fields } = head;
        let (expect, order) = (Expect::Word(expect), Order::Last);
        Self { method, target, version, framing, expect, fields, order }
    }
}

impl Wait {
    pub(crate) const ALL: [Self; 6] =
        [Self::Apart, Self::Pause, Self::Answer, Self::Final, Self::Quiet, Self::Close];

    /// The milliseconds that stand for it in scripts.
    const fn name(self) -> &'static str {
        match self {
            Self::Apart => "0",
            Self::Pause => "100",
            Self::Answer => "300",
            Self::Final => "1500",
            Self::Quiet => "6000",
            Self::Close => "11000",
        }
    }

    pub(super) fn time(self) -> &'static Time {
        let row = WAITS.iter().find(|time| time.name == self.name());
        row.expect("each name stands in the table")
    }

    /// The longest wait that this time is enough for.
    pub(super) fn of(time: &Time) -> Self {
        let is_enough = |wait: &Self| wait.time().time <= time.time;
        Self::ALL.into_iter().rfind(is_enough).unwrap_or(Self::Apart)
    }
}
