//! ureq-proto's server side, without I/O: its states, driven by octets.

use std::{mem, process::ExitCode, time::Duration};

use State::{Content, Head, Over};
use expectspec::Machine;
use ureq_proto::http::Response;
use ureq_proto::server::state::{ProvideResponse, RecvBody, RecvRequest};
use ureq_proto::server::{RecvRequestResult as Received, Reply, SendResponseResult};

fn main() -> ExitCode {
    let new = || Connection {
        state: Head(Reply::new().expect("a start")),
        input: Vec::new(),
        output: Vec::new(),
    };
    expectspec::server_machine(new).known("../../tests/adopters/known/ureq_proto_server.txt").main()
}

enum State {
    Head(Reply<RecvRequest>),
    Content(Reply<RecvBody>),
    Over,
}

struct Connection {
    state: State,
    input: Vec<u8>,
    output: Vec<u8>,
}

impl Connection {
    /// Takes what can be taken of the input, and says how much that is.
    fn step(&mut self) -> Result<usize, ureq_proto::Error> {
        let mut room = vec![0; self.input.len() + 1000];
        let (used, state) = match mem::replace(&mut self.state, Over) {
            Over => (0, Over),
            Head(mut head) => match head.try_request(&self.input)? {
                (used, None) => (used, Head(head)),
                (used, Some(request)) => match head.proceed().expect("a request") {
                    Received::RecvBody(content) => (used, Content(content)),
                    Received::ProvideResponse(ready) => {
                        let status = if request.method() == "CONNECT" { 501 } else { 200 };
                        (used, self.answer(ready, status)?)
                    }
                    Received::Send100(asked) => {
                        let (written, content) = asked.accept(&mut room)?;
                        self.output.extend_from_slice(&room[..written]);
                        (used, Content(content))
                    }
                },
            },
            Content(mut content) => {
                let (used, _) = content.read(&self.input, &mut room)?;
                (
                    used,
                    if content.is_ended() {
                        self.answer(content.proceed()?, 200)?
                    } else {
                        Content(content)
                    },
                )
            }
        };
        self.state = state;
        self.input.drain(..used);
        Ok(used)
    }

    fn answer(
        &mut self,
        ready: Reply<ProvideResponse>,
        status: u16,
    ) -> Result<State, ureq_proto::Error> {
        let mut room = [0; 1000];
        let mut reply = ready.provide(
            Response::builder()
                .status(status)
                .header("content-length", "0")
                .body(())
                .expect("a response"),
        )?;
        while !reply.is_finished() {
            let written = reply.write(&mut room)?;
            self.output.extend_from_slice(&room[..written]);
        }
        let done = match reply.proceed() {
            SendResponseResult::SendBody(mut content) => {
                content.write(&[], &mut room)?;
                content.proceed()
            }
            SendResponseResult::Cleanup(done) => done,
        };
        Ok(if done.must_close_connection() { Over } else { Head(Reply::new()?) })
    }
}

impl Machine for Connection {
    fn handle_octets(&mut self, octets: &[u8], _now: Duration) {
        self.input.extend_from_slice(octets);
        loop {
            match self.step() {
                Ok(0) => return,
                Ok(_) => {}
                Err(_) => return self.output.extend_from_slice(
                    b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
                ),
            }
        }
    }

    fn poll_octets(&mut self) -> Option<Vec<u8>> {
        (!self.output.is_empty()).then(|| mem::take(&mut self.output))
    }

    fn is_over(&self) -> bool {
        matches!(self.state, Over)
    }
}
