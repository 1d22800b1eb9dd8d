//! What is played in one execution, as data.

mod mediation;
mod origin;
mod origin_steps;
mod persistence;
mod reception;
mod script;
mod seeds;
mod steps;

use expectspec_catalogue::{Task, Upload};
use expectspec_properties::words::Word;
use expectspec_requirements::Party;

use crate::Twin;

pub(crate) use origin::ASKED_METHODS;
pub use origin::{Answer, OriginAct};
pub use persistence::Persistence;
pub(crate) use steps::OwnStep;

/// What the peer of a subject does in one execution: acts on one or several connections, in order. The
/// peer of a client is an origin server, that of an intermediary both a client and an origin server.
///
/// Its text is a script of the fuzz target `origin_server` (see
/// [`Schedule`](expectspec_properties::Schedule)), with a line `connection N` where another connection
/// becomes the current one. What an origin server does stands behind the word `origin`, as in scripts
/// of the target `intermediary`, with the words `request`, `some` and `serve` beside them. What a client
/// is asked for is a line like `ask POST known 2` (`upload` is the method of its choice); `twin NAME`
/// has the first request played in two spellings that must be answered alike; `closing` has the origin
/// server behind an intermediary end each connection ([`Persistence::Never`]). A wait of so
/// many milliseconds stands for what a live peer waits for: see [`Wait`].
///
/// ```
/// use expectspec_fuzzer::Input;
///
/// let script = "\
/// head POST /echo HTTP/1.1 length-5 continue plain
/// wait 300
/// content hello
/// wait 1500
/// ";
/// let input: Input = script.parse()?;
/// assert_eq!(input.to_string(), script);
/// # Ok::<(), expectspec_properties::ScriptError>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Input {
    /// What is done, in order.
    pub acts: Vec<Act>,
    /// Whether the origin server behind an intermediary ends each connection with its first final response.
    pub persistence: Persistence,
}

/// One thing that the peer does on the current connection.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Act {
    /// Sends octets. What is sent by acts behind one another goes out in one write.
    Send(Piece, Cut),
    /// Waits, and reads what comes.
    Wait(Wait),
    /// Makes the connection with this number the current one, opening it if need be.
    Connection(u8),
    /// Ends its direction of the connection (FIN).
    Finish,
    /// Resets the connection.
    Reset,
    /// The origin server does this.
    Origin(OriginAct),
    /// A client is asked for this: the first that is said counts, and one upload if nothing is.
    Ask(Task),
    /// Two spellings of the first request, which comes next, are played and compared.
    Twin(&'static Twin),
}

/// What is sent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Piece {
    /// The head of a request.
    Head(Head),
    /// Content, or a piece of it.
    Content(&'static Word),
    /// Any octets.
    Octets(Vec<u8>),
}

/// The head of a request: words of the tables, but for expectations that are made up.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Head {
    /// The method.
    pub method: &'static Word,
    /// The request-target.
    pub target: &'static Word,
    /// The version.
    pub version: &'static Word,
    /// The field lines that delimit content.
    pub framing: &'static Word,
    /// The `Expect` field lines.
    pub expect: Expect,
    /// The other field lines.
    pub fields: &'static Word,
    /// Where the `Expect` field lines stand.
    pub order: Order,
}

/// `Expect` field lines.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Expect {
    /// Those of the table.
    Word(&'static Word),
    /// Made up, with their line ends.
    Lines(Vec<u8>),
}

/// Where the `Expect` field lines stand among the others.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    /// Behind all others.
    Last,
    /// Before all others.
    First,
    /// Before those that delimit content.
    BeforeFraming,
}

/// In how many writes octets go out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Cut {
    /// In one.
    Whole,
    /// In two, cut at this octet (modulo their number), with a wait between.
    At(u16, Wait),
    /// In pieces of so many octets, at most [`PIECES_MAX`].
    Each(u8),
}

