//! Subjects that block, or have a runtime of their own: on a thread, over TCP on loopback.

mod client;
mod server;

pub use self::client::client_on_thread;
pub use self::server::server_on_thread;
