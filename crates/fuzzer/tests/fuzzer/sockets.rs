//! Over sockets, in real time, with many executions under way at once.

use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use expectspec_engine::ReferenceServer;
use expectspec_engine::origin_server::Policy;
use expectspec_faults::find;
use expectspec_fuzzer::{Event, Fuzz, Outcome, Repeats, Settings};
use expectspec_subject::{Server, ServerMachine, Tcp, listen};

use crate::common::places;

/// Fuzzes a server of such machines on a port of its own.
fn fuzzed<M: ServerMachine + Send + 'static>(
    machine: impl Fn() -> M + Send + 'static,
    settings: Settings,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Outcome {
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
    let server: Arc<dyn Server> = Arc::new(Tcp::new(address));
    Fuzz { subject: server.into(), settings }.run(on_event).expect("it answers")
}

fn settings(executions: u64) -> Settings {
    Settings {
        executions_max: Some(executions),
        timeout_scale_percent: 20,
        places: places(),
        ..Settings::default()
    }
}

#[test]
fn a_silence_is_found_repeated_and_shrunk() {
    let fault = find("silence-for-chunks").expect("the name is known");
    let script = "head GET / HTTP/1.1 none none plain\nwait 1500\n\
                  head PUT /upload HTTP/1.1 chunked continue keep-alive\nwait 300\n\
                  content chunk\ncontent last-chunk\nwait 1500\nfinish\nwait 11000\n";
    let corpus = vec![script.parse().expect("a script")];
    let settings = Settings { corpus, timeout_scale_percent: 6, ..settings(1) };
    let mut suspected = 0;
    let outcome = fuzzed(move || fault.server(), settings, &mut |event| {
        suspected += usize::from(matches!(event, Event::Suspected { .. }));
    });
    let find = outcome.finds.iter().find(|find| find.name() == "exp-srv-001-silence");
    let find = find.expect("a find of the rule that is broken");
    assert!(suspected > 0);
    assert_eq!(find.repeats, Repeats { seen: 2, of: 2 });
    assert_eq!(find.input.acts.len(), 2, "{}", find.input);
    // What rests on a clock was repeated with the windows of a run of the suite.
    assert_eq!(find.transcript.windows.immediate_us, 300_000);
    assert!(outcome.windows.immediate_us < 300_000);
}

#[test]
fn the_reference_is_not_accused_over_sockets() {
    let settings = Settings { rate_max: Some(200), connections_max: 8, ..settings(100) };
    let outcome = fuzzed(|| ReferenceServer::new(Policy::default()), settings, &mut |_| {});
    assert!(outcome.finds.is_empty(), "{:?}", outcome.finds);
    assert_eq!(outcome.progress.executions, 100);
}
