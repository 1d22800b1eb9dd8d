//! The policies that people run, by name.

use alloc::vec;
use alloc::vec::Vec;
use core::time::Duration;

use expectspec_message::Limits;

use super::{
    EarlyFinal, ExpectationFailed, Irregularity, LostConnection, Patience, Policy, Redirects,
    RequestVersion, Reuse, SendExpectation, Timers, UnrequestedSwitch,
};

impl Default for Policy {
    fn default() -> Self {
        Self {
            expectation: SendExpectation::Always,
            patience: Patience::Bounded(Duration::from_secs(1)),
            early_final: EarlyFinal::FinishContent { octets_max: 64 * KIBI },
            expectation_failed: ExpectationFailed::RepeatOnce,
            lost_connection: LostConnection::RepeatIdempotent,
            reuse: Reuse::Persist,
            version: RequestVersion::Http11,
            unrequested_switch: UnrequestedSwitch::Fail,
            irregularity: Irregularity::Accept,
            redirects: Redirects::Deliver,
            interims_max: 1000,
            interim_octets_max: 1024 * 1024,
            content_octets_max: 16 * KIBI * KIBI,
            limits: Limits::default(),
            piece_octets_max: 16 * 1024,
            timers: Timers::default(),
        }
    }
}

impl Policy {
    /// The name and the policy of every preset, the default first.
    #[must_use]
    pub fn presets() -> Vec<(&'static str, Self)> {
        vec![
            ("default", Self::default()),
            ("eager", Self::eager()),
            ("threshold", Self::threshold()),
            ("unknown-length", Self::unknown_length()),
            ("impatient", Self::impatient()),
            ("patient-for-ever", Self::patient_for_ever()),
            ("finishing", Self::finishing()),
            ("aborting", Self::aborting()),
            ("delivering", Self::delivering()),
            ("afresh", Self::afresh()),
            ("curl-like", Self::curl_like()),
            ("closing", Self::closing()),
            ("following", Self::following()),
            ("http10", Self::http10()),
            ("strict", Self::strict()),
        ]
    }

    /// The preset with this name.
    ///
    /// ```
    /// use expectspec_engine::client::Policy;
    ///
    /// assert_eq!(Policy::preset("eager"), Some(Policy::eager()));
    /// assert_eq!(Policy::preset("patient"), None);
    /// ```
    #[must_use]
    pub fn preset(name: &str) -> Option<Self> {
        Self::presets().into_iter().find(|(it, _)| *it == name).map(|(_, policy)| policy)
    }

    /// No expectation, whatever the content: it follows the head.
    #[must_use]
    pub fn eager() -> Self {
        Self { expectation: SendExpectation::Never, ..Self::default() }
    }

    /// An expectation with content of more than 32 KiB, or of unknown length.
    #[must_use]
    pub fn threshold() -> Self {
        let expectation = SendExpectation::ContentAbove(32 * KIBI);
        Self { expectation, ..Self::default() }
    }

    /// An expectation with chunked content only.
    #[must_use]
    pub fn unknown_length() -> Self {
        Self { expectation: SendExpectation::UnknownLength, ..Self::default() }
    }

    /// Sends the expectation and does not wait (RFC 9110 §10.1.1).
    #[must_use]
    pub fn impatient() -> Self {
        Self { patience: Patience::Bounded(Duration::ZERO), ..Self::default() }
    }

    /// Waits for the 100 (Continue) as long as an attempt lasts, which RFC 9110 §10.1.1 advises
    /// against.
    #[must_use]
    pub fn patient_for_ever() -> Self {
        Self { patience: Patience::Endless, ..Self::default() }
    }

    /// Sends all content after an early final response, however much it is.
    #[must_use]
    pub fn finishing() -> Self {
        let early_final = EarlyFinal::FinishContent { octets_max: u64::MAX };
        Self { early_final, ..Self::default() }
    }

    /// Sends no more content after an early final response, and closes the connection.
    #[must_use]
    pub fn aborting() -> Self {
        Self { early_final: EarlyFinal::Abort, ..Self::default() }
    }

    /// Repeats nothing: every final response is the user's, and so is a lost connection.
    #[must_use]
    pub fn delivering() -> Self {
        Self {
            expectation_failed: ExpectationFailed::Deliver,
            lost_connection: LostConnection::Report,
            ..Self::default()
        }
    }

    /// Repeats a request after a 417 on a fresh connection only.
    #[must_use]
    pub fn afresh() -> Self {
        Self { expectation_failed: ExpectationFailed::RepeatOnceAfresh, ..Self::default() }
    }

    /// Much as curl does: an expectation with much content or content of unknown length, 1 s of
    /// patience, a repetition after a 417, a closed connection after an early final response.
    #[must_use]
    pub fn curl_like() -> Self {
        Self { early_final: EarlyFinal::Abort, ..Self::threshold() }
    }

    /// One request a connection.
    #[must_use]
    pub fn closing() -> Self {
        Self { reuse: Reuse::CloseAfterEach, ..Self::default() }
    }

    /// Follows redirections.
    #[must_use]
    pub fn following() -> Self {
        Self { redirects: Redirects::Follow { max: 5 }, ..Self::default() }
    }

    /// HTTP/1.0, which has neither expectations nor chunked content.
    #[must_use]
    pub fn http10() -> Self {
        Self { version: RequestVersion::Http10, ..Self::default() }
    }

    /// Reads past nothing that the grammar does not allow.
    #[must_use]
    pub fn strict() -> Self {
        Self { irregularity: Irregularity::Refuse, ..Self::default() }
    }
}

const KIBI: u64 = 1024;
