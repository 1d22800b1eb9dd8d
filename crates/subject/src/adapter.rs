//! Subjects that are programs in any language, around a library without I/O, over standard input
//! and output.
//!
//! ```text
//! we       open 0 · octets 0 HEX · end 0 · reset 0 · time 0 MS · job …
//! program  octets 0 HEX · shutdown 0 · close 0 · connect 0 · said status 200 …
//!          and then wait, wait MS or done
//! ```
//!
//! In lock-step: a line of ours, an answer of any number of lines. The program has no clock and no
//! sockets; it is told the time, so that a run is on virtual time, costs no waiting, and is the
//! same every time. `docs/write-an-adapter.md` says it all.

mod answer;
mod client;
mod error;
mod hex;
mod lines;
mod link;
mod pool;
mod process;
mod server;
mod turn;

use core::time::Duration;

pub use self::client::ClientAdapter;
pub use self::error::AdapterError;
pub use self::server::ServerAdapter;

/// The version of the protocol, in the first line of both.
const VERSION: u32 = 1;

/// How long a program may take for an answer, by the machine's clock, unless its user says
/// otherwise. An answer takes no waiting, only work.
pub const ANSWER_MAX: Duration = Duration::from_secs(10);
