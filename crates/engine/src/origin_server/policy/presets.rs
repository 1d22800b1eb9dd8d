//! The policies that people run, by name.

use alloc::vec;
use alloc::vec::Vec;

use expectspec_message::Limits;

use super::{
    AmbiguousFraming, ChunkedContent, ContinueWhen, EarlyFinal, EmptyExpect, Http10KeepAlive,
    IncompleteRequest, Irregularity, MalformedExpectation, MinorVersion, OptionalContinue, Policy,
    RepeatedLength, Timers, UnknownExpectation, UnknownMethod,
};

impl Default for Policy {
    fn default() -> Self {
        Self {
            continue_when: ContinueWhen::HeadIsAccepted,
            unknown_expectation: UnknownExpectation::Refuse,
            malformed_expectation: MalformedExpectation::ExpectationFailed,
            empty_expect: EmptyExpect::Ignore,
            content_already_received: OptionalContinue::Omit,
            no_content: OptionalContinue::Omit,
            early_final: EarlyFinal::Drain { octets_max: 256 * KIBI },
            ambiguous_framing: AmbiguousFraming::Refuse,
            repeated_length: RepeatedLength::Accept,
            obs_fold: Irregularity::Refuse,
            bare_cr: Irregularity::Refuse,
            nul: Irregularity::Refuse,
            control_octet: Irregularity::Refuse,
            lone_lf: Irregularity::Refuse,
            chunked_content: ChunkedContent::Accept,
            minor_version: MinorVersion::Accept,
            unknown_method: UnknownMethod::Refuse,
            http10_keep_alive: Http10KeepAlive::Honour,
            incomplete_request: IncompleteRequest::Respond,
            upgrade: None,
            content_octets_max: 16 * KIBI * KIBI,
            limits: Limits::default(),
            input_octets_max: 128 * 1024,
            output_octets_max: 64 * 1024,
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
            ("at-once", Self::at_once()),
            ("lazy", Self::lazy()),
            ("refuse-all", Self::refuse_all()),
            ("ignore-unknown", Self::ignore_unknown()),
            ("bad-request", Self::bad_request()),
            ("recovering", Self::recovering()),
            ("generous", Self::generous()),
            ("draining", Self::draining()),
            ("closing", Self::closing()),
            ("lenient", Self::lenient()),
            ("upgrading", Self::upgrading()),
            ("rfc2616", Self::rfc2616()),
        ]
    }

    /// The preset with this name.
    ///
    /// ```
    /// use expectspec_engine::origin_server::Policy;
    ///
    /// assert_eq!(Policy::preset("lazy"), Some(Policy::lazy()));
    /// assert_eq!(Policy::preset("eager"), None);
    /// ```
    #[must_use]
    pub fn preset(name: &str) -> Option<Self> {
        Self::presets().into_iter().find(|(it, _)| *it == name).map(|(_, policy)| policy)
    }

    /// 100 (Continue) with the end of every acceptable head.
    #[must_use]
    pub fn at_once() -> Self {
        Self { continue_when: ContinueWhen::AtOnce, ..Self::default() }
    }

    /// 100 (Continue) when the application first asks for content.
    #[must_use]
    pub fn lazy() -> Self {
        Self { continue_when: ContinueWhen::ContentIsWanted, ..Self::default() }
    }

    /// 417 for every expectation, whatever it says.
    #[must_use]
    pub fn refuse_all() -> Self {
        Self { unknown_expectation: UnknownExpectation::RefuseAll, ..Self::default() }
    }

    /// Expectations other than 100-continue, malformed ones too, are as if they weren't there.
    #[must_use]
    pub fn ignore_unknown() -> Self {
        Self {
            unknown_expectation: UnknownExpectation::Ignore,
            malformed_expectation: MalformedExpectation::Ignore,
            ..Self::default()
        }
    }

    /// 400 for malformed and for empty `Expect` fields.
    #[must_use]
    pub fn bad_request() -> Self {
        Self {
            malformed_expectation: MalformedExpectation::BadRequest,
            empty_expect: EmptyExpect::BadRequest,
            ..Self::default()
        }
    }

    /// Reads 100-continue out of malformed expectations (RFC 9110 §2.4).
    #[must_use]
    pub fn recovering() -> Self {
        Self { malformed_expectation: MalformedExpectation::Recover, ..Self::default() }
    }

    /// Sends every 100 (Continue) that it could omit.
    #[must_use]
    pub fn generous() -> Self {
        Self {
            continue_when: ContinueWhen::AtOnce,
            content_already_received: OptionalContinue::Send,
            no_content: OptionalContinue::Send,
            ..Self::default()
        }
    }

    /// Reads and drops content after an early final response, however much it is.
    #[must_use]
    pub fn draining() -> Self {
        Self { early_final: EarlyFinal::Drain { octets_max: u64::MAX }, ..Self::default() }
    }

    /// Closes the connection after an early final response.
    #[must_use]
    pub fn closing() -> Self {
        Self { early_final: EarlyFinal::Close, ..Self::default() }
    }

    /// Reads all that a recipient may read although no sender may send it.
    #[must_use]
    pub fn lenient() -> Self {
        Self {
            ambiguous_framing: AmbiguousFraming::ReadChunkedAndClose,
            obs_fold: Irregularity::Accept,
            bare_cr: Irregularity::Accept,
            nul: Irregularity::Accept,
            control_octet: Irregularity::Accept,
            lone_lf: Irregularity::Accept,
            ..Self::default()
        }
    }

    /// Switches to the protocol `demo` if a client offers it.
    #[must_use]
    pub fn upgrading() -> Self {
        Self { upgrade: Some("demo"), ..Self::default() }
    }

    /// As RFC 2616 has it: an `Expect` without members is invalid (§14.20), and the server reads
    /// the whole request rather than close (§8.2.3).
    #[must_use]
    pub fn rfc2616() -> Self {
        Self {
            empty_expect: EmptyExpect::BadRequest,
            early_final: EarlyFinal::Drain { octets_max: 16 * KIBI * KIBI },
            ..Self::default()
        }
    }
}

const KIBI: u64 = 1024;
