//! What holds of the reference client, one file a topic.

mod composition;
mod early_finals;
mod endings;
mod expectation_failed;
mod generators;
mod heads;
mod interims;
mod invariants;
mod origin;
mod passed;
mod pieces;
mod policies;
mod properties;
mod redirects;
mod reuse;
mod server_under_control;
mod slow_transport;
mod states;
mod stimuli;
mod switching;
mod waiting;
mod world;
