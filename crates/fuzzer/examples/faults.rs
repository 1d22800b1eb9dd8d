//! Fuzzes every deviant server from nothing, then every control and the reference, and prints after how
//! many executions and seconds what is found, and the shrunk scripts.
//!
//! `cargo run --release -p expectspec-fuzzer --example faults -- [memory EXECUTIONS|sockets SECONDS [SEED [NAME]]]`
//!
//! In memory the clock is a paused one, so that a run is the same each time; over sockets it is real.

use core::time::Duration;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use expectspec_catalogue::Places;
use expectspec_engine::ReferenceServer;
use expectspec_engine::origin_server::Policy;
use expectspec_faults::{CONTROLS, Fault, Grade, all};
use expectspec_fuzzer::{Find, Fuzz, Outcome, Settings};
use expectspec_subject::{InProcess, Server, ServerMachine, Tcp, drive, listen};

/// How servers are reached.
#[derive(Clone, Copy, Debug)]
enum Reach {
    Memory,
    Sockets,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let reach = match arguments.next().as_deref() {
        Some("sockets") => Reach::Sockets,
        _ => Reach::Memory,
    };
    let most = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(3000);
    let seed = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(0);
    let name = arguments.next();
    let base = Settings { seed, ..settings(reach, most) };
    let is_wanted = |known: &str| name.as_deref().is_none_or(|name| name == known);
    let found = faults(reach, &base, &is_wanted);
    let count = all().filter(|fault| is_wanted(fault.name)).count();
    println!("\n{} of {count} faults found", found.len());
    for most in [100, 300, 1000, 3000, 10_000] {
        let within = found.iter().filter(|(executions, _)| *executions <= most).count();
        println!("  within {most:5} executions: {within}");
    }
    for most in [1, 3, 10, 30, 60] {
        let within = found.iter().filter(|(_, elapsed)| elapsed.as_secs() < most).count();
        println!("  within {most:5} seconds: {within}");
    }
    controls(reach, &base, &is_wanted);
}

/// The number of the execution and the time at which each fault was found.
fn faults(reach: Reach, base: &Settings, is_wanted: &dyn Fn(&str) -> bool) -> Vec<(u64, Duration)> {
    let mut found = Vec::new();
    for fault in all().filter(|fault| is_wanted(fault.name)) {
        let profile = fault.profile();
        let settings = Settings { profile, least: fault.verdict, ..base.clone() };
        let outcome = fuzz(reach, fault.name, move || fault.server(), settings);
        match outcome.finds.iter().filter(|find| names(find, fault)).min_by_key(|it| it.execution) {
            Some(find) => {
                let (number, seconds) = (find.execution, find.elapsed.as_secs_f32());
                let script = find.input.to_string();
                println!("{:45} {number:6} {seconds:6.1} s  {}", fault.name, find.name());
                print!("{}", indented(&script));
                found.push((number, find.elapsed));
            }
            None => println!("{:45}      – of {}", fault.name, outcome.progress.executions),
        }
    }
    found
}

/// Whether a find says that a rule is broken which the fault breaks.
fn names(find: &Find, fault: &Fault) -> bool {
    let breaks = |id: &str| fault.breaks.iter().any(|row| row.id == id);
    breaks(find.requirement.id) || find.also.iter().any(|it| breaks(it.requirement.id))
}

fn controls(reach: Reach, base: &Settings, is_wanted: &dyn Fn(&str) -> bool) {
    let mut accusations = 0;
    for control in CONTROLS.iter().copied().flatten().filter(|it| is_wanted(it.name)) {
        let outcome = fuzz(reach, control.name, move || control.server(), base.clone());
        accusations += accused(control.name, &outcome, control.grade);
    }
    let machine = || ReferenceServer::new(Policy::default());
    let outcome = fuzz(reach, "reference", machine, base.clone());
    println!("reference: {:?}", outcome.progress);
    accusations += accused("reference", &outcome, Grade::Quiet);
    println!("{accusations} accusations");
}

/// Prints what a server is accused of falsely, and what is discouraged and should not be; counts the
/// former.
fn accused(name: &str, outcome: &Outcome, grade: Grade) -> usize {
    for find in &outcome.finds {
        let found = find.finding().map(|it| it.found.as_ref()).unwrap_or_default();
        println!("{name} IS ACCUSED: {}: {found}", find.name());
        println!("{}{}", indented(&find.input.to_string()), find.transcript);
    }
    for note in outcome.notes.iter().filter(|_| grade == Grade::Quiet) {
        let (id, mark) = (note.finding.requirement.id, note.finding.mark);
        println!("{name} is discouraged: {id} {mark}\n{}", indented(&note.input.to_string()));
    }
    outcome.finds.len()
}

fn fuzz<M: ServerMachine + Send + 'static>(
    reach: Reach,
    name: &str,
    machine: impl Fn() -> M + Send + Sync + 'static,
    settings: Settings,
) -> Outcome {
    let server: Arc<dyn Server> = match reach {
        Reach::Memory => Arc::new(InProcess::new(name, move |io| drive(io, machine()))),
        Reach::Sockets => Arc::new(listening(machine)),
    };
    let fuzz = Fuzz { subject: server.into(), settings };
    fuzz.run(&mut |_| {}).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A server of such machines on a port of its own, in a thread of its own, until the program ends.
fn listening<M: ServerMachine + Send + 'static>(machine: impl Fn() -> M + Send + 'static) -> Tcp {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    listener.set_nonblocking(true).expect("a socket option");
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async move {
            let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
            listen(listener, machine).await
        })
    });
    Tcp::new(address)
}

fn indented(script: &str) -> String {
    let line = |line: &str| format!("        {}\n", line.get(..100).unwrap_or(line));
    script.lines().map(line).collect()
}

/// From nothing, against the reference's site.
fn settings(reach: Reach, most: u64) -> Settings {
    let settings = Settings::default();
    let places = Places {
        host: "t".to_owned(),
        path: "/echo".to_owned(),
        reject: "/reject".to_owned(),
        protected: "/reject-401".to_owned(),
        upgrade: "demo".to_owned(),
        upgrade_path: "/upgrade".to_owned(),
        ..settings.places.clone()
    };
    match reach {
        Reach::Memory => Settings { places, executions_max: Some(most), ..settings },
        Reach::Sockets => {
            Settings { places, time_max: Some(Duration::from_secs(most)), ..settings }
        }
    }
}
