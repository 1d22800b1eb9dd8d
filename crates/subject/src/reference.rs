//! The reference server on a stream: octets and timers for the sans-I/O machine.

use core::time::Duration;

use expectspec_engine::ReferenceServer;
use expectspec_engine::origin_server::{Policy, Reading, Transmit};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::time::{Instant, sleep_until, timeout};

/// What one read takes at most.
const READ_OCTETS: usize = 16 * 1024;
/// A peer that takes no octets for this long is given up.
const WRITE_MAX: Duration = Duration::from_secs(30);

/// A server without I/O, which [`drive`] puts on a stream.
pub trait ServerMachine {
    /// Whether octets should be read from the transport.
    fn reading(&self) -> Reading;
    /// Takes octets that arrived.
    fn handle_octets(&mut self, octets: &[u8], now: Duration);
    /// Takes the end of what the client sends (FIN).
    fn handle_end(&mut self, now: Duration);
    /// Takes the news that the connection broke.
    fn handle_reset(&mut self, now: Duration);
    /// Takes the news that it is `now`.
    fn handle_timeout(&mut self, now: Duration);
    /// When `handle_timeout` is to be called next.
    fn poll_timeout(&self) -> Option<Duration>;
    /// The next thing to do on the transport.
    fn poll_transmit(&mut self) -> Option<Transmit<'_>>;
}

impl ServerMachine for ReferenceServer {
    fn reading(&self) -> Reading {
        self.reading()
    }

    fn handle_octets(&mut self, octets: &[u8], now: Duration) {
        self.handle_octets(octets, now);
    }

    fn handle_end(&mut self, now: Duration) {
        self.handle_end(now);
    }

    fn handle_reset(&mut self, now: Duration) {
        self.handle_reset(now);
    }

    fn handle_timeout(&mut self, now: Duration) {
        self.handle_timeout(now);
    }

    fn poll_timeout(&self) -> Option<Duration> {
        self.poll_timeout()
    }

    fn poll_transmit(&mut self) -> Option<Transmit<'_>> {
        self.poll_transmit()
    }
}

/// Serves one connection with the reference under `policy`.
pub async fn serve<S: AsyncRead + AsyncWrite + Unpin>(io: S, policy: Policy) {
    drive(io, ReferenceServer::new(policy)).await;
}

/// Serves one connection with a machine, until the machine closes it or the peer is gone.
pub async fn drive<S, M>(mut io: S, mut machine: M)
where
    S: AsyncRead + AsyncWrite + Unpin,
    M: ServerMachine,
{
    let opened = Instant::now();
    let mut octets = vec![0; READ_OCTETS];
    let mut ended = false;
    loop {
        while let Some(transmit) = machine.poll_transmit() {
            let done = match transmit {
                Transmit::Octets(octets) => timeout(WRITE_MAX, io.write_all(octets)).await,
                Transmit::ShutdownWrite => timeout(WRITE_MAX, io.shutdown()).await,
                Transmit::Close => return,
            };
            if !matches!(done, Ok(Ok(()))) {
                machine.handle_reset(opened.elapsed());
            }
        }
        let reads = machine.reading() == Reading::Wanted && !ended;
        let wakes = machine.poll_timeout().map(|at| opened + at);
        if !reads && wakes.is_none() {
            return;
        }
        tokio::select! {
            biased;
            read = io.read(&mut octets), if reads => match read {
                Ok(0) => {
                    ended = true;
                    machine.handle_end(opened.elapsed());
                }
                Ok(count) => machine.handle_octets(&octets[..count], opened.elapsed()),
                Err(_) => machine.handle_reset(opened.elapsed()),
            },
            () = sleep_until(wakes.unwrap_or(opened)), if wakes.is_some() => {
                machine.handle_timeout(opened.elapsed());
            }
        }
    }
}

/// Serves every connection that `listener` accepts, each with a machine of its own, for ever.
///
/// # Errors
/// When the listener itself fails.
pub async fn listen<M, F>(listener: TcpListener, machine: F) -> std::io::Result<()>
where
    M: ServerMachine + Send + 'static,
    F: Fn() -> M,
{
    loop {
        let (stream, _) = listener.accept().await?;
        // A connection that is gone already needs no option.
        stream.set_nodelay(true).ok();
        tokio::spawn(drive(stream, machine()));
    }
}
