//! The conversation that comes first and last: is the subject there, and how fast is it?

use core::fmt::{self, Display, Formatter};

use expectspec_catalogue::{Case, Step, Until};
use expectspec_judge::{Connection, Exchange, Reading, Side, Windows};
use expectspec_subject::{Server, SubjectError};

use crate::{InVain, Plan, Played, Terms, play};

/// What the first conversation showed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Check {
    /// The status code of the answer to a plain GET.
    pub get_status: u16,
    /// The status code of the answer to a plain POST with content; `None` if there was none.
    pub post_status: Option<u16>,
    /// Whether content is read and answered with a 2xx response.
    pub accepts_content: bool,
    /// Whether a connection outlives an exchange.
    pub persists: bool,
    /// Whether a second connection is served while a first one is idle.
    pub serves_in_parallel: bool,
    /// The time from request to response, in microseconds: the median of several.
    pub round_trip_us: u64,
    /// How far single round trips were from the median at most, in microseconds.
    pub jitter_us: u64,
    /// The `Server` field of the response.
    pub server: Option<String>,
}

/// Why a subject can't be tested.
#[derive(Debug)]
pub enum CheckError {
    /// No connection.
    Unreachable(SubjectError),
    /// The client was started, but made no request.
    NoRequest,
    /// A request was sent to the intermediary, but none reached our origin server.
    NotForwarded {
        /// What was sent and seen.
        transcript: String,
    },
    /// A connection, but no response to a plain GET.
    Silent {
        /// What was sent and seen.
        transcript: String,
    },
}

impl Display for CheckError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(error) => write!(f, "{error}"),
            Self::NotForwarded { .. } => f.write_str(
                "no request reached our origin server; does the subject forward to its port?",
            ),
            Self::NoRequest => f.write_str("the client was started, but made no HTTP/1.1 request"),
            Self::Silent { .. } => {
                f.write_str("the subject does not answer a plain GET with an HTTP/1.1 response")
            }
        }
    }
}

impl core::error::Error for CheckError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Unreachable(error) => Some(error),
            Self::NoRequest | Self::NotForwarded { .. } | Self::Silent { .. } => None,
        }
    }
}

const GET: &[u8] = b"GET {get} HTTP/1.1\r\nHost: {host}\r\n\r\n";

static GETS: Case = Case {
    id: "check/get",
    script: &[
        Step::Send(GET),
        Step::Await(Until::Final),
        Step::Send(GET),
        Step::Await(Until::Final),
        Step::Send(GET),
        Step::Await(Until::Final),
        Step::Send(GET),
        Step::Await(Until::Final),
        Step::Send(GET),
        Step::Await(Until::Final),
    ],
    ..Case::PLAIN
};

static POST: Case = Case {
    id: "check/post",
    script: &[
        Step::Send(
            b"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}\r\n\r\n{content}",
        ),
        Step::Await(Until::Final),
    ],
    ..Case::PLAIN
};

static PARALLEL: Case = Case {
    id: "check/parallel",
    script: &[Step::Send(b"GET {get} "), Step::Open, Step::Send(GET), Step::Await(Until::Answer)],
    ..Case::PLAIN
};

impl Check {
    /// Talks to the subject before the cases do.
    ///
    /// # Errors
    /// When there is nothing to test.
    pub(crate) async fn first(subject: &dyn Server, plan: &Plan) -> Result<Self, CheckError> {
        let gets = converse(subject, plan, &GETS).await?;
        let reading = Reading::of(&gets.transcript);
        let answered = reading.connections.first().map(answers).unwrap_or_default();
        let Some(&(get_status, _)) = answered.first() else {
            return Err(CheckError::Silent { transcript: gets.transcript.to_string() });
        };
        let mut times: Vec<u64> = answered.iter().map(|&(_, time_us)| time_us).collect();
        times.sort_unstable();
        let round_trip_us = times[times.len() / 2];
        let jitter_us = times.iter().map(|time| time.abs_diff(round_trip_us)).max().unwrap_or(0);
        let post = converse(subject, plan, &POST).await?;
        let post_reading = Reading::of(&post.transcript);
        let posted = post_reading.connections.first().map(answers).unwrap_or_default();
        let post_status = posted.first().map(|&(status, _)| status);
        let parallel = converse(subject, plan, &PARALLEL).await?;
        let parallel = Reading::of(&parallel.transcript);
        let second = parallel.connections.iter().find(|connection| connection.number == 1);
        Ok(Self {
            get_status,
            post_status,
            accepts_content: matches!(post_status, Some(200..300)),
            persists: answered.len() > 1,
            serves_in_parallel: second.is_some_and(|second| !answers(second).is_empty()),
            round_trip_us,
            jitter_us,
            server: reading.connections.first().and_then(server_field),
        })
    }

    /// Whether the subject still answers a plain GET.
    pub(crate) async fn last(subject: &dyn Server, plan: &Plan) -> bool {
        let Ok(played) = converse(subject, plan, &GETS).await else { return false };
        let reading = Reading::of(&played.transcript);
        reading.connections.first().is_some_and(|connection| !answers(connection).is_empty())
    }
}

async fn converse(
    subject: &dyn Server,
    plan: &Plan,
    case: &'static Case,
) -> Result<Played, CheckError> {
    // Whether a second connection is served shows soon, or never while the first is idle.
    let windows = plan.windows();
    let windows = Windows { immediate_us: windows.immediate_us / 5, ..windows };
    let terms = Terms { in_vain: InVain::Ends, ..plan.terms(windows) };
    play(subject, case.to_script(), &plan.places_of(case), &terms)
        .await
        .map_err(|error| CheckError::Unreachable(error.error))
}

/// The status code of each final response, and how long it took, in microseconds.
pub(crate) fn answers(connection: &Connection) -> Vec<(u16, u64)> {
    let answer = |exchange: &Exchange| {
        let answer = exchange.final_response()?;
        let sent = exchange.request.end?;
        Some((answer.code()?, answer.start.at_us.saturating_sub(sent.at_us)))
    };
    connection.exchanges.iter().filter_map(answer).collect()
}

fn server_field(connection: &Connection) -> Option<String> {
    debug_assert_eq!(connection.side, Side::Outbound);
    let answer = connection.exchanges.first()?.final_response()?;
    let octets = answer.octets(&connection.received);
    let value = answer.head.values(octets, b"server").next()?;
    Some(String::from_utf8_lossy(value).into_owned())
}
