//! Every requirement on `Expect`, 100 (Continue) and 417 (Expectation Failed), quoted verbatim.
//!
//! A row says [whom](Requirement::roles) a sentence binds, [how strongly](Requirement::levels) in
//! the words of its document, [where](Requirement::sources) it stands and
//! [what](Requirement::quotes) it says, letter for letter. The [`strength`](Requirement::strength)
//! is what breaking it means under the default [`Profile`]; it follows the printed level, but for
//! a few rows that cannot be held against anyone from outside, or that leave a choice of answers
//! but not silence. The [`scope`](Requirement::scope) names the profiles that know the row, and
//! [`rulings`](Requirement::rulings) what a profile judges otherwise.
//!
//! ```
//! use expectspec_requirements::{Level, Outcome, Party, Profile, Verdict, find};
//!
//! let row = find("EXP-SRV-003").expect("the id is permanent");
//! assert_eq!(row.levels, [Level::Must]);
//! assert_eq!(row.sources[0].to_string(), "RFC 9110 §10.1.1");
//! assert_eq!(row.url().to_string(), "https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1");
//! assert!(row.quotes[0].ends_with("in an HTTP/1.0 request MUST ignore that expectation."));
//! assert!(row.binds(Party::OriginServer) && !row.binds(Party::Client));
//!
//! // A 417 does not ignore the expectation. RFC 2616 had no such rule, and asked for the 417.
//! assert_eq!(row.grade(Profile::Rfc9110, Outcome::Broken, "417"), Verdict::Deviates);
//! assert_eq!(row.grade(Profile::Rfc2616, Outcome::Broken, "417"), Verdict::Conforms);
//! ```
//!
//! The rows are statics named after their ids, [`SRV_003`] for `EXP-SRV-003`; [`ALL`] lists them.
//!
//! # Groups
//!
//! | Ids | What they are about |
//! |---|---|
//! | `GRM` | parsing the field |
//! | `CLI`, `SRV`, `PRX` | clients, servers, intermediaries |
//! | `IR`, `EHT` | interim responses; 103 (Early Hints) beside 100 (Continue) |
//! | `FRM`, `CON`, `PIP`, `TRL` | HTTP/1.1 framing, persistence, pipelining, trailer sections |
//! | `UPG`, `MTH`, `AUT`, `RED`, `CCH` | `Upgrade`, methods, authentication, redirection, caches |
//! | `H2`, `H3` | HTTP/2 and HTTP/3 |
//! | `FET`, `CGI`, `EXT` | the Fetch standard, CGI, other specifications |
//! | `O16`, `O31`, `O68` | what RFC 2616, 7231 and 2068 said |
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate std;

mod grade;
mod level;
mod party;
mod profile;
mod requirement;
pub mod rows;
mod source;
mod table;

pub use grade::{Outcome, Ruling, Verdict};
pub use level::{Level, Strength};
pub use party::{Form, Party, Role};
pub use profile::{Profile, Scope};
pub use requirement::Requirement;
pub use rows::*;
pub use source::{Document, Source, Url};
