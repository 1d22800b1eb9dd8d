//! A server of your own, tested in process: a function from a stream to a future, on a paused clock.
//!
//! ```text
//! cargo run -p expectspec-runner --example in_process
//! ```

use std::error::Error;
use std::sync::Arc;

use expectspec_catalogue::{Dangerous, Selection};
use expectspec_judge::Finding;
use expectspec_requirements::{Party, Profile, Verdict};
use expectspec_runner::{Plan, Subject, run};
use expectspec_subject::InProcess;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream};

fn main() -> Result<(), Box<dyn Error>> {
    let subject = Subject::Server(Arc::new(InProcess::new("mine", serve)));
    let profile = Profile::default();
    let selection = Selection::new(vec!["/handshake/".to_owned(), "/list/".to_owned()]);
    let chosen = selection.plan(Party::OriginServer, profile, Dangerous::Run)?;
    let run = run(&subject, &Plan::new(chosen.cases, "localhost"), &mut |_event| ())?;

    let deviates = |finding: &&Finding| finding.verdict(profile) == Verdict::Deviates;
    for case in run.cases.iter().filter(|case| case.verdict == Verdict::Deviates) {
        println!("{}", case.case.id);
        for finding in case.findings().iter().filter(deviates) {
            println!("    {}: {}", finding.requirement.id, finding.found);
        }
    }
    let conforming = run.cases.iter().filter(|case| case.verdict == Verdict::Conforms).count();
    println!("{conforming} of {} cases conform", run.cases.len());
    Ok(())
}

/// One connection of the server under test, which knows a single spelling of the expectation and
/// no chunked content.
async fn serve(io: DuplexStream) {
    let mut io = BufReader::new(io);
    while let Some(head) = read_head(&mut io).await {
        let length = value_of(&head, "content-length").and_then(|value| value.parse().ok());
        if value_of(&head, "expect") == Some("100-continue") {
            io.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await.ok();
        }
        let mut content = vec![0; length.unwrap_or(0)];
        if io.read_exact(&mut content).await.is_err() {
            return;
        }
        io.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").await.ok();
    }
}

/// The lines of a head; `None` when the connection has ended.
async fn read_head(io: &mut BufReader<DuplexStream>) -> Option<Vec<String>> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if io.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => return Some(lines),
            line => lines.push(line.to_owned()),
        }
    }
}

/// The value of the first field line with this name.
fn value_of<'a>(head: &'a [String], name: &str) -> Option<&'a str> {
    let fields = head.iter().filter_map(|line| line.split_once(':'));
    fields.into_iter().find_map(|(n, value)| n.eq_ignore_ascii_case(name).then(|| value.trim()))
}
