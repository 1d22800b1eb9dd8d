//! Plays one script as the origin server of a client, and writes down all that passes.

use core::future::poll_fn;
use core::pin::pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::sync::Arc;

use expectspec_catalogue::{Case, Places, Service, Step, Task, Until, Upload, expand};
use expectspec_judge::{Direction, Entry, Event, Request, Said, Side, Stamp, Transcript};
use expectspec_requirements::Party;
use expectspec_subject::{Client, Content, Job, Session};
use tokio::time::{Instant, sleep_until};

use crate::player::{PlayError, Played, REPEAT_OCTETS};
use crate::received::Received;
use crate::wire::Wire;
use crate::{InVain, Terms};

/// What a client may send in a case beyond three times the content that it is told to send.
const FROM_CLIENT_OCTETS_MIN: usize = 256 * 1024;
/// To a client that makes more requests than this the connection is closed.
const REQUESTS_MAX: usize = 16;
/// A client that opens more connections than this is stopped.
const CONNECTIONS_MAX: usize = 32;
/// How long the ends of connections are waited for when the client has come to its own.
const DRAIN_MAX: Duration = Duration::from_millis(100);
/// What a request-line has and the content of a task has not.
const REQUEST: &[u8] = b" HTTP/1.";
const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

/// Starts `client` with the task of `case` and plays the case's script as its origin server. Ends
/// within the sum of the script's windows and one more, whatever the client does.
///
/// # Errors
/// When the client can't be started.
pub async fn play_client(
    client: &dyn Client,
    case: &Case,
    places: &Places,
    terms: &Terms,
) -> Result<Played, PlayError> {
    let transcript = Transcript::new(Party::Client, client.transport(), terms.windows);
    let began = Instant::now();
    let session = match client.start(job(&case.task, places, terms)).await {
        Ok(session) => session,
        Err(error) => return Err(PlayError { error, transcript }),
    };
    let octets_max = FROM_CLIENT_OCTETS_MIN + 3 * terms.content_octets;
    let mut host = Host {
        session,
        case,
        places,
        terms,
        began,
        transcript,
        wires: Vec::new(),
        current: 0,
        is_done: false,
        waited_in_vain: false,
        has_lost_count: false,
        received: Received::new(octets_max, Arc::clone(&terms.allowance)),
    };
    host.play().await;
    Ok(Played { flooded: host.received.is_too_much(), transcript: host.transcript })
}

fn job(task: &Task, places: &Places, terms: &Terms) -> Job {
    Job {
        method: task.method.map(str::to_owned),
        target: format!("/expectspec-{}", places.nonce),
        content: match task.upload {
            Upload::None => Content::None,
            Upload::Known => Content::Known(terms.content_octets),
            Upload::Unknown => Content::Unknown(terms.content_octets),
        },
        requests: task.requests,
    }
}

struct Host<'a> {
    session: Session,
    case: &'a Case,
    places: &'a Places,
    terms: &'a Terms,
    began: Instant,
    transcript: Transcript,
    wires: Vec<Wire>,
    /// The connection of the request at hand.
    current: usize,
    /// Whether the client has come to its end.
    is_done: bool,
    waited_in_vain: bool,
    /// Whether a client began a request where content was due.
    has_lost_count: bool,
    received: Received,
}

