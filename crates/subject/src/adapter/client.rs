//! A client that is a program without sockets.

use core::future::{poll_fn, ready};
use core::task::Poll;
use core::time::Duration;
use std::sync::Arc;

use super::AdapterError;
use super::answer::{Act, Rest};
use super::link::Link;
use super::pool::{Pool, Taken};
use super::process::Answer;
use super::turn::{News, Pace};
use crate::client::{Session, Starting, Teller};
use crate::client_memory::Connector;
use crate::{Ability, Client, Clock, Content, Job, SubjectError};

/// A client that is a program in any language, around a library without I/O: a line on its standard
/// input for what it is to do and for what happens, lines on its standard output for what it does.
/// It runs on a paused clock, so that waiting costs nothing and every run is the same. One process
/// does all jobs that don't overlap.
///
/// ```no_run
/// use expectspec_subject::{ANSWER_MAX, ClientAdapter};
///
/// let command = ["python3", "my_adapter.py"].map(str::to_owned);
/// let subject = ClientAdapter::start(&command, ANSWER_MAX)?;
/// # Ok::<(), expectspec_subject::SubjectError>(())
/// ```
#[derive(Debug)]
pub struct ClientAdapter {
    pool: Arc<Pool>,
    abilities: Vec<Ability>,
}

impl ClientAdapter {
    /// Starts a program, which may take so long for each answer by the machine's clock. It says
    /// itself what it can do.
    ///
    /// # Errors
    /// When it can't be started, or does not greet as an adapter does.
    pub fn start(command: &[String], answer_max: Duration) -> Result<Self, SubjectError> {
        let (pool, abilities) = Pool::start(command, answer_max)?;
        Ok(Self { pool, abilities })
    }
}

impl Client for ClientAdapter {
    fn start(&self, job: Job) -> Starting<'_> {
        let taken = match self.pool.take() {
            Ok(taken) => taken,
            Err(trouble) => return Box::pin(ready(Err(trouble))),
        };
        let session = Session::of(|teller| async move {
            let mut performing = Performing::new(taken, teller, job.requests);
            // A program that breaks the protocol tells nothing more, and its process keeps why.
            performing.run(&job).await.ok();
        });
        Box::pin(ready(Ok(session)))
    }

    fn name(&self) -> String {
        self.pool.name()
    }

    fn transport(&self) -> &'static str {
        "h1/adapter"
    }

    fn clock(&self) -> Clock {
        Clock::Virtual
    }

    fn can(&self, ability: Ability) -> bool {
        self.abilities.contains(&ability)
    }

    fn trouble(&self) -> Option<SubjectError> {
        self.pool.trouble()
    }
}

/// A job that is being done.
struct Performing {
    taken: Taken,
    teller: Teller,
    connector: Connector,
    /// By number.
    links: Vec<Link>,
    pace: Pace,
    /// For how many requests the client has still to tell what came of them.
    untold: u8,
    rest: Rest,
}

impl Performing {
    fn new(taken: Taken, teller: Teller, requests: u8) -> Self {
        Self {
            taken,
            connector: Connector::to(teller.connections.clone()),
            teller,
            links: Vec::new(),
            pace: Pace::new(),
            untold: requests,
            rest: Rest::Wait,
        }
    }

    async fn run(&mut self, job: &Job) -> Result<(), AdapterError> {
        self.say(&line_of(job)).await?;
        while self.rest != Rest::Done {
            let next = self.pace.next(&mut self.links).await;
            let wakes = next.is_none();
            let news = next.and_then(|(index, came)| News::of(u32::try_from(index).ok()?, came));
            if wakes || (news.is_some() && self.pace.is_behind()) {
                let line = format!("time {}", self.pace.tell());
                self.say(&line).await?;
            }
            if let Some(news) = news
                && self.rest != Rest::Done
                && self.is_of_use(&news)
            {
                self.say(&news.line()).await?;
            }
        }
        self.close_all().await;
        Ok(())
    }

    /// Whether the program has not closed the connection meanwhile.
    fn is_of_use(&self, news: &News) -> bool {
        match news {
            News::Octets(number, _) | News::End(number) | News::Open(number) => {
                self.link(*number).is_some_and(Link::is_in_use)
            }
            News::Reset(number) => self.link(*number).is_some_and(|link| !link.is_closing()),
        }
    }

    /// Says a line and does what is answered; then says of each connection that the program opened
    /// that it is open.
    async fn say(&mut self, line: &str) -> Result<(), AdapterError> {
        let mut line = line.to_owned();
        let mut opened = Vec::new();
        loop {
            let Answer { acts, rest } = self.taken.process.lock().exchange(&line)?;
            let mut gave = false;
            for act in acts {
                gave |= self.act(&line, &act, &mut opened).await?;
            }
            self.rest = rest;
            self.pace.rest(rest, gave);
            if rest == Rest::Done || opened.is_empty() {
                return Ok(());
            }
            line = News::Open(opened.remove(0)).line();
        }
    }

    /// Does one thing; whether it gave octets to be written.
    async fn act(
        &mut self,
        line: &str,
        act: &Act,
        opened: &mut Vec<u32>,
    ) -> Result<bool, AdapterError> {
        match act {
            Act::Connect(number) if *number as usize == self.links.len() => {
                let io = self.connector.connect().await;
                // The tester has left, and will not hear of it.
                let Ok(io) = io else { return core::future::pending().await };
                self.links.push(Link::new(io));
                opened.push(*number);
            }
            Act::Said(said) if self.untold > 0 => {
                self.untold -= 1;
                // The tester may have left.
                self.teller.said.send(*said).await.ok();
            }
            Act::Connect(_) => {
                let expected = "connections to be numbered from 0, each its own number";
                return Err(self.taken.process.lock().misfit(line, act, expected));
            }
            Act::Said(_) => {
                let expected = "one said for each request of the job";
                return Err(self.taken.process.lock().misfit(line, act, expected));
            }
            Act::Octets(number, _) | Act::Shutdown(number) | Act::Close(number) => {
                let Some(link) = self.links.get_mut(*number as usize) else {
                    let expected = "the number of a connection that was opened";
                    return Err(self.taken.process.lock().misfit(line, act, expected));
                };
                match act {
                    Act::Octets(_, octets) => return Ok(link.write(octets) && !octets.is_empty()),
                    Act::Shutdown(_) => link.shutdown(),
                    _ => link.close(),
                }
            }
        }
        Ok(false)
    }

    fn link(&self, number: u32) -> Option<&Link> {
        self.links.get(number as usize)
    }

    /// Ends every connection behind what is to be written on it.
    async fn close_all(&mut self) {
        self.links.iter_mut().for_each(Link::close);
        poll_fn(|context| {
            for link in &mut self.links {
                while link.poll(context).is_ready() {}
            }
            if self.links.iter().all(Link::is_flushed) { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

/// What a program is told to do.
fn line_of(job: &Job) -> String {
    let content = match job.content {
        Content::None => "none",
        Content::Known(_) => "known",
        Content::Unknown(_) => "unknown",
    };
    let method = job.method.as_deref().unwrap_or("-");
    format!("job {method} {} {content} {} {}", job.target, job.content.octets(), job.requests)
}
