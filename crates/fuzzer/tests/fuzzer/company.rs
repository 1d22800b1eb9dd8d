//! Several inputs are under way at once with clients and intermediaries as well.

use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use expectspec_engine::intermediary::{Intermediary as Machine, Policy};
use expectspec_faults::{client, intermediary};
use expectspec_fuzzer::{Event, Fuzz, Input, Outcome, Repeats, Settings};
use expectspec_requirements::Form;
use expectspec_runner::Subject;
use expectspec_subject::{
    Ability, Client, ClientInProcess, Clock, Entering, InFront, Intermediary, IntermediaryMachine,
    Job, Starting, Tcp, listen_between, perform_with, requests,
};
use tokio::sync::Barrier;
use tokio::time::timeout;

use crate::common::places;

/// Where the first two inputs wait for each other.
struct Meeting {
    /// Who comes is no input before this is 0.
    early: AtomicUsize,
    came: AtomicUsize,
    met: AtomicUsize,
    barrier: Barrier,
}

impl Meeting {
    fn new() -> Arc<Self> {
        let number = AtomicUsize::new;
        let (early, came, met, barrier) = (number(1), number(0), number(0), Barrier::new(2));
        Arc::new(Self { early, came, met, barrier })
    }

    /// Comes, and if it is one of the first two inputs, waits for the other; not for ever.
    async fn come(&self) {
        let is_early = self.early.load(Ordering::Relaxed) > 0;
        if !is_early && self.came.fetch_add(1, Ordering::Relaxed) < 2 {
            let met = timeout(Duration::from_secs(10), self.barrier.wait()).await.is_ok();
            self.met.fetch_add(usize::from(met), Ordering::Relaxed);
        }
    }

    /// Fuzzes a subject that comes here whenever an input begins.
    fn fuzzed(&self, subject: Subject, executions: u64) -> Outcome {
        let settings = Settings {
            executions_max: Some(executions),
            timeout_scale_percent: 20,
            places: places(),
            ..Settings::default()
        };
        let began = &mut |event: Event<'_>| {
            if matches!(event, Event::Began { .. }) {
                self.early.store(0, Ordering::Relaxed);
            }
        };
        Fuzz { subject, settings }.run(began).expect("it can be tested")
    }

    fn have_met(&self) -> bool {
        self.met.load(Ordering::Relaxed) == 2
    }
}

struct Between {
    intermediary: InFront,
    meeting: Arc<Meeting>,
}

impl Intermediary for Between {
    fn enter(&self, nonce: &str) -> Entering<'_> {
        let entering = self.intermediary.enter(nonce);
        Box::pin(async move {
            self.meeting.come().await;
            entering.await
        })
    }

    fn address(&self) -> String {
        self.intermediary.address()
    }

    fn transport(&self) -> &'static str {
        self.intermediary.transport()
    }

    fn clock(&self) -> Clock {
        self.intermediary.clock()
    }

    fn form(&self) -> Form {
        self.intermediary.form()
    }
}

/// The reference intermediary, which pools its connections.
fn reference() -> InFront {
    in_front(Machine::new(Policy::default()), Form::Gateway)
}

/// An intermediary on a port of its own.
fn in_front<M: IntermediaryMachine + Send + 'static>(machine: M, form: Form) -> InFront {
    let bind = || TcpListener::bind("127.0.0.1:0").expect("a port");
    let (front, origin) = (bind(), bind());
    let address = front.local_addr().expect("an address");
    let behind = origin.local_addr().expect("an address").to_string();
    front.set_nonblocking(true).expect("a socket option");
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async move {
            let front = tokio::net::TcpListener::from_std(front).expect("a listener");
            listen_between(front, behind, machine).await
        })
    });
    InFront::new(Arc::new(Tcp::new(address)), form, origin).expect("a socket option")
}

#[test]
fn inputs_of_an_intermediary_are_under_way_at_once() {
    let meeting = Meeting::new();
    let between = Between { intermediary: reference(), meeting: Arc::clone(&meeting) };
    let outcome = meeting.fuzzed(Subject::Intermediary(Arc::new(between)), 2);
    assert!(meeting.have_met());
    assert_eq!(outcome.progress.executions, 2);
}

#[test]
fn the_reference_intermediary_is_not_accused_over_sockets() {
    let meeting = Meeting::new();
    // The last inputs of a round leave their connections open.
    let outcome = meeting.fuzzed(Subject::Intermediary(Arc::new(reference())), 256);
    assert!(outcome.finds.is_empty(), "{:?}", outcome.finds);
    assert_eq!((outcome.progress.executions, outcome.unrepeated), (256, 0));
}

#[test]
fn a_find_in_company_is_shrunk_and_shown_alone() {
    let fault = intermediary::find("drops-103").expect("the name is known");
    let script = "head POST tagged HTTP/1.1 none none plain\norigin request\norigin answer 103\n\
                  origin answer 200\nwait 1500\n";
    let noise = "head GET tagged HTTP/1.1 none none plain\norigin serve\nwait 1500\n";
    let input: Input = format!("closing\n{noise}{script}").parse().expect("a script");
    let settings = Settings {
        executions_max: Some(1),
        least: fault.verdict,
        profile: fault.profile,
        corpus: vec![input],
        timeout_scale_percent: 20,
        ..Settings::default()
    };
    let between = in_front(fault.intermediary(), fault.script.form());
    let subject = Subject::Intermediary(Arc::new(between));
    let outcome = Fuzz { subject, settings }.run(&mut |_| {}).expect("it can be tested");
    let shrunk = outcome.finds.iter().map(|find| find.input.to_string());
    assert_eq!(shrunk.collect::<Vec<_>>(), [script]);
    assert_eq!(outcome.finds[0].repeats, Repeats { seen: 2, of: 2 });
}

struct Apart<C> {
    client: C,
    meeting: Arc<Meeting>,
}

impl<C: Client> Client for Apart<C> {
    fn start(&self, job: Job) -> Starting<'_> {
        let starting = self.client.start(job);
        Box::pin(async move {
            self.meeting.come().await;
            starting.await
        })
    }

    fn name(&self) -> String {
        self.client.name()
    }

    fn transport(&self) -> &'static str {
        self.client.transport()
    }

    fn clock(&self) -> Clock {
        Clock::Real
    }

    fn can(&self, ability: Ability) -> bool {
        self.client.can(ability)
    }
}

#[test]
fn inputs_of_a_client_are_under_way_at_once() {
    let script = &client::Script::PLAIN;
    let perform = move |connector, job| {
        perform_with(connector, client::Deviant::new(script, requests(&job, "origin")))
    };
    let meeting = Meeting::new();
    let client = ClientInProcess::new("client", script.abilities, perform);
    let apart = Apart { client, meeting: Arc::clone(&meeting) };
    let outcome = meeting.fuzzed(Subject::Client(Arc::new(apart)), 2);
    assert!(meeting.have_met());
    assert_eq!(outcome.progress.executions, 2);
}
