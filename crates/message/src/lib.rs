//! Octets to typed HTTP/1.1 messages: the `Expect` field value, heads, framing and chunked content.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod chunked;
pub mod expect;
pub mod framing;
pub mod head;
pub mod octet;
pub mod progress;
pub mod span;

pub use chunked::{ChunkedError, ChunkedReader, ChunkedStep};
pub use expect::{
    ExpectField, Expectation, ExpectationError, Expectations, OwnedExpectation, Parameter,
};
pub use framing::{Ambiguity, BadFraming, Framing, RequestFraming};
pub use head::{
    Anomaly, AnomalyKind, FieldLine, Head, HeadError, HeadErrorKind, HeadReader, Limits, StartLine,
    Version, unfold,
};
pub use progress::Progress;
pub use span::Span;
