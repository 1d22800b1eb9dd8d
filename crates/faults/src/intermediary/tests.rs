//! What holds of every fault and control of intermediaries, and of the deviant machine.

use core::time::Duration;

use expectspec_engine::intermediary::{Link, Transmit};
use expectspec_requirements::{Party, Role};
use expectspec_subject::IntermediaryMachine;

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
fn every_fault_breaks_requirements_of_intermediaries_in_force() {
    rows().break_what(|fault, rule| {
        // A proxy is a tunnel behind CONNECT.
        rule.binds(Party::Intermediary)
            && (rule.binds_form(fault.form()) || rule.roles == [Role::Tunnel])
    });
}

/// One thing after another happens to the intermediary, and this is what it does on each link.
struct Stage(Deviant);

impl Stage {
    fn new(script: &'static Script) -> Self {
        Self(Deviant::new(script))
    }

    fn of(name: &str) -> Self {
        Self::new(&super::find(name).unwrap().script)
    }

    fn client(&mut self) -> Link {
        self.0.handle_accepted(Duration::ZERO)
    }

    /// What is done when these octets have come: `^` for a new connection, `$` for an end, `|` for
    /// FIN, each with the link.
    fn take(&mut self, link: Link, octets: &str) -> Vec<(Link, String)> {
        self.0.handle_octets(link, octets.as_bytes(), Duration::ZERO);
        self.done()
    }

    fn done(&mut self) -> Vec<(Link, String)> {
        let mut done = Vec::new();
        while let Some((link, transmit)) = self.0.poll_transmit() {
            let what = match transmit {
                Transmit::Open { .. } => "^".to_owned(),
                Transmit::Octets(octets) => String::from_utf8(octets.to_vec()).unwrap(),
                Transmit::ShutdownWrite => "|".to_owned(),
                Transmit::Close => "$".to_owned(),
            };
            match &*what {
                "^" => self.0.handle_connected(link, Duration::ZERO),
                "|" | "$" => {}
                _ => self.0.handle_written(link, Duration::ZERO),
            }
            done.push((link, what));
        }
        done
    }
}

const CLIENT: Link = Link::Outbound(0);
const OTHER: Link = Link::Outbound(1);
const ORIGIN: Link = Link::Inbound(0);
const SECOND: Link = Link::Inbound(1);

const HEAD: &str =
    "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
const CONTINUE: &str = "HTTP/1.1 100 Continue\r\n\r\n";
const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const FORBIDDEN: &str = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";

fn get(target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: a\r\n\r\n")
}

/// The octets that are sent on a link.
fn on(link: Link, done: &[(Link, String)]) -> String {
    done.iter().filter(|(it, _)| *it == link).map(|(_, what)| what.as_str()).collect()
}

#[test]
fn without_rules_a_deviant_is_the_reference() {
    static PLAIN: Script = Script::PLAIN;
    let mut stage = Stage::new(&PLAIN);
    assert_eq!(stage.client(), CLIENT);
    let head = "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nVia: 1.1 expectspec\r\n\
                Content-Length: 5\r\n\r\n";
    assert_eq!(on(ORIGIN, &stage.take(CLIENT, HEAD)), format!("^{head}"));
    assert_eq!(stage.take(ORIGIN, CONTINUE), [(CLIENT, CONTINUE.to_owned())]);
    assert_eq!(stage.take(CLIENT, "hello"), [(ORIGIN, "hello".to_owned())]);
    assert_eq!(on(CLIENT, &stage.take(ORIGIN, OK)), OK);
}

#[test]
fn an_early_final_response_waits_for_the_content() {
    let mut stage = Stage::of("gateway-withholds-an-early-final");
    stage.client();
    stage.take(CLIENT, HEAD);
    assert_eq!(on(CLIENT, &stage.take(ORIGIN, FORBIDDEN)), "");
    assert!(on(CLIENT, &stage.take(CLIENT, "hello")).starts_with("HTTP/1.1 403"));
}

#[test]
fn a_connection_that_owes_content_serves_the_next_client() {
    let mut stage = Stage::of("gateway-reuses-a-connection-that-owes-content");
    stage.client();
    stage.take(CLIENT, HEAD);
    stage.take(ORIGIN, FORBIDDEN);
    stage.0.handle_end(CLIENT, Duration::ZERO);
    assert!(!on(ORIGIN, &stage.done()).contains('$'));
    let next = stage.client();
    assert!(on(ORIGIN, &stage.take(next, &get("/b"))).starts_with("GET /b"));
}

#[test]
fn two_clients_get_the_responses_to_each_other() {
    let mut stage = Stage::of("crosses-responses");
    let clients = [stage.client(), stage.client()];
    stage.take(clients[0], &get("/a"));
    stage.take(clients[1], &get("/b"));
    assert_eq!(on(OTHER, &stage.take(ORIGIN, OK)), OK);
    assert!(on(CLIENT, &stage.take(SECOND, FORBIDDEN)).starts_with("HTTP/1.1 403"));
}

#[test]
fn what_came_unasked_answers_the_next_request() {
    let mut stage = Stage::of("keeps-strays-for-the-next");
    stage.client();
    stage.take(CLIENT, &get("/a"));
    stage.take(ORIGIN, OK);
    assert!(stage.take(ORIGIN, FORBIDDEN).is_empty());
    assert!(on(CLIENT, &stage.take(CLIENT, &get("/b"))).starts_with("HTTP/1.1 403"));
}

#[test]
fn a_lost_request_goes_out_again() {
    let mut stage = Stage::of("sends-again-what-may-have-been-applied");
    stage.client();
    let first = on(ORIGIN, &stage.take(CLIENT, HEAD));
    stage.0.handle_end(ORIGIN, Duration::ZERO);
    let done = stage.done();
    assert_eq!(on(ORIGIN, &done), "$");
    assert_eq!(on(SECOND, &done), first);
}

#[test]
fn refused_content_is_the_next_request() {
    let mut stage = Stage::of("takes-refused-content-for-a-request");
    stage.client();
    stage.take(CLIENT, &HEAD.replace("Length: 5", "Length: 50"));
    stage.take(ORIGIN, FORBIDDEN);
    let done = stage.take(CLIENT, &get("/hidden"));
    assert!(done.iter().any(|(_, what)| what.starts_with("GET /hidden")), "{done:?}");
}

#[test]
fn content_that_its_client_broke_off_is_completed() {
    let mut stage = Stage::of("completes-what-a-client-broke-off");
    stage.client();
    stage.take(CLIENT, HEAD);
    stage.take(CLIENT, "he");
    stage.0.handle_end(CLIENT, Duration::ZERO);
    assert_eq!(on(ORIGIN, &stage.done()), "000");
}

#[test]
fn an_interim_response_goes_out_behind_the_next() {
    let mut stage = Stage::of("swaps-interims");
    stage.client();
    stage.take(CLIENT, &get("/a"));
    let interims = "HTTP/1.1 102 A\r\n\r\nHTTP/1.1 103 B\r\n\r\n";
    let swapped = on(CLIENT, &stage.take(ORIGIN, interims));
    assert!(swapped.find("103") < swapped.find("102"), "{swapped}");
}
