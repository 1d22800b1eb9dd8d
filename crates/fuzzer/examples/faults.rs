//! Fuzzes every deviant of a party from nothing, then every control and the reference, and prints after how
//! many executions and seconds what is found, and the shrunk scripts.
//!
//! ```text
//! cargo run --release -p expectspec-fuzzer --example faults -- \
//!     [servers|clients|intermediaries [memory EXECUTIONS|sockets SECONDS [SEED [NAME]]]]
//! ```
//!
//! In memory the clock is a paused one, so that a run is the same each time; over sockets, which clients
//! are not reached by here, it is real.

use core::time::Duration;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use expectspec_catalogue::Places;
use expectspec_engine::intermediary::Role;
use expectspec_faults::{Grade, client, intermediary};
use expectspec_fuzzer::{Find, Fuzz, Outcome, Settings};
use expectspec_requirements::{Profile, Requirement, Verdict};
use expectspec_runner::Subject;
use expectspec_subject::{
    ClientInProcess, InFront, InProcess, Intermediary, IntermediaryInProcess, Server,
    ServerMachine, Tcp, drive, listen, listen_between, pass_on_with, perform_with, requests,
};

/// How subjects are reached.
#[derive(Clone, Copy, Debug)]
enum Reach {
    Memory,
    Sockets,
}

/// A deviant, and what it breaks.
struct Deviant {
    name: &'static str,
    breaks: &'static [&'static Requirement],
    verdict: Verdict,
    profile: Profile,
    subject: Box<dyn Fn() -> Subject>,
    places: Places,
}

/// An odd one that breaks nothing.
struct Control {
    name: &'static str,
    grade: Grade,
    subject: Box<dyn Fn() -> Subject>,
    places: Places,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let party = arguments.next().unwrap_or_else(|| "servers".to_owned());
    let reach = match arguments.next().as_deref() {
        Some("sockets") => Reach::Sockets,
        _ => Reach::Memory,
    };
    let most = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(3000);
    let seed = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(0);
    let name = arguments.next();
    let base = Settings { seed, ..settings(reach, most) };
    let is_wanted = |known: &str| name.as_deref().is_none_or(|name| name == known);
    let (mut deviants, mut controls) = match party.as_str() {
        "clients" => clients(&base),
        "intermediaries" => intermediaries(reach, &base),
        _ => servers(reach, &base),
    };
    deviants.retain(|it| is_wanted(it.name));
    controls.retain(|it| is_wanted(it.name));
    let found: Vec<_> = deviants.iter().filter_map(|it| find(it, &base)).collect();
    println!("\n{} of {} faults found", found.len(), deviants.len());
    for most in [100, 300, 1000, 3000, 10_000] {
        let within = found.iter().filter(|(executions, _)| *executions <= most).count();
        println!("  within {most:5} executions: {within}");
    }
    for most in [1, 3, 10, 30, 60] {
        let within = found.iter().filter(|(_, elapsed)| elapsed.as_secs() < most).count();
        println!("  within {most:5} seconds: {within}");
    }
    let accusations: usize = controls.iter().map(|it| accuse(it, &base)).sum();
    println!("{accusations} accusations");
}

/// The number of the execution and the time at which a fault was found.
fn find(deviant: &Deviant, base: &Settings) -> Option<(u64, Duration)> {
    let Deviant { name, profile, verdict, places, .. } = deviant;
    let base = Settings { places: places.clone(), ..base.clone() };
    let settings = Settings { profile: *profile, least: *verdict, ..base };
    let outcome = fuzz(name, (deviant.subject)(), settings);
    let finds = outcome.finds.iter().filter(|find| names(find, deviant));
    let Some(find) = finds.min_by_key(|it| it.execution) else {
        println!("{name:45}      – of {}", outcome.progress.executions);
        return None;
    };
    let (number, seconds) = (find.execution, find.elapsed.as_secs_f32());
    println!("{name:45} {number:6} {seconds:6.1} s  {}", find.name());
    print!("{}", indented(&find.input.to_string()));
    Some((number, find.elapsed))
}

/// Whether a find says that a rule is broken which the fault breaks.
fn names(find: &Find, deviant: &Deviant) -> bool {
    let breaks = |id: &str| deviant.breaks.iter().any(|row| row.id == id);
    breaks(find.requirement.id) || find.also.iter().any(|it| breaks(it.requirement.id))
}

/// Prints what a control is accused of falsely, and what is discouraged and should not be; counts the
/// former.
fn accuse(control: &Control, base: &Settings) -> usize {
    let name = control.name;
    let settings = Settings { places: control.places.clone(), ..base.clone() };
    let outcome = fuzz(name, (control.subject)(), settings);
    println!("{name}: {:?}", outcome.progress);
    for find in &outcome.finds {
        let found = find.finding().map(|it| it.found.as_ref()).unwrap_or_default();
        println!("{name} IS ACCUSED: {}: {found}", find.name());
        println!("{}{}", indented(&find.input.to_string()), find.transcript);
    }
    for note in outcome.notes.iter().filter(|_| control.grade == Grade::Quiet) {
        let (id, mark) = (note.finding.requirement.id, note.finding.mark);
        println!("{name} is discouraged: {id} {mark}\n{}", indented(&note.input.to_string()));
    }
    outcome.finds.len()
}

