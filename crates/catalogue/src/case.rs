//! One case.

use expectspec_judge::Relation;
use expectspec_requirements::Requirement;

use crate::Step;

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
        script: &[],
        needs: &[],
        relation: None,
        danger: Danger::None,
    };

    /// The topic, the middle part of the id.
    #[must_use]
    pub fn topic(&self) -> &'static str {
        self.id.split('/').nth(1).unwrap_or_default()
    }
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
