//! The rows themselves, one file a group, and the two ways to reach them: by name and by id.

mod aut;
mod cch;
mod cgi;
mod cli;
mod con;
mod eht;
mod ext;
mod fet;
mod frm;
mod grm;
mod h2;
mod h3;
mod ir;
mod mth;
mod o16;
mod o31;
mod o68;
mod pip;
mod prx;
mod red;
mod srv;
mod trl;
mod upg;

#[cfg(test)]
mod quote_tests;
#[cfg(test)]
mod tests;

pub use aut::*;
pub use cch::*;
pub use cgi::*;
pub use cli::*;
pub use con::*;
pub use eht::*;
pub use ext::*;
pub use fet::*;
pub use frm::*;
pub use grm::*;
pub use h2::*;
pub use h3::*;
pub use ir::*;
pub use mth::*;
pub use o16::*;
pub use o31::*;
pub use o68::*;
pub use pip::*;
pub use prx::*;
pub use red::*;
pub use srv::*;
pub use trl::*;
pub use upg::*;

use crate::Requirement;

/// Every requirement, in the order of the ids.
///
/// ```
/// use expectspec_requirements::{ALL, Party};
///
/// let for_clients = ALL.iter().filter(|requirement| requirement.binds(Party::Client)).count();
/// assert!(0 < for_clients && for_clients < ALL.len());
/// ```
pub static ALL: [&Requirement; COUNT] = flatten(&GROUPS);

/// The requirement with this id, as `EXP-SRV-003` is one.
///
/// ```
/// use expectspec_requirements::{SRV_003, find};
///
/// assert_eq!(find("EXP-SRV-003").map(|requirement| requirement.quotes), Some(SRV_003.quotes));
/// assert!(find("EXP-SRV-999").is_none());
/// ```
#[must_use]
pub fn find(id: &str) -> Option<&'static Requirement> {
    let index = ALL.binary_search_by_key(&id, |requirement| requirement.id).ok()?;
    Some(ALL[index])
}

const fn flatten(groups: &[&[&'static Requirement]]) -> [&'static Requirement; COUNT] {
    let mut all = [groups[0][0]; COUNT];
    let (mut filled, mut group) = (0, 0);
    while group < groups.len() {
        let mut row = 0;
        while row < groups[group].len() {
            all[filled] = groups[group][row];
            filled += 1;
            row += 1;
        }
        group += 1;
    }
    assert!(filled == COUNT, "COUNT is the number of rows");
    all
}

const COUNT: usize = 252;

/// In the order of the ids, which a test holds them to.
const GROUPS: [&[&Requirement]; 23] = [
    aut::ROWS,
    cch::ROWS,
    cgi::ROWS,
    cli::ROWS,
    con::ROWS,
    eht::ROWS,
    ext::ROWS,
    fet::ROWS,
    frm::ROWS,
    grm::ROWS,
    h2::ROWS,
    h3::ROWS,
    ir::ROWS,
    mth::ROWS,
    o16::ROWS,
    o31::ROWS,
    o68::ROWS,
    pip::ROWS,
    prx::ROWS,
    red::ROWS,
    srv::ROWS,
    trl::ROWS,
    upg::ROWS,
];
