//! What holds of the reference intermediary, one file a topic.

mod aborts;
mod chain;
mod chains;
mod continues;
mod destinations;
mod expectations;
mod failures;
mod fields;
mod finals;
mod neighbours;
mod own_expectation;
mod policies;
mod pool;
mod pressure;
mod properties;