fn fuzz(name: &str, subject: Subject, settings: Settings) -> Outcome {
    let fuzz = Fuzz { subject, settings };
    fuzz.run(&mut |_| {}).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn servers(reach: Reach, base: &Settings) -> (Vec<Deviant>, Vec<Control>) {
    let deviants = expectspec_faults::all().map(|fault| Deviant {
        name: fault.name,
        breaks: fault.breaks,
        verdict: fault.verdict,
        profile: fault.profile(),
        subject: Box::new(move || server(reach, fault.name, move || fault.server())),
        places: base.places.clone(),
    });
    let controls = expectspec_faults::CONTROLS.iter().copied().flatten().map(|it| Control {
        name: it.name,
        grade: it.grade,
        subject: Box::new(move || server(reach, it.name, move || it.server())),
        places: base.places.clone(),
    });
    let reference = Control {
        name: "reference",
        grade: Grade::Quiet,
        subject: Box::new(move || {
            let policy = expectspec_engine::origin_server::Policy::default;
            server(reach, "reference", move || expectspec_engine::ReferenceServer::new(policy()))
        }),
        places: base.places.clone(),
    };
    (deviants.collect(), controls.chain([reference]).collect())
}

fn server<M: ServerMachine + Send + 'static>(
    reach: Reach,
    name: &str,
    machine: impl Fn() -> M + Send + Sync + 'static,
) -> Subject {
    let server: Arc<dyn Server> = match reach {
        Reach::Memory => Arc::new(InProcess::new(name, move |io| drive(io, machine()))),
        Reach::Sockets => Arc::new(listening(machine)),
    };
    server.into()
}

/// A server of such machines on a port of its own, in a thread of its own, until the program ends.
fn listening<M: ServerMachine + Send + 'static>(machine: impl Fn() -> M + Send + 'static) -> Tcp {
    Tcp::new(on_a_port(|listener| listen(listener, machine)))
}

/// Serves on a port, in a thread, until the program ends.
fn on_a_port<S: Future<Output = std::io::Result<()>>>(
    serve: impl FnOnce(tokio::net::TcpListener) -> S + Send + 'static,
) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    listener.set_nonblocking(true).expect("a socket option");
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async move {
            let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
            serve(listener).await
        })
    });
    address
}

fn clients(base: &Settings) -> (Vec<Deviant>, Vec<Control>) {
    let deviants = client::all().map(|fault| Deviant {
        name: fault.name,
        breaks: fault.breaks,
        verdict: fault.verdict,
        profile: fault.profile,
        subject: Box::new(|| client(fault.name, &fault.script)),
        places: base.places.clone(),
    });
    let controls = client::CONTROLS.iter().copied().flatten().map(|it| Control {
        name: it.name,
        grade: it.grade,
        subject: Box::new(|| client(it.name, &it.script)),
        places: base.places.clone(),
    });
    (deviants.collect(), controls.collect())
}

fn client(name: &str, script: &'static client::Script) -> Subject {
    let perform = move |connector, job| {
        perform_with(connector, client::Deviant::new(script, requests(&job, "origin")))
    };
    Subject::Client(Arc::new(ClientInProcess::new(name, script.abilities, perform)))
}

fn intermediaries(reach: Reach, base: &Settings) -> (Vec<Deviant>, Vec<Control>) {
    let deviants = intermediary::all().map(|fault| Deviant {
        name: fault.name,
        breaks: fault.breaks,
        verdict: fault.verdict,
        profile: fault.profile,
        subject: Box::new(move || intermediary(reach, fault.name, &fault.script)),
        places: places_of(&fault.script, base),
    });
    let controls = intermediary::CONTROLS.iter().copied().flatten().map(|it| Control {
        name: it.name,
        grade: it.grade,
        subject: Box::new(move || intermediary(reach, it.name, &it.script)),
        places: places_of(&it.script, base),
    });
    (deviants.collect(), controls.collect())
}

fn intermediary(reach: Reach, name: &str, script: &'static intermediary::Script) -> Subject {
    let intermediary: Arc<dyn Intermediary> = match reach {
        Reach::Memory => {
            Arc::new(IntermediaryInProcess::new(name, script.form(), move |clients, origin| {
                pass_on_with(clients, origin, intermediary::Deviant::new(script))
            }))
        }
        Reach::Sockets => Arc::new(in_front(script)),
    };
    Subject::Intermediary(intermediary)
}

/// An intermediary on a port of its own, in front of one of ours, in a thread of its own, until the program
/// ends.
fn in_front(script: &'static intermediary::Script) -> InFront {
    let origin = TcpListener::bind("127.0.0.1:0").expect("a port");
    let behind = origin.local_addr().expect("an address").to_string();
    let front = on_a_port(move |listener| {
        listen_between(listener, behind, intermediary::Deviant::new(script))
    });
    InFront::new(Arc::new(Tcp::new(front)), script.form(), origin).expect("a socket option")
}

/// A forward proxy takes requests in absolute-form, and CONNECT with a port.
fn places_of(script: &intermediary::Script, base: &Settings) -> Places {
    let places = base.places.clone();
    match (script.policy)().role {
        Role::Forward => Places {
            host: "origin:80".to_owned(),
            authority: "http://origin:80".to_owned(),
            ..places
        },
        Role::Gateway | Role::Proxy => places,
    }
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
