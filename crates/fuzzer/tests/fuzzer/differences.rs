//! Servers that differ are found to, by the simplest script; servers that do not differ are not.

use std::sync::Arc;

use expectspec_engine::origin_server::Policy;
use expectspec_faults::find;
use expectspec_fuzzer::{Aspect, Compared, Differ, Differences, End, Group, Settings, Showing};
use expectspec_subject::{InProcess, Server, drive, serve};

use crate::common::places;

fn reference() -> Arc<dyn Server> {
    Arc::new(InProcess::new("reference", |io| serve(io, Policy::default())))
}

fn deviant(name: &str) -> Arc<dyn Server> {
    let fault = find(name).expect("the name is known");
    Arc::new(InProcess::new(name, move |io| drive(io, fault.server())))
}

fn compared(servers: Vec<Arc<dyn Server>>, executions: u64) -> Differences {
    let settings =
        Settings { executions_max: Some(executions), places: places(), ..Settings::default() };
    let mut told = 0;
    let compared = |server| Compared { server, places: places() };
    let servers = servers.into_iter().map(compared).collect();
    let differ = Differ { servers, settings };
    let differences = differ.run(&mut |event| {
        told += usize::from(matches!(event, expectspec_fuzzer::DifferEvent::Found(_)));
    });
    let differences = differences.expect("they answer");
    assert_eq!(told, differences.groups.len());
    differences
}

#[test]
fn a_server_does_not_differ_from_itself() {
    let differences = compared(vec![reference(), reference()], 150);
    assert!(differences.groups.is_empty(), "{:?}", differences.groups);
    assert_eq!((differences.progress.executions, differences.end), (150, End::Executions));
    assert!(differences.progress.states > 100);
}

#[test]
fn what_servers_differ_in_is_minimised_and_grouped() {
    let servers = vec![reference(), deviant("continue-to-http-10"), reference()];
    let differences = compared(servers, 400);
    // What follows from it differs too, in whole and in part.
    let is_it = |it: &&Group| (it.aspect, it.shape.as_str()) == (Aspect::Continue, SHAPE);
    let group = differences.groups.iter().find(is_it).expect("the difference");
    let showings = [Showing::NoContinue, Showing::Continue, Showing::NoContinue];
    assert_eq!(group.showings, showings);
    let script = "head POST /echo HTTP/1.0 length-5 continue plain\nwait 1500\nwait 6000\n";
    assert_eq!(group.input.to_string(), script);
    assert_eq!(group.transcripts.len(), 3);
    assert!(group.differences > 0);
}

#[test]
fn a_refusal_differs_from_a_refusal_of_another_class() {
    let differences = compared(vec![reference(), deviant("silence-for-chunks")], 300);
    let answers = differences.groups.iter().map(|it| (it.aspect, it.shape.as_str()));
    let all: Vec<_> = answers.collect();
    assert!(all.contains(&(Aspect::Continue, "chunked continue")), "{all:?}");
}

const SHAPE: &str = "HTTP/1.0 length-5 continue";