/// What the peer waits for; in scripts the milliseconds that stand for it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wait {
    /// For so long that the next write is read by itself (`0`).
    Apart,
    /// A tenth of a second (`100`).
    Pause,
    /// For a 100 (Continue) or a final response; window `immediate` (`300`).
    Answer,
    /// For the end of the final response; window `final` (`1500`).
    Final,
    /// For the quiet window (`6000`).
    Quiet,
    /// For the end of the connection; window `close` (`11000`).
    Close,
}

/// Octets that are sent piece by piece go out in so many pieces, and the rest in one.
pub const PIECES_MAX: usize = 24;

impl Input {
    /// More connections are not opened.
    pub const CONNECTIONS_MAX: u8 = 3;
    /// More acts are not played.
    pub const ACTS_MAX: usize = 40;

    /// What is done by these acts, the connections to an origin server as its responses say.
    pub(crate) fn of(acts: Vec<Act>) -> Self {
        Self { acts, persistence: Persistence::AsSaid }
    }

    /// How many connections are opened at most.
    #[must_use]
    pub fn connections(&self) -> usize {
        let numbers = self.acts.iter().map(|act| match act {
            Act::Connection(number) => usize::from(*number),
            _ => 0,
        });
        1 + numbers.max().unwrap_or(0)
    }

    /// What a client is asked for.
    #[must_use]
    pub fn task(&self) -> Task {
        let task = self.acts.iter().find_map(|act| match act {
            Act::Ask(task) => Some(*task),
            _ => None,
        });
        let task = task.unwrap_or(Task::UPLOAD);
        match task.method {
            // No client can be asked for content with these (RFC 9110 §9.3.6, §9.3.8).
            Some("CONNECT" | "TRACE") => Task { upload: Upload::None, ..task },
            _ => task,
        }
    }

    /// The same with the wait that it is played with if it does not end with one. What a client does,
    /// is waited for anyway.
    pub(crate) fn with_a_last_wait(&self, party: Party) -> Self {
        let mut acts = self.acts.clone();
        if party == Party::Client {
            return Self { acts, persistence: self.persistence };
        }
        let waits = matches!(
            acts.last(),
            Some(Act::Wait(Wait::Answer | Wait::Final | Wait::Quiet | Wait::Close) | Act::Reset)
        );
        acts.extend((!waits).then_some(Act::Wait(Wait::Final)));
        Self { acts, persistence: self.persistence }
    }
}

impl Piece {
    /// The octets, as a fuzz target's script has them.
    #[must_use]
    pub fn octets(&self) -> Vec<u8> {
        match self {
            Self::Head(head) => head.assembled(head.target.octets, head.fields.octets),
            Self::Content(word) => word.octets.to_vec(),
            Self::Octets(octets) => octets.clone(),
        }
    }
}

impl Head {
    /// The octets with this target and these other field lines.
    pub(crate) fn assembled(&self, target: &[u8], fields: &[u8]) -> Vec<u8> {
        let (expect, framing) = (self.expect.octets(), self.framing.octets);
        let lines = match self.order {
            Order::Last => [fields, framing, expect],
            Order::First => [expect, fields, framing],
            Order::BeforeFraming => [fields, expect, framing],
        };
        let line = [self.method.octets, b" ", target, self.version.octets, b"\r\n"];
        [&line.concat()[..], &lines.concat(), b"\r\n"].concat()
    }
}

impl Expect {
    pub(crate) fn octets(&self) -> &[u8] {
        match self {
            Self::Word(word) => word.octets,
            Self::Lines(lines) => lines,
        }
    }
}

impl Cut {
    /// The lengths of the pieces of so many octets, and what is waited for between them.
    pub(crate) fn pieces(self, len: usize) -> (Vec<usize>, Wait) {
        match self {
            Self::At(at, wait) if len > 1 => {
                let at = 1 + usize::from(at) % (len - 1);
                (vec![at, len - at], wait)
            }
            Self::Each(each) if each > 0 => {
                let each = usize::from(each);
                let full = (len / each).min(PIECES_MAX - 1);
                let rest = len - full * each;
                let mut pieces = vec![each; full];
                pieces.extend((rest > 0).then_some(rest));
                (pieces, Wait::Apart)
            }
            Self::Whole | Self::At(..) | Self::Each(_) => (vec![len], Wait::Apart),
        }
    }
}
