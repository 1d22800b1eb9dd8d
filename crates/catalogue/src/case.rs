//! One case.

use expectspec_judge::Relation;
use expectspec_requirements::{Party, Requirement};

use crate::{Script, Service, Step};

/// One exchange of interest with a subject: what the peer does. What must hold is said by the
/// requirements, and judged from the transcript alone.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// The permanent id: `party/topic/behaviour`, in kebab-case, present tense.
    pub id: &'static str,
    /// One sentence: what the peer does, and why that is worth a case.
    pub purpose: &'static str,
    /// The requirements that this case is meant to exercise. All others are judged as well.
    pub exercises: &'static [&'static Requirement],
    /// The content that `{content}` and `{length}` in the script stand for.
    pub content: &'static [u8],
    /// What a client is asked to do. Nobody asks a server.
    pub task: Task,
    /// What the peer does.
    pub script: &'static [Step],
    /// What the case needs of the subject, beyond answering requests.
    pub needs: &'static [Need],
    /// What must agree with the transcript of another case.
    pub relation: Option<Relation>,
    /// Whether the octets are safe to send to a server that others use.
    pub danger: Danger,
}

impl Case {
    /// The parts that most cases share; `..Case::PLAIN` ends a row.
    pub const PLAIN: Self = Self {
        id: "",
        purpose: "",
        exercises: &[],
        content: b"hello",
        task: Task::UPLOAD,
        script: &[],
        needs: &[],
        relation: None,
        danger: Danger::None,
    };

    /// What its player needs of it.
    #[must_use]
    pub const fn to_script(&self) -> Script<'static> {
        Script { content: self.content, task: self.task, steps: self.script }
    }

    /// The topic, the middle part of the id.
    #[must_use]
    pub fn topic(&self) -> &'static str {
        self.id.split('/').nth(1).unwrap_or_default()
    }
}

/// What a client is asked to do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Task {
    /// The method; `None` for the one that the client uploads with.
    pub method: Option<&'static str>,
    /// The content of each request.
    pub upload: Upload,
    /// How many requests, one after another, with one client.
    pub requests: u8,
}

/// The content of a request that a client is asked for.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Upload {
    /// None.
    None,
    /// As many octets as it takes for the client to state an expectation, length known.
    Known,
    /// As many octets, but the client must not learn the length before it sends the head.
    Unknown,
}

impl Task {
    /// One request with content.
    pub const UPLOAD: Self = Self { method: None, upload: Upload::Known, requests: 1 };
    /// Two requests with content.
    pub const TWICE: Self = Self { requests: 2, ..Self::UPLOAD };
    /// One request with content of unknown length.
    pub const CHUNKED: Self = Self { upload: Upload::Unknown, ..Self::UPLOAD };
    /// One GET.
    pub const GET: Self = Self { method: Some("GET"), upload: Upload::None, requests: 1 };
}

/// What a case needs of a subject. A subject that lacks it is *unsupported* there.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Need {
    /// `POST {path}` with content is answered with a 2xx response after the content was read.
    AcceptsContent,
    /// A connection stays open after a plain exchange.
    Persists,
    /// A connection is served while others are waiting.
    ServesInParallel,
    /// `{upgrade}` names a protocol that the subject switches to.
    Upgrade,
    /// `{protected}` names a resource that wants credentials.
    Protected,
    /// The tester can tell a reset from an orderly end (not so over in-memory streams).
    Resets,
    /// The client states an expectation with content of some size.
    Expects,
    /// The client can be told the method.
    Method,
    /// The client can be told to make several requests.
    Requests,
    /// The client can be told to send content whose length it does not know.
    UnknownLength,
    /// The client tells which status code it was answered with.
    Tells,
    /// The client follows redirections.
    Redirects,
    /// The client has credentials, and sends them when it is asked to.
    Credentials,
    /// The intermediary sends a second request on a connection to the origin server.
    Pools,
    /// The intermediary is a proxy that takes requests in absolute-form.
    Forwards,
}

impl Case {
    /// What the case needs: what it says, and what its task takes.
    pub fn needs(&self) -> impl Iterator<Item = Need> {
        let Task { method, upload, requests } = self.task;
        let of_task = [
            (Need::Method, method.is_some()),
            (Need::UnknownLength, upload == Upload::Unknown),
            (Need::Requests, requests > 1),
        ];
        let of_task = of_task.into_iter().filter(|(_, needed)| *needed).map(|(need, _)| need);
        self.needs.iter().copied().chain(of_task)
    }

    /// Whether the origin server leaves connections open, so that an intermediary may pool them: such
    /// a case is played alone, since others would meet its connections.
    #[must_use]
    pub fn leaves_connections(&self) -> bool {
        let at_origin = self.script.iter().filter_map(|step| match step {
            Step::AtOrigin(steps) => Some(*steps),
            _ => None,
        });
        at_origin.flatten().any(leaves_open)
    }

    /// The party that the case tests, the first part of the id.
    #[must_use]
    pub fn party(&self) -> Party {
        let name = self.id.split('/').next().unwrap_or_default();
        Party::from_name(name).unwrap_or(Party::OriginServer)
    }
}

/// Whether this sends a final response without the `close` connection option.
fn leaves_open(step: &Step) -> bool {
    let octets = match step {
        Step::Send(octets) | Step::Dribble { octets, .. } | Step::Repeat { octets, .. } => octets,
        Step::Serve(Service::Proper(octets) | Service::AtOnce(octets) | Service::Late(octets)) => {
            octets
        }
        _ => return false,
    };
    let has = |what: &[u8]| octets.windows(what.len()).any(|it| it == what);
    let is_final = (b'2'..=b'5').any(|class| has(&[b"HTTP/1.1 ", &[class][..]].concat()));
    is_final && !has(b"Connection: close\r\n")
}

/// Whether a case may be run against a server that is not on loopback.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Danger {
    /// It may.
    None,
    /// It holds octets meant to be misread as a request: elsewhere only with `--desync`.
    Desync,
    /// It uses much of the subject's memory or connections: elsewhere only with `--desync`.
    Load,
}
