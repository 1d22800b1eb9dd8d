//! One task that owns all streams of an intermediary.

use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::collections::BTreeMap;
use std::io;

use expectspec_engine::intermediary::{Link, Reading, Transmit, Writing};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::mpsc::Receiver;
use tokio::time::{Instant, Sleep, sleep_until};

use super::IntermediaryMachine;

/// What one read takes at most.
const READ_OCTETS: usize = 16 * 1024;

/// Relays between the clients that are `accepted` and the next hops that `connect` opens, until no
/// more clients can come and all connections are closed.
///
/// One task serves them all, and never waits for one of them.
pub async fn drive_intermediary<S, F, C, M>(machine: &mut M, accepted: Receiver<S>, connect: F)
where
    S: AsyncRead + AsyncWrite + Unpin,
    F: FnMut(Option<Vec<u8>>) -> C,
    C: Future<Output = io::Result<S>>,
    M: IntermediaryMachine,
{
    let began = Instant::now();
    let mut driver = Driver {
        machine,
        accepted: Some(accepted),
        connect,
        lines: BTreeMap::new(),
        began,
        sleep: Box::pin(sleep_until(began)),
        input: vec![0; READ_OCTETS],
    };
    poll_fn(|context| driver.poll(context)).await;
}

struct Driver<'a, S, F, C, M> {
    machine: &'a mut M,
    /// Where clients come from, while they do.
    accepted: Option<Receiver<S>>,
    connect: F,
    lines: BTreeMap<Link, Line<S, C>>,
    began: Instant,
    sleep: Pin<Box<Sleep>>,
    input: Vec<u8>,
}

/// One connection.
struct Line<S, C> {
    stream: Stream<S, C>,
    /// Octets that the machine gave out, and how many of them are written.
    output: Vec<u8>,
    at: usize,
    input_end: InputEnd,
    output_end: OutputEnd,
}

enum Stream<S, C> {
    Opening(Pin<Box<C>>),
    Open(S),
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum InputEnd {
    Open,
    /// Nothing more comes.
    Ended,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum OutputEnd {
    Open,
    /// The write side is to be shut.
    Wanted,
    /// Nothing more can be sent.
    Ended,
}

/// Whether anything happened.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Round {
    Busy,
    Quiet,
}

impl<S, F, C, M> Driver<'_, S, F, C, M>
where
    S: AsyncRead + AsyncWrite + Unpin,
    F: FnMut(Option<Vec<u8>>) -> C,
    C: Future<Output = io::Result<S>>,
    M: IntermediaryMachine,
{
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        loop {
            self.take_transmits();
            if self.accepted.is_none() && self.lines.is_empty() {
                return Poll::Ready(());
            }
            let mut round = self.poll_accepted(context);
            let links: Vec<_> = self.lines.keys().copied().collect();
            for link in links {
                if self.poll_line(link, context) == Round::Busy {
                    round = Round::Busy;
                    self.take_transmits();
                }
            }
            if round == Round::Quiet && self.poll_sleep(context) == Round::Quiet {
                return Poll::Pending;
            }
        }
    }

    fn now(&self) -> Duration {
        self.began.elapsed()
    }

    /// Does what the machine wants of the transports.
    fn take_transmits(&mut self) {
        loop {
            self.drop_unwanted();
            let Some((link, transmit)) = self.machine.poll_transmit() else { return };
            match transmit {
                Transmit::Open { authority } => {
                    let opening = (self.connect)(authority.map(<[u8]>::to_vec));
                    self.lines.insert(link, Line::new(Stream::Opening(Box::pin(opening))));
                }
                Transmit::Octets(octets) => {
                    if let Some(line) = self.lines.get_mut(&link) {
                        line.output.clear();
                        line.output.extend_from_slice(octets);
                        line.at = 0;
                    }
                }
                Transmit::ShutdownWrite => {
                    if let Some(line) = self.lines.get_mut(&link)
                        && line.output_end == OutputEnd::Open
                    {
                        line.output_end = OutputEnd::Wanted;
                    }
                }
                Transmit::Close => {
                    self.lines.remove(&link);
                }
            }
        }
    }

