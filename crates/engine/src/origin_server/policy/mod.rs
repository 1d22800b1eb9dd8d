//! The choices that the RFCs leave to an origin server.

mod choices;
mod presets;
mod timers;

use expectspec_message::Limits;

pub use choices::{
    AmbiguousFraming, ChunkedContent, ContinueWhen, EarlyFinal, EmptyExpect, Http10KeepAlive,
    IncompleteRequest, Irregularity, MalformedExpectation, MinorVersion, OptionalContinue,
    RepeatedLength, UnknownExpectation, UnknownMethod,
};
pub use timers::Timers;

/// Every choice that an [`OriginServer`](super::OriginServer) makes where the RFCs leave one.
///
/// What they do not leave is no field: the server has no clock, so it sends no `Date` (RFC 9110
/// §6.6.1); a repeated `Host` gets 400 (RFC 9112 §3.2), and so does whitespace before a colon
/// (RFC 9112 §5.1); an expectation in an HTTP/1.0 request is ignored (RFC 9110 §10.1.1).
///
/// ```
/// use expectspec_engine::origin_server::{ContinueWhen, Policy};
///
/// let policy = Policy { content_octets_max: 1024, ..Policy::lazy() };
/// assert_eq!(policy.continue_when, ContinueWhen::ContentIsWanted);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Policy {
    /// When the 100 (Continue) goes out. By default as RFC 9110 §10.1.1 has it: a final response if
    /// the head decides, else the 100.
    pub continue_when: ContinueWhen,
    /// What becomes of an expectation other than 100-continue (RFC 9110 §10.1.1). By default 417:
    /// the client learns that nobody will meet it, and RFC 2616 §14.20 demands it.
    pub unknown_expectation: UnknownExpectation,
    /// What becomes of a list member outside the grammar (RFC 9110 §2.4). By default 417: it is not
    /// 100-continue, and a client can repeat the request without it.
    pub malformed_expectation: MalformedExpectation,
    /// What becomes of an `Expect` field without members. By default it is ignored: the list may be
    /// empty (RFC 9110 §5.6.1).
    pub empty_expect: EmptyExpect,
    /// Whether a 100 (Continue) goes out, when `continue_when` has it, although content has come
    /// (RFC 9110 §10.1.1). By default not: it tells the client nothing.
    pub content_already_received: OptionalContinue,
    /// Whether a 100 (Continue) goes out, when `continue_when` has it, although the framing
    /// announces no content (RFC 9110 §10.1.1). By default not: there is nothing to send.
    pub no_content: OptionalContinue,
    /// What follows a final response that comes before the end of the request (RFC 9112 §9.3). By
    /// default the content is read and dropped within bounds, so the connection persists.
    pub early_final: EarlyFinal,
    /// What becomes of `Transfer-Encoding` beside `Content-Length` or in HTTP/1.0 (RFC 9112 §6.1).
    /// By default 400: no one sends it by accident.
    pub ambiguous_framing: AmbiguousFraming,
    /// What becomes of a `Content-Length` that says one number more than once (RFC 9110 §8.6). By
    /// default it is that number.
    pub repeated_length: RepeatedLength,
    /// What becomes of an obs-fold (RFC 9112 §5.2). By default 400: nothing in use sends it.
    pub obs_fold: Irregularity,
    /// What becomes of a bare CR in a field value (RFC 9112 §2.2). By default 400.
    pub bare_cr: Irregularity,
    /// What becomes of NUL in a field value (RFC 9110 §5.5). By default 400.
    pub nul: Irregularity,
    /// What becomes of other control octets in a field value, which are kept if they are not
    /// refused (RFC 9110 §5.5). By default 400.
    pub control_octet: Irregularity,
    /// What becomes of a line that ends with LF alone (RFC 9112 §2.2). By default 400: others on
    /// the path may see other lines.
    pub lone_lf: Irregularity,
    /// Whether chunked content is read (RFC 9112 §6.3). By default it is.
    pub chunked_content: ChunkedContent,
    /// What becomes of HTTP/1.2 to HTTP/1.9. By default they are HTTP/1.1 (RFC 9110 §6.2).
    pub minor_version: MinorVersion,
    /// What becomes of a method outside those of RFC 9110 §9 and PATCH. By default 501 (RFC 9110
    /// §9.1).
    pub unknown_method: UnknownMethod,
    /// Whether the `keep-alive` connection option of an HTTP/1.0 request is honoured (RFC 9112
    /// §9.3). By default it is.
    pub http10_keep_alive: Http10KeepAlive,
    /// Whether a request that ends too soon gets a final response (RFC 9112 §8). By default it gets
    /// one, for the user to read.
    pub incomplete_request: IncompleteRequest,
    /// The protocol that the server switches to if it is offered (RFC 9110 §7.8). By default none.
    pub upgrade: Option<&'static str>,
    /// Octets of content that are read at most; above that the answer is 413 (RFC 9110 §15.5.14).
    pub content_octets_max: u64,
    /// How much of a head is read at most; above that the answer is 414 or 431.
    pub limits: Limits,
    /// Input that is held at most, beside the piece that came last, before the server reports
    /// [`Reading::Paused`](super::Reading::Paused).
    pub input_octets_max: usize,
    /// Output that is held at most before the next pipelined request is read.
    pub output_octets_max: usize,
    /// How long the server waits, and for what.
    pub timers: Timers,
}
