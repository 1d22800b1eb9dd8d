//! Subjects that the harness has to cope with.

use core::time::Duration;
use std::thread;

use expectspec::{Connect, Form, Machine, Ready, Spawned, Stream};
use expectspec_engine::origin_server::Policy;
use expectspec_subject::serve;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::Named;

/// How long a subject that keeps the run from going on is waited for here.
const PATIENCE: Duration = Duration::from_secs(1);
const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

pub(super) fn named(name: &str) -> Named {
    let in_process = |name| match name {
        "silent-known" => expectspec::server_in_process(silent).known("tests/harness/silent.txt"),
        "badly-known" => expectspec::server_in_process(silent).known("tests/harness/bad.txt"),
        "misselected" => expectspec::server_in_process(silent).select("no-such-topic"),
        "silent" => expectspec::server_in_process(silent),
        "panicking" => expectspec::server_in_process(panicking),
        "blocking" => expectspec::server_in_process(blocking).patience(PATIENCE),
        "spinning" => expectspec::server_in_process(spinning).patience(PATIENCE),
        "elsewhere" => expectspec::server_in_process(elsewhere),
        "idle" => expectspec::server_in_process(idle),
        "cable" => expectspec::intermediary_in_process(Form::Gateway, cable),
        "late-machine" => expectspec::server_machine(Late::default),
        _ => expectspec::server_in_process(counting),
    };
    match name.split_once(':') {
        Some(("spawned", file)) => expectspec::server(spawned(file)),
        None if name == "ending" => {
            let program = Spawned::command("/bin/sh").args(["-c", "exit 3"]);
            expectspec::server(program.ready_within(Duration::from_secs(5)))
        }
        // What serves as the spawned server.
        None if name == "listening" => listening(),
        Some(_) | None => in_process(name),
    }
}

/// The reference, which tells of every connection.
async fn counting(io: Stream) {
    println!("connection");
    serve(io, Policy::default()).await;
}

/// Answers each head that states no expectation, and any content.
async fn silent(mut io: Stream) {
    let (mut input, mut octets) = (Vec::new(), [0; 1000]);
    while let Ok(count @ 1..) = io.read(&mut octets).await {
        input.extend_from_slice(&octets[..count]);
        let expects = input.windows(12).any(|it| it.eq_ignore_ascii_case(b"100-continue"));
        if !expects || input.ends_with(b"hello") {
            io.write_all(OK).await.ok();
            input.clear();
        }
    }
}

async fn panicking(mut io: Stream) {
    let mut octets = [0; 1000];
    while let Ok(count @ 1..) = io.read(&mut octets).await {
        let expects = octets[..count].windows(12).any(|it| it == b"100-continue");
        assert!(!expects, "no hands to shake");
        io.write_all(OK).await.ok();
    }
}

async fn blocking(mut io: Stream) {
    io.write_all(b"HTTP/1.1 ").await.ok();
    thread::sleep(100 * PATIENCE);
}

async fn spinning(io: Stream) {
    tokio::spawn(async move {
        loop {
            tokio::task::yield_now().await;
        }
    });
    idle(io).await;
}

async fn elsewhere(mut io: Stream) {
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async move { io.read_u8().await.ok() });
    });
    core::future::pending::<()>().await;
}

async fn idle(io: Stream) {
    core::future::pending::<()>().await;
    drop(io);
}

async fn cable(mut outbound: Stream, connect: Connect) {
    let Ok(mut inbound) = connect.connect().await else { return };
    tokio::io::copy_bidirectional(&mut outbound, &mut inbound).await.ok();
}

/// Answers two seconds after the last octets, whatever they are.
#[derive(Default)]
struct Late {
    wakes: Option<Duration>,
    is_due: bool,
}

impl Machine for Late {
    fn handle_octets(&mut self, octets: &[u8], now: Duration) {
        let expects = octets.windows(12).any(|it| it == b"100-continue");
        let is_content = octets == b"hello";
        self.wakes = if expects { None } else { Some(now) };
        if is_content {
            self.wakes = Some(now + Duration::from_secs(2));
        }
    }

    fn poll_octets(&mut self) -> Option<Vec<u8>> {
        core::mem::take(&mut self.is_due).then(|| OK.to_vec())
    }

    fn is_over(&self) -> bool {
        false
    }

    fn next_timeout(&self) -> Option<Duration> {
        self.wakes
    }

    fn handle_timeout(&mut self, now: Duration) {
        if self.wakes.take_if(|at| *at <= now).is_some() {
            self.is_due = true;
        }
    }
}

/// This binary again, as a server on a port.
fn spawned(file: &str) -> Spawned {
    let binary = std::env::current_exe().expect("this binary has a path");
    let script = "echo $$ > \"$0\"; exec \"$1\"";
    Spawned::command("/bin/sh")
        .args(["-c", script, file])
        .args([binary])
        .env(super::SUBJECT, "listening")
        .ready(Ready::Prints("listening".to_owned()))
}

fn listening() -> Named {
    let port = std::env::var("PORT").expect("the port is told").parse().expect("a number");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async move {
        let listener =
            tokio::net::TcpListener::bind(("127.0.0.1", port)).await.expect("it is free");
        println!("listening");
        let machine = || expectspec_engine::ReferenceServer::new(Policy::default());
        expectspec_subject::listen(listener, machine).await.expect("the listener works");
    });
    unreachable!("a listener has no end")
}