    /// Drops output that nobody will read.
    fn drop_unwanted(&mut self) {
        let now = self.now();
        for (&link, line) in &mut self.lines {
            let lost = line.output_end == OutputEnd::Ended;
            if line.at < line.output.len()
                && (lost || self.machine.writing(link) == Writing::Dropped)
            {
                line.at = line.output.len();
                self.machine.handle_written(link, now);
            }
        }
    }

    fn poll_accepted(&mut self, context: &mut Context<'_>) -> Round {
        let Some(accepted) = &mut self.accepted else { return Round::Quiet };
        match accepted.poll_recv(context) {
            Poll::Pending => return Round::Quiet,
            Poll::Ready(None) => self.accepted = None,
            Poll::Ready(Some(stream)) => {
                let link = self.machine.handle_accepted(self.began.elapsed());
                self.lines.insert(link, Line::new(Stream::Open(stream)));
            }
        }
        Round::Busy
    }

    fn poll_sleep(&mut self, context: &mut Context<'_>) -> Round {
        let Some(deadline) = self.machine.poll_timeout() else { return Round::Quiet };
        let deadline = self.began + deadline;
        if self.sleep.deadline() != deadline {
            self.sleep.as_mut().reset(deadline);
        }
        match self.sleep.as_mut().poll(context) {
            Poll::Pending => Round::Quiet,
            Poll::Ready(()) => {
                let now = self.now();
                self.machine.handle_timeout(now);
                Round::Busy
            }
        }
    }

    /// Lets one connection do what it can without waiting.
    fn poll_line(&mut self, link: Link, context: &mut Context<'_>) -> Round {
        let now = self.now();
        let Some(line) = self.lines.get_mut(&link) else { return Round::Quiet };
        let stream = match &mut line.stream {
            Stream::Open(stream) => stream,
            Stream::Opening(opening) => {
                match opening.as_mut().poll(context) {
                    Poll::Pending => return Round::Quiet,
                    Poll::Ready(Ok(stream)) => {
                        line.stream = Stream::Open(stream);
                        self.machine.handle_connected(link, now);
                    }
                    Poll::Ready(Err(_)) => {
                        self.lines.remove(&link);
                        self.machine.handle_reset(link, now);
                    }
                }
                return Round::Busy;
            }
        };
        if line.input_end == InputEnd::Open && self.machine.reading(link) == Reading::Wanted {
            let mut input = ReadBuf::new(&mut self.input);
            match Pin::new(&mut *stream).poll_read(context, &mut input) {
                Poll::Pending => {}
                Poll::Ready(Ok(())) if !input.filled().is_empty() => {
                    self.machine.handle_octets(link, input.filled(), now);
                    return Round::Busy;
                }
                Poll::Ready(Ok(())) => {
                    line.input_end = InputEnd::Ended;
                    self.machine.handle_end(link, now);
                    return Round::Busy;
                }
                Poll::Ready(Err(_)) => {
                    line.input_end = InputEnd::Ended;
                    line.output_end = OutputEnd::Ended;
                    self.machine.handle_reset(link, now);
                    return Round::Busy;
                }
            }
        }
        if line.at < line.output.len() {
            return match Pin::new(stream).poll_write(context, &line.output[line.at..]) {
                Poll::Pending => Round::Quiet,
                Poll::Ready(Ok(count)) if count > 0 => {
                    line.at += count;
                    if line.at == line.output.len() {
                        self.machine.handle_written(link, now);
                    }
                    Round::Busy
                }
                // What the peer still sends is read all the same.
                Poll::Ready(_) => {
                    line.output_end = OutputEnd::Ended;
                    Round::Busy
                }
            };
        }
        if line.output_end == OutputEnd::Wanted
            && Pin::new(stream).poll_shutdown(context).is_ready()
        {
            line.output_end = OutputEnd::Ended;
        }
        Round::Quiet
    }
}

impl<S, C> Line<S, C> {
    const fn new(stream: Stream<S, C>) -> Self {
        Self {
            stream,
            output: Vec::new(),
            at: 0,
            input_end: InputEnd::Open,
            output_end: OutputEnd::Open,
        }
    }
}
