//! The reference as an adapter program, and programs that break the protocol: `reference-adapter
//! [HOW]`.

use std::collections::HashMap;
use std::io::{self, Write as _};
use std::process::exit;
use std::thread;
use std::time::Duration;

use expectspec_engine::client::{Policy as ClientPolicy, Transmit as ClientTransmit};
use expectspec_engine::origin_server::{Policy, Transmit};
use expectspec_engine::{ReferenceClient, ReferenceServer};
use expectspec_judge::Said;
use expectspec_subject::{ClientMachine, Content, Job, requests};

fn main() {
    let mut lines = io::stdin().lines().map(|line| line.expect("UTF-8"));
    match std::env::args().nth(1).as_deref() {
        None => {}
        Some("deaf") => thread::sleep(Duration::from_secs(600)),
        Some(how) => astray(how, lines),
    }
    if lines.next().expect("a greeting").ends_with("server") {
        say("expectspec-adapter 1");
        lines.for_each(serve());
    } else {
        say("expectspec-adapter 1 method requests unknown-length tells redirects");
        lines.for_each(perform());
    }
}

/// Greets, and answers everything else as it should not.
fn astray(how: &str, mut lines: impl Iterator<Item = String>) -> ! {
    lines.next();
    say(match how {
        "other-version" => "expectspec-adapter 2",
        "unknown-ability" => "expectspec-adapter 1 magic",
        _ => "expectspec-adapter 1",
    });
    for line in lines {
        match how {
            "silent" => {}
            "prints" => say("Listening\u{1b}[2J on port 80"),
            "other-connection" => say("close 77\nwait"),
            "unnumbered" => say("connect 3\nwait"),
            "talkative" => say("said success\nsaid success\ndone"),
            "endless" => loop {
                say("octets 0 00");
            },
            "one-line" => loop {
                print!("{}", "0".repeat(64 * 1024));
            },
            "restless" => say("wait 0"),
            "ends-later" if line.starts_with("open") => say("wait"),
            _ => {
                eprintln!("Traceback\n\nValueError: it is all wrong");
                exit(3);
            }
        }
    }
    exit(0)
}

/// Serves with the reference.
fn serve() -> impl FnMut(String) {
    let mut servers: HashMap<String, (ReferenceServer, Duration)> = HashMap::new();
    move |line| {
        let words: Vec<_> = line.split(' ').collect();
        let number = words[1];
        let served = servers
            .entry(number.to_owned())
            .or_insert_with(|| (ReferenceServer::new(Policy::upgrading()), Duration::ZERO));
        let (server, now) = served;
        match words[0] {
            "open" => {}
            "octets" => server.handle_octets(&octets(words[2]), *now),
            "end" => server.handle_end(*now),
            "reset" => server.handle_reset(*now),
            "time" => {
                *now = millis(words[2]);
                server.handle_timeout(*now);
            }
            other => panic!("what is {other}?"),
        }
        while let Some(transmit) = server.poll_transmit() {
            match transmit {
                Transmit::Octets(octets) => say(&format!("octets {number} {}", hex(octets))),
                Transmit::ShutdownWrite => say(&format!("shutdown {number}")),
                Transmit::Close => say(&format!("close {number}")),
            }
        }
        rest(server.poll_timeout());
        if words[0] == "reset" {
            servers.remove(number);
        }
    }
}

/// Makes requests with the reference.
fn perform() -> impl FnMut(String) {
    let policy = ClientPolicy::preset("following").expect("a preset of this name");
    let mut client = None;
    let (mut now, mut said, mut connections) = (Duration::ZERO, 0, 0);
    move |line| {
        let words: Vec<_> = line.split(' ').collect();
        if words[0] == "job" {
            let requests = requests(&job(&words), "origin");
            client = ReferenceClient::new(policy.clone(), requests, Duration::ZERO).ok();
            (now, said, connections) = (Duration::ZERO, 0, 0);
        }
        // It does not make every request.
        let Some(client) = &mut client else { return say("said failure\ndone") };
        // It uses one connection at a time: the latest.
        match words[0] {
            "job" => {}
            "open" => client.handle_connected(now),
            "octets" => client.handle_octets(&octets(words[2]), now),
            "end" => client.handle_end(now),
            "reset" => client.handle_reset(now),
            "time" => {
                now = millis(words[1]);
                client.handle_timeout(now);
            }
            other => panic!("what is {other}?"),
        }
        let mut gives = false;
        while !gives && let Some(transmit) = client.poll_transmit() {
            match transmit {
                ClientTransmit::Open => {
                    say(&format!("connect {connections}"));
                    connections += 1;
                }
                // The rest is for later: it may not be wanted when this is written.
                ClientTransmit::Octets(octets) => {
                    say(&format!("octets {} {}", connections - 1, hex(octets)));
                    gives = true;
                }
                ClientTransmit::ShutdownWrite => say(&format!("shutdown {}", connections - 1)),
                ClientTransmit::Close => say(&format!("close {}", connections - 1)),
            }
        }
        let outcomes = ClientMachine::said(client);
        for outcome in &outcomes[said..] {
            match outcome {
                Said::Status(code) => say(&format!("said status {code}")),
                _ => say("said failure"),
            }
        }
        said = outcomes.len();
        match client.is_done() {
            _ if gives => say("wait 0"),
            true => say("done"),
            false => rest(client.poll_timeout()),
        }
    }
}

fn job(words: &[&str]) -> Job {
    let octets = words[4].parse().expect("a number");
    Job {
        method: (words[1] != "-").then(|| words[1].to_owned()),
        target: words[2].to_owned(),
        content: match words[3] {
            "none" => Content::None,
            "known" => Content::Known(octets),
            _ => Content::Unknown(octets),
        },
        requests: words[5].parse().expect("a number"),
    }
}

fn rest(wakes: Option<Duration>) {
    match wakes {
        Some(at) => say(&format!("wait {}", at.as_millis())),
        None => say("wait"),
    }
}

fn say(line: &str) {
    let mut stdout = io::stdout().lock();
    // Whoever listens no more has no use for us.
    if writeln!(stdout, "{line}").and_then(|()| stdout.flush()).is_err() {
        exit(0);
    }
}

fn millis(word: &str) -> Duration {
    Duration::from_millis(word.parse().expect("a number"))
}

fn octets(hex: &str) -> Vec<u8> {
    let octet = |at| u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits");
    (0..hex.len()).step_by(2).map(octet).collect()
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}
