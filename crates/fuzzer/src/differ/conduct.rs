//! How a server dealt with the requests of an execution, in classes that can be compared.

use core::fmt::{self, Display, Formatter};

use expectspec_judge::{Connection, Reading, Side};

/// What servers differ in.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Aspect {
    /// Whether a request is answered with a 100 (Continue).
    Continue,
    /// Which class of final status a request is answered with, or whether it is answered.
    Answer,
    /// Whether the connection is kept.
    Connection,
}

/// What one server shows of an aspect.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Showing {
    /// It sent a 100 (Continue).
    Continue,
    /// It sent none.
    NoContinue,
    /// A final response of this class, the first digit of its status code.
    Final(u16),
    /// 417 (Expectation Failed), a class of its own here.
    ExpectationFailed,
    /// No final response.
    Unanswered,
    /// The connection was open when all was over.
    Kept,
    /// The server ended it.
    Ended,
}

/// The first thing in which servers differ.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Difference {
    pub(crate) aspect: Aspect,
    /// What each server shows, in their order.
    pub(crate) showings: Vec<Showing>,
}

/// How a server dealt with the requests of an execution.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Conduct {
    connections: Vec<OfConnection>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
struct OfConnection {
    exchanges: Vec<(Showing, Showing)>,
    end: Showing,
}

impl Conduct {
    pub(crate) fn of(reading: &Reading) -> Self {
        let outbound = reading.connections.iter().filter(|it| it.side == Side::Outbound);
        Self { connections: outbound.map(OfConnection::of).collect() }
    }
}

impl OfConnection {
    fn of(connection: &Connection) -> Self {
        let exchanges = connection.exchanges.iter().map(|exchange| {
            let continued = match exchange.continue_response() {
                Some(_) => Showing::Continue,
                None => Showing::NoContinue,
            };
            let answer = exchange.final_response().and_then(expectspec_judge::Response::code);
            let answer = match answer {
                Some(417) => Showing::ExpectationFailed,
                Some(code) => Showing::Final(code / 100),
                None => Showing::Unanswered,
            };
            (continued, answer)
        });
        // Who ends a connection that its client has ended does nothing of its own accord.
        let by_client = connection.client_end.or(connection.client_reset);
        let ended =
            connection.server_gone().is_some_and(|gone| by_client.is_none_or(|it| gone < it));
        let end = if ended { Showing::Ended } else { Showing::Kept };
        Self { exchanges: exchanges.collect(), end }
    }
}

impl Difference {
    /// The first difference between these, connection by connection and request by request.
    pub(crate) fn between(conducts: &[Conduct]) -> Option<Self> {
        let connections = conducts.iter().map(|it| it.connections.len()).min()?;
        (0..connections).find_map(|number| {
            let of: Vec<&OfConnection> =
                conducts.iter().map(|it| &it.connections[number]).collect();
            let most = of.iter().map(|it| it.exchanges.len()).max()?;
            let differs = |aspect, showings: Vec<Showing>| {
                let is_one = showings.windows(2).all(|two| two[0] == two[1]);
                (!is_one).then_some(Self { aspect, showings })
            };
            let in_exchanges = (0..most).find_map(|at| {
                let here: Option<Vec<_>> = of.iter().map(|it| it.exchanges.get(at)).collect();
                // Who ended the connection before was not asked.
                let here = here?;
                let continued = here.iter().map(|it| it.0).collect();
                let answers = here.iter().map(|it| it.1).collect();
                differs(Aspect::Answer, answers).or_else(|| differs(Aspect::Continue, continued))
            });
            let ends = || differs(Aspect::Connection, of.iter().map(|it| it.end).collect());
            in_exchanges.or_else(ends)
        })
    }
}

impl Display for Aspect {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Continue => "100 (Continue)",
            Self::Answer => "final response",
            Self::Connection => "end of the connection",
        })
    }
}

impl Display for Showing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Continue => f.write_str("100"),
            Self::NoContinue => f.write_str("no 100"),
            Self::Final(class) => write!(f, "{class}xx"),
            Self::ExpectationFailed => f.write_str("417"),
            Self::Unanswered => f.write_str("no answer"),
            Self::Kept => f.write_str("kept"),
            Self::Ended => f.write_str("ended"),
        }
    }
}
