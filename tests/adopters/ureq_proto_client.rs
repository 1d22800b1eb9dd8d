//! ureq-proto's client side, without I/O: its states, driven by octets and one timer.

use std::{mem, process::ExitCode, time::Duration};

use State::{Await100, Over, RecvBody, RecvResponse};
use expectspec::{ClientMachine, Content, Machine, Request};
use ureq_proto::client::{self as c, Await100Result, Call, RecvResponseResult, SendRequestResult};
use ureq_proto::{Error, http};

fn main() -> ExitCode {
    expectspec::client_machine(Client::new)
        .known("../../tests/adopters/known/ureq_proto_client.txt")
        .main()
}

enum State {
    Await100(Call<c::state::Await100>),
    RecvResponse(Call<c::state::RecvResponse>),
    RecvBody(Call<c::state::RecvBody>),
    Over,
}

struct Client {
    state: State,
    content: Vec<u8>,
    input: Vec<u8>,
    output: Vec<u8>,
    status: Option<u16>,
}

impl Client {
    fn new(request: Request) -> Self {
        let mut head = http::Request::builder()
            .method(request.method.as_str())
            .uri(format!("http://origin{}", request.target));
        if let Content::Known(octets) = request.content {
            head = head.header("content-length", octets);
        }
        if request.content.octets() > 1000 {
            head = head.header("content-type", "text/plain").header("expect", "100-continue");
        }
        let mut call = Call::new(head.body(()).expect("a request")).expect("a call");
        call.allow_non_standard_methods(true);
        if request.content.octets() > 0 {
            call.force_send_body();
        }
        let (mut call, mut output) = (call.proceed(), vec![0; 1000]);
        let written = call.write(&mut output).expect("room");
        output.truncate(written);
        let mut client = Self {
            state: Over,
            content: request.octets(),
            input: Vec::new(),
            output,
            status: None,
        };
        client.state = match call.proceed().expect("a head").expect("all of it") {
            SendRequestResult::Await100(call) => Await100(call),
            SendRequestResult::SendBody(call) => client.send(call).expect("room"),
            SendRequestResult::RecvResponse(call) => RecvResponse(call),
        };
        client
    }

    fn send(&mut self, mut call: Call<c::state::SendBody>) -> Result<State, Error> {
        let mut room = vec![0; self.content.len() + 1000];
        let (mut from, mut to) = (0, 0);
        while !call.can_proceed() {
            let (used, written) = call.write(&self.content[from..], &mut room[to..])?;
            (from, to) = (from + used, to + written);
        }
        self.output.extend_from_slice(&room[..to]);
        Ok(RecvResponse(call.proceed().expect("all is sent")))
    }

    fn await_no_more(&mut self, call: Call<c::state::Await100>) -> Result<State, Error> {
        Ok(match call.proceed()? {
            Await100Result::SendBody(call) => self.send(call)?,
            Await100Result::RecvResponse(call) => RecvResponse(call),
        })
    }

    /// Takes what can be taken of the input, and says whether there may be more.
    fn step(&mut self) -> Result<bool, Error> {
        let (used, state, more) = match mem::replace(&mut self.state, Over) {
            Over => (0, Over, false),
            Await100(mut call) => match call.try_read_100(&self.input)? {
                used if call.can_keep_await_100() => (used, Await100(call), used > 0),
                used => (used, self.await_no_more(call)?, true),
            },
            RecvResponse(mut call) => match call.try_response(&self.input, false)? {
                (used, None) => (used, RecvResponse(call), used > 0),
                (used, Some(response)) => {
                    self.status = Some(response.status().as_u16());
                    match call.proceed().expect("a response") {
                        RecvResponseResult::RecvBody(call) => (used, RecvBody(call), true),
                        RecvResponseResult::Redirect(_) | RecvResponseResult::Cleanup(_) => {
                            (used, Over, false)
                        }
                    }
                }
            },
            RecvBody(mut call) => {
                let (used, _) = call.read(&self.input, &mut vec![0; self.input.len() + 1])?;
                let done = call.can_proceed()
                    && !matches!(call.body_mode(), ureq_proto::BodyMode::CloseDelimited);
                (used, if done { Over } else { RecvBody(call) }, used > 0 && !done)
            }
        };
        self.state = state;
        self.input.drain(..used);
        Ok(more)
    }
}

impl Machine for Client {
    fn handle_octets(&mut self, octets: &[u8], _now: Duration) {
        self.input.extend_from_slice(octets);
        while self.step().unwrap_or_else(|_| {
            self.status = None;
            false
        }) {}
    }

    fn poll_octets(&mut self) -> Option<Vec<u8>> {
        (!self.output.is_empty()).then(|| mem::take(&mut self.output))
    }

    fn is_over(&self) -> bool {
        matches!(self.state, Over)
    }

    fn next_timeout(&self) -> Option<Duration> {
        matches!(self.state, Await100(_)).then_some(Duration::from_secs(1))
    }

    fn handle_timeout(&mut self, _now: Duration) {
        if let Await100(call) = mem::replace(&mut self.state, Over) {
            self.state = self.await_no_more(call).unwrap_or(Over);
        }
    }

    fn handle_end(&mut self, _now: Duration) {
        // Only what is delimited by the end is complete now.
        if !matches!(self.state, RecvBody(ref call) if call.can_proceed()) {
            self.status = None;
        }
        self.state = Over;
    }
}

impl ClientMachine for Client {
    fn status(&self) -> Option<u16> {
        self.status
    }
}
