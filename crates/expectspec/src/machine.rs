//! Implementations without I/O: octets in, octets out.

use core::future::pending;
use core::time::Duration;

use expectspec_judge::Said;
use tokio::io::{AsyncReadExt, AsyncWriteExt, split};
use tokio::time::{Instant, sleep_until};

use crate::in_process::client_suite;
use crate::{Request, Stream, Suite, server_in_process};

/// One connection of an implementation without I/O. Neither sockets nor a runtime are needed: three
/// methods say it all, unless there are timers. Every `now` is the time since the connection opened.
///
/// ```
/// use core::time::Duration;
///
/// /// Answers each head with 204, and never expects content.
/// #[derive(Default)]
/// struct NoContent {
///     input: Vec<u8>,
/// }
///
/// impl expectspec::Machine for NoContent {
///     fn handle_octets(&mut self, octets: &[u8], _now: Duration) {
///         self.input.extend_from_slice(octets);
///     }
///
///     fn poll_octets(&mut self) -> Option<Vec<u8>> {
///         let end = self.input.windows(4).position(|four| four == b"\r\n\r\n")?;
///         self.input.drain(..end + 4);
///         Some(b"HTTP/1.1 204 No Content\r\n\r\n".to_vec())
///     }
///
///     fn is_over(&self) -> bool {
///         false
///     }
/// }
///
/// let suite = expectspec::server_machine(NoContent::default);
/// # let _ = suite;
/// ```
pub trait Machine {
    /// Takes octets that arrived.
    fn handle_octets(&mut self, octets: &[u8], now: Duration);

    /// What must be sent next; `None` if there is nothing for now.
    fn poll_octets(&mut self) -> Option<Vec<u8>>;

    /// Whether the connection is to be closed as soon as everything is sent.
    fn is_over(&self) -> bool;

    /// When `handle_timeout` is to be called next.
    fn next_timeout(&self) -> Option<Duration> {
        None
    }

    /// Takes the news that it is `now`.
    fn handle_timeout(&mut self, _now: Duration) {}

    /// Takes the end of what the peer sends.
    fn handle_end(&mut self, _now: Duration) {}
}

/// A client without I/O, with one request to make.
pub trait ClientMachine: Machine {
    /// The status code that its user is told; `None` if there is none when the connection ends.
    fn status(&self) -> Option<u16>;
}

/// A suite for a server without I/O: `machine` is made anew for each connection.
pub fn server_machine<F, M>(machine: F) -> Suite
where
    F: Fn() -> M + Send + Sync + 'static,
    M: Machine + Send + 'static,
{
    server_in_process(move |io| {
        let mut machine = machine();
        async move { drive(io, &mut machine).await }
    })
}

/// A suite for a client without I/O: `machine` is made anew for each request.
pub fn client_machine<F, M>(machine: F) -> Suite
where
    F: Fn(Request) -> M + Send + Sync + 'static,
    M: ClientMachine + Send + 'static,
{
    client_suite(move |io, request| {
        let mut machine = machine(request);
        async move {
            drive(io, &mut machine).await;
            machine.status().map_or(Said::Failure, Said::Status)
        }
    })
}

/// What one read takes at most.
const READ_OCTETS: usize = 16 * 1024;

/// Carries octets until the machine is over or nothing more can happen. It reads while it writes, so
/// that a peer which answers early is heard.
async fn drive(io: Stream, machine: &mut (impl Machine + Send)) {
    let opened = Instant::now();
    let (mut reader, mut writer) = split(io);
    let (mut input, mut output) = (vec![0; READ_OCTETS], Vec::new());
    let mut is_ended = false;
    loop {
        while output.is_empty() {
            let Some(octets) = machine.poll_octets() else { break };
            output = octets;
        }
        if output.is_empty() && machine.is_over() {
            // The peer may be gone.
            writer.shutdown().await.ok();
            return;
        }
        let wakes = machine.next_timeout().map(|at| opened + at);
        let sleep = async {
            match wakes {
                Some(at) => sleep_until(at).await,
                None => pending().await,
            }
        };
        tokio::select! {
            biased;
            read = reader.read(&mut input), if !is_ended => match read {
                Ok(count) if count > 0 => machine.handle_octets(&input[..count], opened.elapsed()),
                Ok(_) | Err(_) => {
                    is_ended = true;
                    machine.handle_end(opened.elapsed());
                }
            },
            written = writer.write(&output), if !output.is_empty() => match written {
                Ok(count) if count > 0 => drop(output.drain(..count)),
                Ok(_) | Err(_) => return,
            },
            () = sleep, if wakes.is_some() => machine.handle_timeout(opened.elapsed()),
            else => return,
        }
    }
}
