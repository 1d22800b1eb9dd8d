//! A server that is a program without sockets.

use core::future::ready;
use core::time::Duration;

use super::AdapterError;
use super::answer::{Act, Role};
use super::link::Link;
use super::process::{Answer, Shared};
use super::turn::{News, Pace};
use crate::{Clock, Connecting, Connection, Server, SubjectError};

/// What an in-memory stream holds of octets that the other end has not read yet.
const BUFFER_OCTETS: usize = 64 * 1024;

/// A server that is a program in any language, around a library without I/O: a line on its standard
/// input for what happens, lines on its standard output for what it does. It runs on a paused
/// clock, so that waiting costs nothing and every run is the same. One process serves all cases.
///
/// ```no_run
/// use expectspec_subject::{ANSWER_MAX, ServerAdapter};
///
/// let command = ["python3", "my_adapter.py"].map(str::to_owned);
/// let subject = ServerAdapter::start(&command, ANSWER_MAX)?;
/// # Ok::<(), expectspec_subject::SubjectError>(())
/// ```
#[derive(Debug)]
pub struct ServerAdapter {
    process: Shared,
    command: String,
}

impl ServerAdapter {
    /// Starts a program, which may take so long for each answer by the machine's clock.
    ///
    /// # Errors
    /// When it can't be started, or does not greet as an adapter does.
    pub fn start(command: &[String], answer_max: Duration) -> Result<Self, SubjectError> {
        let (process, _) = Shared::start(command, Role::Server, answer_max)?;
        let command = process.lock().command().to_owned();
        Ok(Self { process, command })
    }

    fn open(&self) -> Result<Connection, SubjectError> {
        let (ours, theirs) = tokio::io::duplex(BUFFER_OCTETS);
        let served = Served::open(self.process.clone(), Link::new(theirs));
        let served = served.map_err(|error| self.process.lock().subject_error(error))?;
        tokio::spawn(served.run());
        Ok(Connection::Memory(ours))
    }
}

impl Server for ServerAdapter {
    fn connect(&self) -> Connecting<'_> {
        Box::pin(ready(self.open()))
    }

    fn address(&self) -> String {
        self.command.clone()
    }

    fn transport(&self) -> &'static str {
        "h1/adapter"
    }

    fn clock(&self) -> Clock {
        Clock::Virtual
    }

    fn trouble(&self) -> Option<SubjectError> {
        self.process.trouble()
    }
}

/// A connection that is served.
struct Served {
    process: Shared,
    number: u32,
    link: [Link; 1],
    pace: Pace,
    /// Whether the program knows that the connection is over.
    is_over: bool,
}

impl Served {
    fn open(process: Shared, link: Link) -> Result<Self, AdapterError> {
        let number = {
            let mut process = process.lock();
            for number in core::mem::take(&mut process.abandoned) {
                process.exchange(&News::Reset(number).line())?;
            }
            process.connections += 1;
            process.connections - 1
        };
        let mut served = Self { process, number, link: [link], pace: Pace::new(), is_over: false };
        served.say(&News::Open(number).line())?;
        Ok(served)
    }

    /// Until either side ends the connection, or the program breaks the protocol.
    async fn run(mut self) {
        while self.link[0].is_in_use() || !self.link[0].is_flushed() {
            let next = self.pace.next(&mut self.link).await;
            let wakes = next.is_none();
            let news = next.and_then(|(_, came)| News::of(self.number, came));
            if self.told(wakes, news).is_err() {
                return;
            }
        }
    }

    /// Tells the time if it is another, or time to; then the news, unless the program has no use
    /// for it any more.
    fn told(&mut self, wakes: bool, news: Option<News>) -> Result<(), AdapterError> {
        if wakes || (news.is_some() && self.pace.is_behind()) {
            let line = format!("time {} {}", self.number, self.pace.tell());
            self.say(&line)?;
        }
        match news {
            Some(news) if !self.is_over => self.say(&news.line())?,
            _ => return Ok(()),
        }
        self.is_over |= !self.link[0].is_in_use();
        Ok(())
    }

    fn say(&mut self, line: &str) -> Result<(), AdapterError> {
        let Answer { acts, rest } = self.process.lock().exchange(line)?;
        let mut gave = false;
        for act in acts {
            match &act {
                Act::Octets(number, octets) if *number == self.number => {
                    gave |= self.link[0].write(octets) && !octets.is_empty();
                }
                Act::Shutdown(number) if *number == self.number => self.link[0].shutdown(),
                Act::Close(number) if *number == self.number => {
                    self.is_over = true;
                    self.link[0].close();
                }
                _ => {
                    return Err(self.process.lock().misfit(
                        line,
                        &act,
                        "the connection that it was told of",
                    ));
                }
            }
        }
        self.pace.rest(rest, gave);
        Ok(())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        if !self.is_over {
            self.process.lock().abandoned.push(self.number);
        }
    }
}
