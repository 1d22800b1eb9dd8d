//! The reference client on streams: octets and timers for the sans-I/O machine.

use core::future::{Future, pending};
use core::time::Duration;
use std::io;

use expectspec_engine::ReferenceClient;
use expectspec_engine::client::{Transmit, Writing};
use expectspec_judge::Said;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::{Instant, sleep_until};

/// What one read takes at most.
const READ_OCTETS: usize = 16 * 1024;

/// A client without I/O, which [`drive_client`] puts on streams.
pub trait ClientMachine {
    /// Takes the news that the connection which [`Transmit::Open`] asked for is open.
    fn handle_connected(&mut self, now: Duration);
    /// Takes octets that arrived.
    fn handle_octets(&mut self, octets: &[u8], now: Duration);
    /// Takes the end of what the server sends (FIN).
    fn handle_end(&mut self, now: Duration);
    /// Takes the news that the connection broke, or could not be opened.
    fn handle_reset(&mut self, now: Duration);
    /// Takes the news that it is `now`.
    fn handle_timeout(&mut self, now: Duration);
    /// When `handle_timeout` is to be called next.
    fn poll_timeout(&self) -> Option<Duration>;
    /// The next thing to do on the transport.
    fn poll_transmit(&mut self) -> Option<Transmit<'_>>;
    /// Whether octets that were given out, and are not written yet, should still be written.
    fn writing(&self) -> Writing;
    /// Whether all requests are over and the connection was told to close.
    fn is_done(&self) -> bool;
    /// What the user has been told so far, a word for each request that is over.
    fn said(&self) -> Vec<Said>;
}

impl ClientMachine for ReferenceClient {
    fn handle_connected(&mut self, now: Duration) {
        self.handle_connected(now);
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

    fn writing(&self) -> Writing {
        self.writing()
    }

    fn is_done(&self) -> bool {
        self.is_done()
    }

    fn said(&self) -> Vec<Said> {
        let said = |result: Result<u16, _>| result.map_or(Said::Failure, Said::Status);
        self.outcomes().iter().map(|outcome| said(outcome.result)).collect()
    }
}

/// What the transport did next.
enum Happened<S> {
    Connected(io::Result<S>),
    Read(io::Result<usize>),
    Wrote(io::Result<usize>),
    Woke,
}

/// Performs the requests of a machine on the streams that `connect` opens, until it is done.
pub async fn drive_client<S, F, C, M>(machine: &mut M, mut connect: F)
where
    S: AsyncRead + AsyncWrite + Unpin,
    F: FnMut() -> C,
    C: Future<Output = io::Result<S>>,
    M: ClientMachine,
{
    let began = Instant::now();
    let mut input = vec![0; READ_OCTETS];
    let mut link = Link { stream: None, state: LinkState::default(), output: Vec::new(), at: 0 };
    loop {
        link.take_transmits(machine).await;
        if machine.is_done() && link.stream.is_none() && !link.state.opening {
            return;
        }
        let wakes = machine.poll_timeout().map(|at| began + at);
        let sleep = async {
            match wakes {
                Some(at) => sleep_until(at).await,
                None => pending().await,
            }
        };
        let happened = match &mut link.stream {
            _ if link.state.opening => tokio::select! {
                biased;
                opened = connect() => Happened::Connected(opened),
                () = sleep => Happened::Woke,
            },
            Some(io) => {
                let (mut reader, mut writer) = tokio::io::split(io);
                let output = &link.output[link.at..];
                tokio::select! {
                    biased;
                    count = reader.read(&mut input), if !link.state.ended => Happened::Read(count),
                    count = writer.write(output), if !output.is_empty() => Happened::Wrote(count),
                    () = sleep => Happened::Woke,
                }
            }
            None => {
                sleep.await;
                Happened::Woke
            }
        };
        let now = began.elapsed();
        match happened {
            Happened::Connected(Ok(stream)) => {
                link.stream = Some(stream);
                link.state.opening = false;
                machine.handle_connected(now);
            }
            Happened::Connected(Err(_)) => {
                link.state.opening = false;
                machine.handle_reset(now);
            }
            Happened::Read(Ok(0)) => {
                link.state.ended = true;
                machine.handle_end(now);
            }
            Happened::Read(Ok(count)) => machine.handle_octets(&input[..count], now),
            Happened::Read(Err(_)) => {
                link.state.ended = true;
                machine.handle_reset(now);
            }
            Happened::Wrote(Ok(count)) if count > 0 => {
                link.at += count;
                machine.handle_timeout(now);
            }
            Happened::Wrote(_) => link.state.broken = true,
            Happened::Woke => machine.handle_timeout(now),
        }
    }
}

/// The connection that a machine has at present.
struct Link<S> {
    stream: Option<S>,
    state: LinkState,
    /// Octets that the machine gave out, and how many of them are written.
    output: Vec<u8>,
    at: usize,
}

#[derive(Default)]
struct LinkState {
    /// A connection is being opened.
    opening: bool,
    /// Nothing more comes.
    ended: bool,
    /// Nothing more can be sent.
    broken: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Link<S> {
    /// Does what the machine wants of the transport, up to the next octets that must be written.
    async fn take_transmits(&mut self, machine: &mut impl ClientMachine) {
        loop {
            if self.state.broken || machine.writing() == Writing::Dropped {
                self.at = self.output.len();
            }
            if self.at < self.output.len() {
                return;
            }
            match machine.poll_transmit() {
                None => return,
                Some(Transmit::Open) => {
                    self.state.opening = true;
                    return;
                }
                Some(Transmit::Octets(octets)) => {
                    self.output.clear();
                    self.output.extend_from_slice(octets);
                    self.at = 0;
                }
                Some(Transmit::ShutdownWrite) => {
                    if let Some(io) = &mut self.stream {
                        // The connection is gone then, and reading tells.
                        io.shutdown().await.ok();
                    }
                }
                Some(Transmit::Close) => {
                    self.stream = None;
                    self.state = LinkState::default();
                }
            }
        }
    }
}
