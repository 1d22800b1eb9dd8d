//! Defects to be found, so that a fuzz target that can't fail is noticed.
//!
//! The variable `EXPECTSPEC_PLANTED` names one of [`DEFECTS`]. For the machines it is a fault of
//! `expectspec-faults` in the place of the reference, where that has the policy that the fault was made for; for
//! the parsers and the judge it is a small change of what they say.

mod client;
mod defects;
mod hop;
mod octets;
mod server;

use std::sync::LazyLock;

pub(crate) use client::client_policy;
pub use defects::{DEFECTS, Defect};
pub(crate) use hop::Hop;
pub(crate) use octets::{chunked_content, head, judge, print, read_expectations};
pub(crate) use server::Server;

/// What is planted.
static PLANTED: LazyLock<Option<&'static Defect>> = LazyLock::new(|| {
    let name = std::env::var("EXPECTSPEC_PLANTED").ok()?;
    let defect = DEFECTS.iter().find(|defect| defect.name == name);
    Some(defect.unwrap_or_else(|| panic!("there is no defect {name}")))
});

/// The name of what is planted, if anything is.
fn planted() -> Option<&'static str> {
    PLANTED.map(|defect| defect.name)
}
