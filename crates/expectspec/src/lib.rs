//! Tests an HTTP implementation against the RFCs on `Expect` and 100 (Continue), as part of `cargo test`:
//! every case of the catalogue is a test of its own.
//!
//! ```toml
//! [dev-dependencies]
//! expectspec = "0.1"
//!
//! [[test]]
//! name = "expect"
//! harness = false
//! ```
//!
//! ```no_run
//! // tests/expect.rs
//! # mod my_server { pub async fn serve_connection(_: expectspec::Stream) {} }
//! expectspec::server_tests!(|io| my_server::serve_connection(io));
//! ```
//!
//! # Which way to reach a subject
//!
//! | The subject is | Use | Waiting costs |
//! |---|---|---|
//! | an async server, given a stream | [`server_in_process`], [`server_tests!`] | nothing |
//! | an async client, given a stream | [`client_in_process`], [`client_tests!`] | nothing |
//! | an async intermediary, given streams | [`intermediary_in_process`], [`intermediary_tests!`] | nothing |
//! | sans-I/O | [`server_machine`], [`client_machine`] | nothing |
//! | a server that blocks, or has a runtime of its own | [`server_on_thread`] | real time |
//! | a client that blocks, or has a runtime of its own | [`client_on_thread`] | real time |
//! | a server program | [`server`] with a `Spawned` | real time |
//! | a server that runs already | [`server`] with a [`Tcp`], a `Unix` or a `Tls` | real time |
//! | a client program | [`client`] with a `Program` | real time |
//! | an intermediary that runs already | [`intermediary`] with an [`InFront`] | real time |
//!
//! All of them give a [`Suite`], which takes a profile, known deviations, a selection and the places
//! of the subject, and whose [`main`](Suite::main) is that of a test binary.
//!
//! # In process
//!
//! The subject lives on a current-thread runtime of tokio whose clock is paused: whenever everyone
//! waits, the time goes to the next timer. So a server that waits for five seconds costs nothing, and
//! every run is the same.
//!
//! What works: the I/O traits of tokio, `tokio::spawn`, the timers of tokio, channels, and
//! `spawn_blocking` for work that ends by itself. What can't work is named when it is tried:
//!
//! - a call that blocks the thread, or a loop that never waits: the run is given up after
//!   [`Suite::patience`], and the failure says whether the subject was blocking;
//! - the stream moved to another thread or runtime: the clock here would not wait for it;
//! - sockets and timers of the system: use [`server_on_thread`] or [`client_on_thread`];
//! - a future that is not `Send`: the same.
//!
//! # What a test says
//!
//! A case is *ok* if the subject conforms, and where the RFCs leave a choice or only discourage what it
//! did (the profile `strict` holds it to that). It is *ignored*, with the reason, if the subject lacks
//! what the case needs, if nothing could be told, or if the deviation is [known](Suite::known). It
//! *fails* if the subject deviates, and shows the requirement, its sentence, what was expected and
//! found, and the transcript with the offending line marked. It also fails if the subject panics in it.
//!
//! The catalogue is run once a process, on the first test, and only for the tests that were asked for:
//! `cargo test handshake` plays those cases, `--list` none, and under `cargo nextest` each process plays
//! its one case.
#![forbid(unsafe_code)]

mod ability;
mod answer;
mod diagnosis;
mod evidence;
mod in_process;
mod machine;
mod macros;
mod on_thread;
mod reason;
mod request;
#[cfg(unix)]
mod spawned;
mod suite;
#[cfg(feature = "tls")]
mod tls;
mod trials;
mod watched_run;

pub use expectspec_judge::Said;
pub use expectspec_requirements::{Form, Profile};
#[cfg(unix)]
pub use expectspec_subject::Unix;
pub use expectspec_subject::{
    Ability, Client, ClientInProcess, Clock, Connecting, Connection, Connector, Content, InFront,
    InProcess, Intermediary, IntermediaryInProcess, Job, Server, SubjectError, Tcp,
};
#[cfg(all(unix, feature = "programs"))]
pub use expectspec_subject::{Program, StatusFrom};
pub use libtest_mimic::{Arguments, Conclusion};

pub use answer::Answer;
pub use in_process::{
    Connect, Stream, client_in_process, intermediary_in_process, server_in_process,
};
pub use machine::{ClientMachine, Machine, client_machine, server_machine};
pub use on_thread::{client_on_thread, server_on_thread};
pub use request::Request;
#[cfg(unix)]
pub use spawned::{Ready, Spawned};
pub use suite::{Suite, client, intermediary, server};
#[cfg(feature = "tls")]
pub use tls::Tls;
