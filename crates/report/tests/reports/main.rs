//! Reports of runs: what they look like, whether others can read them, and that they do no harm.

mod document;
mod hostile;
mod schema;
mod snapshots;
mod synthetic;