impl Host<'_> {
    async fn play(&mut self) {
        for step in self.case.script {
            let given_up = self.waited_in_vain && self.terms.in_vain == InVain::Ends;
            if given_up || self.received.is_too_much() || self.has_lost_count {
                break;
            }
            self.step(*step).await;
        }
        let mut losses = 0;
        while self.has_lost_count && losses < REQUESTS_MAX {
            // It waits for an answer that can't come: nobody knows where its request begins.
            self.has_lost_count = false;
            self.finish_all().await;
            if let Some(Step::Serve(service)) = self.case.script.last() {
                self.serve(*service).await;
            }
            losses += 1;
        }
        let window = Duration::from_micros(self.terms.windows.final_us);
        if !self.watch(window, |_| false).await {
            self.record(self.current, Event::Quiet);
            self.record(self.current, Event::Said(Said::Nothing));
        }
        self.drain().await;
    }

    /// Reads what a client sent before it came to its end.
    async fn drain(&mut self) {
        let mut sleep = pin!(sleep_until(Instant::now() + DRAIN_MAX));
        while self.is_done && !self.received.is_too_much() && !self.wires.iter().all(Wire::is_over)
        {
            let came = poll_fn(|context| match self.poll_all(context) {
                Poll::Ready(()) => Poll::Ready(true),
                Poll::Pending => sleep.as_mut().poll(context).map(|()| false),
            });
            if !came.await {
                return;
            }
        }
    }

    async fn step(&mut self, step: Step) {
        match step {
            Step::Send(octets) => {
                let octets = expand(octets, self.case, self.places);
                self.write(&octets).await;
            }
            Step::Dribble { octets, octets_each, gap_ms } => {
                let octets = expand(octets, self.case, self.places);
                let gap = Duration::from_millis(u64::from(gap_ms));
                for piece in octets.chunks(octets_each.max(1) as usize) {
                    if !self.writes_on() {
                        break;
                    }
                    self.write(piece).await;
                    self.watch(gap, Self::is_over).await;
                }
            }
            Step::Repeat { octets, times } => {
                let octets = expand(octets, self.case, self.places);
                let at_once = (REPEAT_OCTETS / octets.len().max(1)).max(1);
                let mut left = times as usize;
                while left > 0 && self.writes_on() {
                    let now = left.min(at_once);
                    self.write(&octets.repeat(now)).await;
                    left -= now;
                }
            }
            Step::Await(until) => self.wait(until).await,
            Step::Quiet => {
                let quiet = Duration::from_micros(self.terms.windows.quiet_us);
                self.watch(quiet, Self::is_over).await;
                self.record(self.current, Event::Quiet);
            }
            Step::Pause(ms) => {
                self.watch(self.terms.pause(ms), |_| false).await;
            }
            Step::Finish => {
                if let Some(wire) = self.wires.get_mut(self.current)
                    && wire.finish().await
                {
                    self.record(self.current, Event::End(Direction::ToSubject));
                }
            }
            Step::Reset => {
                if self.wires.get_mut(self.current).is_some_and(Wire::reset) {
                    self.record(self.current, Event::Reset(Direction::ToSubject));
                }
            }
            Step::Use(number) => {
                self.current = usize::from(number).min(self.wires.len().saturating_sub(1));
            }
            Step::Serve(service) => self.serve(service).await,
            // Clients open connections; the catalogue's tests keep this out of their scripts.
            Step::Open => {}
        }
    }

    async fn wait(&mut self, until: Until) {
        let window_us = match until {
            Until::Close => self.terms.windows.close_us,
            _ => self.terms.windows.final_us,
        };
        let came = move |host: &Self| match until {
            Until::Request => host.waiting().is_some(),
            Until::ContentBegun => {
                host.at_hand(|request| request.content.first.is_some() || request.end.is_some())
            }
            Until::Content => {
                host.at_hand(|request| request.end.is_some() || request.broken.is_some())
            }
            // A connection on which another request comes is not closed.
            Until::Close => host.waiting() == Some(host.current),
            // What a server sends, a client's case does not wait for.
            Until::Answer | Until::Final => false,
        };
        let ends = until != Until::Request;
        let window = Duration::from_micros(window_us);
        let done = |host: &Self| came(host) || (ends && host.is_over());
        if !self.watch(window, done).await {
            self.record(self.current, Event::Quiet);
            self.waited_in_vain = true;
        }
        if until == Until::Request {
            self.take_request();
        }
    }

    /// Answers further requests until the client is done, has been silent for the final window, or
    /// has made too many.
    async fn serve(&mut self, service: Service) {
        let window = Duration::from_micros(self.terms.windows.final_us);
        while self.wires.len() < CONNECTIONS_MAX {
            if self.waiting().is_none()
                && !self.watch(window, |host| host.waiting().is_some()).await
            {
                return;
            }
            if !self.take_request() {
                return;
            }
            if self.wires.iter().map(Wire::requests).sum::<usize>() > REQUESTS_MAX {
                self.finish_all().await;
            } else {
                self.answer(service).await;
            }
        }
        self.is_done = true;
    }

    async fn finish_all(&mut self) {
        for index in 0..self.wires.len() {
            if self.wires[index].finish().await {
                self.record(index, Event::End(Direction::ToSubject));
            }
        }
    }

    async fn answer(&mut self, service: Service) {
        let octets = match service {
            Service::Proper(octets) | Service::AtOnce(octets) | Service::Late(octets) => octets,
        };
        let expects = self.at_hand(|request| request.expects_continue() && request.end.is_none());
        if matches!(service, Service::Proper(_)) && expects {
            self.write(CONTINUE).await;
        }
        if !matches!(service, Service::AtOnce(_)) {
            self.wait(Until::Content).await;
        }
        let octets = expand(octets, self.case, self.places);
        self.write(&octets).await;
    }

    /// The first connection with a request that nobody has dealt with.
    fn waiting(&self) -> Option<usize> {
        self.wires.iter().position(|wire| wire.request().is_some() && wire.is_writable())
    }

    /// Makes the next request the one at hand.
    fn take_request(&mut self) -> bool {
        let Some(index) = self.waiting() else { return false };
        self.wires[index].next_exchange();
        self.current = index;
        true
    }

    fn at_hand(&self, holds: impl Fn(&Request) -> bool) -> bool {
        self.wires.get(self.current).and_then(Wire::request_at_hand).is_some_and(holds)
    }

    /// Whether nothing more can come on the current connection.
    fn is_over(&self) -> bool {
        self.wires.get(self.current).is_some_and(Wire::is_over)
    }

    /// Reads on every connection until `done` holds or the client is done (`true`), or the time is
    /// over (`false`).
    async fn watch(&mut self, window: Duration, done: impl Fn(&Self) -> bool) -> bool {
        let mut sleep = pin!(sleep_until(Instant::now() + window));
        loop {
            if self.is_done || self.has_lost_count || done(self) || self.received.is_too_much() {
                return true;
            }
            let came = poll_fn(|context| match self.poll_all(context) {
                Poll::Ready(()) => Poll::Ready(true),
                Poll::Pending => sleep.as_mut().poll(context).map(|()| false),
            });
            if !came.await {
                return false;
            }
        }
    }

    /// Whether there is any sense in writing more.
    fn writes_on(&self) -> bool {
        let writable = self.wires.get(self.current).is_some_and(Wire::is_writable);
        writable && !self.received.is_too_much()
    }

    /// Writes all of `octets` while reading, for the final window at most.
    async fn write(&mut self, octets: &[u8]) {
        let mut rest = octets;
        let mut patience =
            pin!(sleep_until(Instant::now() + Duration::from_micros(self.terms.windows.final_us)));
        while !rest.is_empty() && self.writes_on() {
            let mut began_us = 0;
            let written = poll_fn(|context| {
                began_us = self.now_us();
                if let Poll::Ready(written) = self.wires[self.current].poll_write(context, rest) {
                    return Poll::Ready(written);
                }
                match self.poll_all(context) {
                    Poll::Ready(()) => Poll::Ready(Some(0)),
                    Poll::Pending => patience.as_mut().poll(context).map(|()| None),
                }
            });
            let Some(written) = written.await else {
                self.wires[self.current].give_up_writing();
                return;
            };
            if written > 0 {
                let event = Event::Octets(Direction::ToSubject, rest[..written].to_vec());
                self.record_at(began_us, self.current, event);
                rest = &rest[written..];
            }
        }
    }

    /// Takes what has come: connections, octets, words; ready if anything has.
    fn poll_all(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let mut came = Poll::Pending;
        if !self.is_done
            && self.wires.len() < CONNECTIONS_MAX
            && let Poll::Ready(Some(connection)) = self.session.poll_connection(context)
        {
            let number = u16::try_from(self.wires.len()).unwrap_or(u16::MAX);
            self.wires.push(Wire::new(connection, Side::Inbound, number));
            came = Poll::Ready(());
        }
        for index in 0..self.wires.len() {
            let room = self.received.room();
            if let Poll::Ready(event) = self.wires[index].poll_read(context, room) {
                self.record(index, event);
                came = Poll::Ready(());
            }
        }
        // What was sent before the client came to its end has to be read first.
        if came.is_pending()
            && !self.is_done
            && let Poll::Ready(said) = self.session.poll_said(context)
        {
            match said {
                Some(said) => self.record(self.current, Event::Said(said)),
                None => self.is_done = true,
            }
            came = Poll::Ready(());
        }
        came
    }

    fn now_us(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    fn record(&mut self, index: usize, event: Event) {
        self.record_at(self.now_us(), index, event);
    }

    fn record_at(&mut self, at_us: u64, index: usize, event: Event) {
        let entry = u32::try_from(self.transcript.entries.len()).unwrap_or(u32::MAX);
        if let Some(wire) = self.wires.get_mut(index) {
            wire.handle(&event, Stamp { entry, at_us });
            if let Event::Octets(Direction::FromSubject, octets) = &event {
                self.received.count(octets, Side::Inbound, wire);
                let begins = octets.windows(REQUEST.len()).position(|it| it == REQUEST);
                self.has_lost_count |= begins.is_some_and(|at| wire.is_content(octets.len() - at));
            }
        }
        let connection = u16::try_from(index).unwrap_or(u16::MAX);
        self.transcript.entries.push(Entry { at_us, side: Side::Inbound, connection, event });
    }
}
