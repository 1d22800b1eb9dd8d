//! What comes first with a client: does it make a request, and when does it state an expectation?

use expectspec_catalogue::{Case, Service, Step, Task};
use expectspec_judge::{Reading, Windows};
use expectspec_subject::Client;

use crate::{CheckError, InVain, Plan, Terms, play_client};

/// What the first requests of a client showed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClientCheck {
    /// The least of the sizes tried with which it states a 100-continue expectation, in octets.
    pub expects_from: Option<usize>,
    /// How much content the cases ask for, in octets.
    pub content_octets: usize,
    /// The time from the start of the client to its request, in microseconds: the longest of a few.
    pub start_us: u64,
    /// The `User-Agent` field of its requests.
    pub user_agent: Option<String>,
}

/// The sizes tried, in octets: thresholds of clients that are known lie between them.
pub const SIZES: [usize; 4] = [1, 1025, 64 * 1024 + 1, 1024 * 1024 + 1];
/// How much content a client is asked for that states no expectation with any of [`SIZES`].
const WITHOUT_EXPECTATION: usize = 1025;

static UPLOAD: Case = Case {
    id: "check/upload",
    task: Task::UPLOAD,
    script: &[Step::Serve(Service::Proper(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))],
    ..Case::PLAIN
};

impl ClientCheck {
    /// Has the client upload content of growing size until it states an expectation.
    ///
    /// # Errors
    /// When it can't be started, or makes no request.
    pub(crate) async fn first(client: &dyn Client, plan: &Plan) -> Result<Self, CheckError> {
        let mut check = Self {
            expects_from: None,
            content_octets: WITHOUT_EXPECTATION,
            start_us: 0,
            user_agent: None,
        };
        for octets in SIZES {
            let reading = upload(client, plan, octets).await?;
            let request = reading.connections.iter().find_map(|it| {
                let request = &it.exchanges.first()?.request;
                request.head_end.map(|end| (it, request, end))
            });
            let Some((connection, request, head_end)) = request else {
                return Err(CheckError::NoRequest);
            };
            check.start_us = check.start_us.max(head_end.at_us);
            let octets_of_head = request.octets(&connection.sent);
            let mut agents = request.head.values(octets_of_head, b"user-agent");
            check.user_agent = agents.next().map(|it| String::from_utf8_lossy(it).into_owned());
            if request.expectations.has_continue() {
                check.expects_from = Some(octets);
                check.content_octets = octets.max(SIZES[1]);
                break;
            }
        }
        Ok(check)
    }

    /// Whether the client still makes a request.
    pub(crate) async fn last(client: &dyn Client, plan: &Plan) -> bool {
        let reading = upload(client, plan, SIZES[0]).await;
        reading.is_ok_and(|it| it.connections.iter().any(|it| !it.exchanges.is_empty()))
    }
}

async fn upload(client: &dyn Client, plan: &Plan, octets: usize) -> Result<Reading, CheckError> {
    let windows = Windows { final_us: plan.windows().final_us.min(FIRST_US_MAX), ..plan.windows() };
    let terms = Terms { in_vain: InVain::Ends, content_octets: octets, ..plan.terms(windows) };
    let played = play_client(client, UPLOAD.to_script(), &plan.places_of(&UPLOAD), &terms).await;
    let played = played.map_err(|error| CheckError::Unreachable(error.error))?;
    Ok(Reading::of(&played.transcript))
}

/// How long a first request may take to come.
const FIRST_US_MAX: u64 = 30_000_000;
