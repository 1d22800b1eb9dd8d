//! What bounds a run of the fuzzer, and what counts as a find.

use core::time::Duration;

use expectspec_catalogue::Places;
use expectspec_requirements::{Party, Profile, Verdict};
use expectspec_runner::Plan;

use crate::Input;

/// What bounds a run of the fuzzer, and what counts as a find.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whose reading of the protocol decides.
    pub profile: Profile,
    /// What is a find at least; what is discouraged is otherwise noted only.
    pub least: Verdict,
    /// What the placeholders stand for; `nonce` is set for each execution.
    pub places: Places,
    /// What inputs are made of. The n-th input made up from nothing is the same in each run; which inputs
    /// are changed depends on what came of others, and over sockets on how fast.
    pub seed: u64,
    /// The time in which new inputs are played; finds may be shrunk a little longer.
    pub time_max: Option<Duration>,
    /// How many new inputs are played.
    pub executions_max: Option<u64>,
    /// The run ends at so many finds.
    pub finds_max: Option<usize>,
    /// How many executions may be under way at once; 1 for servers that serve one connection at a time.
    pub concurrency_max: usize,
    /// How many connections may be open at once.
    pub connections_max: usize,
    /// How many executions may begin in a second, over sockets.
    pub rate_max: Option<u32>,
    /// Every window is this many percent of its default.
    pub timeout_scale_percent: u32,
    /// How many executions may be spent on shrinking one find.
    pub shrink_executions_max: usize,
    /// How long one find may be shrunk, and for how long all may be when no new inputs are played any more;
    /// then each is repeated once more in at most as long.
    pub shrink_time_max: Duration,
    /// Inputs to begin with.
    pub corpus: Vec<Input>,
}

impl Default for Settings {
    /// A minute against a server on this machine, from nothing.
    fn default() -> Self {
        Self {
            profile: Profile::default(),
            least: Verdict::Deviates,
            places: Plan::new(Vec::new(), "localhost").places,
            seed: 0,
            time_max: Some(Duration::from_secs(60)),
            executions_max: None,
            finds_max: None,
            concurrency_max: 64,
            connections_max: 128,
            rate_max: None,
            timeout_scale_percent: 100,
            shrink_executions_max: 400,
            shrink_time_max: Duration::from_secs(20),
            corpus: Vec::new(),
        }
    }
}

impl Settings {
    /// The plan of a run of the suite under the same terms: its windows are what a find must last for.
    pub(crate) fn plan(&self, party: Party) -> Plan {
        Plan {
            cases: expectspec_catalogue::of(party),
            profile: self.profile,
            places: self.places.clone(),
            timeout_scale_percent: self.timeout_scale_percent,
            concurrency_max: self.concurrency_max,
            seed: self.seed,
        }
    }
}
