//! Why a case or a requirement is there, for people.

mod case;
mod requirement;
mod script;

pub use case::write_case_explanation;
pub use requirement::write_requirement_explanation;
pub(crate) use script::write_script;
