//! Reports of runs: what they look like, whether others can read them, and that they do no harm.

mod diff;
mod document;
mod hostile;
mod known;
mod schema;
mod snapshots;
mod synthetic;
