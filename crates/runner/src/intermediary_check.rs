//! What comes first with an intermediary: does a request reach our origin server, and how fast?

use expectspec_catalogue::{Case, Step, Until};
use expectspec_judge::{Connection, Reading, Side};
use expectspec_subject::Intermediary;

use crate::check::answers;
use crate::{CheckError, InVain, Plan, play_intermediary};

/// What the first requests through an intermediary showed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct IntermediaryCheck {
    /// Whether content reaches the origin server, and its final response the client.
    pub accepts_content: bool,
    /// Whether a client's connection outlives an exchange.
    pub persists: bool,
    /// Whether a connection toward the origin server serves a second request.
    pub pools: bool,
    /// Whether it said of every connection toward the origin server that it would not serve again.
    pub never_pools: bool,
    /// Whether a second client is served while a first one is idle.
    pub serves_in_parallel: bool,
    /// The time from request to response, in microseconds: the median of several.
    pub round_trip_us: u64,
    /// How far single round trips were from the median at most, in microseconds.
    pub jitter_us: u64,
    /// What it calls itself in the `Via` field of a request that it forwarded, behind the version.
    pub via: Option<String>,
}

/// How often an intermediary is asked whether it is still there.
const LAST_TRIES: usize = 3;

macro_rules! get {
    ($tag:literal) => {
        Step::Send(concat!("GET {target}/", $tag, " HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes())
    };
}

const CLOSING: &[u8] = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
const LASTING: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const LASTS: Step = Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(LASTING)]);
const ANSWER: Step = Step::AtOrigin(&[Step::Await(Until::Request), Step::Send(CLOSING)]);

static GETS: Case = Case {
    id: "check/get",
    script: &[
        get!("1"),
        ANSWER,
        Step::Await(Until::Final),
        get!("2"),
        ANSWER,
        Step::Await(Until::Final),
        get!("3"),
        ANSWER,
        Step::Await(Until::Final),
        get!("4"),
        ANSWER,
        Step::Await(Until::Final),
        get!("5"),
        ANSWER,
        Step::Await(Until::Final),
    ],
    ..Case::PLAIN
};

static POST: Case = Case {
    id: "check/post",
    script: &[
        Step::Send(
            b"POST {target}/1 HTTP/1.1\r\n\
              Host: {host}\r\n\
              Content-Length: {length}\r\n\
              \r\n\
              {content}",
        ),
        Step::AtOrigin(&[Step::Await(Until::Content), Step::Send(CLOSING)]),
        Step::Await(Until::Final),
    ],
    ..Case::PLAIN
};

/// Its processes may have a pool each, so a few connections of clients are tried.
static POOL: Case = Case {
    id: "check/pool",
    script: &[
        get!("1"),
        LASTS,
        Step::Await(Until::Final),
        Step::Open,
        get!("2"),
        LASTS,
        Step::Await(Until::Final),
        Step::Open,
        get!("3"),
        LASTS,
        Step::Await(Until::Final),
        Step::Open,
        get!("4"),
        LASTS,
        Step::Await(Until::Final),
        Step::Open,
        get!("5"),
        LASTS,
        Step::Await(Until::Final),
        Step::Open,
        get!("6"),
        LASTS,
        Step::Await(Until::Final),
        Step::Open,
        get!("7"),
        LASTS,
        Step::Await(Until::Final),
        Step::Open,
        get!("8"),
        LASTS,
        Step::Await(Until::Final),
    ],
    ..Case::PLAIN
};

static PARALLEL: Case = Case {
    id: "check/parallel",
    script: &[
        Step::Send(b"GET {target}/1 "),
        Step::Open,
        get!("2"),
        ANSWER,
        Step::Await(Until::Final),
    ],
    ..Case::PLAIN
};

impl IntermediaryCheck {
    /// Sends requests through the subject before the cases do.
    ///
    /// # Errors
    /// When there is nothing to test.
    pub(crate) async fn first(subject: &dyn Intermediary, plan: &Plan) -> Result<Self, CheckError> {
        let (gets, transcript) = converse(subject, plan, &GETS).await?;
        let answered = client(&gets, 0).map(answers).unwrap_or_default();
        let Some(request) = server(&gets) else {
            return Err(CheckError::NotForwarded { transcript });
        };
        if answered.is_empty() {
            return Err(CheckError::Silent { transcript });
        }
        let mut times: Vec<u64> = answered.iter().map(|&(_, time_us)| time_us).collect();
        times.sort_unstable();
        let round_trip_us = times[times.len() / 2];
        let (post, _) = converse(subject, plan, &POST).await?;
        let posted = client(&post, 0).map(answers).unwrap_or_default();
        let (pool, _) = converse(subject, plan, &POOL).await?;
        let (parallel, _) = converse(subject, plan, &PARALLEL).await?;
        let readings = [&gets, &post, &pool, &parallel];
        Ok(Self {
            never_pools: readings.into_iter().all(closes_each),
            accepts_content: posted.first().is_some_and(|&(status, _)| status == 200),
            persists: answered.len() > 1,
            pools: pool
                .connections
                .iter()
                .any(|it| it.side == Side::Inbound && it.exchanges.len() > 1),
            serves_in_parallel: client(&parallel, 1).is_some_and(|it| !answers(it).is_empty()),
            round_trip_us,
            jitter_us: times.iter().map(|time| time.abs_diff(round_trip_us)).max().unwrap_or(0),
            via: via(request),
        })
    }

    /// Whether requests still reach the origin server. A connection that the last case left behind may
    /// spoil a first try.
    pub(crate) async fn last(subject: &dyn Intermediary, plan: &Plan) -> bool {
        for _ in 0..LAST_TRIES {
            let played = converse(subject, plan, &POST).await;
            if played.is_ok_and(|(reading, _)| server(&reading).is_some()) {
                return true;
            }
        }
        false
    }
}

async fn converse(
    subject: &dyn Intermediary,
    plan: &Plan,
    case: &'static Case,
) -> Result<(Reading, String), CheckError> {
    let terms = crate::Terms { in_vain: InVain::Ends, ..plan.terms(plan.windows()) };
    let played = play_intermediary(subject, case.to_script(), &plan.places_of(case), &terms).await;
    let played = played.map_err(|error| CheckError::Unreachable(error.error))?;
    Ok((Reading::of(&played.transcript), played.transcript.to_string()))
}

fn client(reading: &Reading, number: u16) -> Option<&Connection> {
    reading.connections.iter().find(|it| it.side == Side::Outbound && it.number == number)
}

/// A connection on which a request was forwarded.
fn server(reading: &Reading) -> Option<&Connection> {
    let forwarded = |it: &&Connection| it.side == Side::Inbound && !it.exchanges.is_empty();
    reading.connections.iter().find(forwarded)
}

/// Whether every request that was forwarded ends its connection (RFC 9112 §9.3).
fn closes_each(reading: &Reading) -> bool {
    let inbound = reading.connections.iter().filter(|it| it.side == Side::Inbound);
    inbound.flat_map(|it| it.exchanges.iter().map(move |exchange| (it, &exchange.request))).all(
        |(connection, request)| {
            let has = |option| request.has_member(&connection.sent, b"connection", option);
            has(b"close") || !(request.version().is_11_or_later() || has(b"keep-alive"))
        },
    )
}

fn via(connection: &Connection) -> Option<String> {
    let request = &connection.exchanges.first()?.request;
    let value = request.head.values(request.octets(&connection.sent), b"via").next()?;
    let (_version, pseudonym) = value.split_at(value.iter().position(|&it| it == b' ')?);
    Some(String::from_utf8_lossy(pseudonym.trim_ascii()).into_owned())
}
