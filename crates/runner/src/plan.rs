//! What to run, and how.

use std::sync::Arc;

use expectspec_catalogue::{Case, Places};
use expectspec_judge::Windows;
use expectspec_requirements::{Party, Profile};
use expectspec_subject::Clock;

use crate::{Allowance, FirstConversation, InVain, Terms};

/// What to run, and how.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The cases, in the order of the report.
    pub cases: Vec<&'static Case>,
    /// Whose reading of the protocol decides.
    pub profile: Profile,
    /// What the placeholders stand for; `nonce` is set for each case.
    pub places: Places,
    /// Every window is this many percent of its default.
    pub timeout_scale_percent: u32,
    /// How many cases may be under way at once.
    pub concurrency_max: usize,
    /// Makes the nonces.
    pub seed: u64,
}

impl Plan {
    /// These cases under the default profile against `host`, with the default places.
    ///
    /// ```
    /// let plan = expectspec_runner::Plan::new(expectspec_catalogue::all(), "localhost");
    /// assert_eq!(plan.places.path, "/");
    /// ```
    #[must_use]
    pub fn new(cases: Vec<&'static Case>, host: &str) -> Self {
        let places = Places {
            host: host.to_owned(),
            path: "/".to_owned(),
            get: "/".to_owned(),
            reject: "/expectspec-no-such-resource".to_owned(),
            protected: String::new(),
            upgrade: String::new(),
            upgrade_path: "/".to_owned(),
            authority: String::new(),
            nonce: String::new(),
        };
        Self {
            cases,
            profile: Profile::default(),
            places,
            timeout_scale_percent: 100,
            concurrency_max: 64,
            seed: 0,
        }
    }

    fn party(&self) -> Party {
        self.cases.first().map_or(Party::OriginServer, |case| case.party())
    }

    /// The windows before anything is known of the subject.
    #[must_use]
    pub fn windows(&self) -> Windows {
        // Servers that linger before they close take five seconds, or a little more.
        let usual = Windows { final_us: 10_000_000, close_us: 10_000_000, ..Windows::default() };
        let base = match self.party() {
            Party::OriginServer => usual,
            Party::Client => Windows { final_us: CLIENT_PATIENCE_US, ..usual },
            // What an intermediary is to do at once depends on nobody else: our origin server is quick.
            Party::Intermediary => Windows { immediate_us: 3_000_000, ..usual },
        };
        let scale = |us: u64| us * u64::from(self.timeout_scale_percent) / 100;
        Windows {
            immediate_us: scale(base.immediate_us),
            final_us: scale(base.final_us),
            quiet_us: scale(base.quiet_us),
            close_us: scale(base.close_us),
        }
    }

    /// The windows for a subject of which this is known.
    #[must_use]
    pub fn calibrated(&self, clock: Clock, first: &FirstConversation) -> Windows {
        let windows = self.windows();
        let patience = match (clock, first) {
            (Clock::Virtual, _) => return windows,
            // What must come is given twenty round trips at least, so that a slow subject is not
            // accused; what must not come is watched for long enough that a fast one would have
            // sent it.
            (_, FirstConversation::Server(check)) => 20 * check.round_trip_us + 4 * check.jitter_us,
            (_, FirstConversation::Intermediary(check)) => {
                20 * check.round_trip_us + 4 * check.jitter_us
            }
            // A client whose start takes long may be slow in all it does.
            (_, FirstConversation::Client(check)) => check.start_us,
        };
        Windows {
            immediate_us: windows.immediate_us.max(patience),
            final_us: windows.final_us.max(patience),
            quiet_us: patience.clamp(windows.quiet_us / 2, windows.quiet_us.max(patience)),
            close_us: windows.close_us.max(patience),
        }
    }

    /// The bounds of a case under these windows.
    #[must_use]
    pub fn terms(&self, windows: Windows) -> Terms {
        Terms {
            windows,
            timeout_scale_percent: self.timeout_scale_percent,
            in_vain: InVain::GoesOn,
            content_octets: 0,
            allowance: Arc::default(),
        }
    }

    /// The bounds of a case under these windows for a subject of which this is known.
    #[must_use]
    pub(crate) fn terms_behind(&self, windows: Windows, first: &FirstConversation) -> Terms {
        let terms = self.terms(windows);
        match first {
            FirstConversation::Server(_) | FirstConversation::Intermediary(_) => terms,
            FirstConversation::Client(check) => Terms {
                content_octets: check.content_octets,
                allowance: Arc::new(Allowance::for_clients(self.cases.len(), check.content_octets)),
                ..terms
            },
        }
    }

    /// The placeholders of one case.
    #[must_use]
    pub fn places_of(&self, case: &Case) -> Places {
        let nonce = case.id.bytes().fold(self.seed ^ 0xcbf2_9ce4_8422_2325, |hash, octet| {
            (hash ^ u64::from(octet)).wrapping_mul(0x0100_0000_01b3)
        });
        Places { nonce: format!("{:08x}", nonce >> 32), ..self.places.clone() }
    }
}

/// How long a client may wait for a 100 (Continue) before that counts as for ever, in microseconds.
const CLIENT_PATIENCE_US: u64 = 60_000_000;
