//! The explored model: every schedule of the reference client, intermediaries and origin server on small
//! exchanges.
//!
//! What is explored are the machines of [`expectspec_engine`] themselves, put next to each other as a
//! [`Composition`]. A [`World`] is one state of it. [`explore()`] visits every state that any order of
//! deliveries and timers can reach, and [`check()`] looks at every end: each request has its outcome, all
//! parties count the same requests, content arrives as it was sent, and the judge accuses nobody.
//!
//! # What a state is
//!
//! A machine is a function of what it was told: it has no socket, no clock and no randomness. So the state
//! of a composition follows from what each machine was told, in that machine's own order, and its
//! [`Fingerprint`](world::Fingerprint) is a hash of just that. Two schedules that differ only in the order
//! of things that happen to different machines lead to one state; and since the transcript at a machine's
//! own socket is a function of what it was told too, the judge, which reads one such transcript for each
//! machine, misses nothing by their being one. So no path escapes it, although states are visited once.
//!
//! Three things are taken to be one although they are told differently or to nobody, which makes the space
//! some ten times smaller:
//! octets in several pieces between which the machine does nothing (that pieces make no difference is a
//! property tested of each machine); when octets reach an end that is closed; and when a server whose
//! client has closed its end goes on, which nobody can see.
//!
//! # Time
//!
//! Each machine has a clock of its own, which stands still, but for a microsecond with everything that it
//! hears, until its next timer fires; then it says that timer's deadline. Clocks of different machines are
//! not compared. So a timer may fire at any moment, before what is under way has come or after, whatever
//! other machines wait for, as if any machine could be slow and any delivery late. Timers of one machine
//! fire in the order of their deadlines.
//!
//! # Why an explorer of its own
//!
//! Model checkers want states that can be compared and hashed. That of the machines holds buffers,
//! deadlines and positions that differ where nothing differs for anyone, so one would have to write
//! down for every field of the engine whether it counts. The identity above needs nothing of the kind,
//! and what is left to do is a search in breadth, of some fifty lines.
#![forbid(unsafe_code)]

pub mod check;
pub mod composition;
pub mod explore;
pub mod families;
pub mod machine;
mod survey;
mod trace;
pub mod world;

pub use check::check;
pub use composition::Composition;
pub use explore::explore;
pub use families::{Bound, Family, families};
pub use survey::Survey;
pub use trace::Trace;
pub use world::World;
