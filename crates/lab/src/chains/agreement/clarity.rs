//! Whether a message leaves room for argument on where it ends.

use expectspec_judge::{Connection, Request};
use expectspec_message::{AnomalyKind, Framing};

/// Whether a message may be read in two ways.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Clarity {
    Clear,
    Doubtful,
}

/// Whether every request on a connection has one reading.
pub(super) fn clarity(connection: &Connection) -> Clarity {
    let doubtful = connection.exchanges.iter().any(|it| is_doubtful(&it.request));
    if doubtful { Clarity::Doubtful } else { Clarity::Clear }
}

/// Whether a request leaves room for argument on where it ends.
fn is_doubtful(request: &Request) -> bool {
    let framing = request.framing;
    request.error.is_some()
        || request.broken.is_some()
        || matches!(framing.framing, Framing::Bad(_))
        || framing.ambiguity.is_some()
        || framing.unknown_coding
        || request.head.anomalies.iter().any(|it| may_hide_a_line(it.kind))
}

/// Whether readers may differ on which field lines there are.
const fn may_hide_a_line(kind: AnomalyKind) -> bool {
    use AnomalyKind as Kind;
    match kind {
        Kind::Nul | Kind::ControlOctet | Kind::ObsFold => false,
        Kind::EmptyLineBeforeStart | Kind::MissingReasonSpace => false,
        Kind::BareCr | Kind::LoneLf => true,
        Kind::SpaceBeforeColon | Kind::SpaceBeforeFirstField => true,
        Kind::FieldName | Kind::MissingColon | Kind::StartLineSpacing => true,
    }
}

impl Clarity {
    /// Clear if both are.
    pub(super) fn and(self, other: Self) -> Self {
        if self == Self::Clear { other } else { self }
    }

    /// Clear if either is.
    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::Clear { self } else { other }
    }
}
