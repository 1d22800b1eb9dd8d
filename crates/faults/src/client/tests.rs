//! What holds of every fault and control of clients.

use core::time::Duration;

use expectspec_engine::client::{Content, Request, Transmit};
use expectspec_judge::Said;
use expectspec_requirements::Party;
use expectspec_subject::ClientMachine;

use super::{CONTROLS, Deviant, FAULTS, Script};
use crate::tests::rows::Rows;

fn rows() -> Rows<Script> {
    Rows::new(FAULTS, CONTROLS)
}

#[test]
fn names_are_unique_and_in_kebab_case() {
    rows().have_names();
}

#[test]
fn every_row_says_what_in_one_sentence() {
    rows().have_sentences();
}

#[test]
fn every_fault_breaks_requirements_of_clients_in_force() {
    rows().break_what(|_, rule| rule.binds(Party::Client));
}

/// What the client has to send, `^` for a new connection, `$` for its end, `|` for FIN.
fn sent(client: &mut Deviant) -> String {
    let mut sent = String::new();
    while let Some(transmit) = client.poll_transmit() {
        match transmit {
            Transmit::Octets(octets) => sent += std::str::from_utf8(octets).unwrap(),
            Transmit::ShutdownWrite => sent += "|",
            Transmit::Close => sent += "$",
            Transmit::Open => {
                sent += "^";
                client.handle_connected(Duration::ZERO);
            }
        }
    }
    sent
}

/// What the client sends at first, and after each of these.
fn play(script: &'static Script, requests: Vec<Request>, peer: &[&str]) -> (Vec<String>, Deviant) {
    let mut client = Deviant::new(script, requests);
    let mut all_sent = vec![sent(&mut client)];
    for octets in peer {
        client.handle_octets(octets.as_bytes(), Duration::ZERO);
        all_sent.push(sent(&mut client));
    }
    (all_sent, client)
}

fn upload() -> Request {
    Request::new("PUT", "/", "a").with_content(Content::Length(b"hello".to_vec()))
}

fn script_of(name: &str) -> &'static Script {
    &super::find(name).unwrap().script
}

const HEAD: &str = "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
const CONTINUE: &str = "HTTP/1.1 100 Continue\r\n\r\n";
const CREATED: &str = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";
const FORBIDDEN: &str = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";

#[test]
fn without_rules_a_deviant_is_the_reference() {
    static PLAIN: Script = Script::PLAIN;
    let peer = [CONTINUE, CREATED, CONTINUE, FORBIDDEN];
    let (sent, client) = play(&PLAIN, vec![upload(), upload()], &peer);
    assert_eq!(sent, [&format!("^{HEAD}"), "hello", HEAD, "hello", "$"]);
    assert_eq!(client.said(), [Said::Status(201), Said::Status(403)]);
    assert!(client.is_done());
}

#[test]
fn a_request_goes_out_in_place_of_content() {
    let script = script_of("next-request-in-place-of-content");
    let (sent, client) = play(script, vec![upload(), upload()], &[FORBIDDEN, CONTINUE, CREATED]);
    assert_eq!(sent, [&format!("^{HEAD}"), HEAD, "hello", "$"]);
    assert_eq!(client.said(), [Said::Status(403), Said::Status(201)]);
}

#[test]
fn an_interim_response_is_delivered() {
    let (_, client) = play(script_of("takes-100-for-the-final"), vec![upload()], &[CONTINUE]);
    assert_eq!(client.said(), [Said::Status(100)]);
}

#[test]
fn a_refused_request_goes_out_for_ever() {
    let refusal = "HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n";
    let (sent, client) = play(
        script_of("repeats-417-for-ever-with-expectation"),
        vec![upload()],
        &[refusal, refusal, refusal],
    );
    assert_eq!(sent[1..], vec![format!("$^{HEAD}"); 3]);
    assert!(client.said().is_empty() && !client.is_done());
}

#[test]
fn a_silent_client_is_never_done() {
    let (sent, mut client) =
        play(script_of("hangs-on-an-early-final"), vec![upload()], &[FORBIDDEN]);
    assert_eq!(sent[1], "");
    client.handle_end(Duration::ZERO);
    assert!(client.poll_timeout().is_none() && !client.is_done());
}

#[test]
fn a_late_answer_is_taken_for_the_next() {
    let script = script_of("answers-one-request-late");
    let answers = format!("{CREATED}{FORBIDDEN}");
    let (_, mut client) = play(script, vec![upload(), upload()], &[CONTINUE, &answers]);
    client.handle_timeout(script.pause);
    sent(&mut client);
    assert_eq!(client.said(), [Said::Status(201), Said::Status(403)]);
}

#[test]
fn a_pipelined_request_precedes_the_answer() {
    let script = script_of("pipelines-behind-uploads");
    let peer = [CONTINUE, FORBIDDEN, CONTINUE, CREATED];
    let (sent, client) = play(script, vec![upload(), upload()], &peer);
    assert_eq!(sent[1], format!("hello{}", HEAD.replace("PUT", "POST")));
    assert_eq!(sent[3], "hello");
    assert_eq!(client.said(), [Said::Status(200), Said::Status(201)]);
}
