//! What the fuzz targets call: the properties at the pace of a fuzzer.
//!
//! The properties themselves look at everything: all the ways to cut some octets, the judgement at every
//! moment of a play. That is for tests. A fuzzer finds more by another input than by a second
//! look at the same one, so here each input [draws](Lot) which of the dearer looks it gets. What is
//! cheap is always looked at, and nothing is out of reach: every look is drawn by some inputs, and the whole corpus
//! gets all of them in `cargo test`.
//!
//! Where the variable `EXPECTSPEC_THOROUGH` is set, everything is looked at here as well: so a find can be
//! shrunk, since a smaller input draws another lot.

mod lot;
mod octets;
mod plays;

use std::sync::LazyLock;

pub use lot::Lot;
pub use octets::{chunked, expect_value, head, judge, transcript};
pub use plays::{chain, client, intermediary, origin_server};

/// Whether everything is to be looked at.
static IS_THOROUGH: LazyLock<bool> =
    LazyLock::new(|| std::env::var_os("EXPECTSPEC_THOROUGH").is_some());
