//! Subjects in this process, over in-memory streams, on a paused clock.

mod client;
mod intermediary;
mod server;
mod stream;

pub use self::client::client_in_process;
pub(crate) use self::client::client_suite;
pub use self::intermediary::{Connect, intermediary_in_process};
pub use self::server::server_in_process;
pub use self::stream::Stream;
