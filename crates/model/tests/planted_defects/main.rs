//! The exploration finds defects that are planted in one of the machines.

mod edited;
mod hop;

use expectspec_machines::Application;
use expectspec_model::check::check_from;
use expectspec_model::composition::{GiveUp, Immediate, Server, User, errand};
use expectspec_model::explore::Problem;
use expectspec_model::machine::{CLIENT_SCRIPTS, Explored, ORIGIN_SCRIPTS};
use expectspec_model::world::{World, Writes};
use expectspec_model::{Composition, check};

use edited::Edited;
use hop::DeviantHop;

fn composition(client: User, hops: &[&'static str], origin: Server) -> Composition {
    let (give_up, writes) = (GiveUp::Never, Writes::AtOnce);
    Composition { client, hops: hops.to_vec(), origin, give_up, writes }
}

fn client(policy: &'static str, errands: &[&str]) -> User {
    User::Reference { policy, errands: errands.iter().map(|name| errand(name)).collect() }
}

fn server(policy: &'static str) -> Server {
    let (application, immediate) = (Application::Asking, Immediate::AsPolicy);
    Server::Reference { policy, application, immediate }
}

fn script(name: &str) -> User {
    let script = CLIENT_SCRIPTS.iter().find(|it| it.name == name);
    User::Scripted(script.expect("the name of a script"))
}

/// What is found wrong with a composition when another machine takes the place of one.
fn found(
    composition: &Composition,
    place: usize,
    with: impl FnOnce(Box<dyn Explored>) -> Box<dyn Explored>,
) -> Option<Problem> {
    let sound = check(composition);
    assert!(sound.wrong.is_none(), "{composition}: {:?}", sound.wrong);
    let mut machines = composition.machines();
    let replaced = with(machines[place].copy());
    machines[place] = replaced;
    let exploration = check_from(composition, World::new(machines, composition.writes));
    exploration.wrong.map(|wrong| wrong.problem)
}

fn found_in_edited(
    composition: &Composition,
    place: usize,
    edit: fn(&[u8]) -> Vec<u8>,
) -> Option<Problem> {
    found(composition, place, |inner| Box::new(Edited { inner, edit }))
}

fn found_in_fault(composition: &Composition, name: &str) -> Option<Problem> {
    let fault = expectspec_faults::intermediary::find(name).expect("the name of a fault");
    let deviant = DeviantHop::new(fault.intermediary(), composition.give_up);
    found(composition, 1, |_| Box::new(deviant))
}

const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

#[test]
fn a_server_that_sends_no_100_deadlocks_with_a_client_that_waits_for_ever() {
    let it = composition(client("patient-for-ever", &["echo 1"]), &[], server("default"));
    let edit = |octets: &[u8]| octets.strip_prefix(CONTINUE).unwrap_or(octets).to_vec();
    assert_eq!(found_in_edited(&it, 1, edit), Some(Problem::Deadlock));
}

#[test]
fn a_server_that_sends_a_100_to_http_10_deviates() {
    let it = composition(client("http10", &["echo 1"]), &[], server("default"));
    let found = found_in_edited(&it, 1, |octets| [CONTINUE, octets].concat());
    assert!(matches!(found, Some(Problem::Deviation(_))), "{found:?}");
}

#[test]
fn a_server_that_answers_twice_misframes() {
    let it = composition(client("default", &["get"]), &[], server("default"));
    let found = found_in_edited(&it, 1, |octets| octets.repeat(2));
    assert!(matches!(found, Some(Problem::Misframed(_))), "{found:?}");
}

#[test]
fn a_server_that_answers_with_other_content_is_found() {
    let it = composition(client("default", &["echo 1"]), &["default"], server("default"));
    let edit = |octets: &[u8]| match octets.strip_suffix(b"a") {
        Some(rest) => [rest, b"b"].concat(),
        None => octets.to_vec(),
    };
    let found = found_in_edited(&it, 2, edit);
    assert!(matches!(found, Some(Problem::Outcome(_))), "{found:?}");
}

#[test]
fn a_client_that_repeats_its_content_is_found() {
    let it = composition(client("impatient", &["echo 1"]), &["default"], server("default"));
    let edit = |octets: &[u8]| octets.repeat(if octets == b"a" { 2 } else { 1 });
    assert!(found_in_edited(&it, 0, edit).is_some());
}

#[test]
fn a_client_that_sends_no_content_deadlocks() {
    let it = composition(client("default", &["echo 1"]), &[], server("default"));
    let edit = |octets: &[u8]| if octets == b"a" { Vec::new() } else { octets.to_vec() };
    assert_eq!(found_in_edited(&it, 0, edit), Some(Problem::Deadlock));
}

#[test]
fn an_intermediary_that_withholds_deadlocks() {
    let refused = client("patient-for-ever", &["reject 1"]);
    let for_ever = script("waits for the 100 for ever");
    let pipelined = script("pipelines an expectation, and waits with the content for ever");
    let rows = [
        ("withholds-an-early-final", refused.clone(), "proxy"),
        ("gateway-withholds-an-early-final", refused.clone(), "default"),
        ("buffers-the-head-in-silence", refused, "proxy"),
        ("gateway-swallows-the-100", for_ever.clone(), "default"),
        ("strips-the-expectation-in-silence", for_ever, "proxy"),
        ("forgets-the-expectation-behind-another-request", pipelined, "default"),
    ];
    for (fault, client, hop) in rows {
        let it = composition(client, &[hop], server("default"));
        assert_eq!(found_in_fault(&it, fault), Some(Problem::Deadlock), "{fault}");
    }
}

#[test]
fn an_intermediary_that_relays_interims_otherwise_deviates() {
    let hints = |policy| client(policy, &["hints 2"]);
    let rows = [
        ("proxy-relays-interims-to-http-10", hints("http10"), "proxy"),
        ("relays-interims-to-http-10", hints("http10"), "default"),
        ("drops-103", hints("default"), "proxy"),
        ("drops-the-100", hints("default"), "proxy"),
        ("length-in-a-100", hints("default"), "default"),
    ];
    for (fault, client, hop) in rows {
        let found = found_in_fault(&composition(client, &[hop], server("default")), fault);
        assert!(matches!(found, Some(Problem::Deviation(_))), "{fault}: {found:?}");
    }
}

#[test]
fn a_pool_that_reuses_too_early_is_found() {
    for (fault, hop) in [
        ("reuses-a-connection-that-owes-content", "proxy"),
        ("gateway-reuses-a-connection-that-owes-content", "default"),
        ("serves-the-next-with-an-abandoned-response", "default"),
    ] {
        let it = composition(client("eager", &["reject 1", "echo 1"]), &[hop], server("closing"));
        assert!(found_in_fault(&it, fault).is_some(), "{fault}");
    }
}

#[test]
fn an_intermediary_that_completes_a_request_misframes() {
    for (fault, hop) in [
        ("ends-chunks-that-a-client-broke-off", "proxy"),
        ("completes-what-a-client-broke-off", "default"),
    ] {
        let name = if hop == "proxy" { "ends within chunks" } else { "ends within the content" };
        let it = composition(script(name), &[hop], server("default"));
        let found = found_in_fault(&it, fault);
        assert!(matches!(found, Some(Problem::Misframed(_))), "{fault}: {found:?}");
    }
}

#[test]
fn an_intermediary_that_waits_for_the_100_for_ever_deadlocks_with_a_server_that_sends_none() {
    let (application, immediate) = (Application::Unasking, Immediate::Never);
    let silent = Server::Reference { policy: "lazy", application, immediate };
    let it = composition(client("impatient", &["echo 1"]), &["proxy"], silent);
    assert_eq!(found_in_fault(&it, "waits-for-the-100-for-ever"), Some(Problem::Deadlock));
}

#[test]
fn an_intermediary_that_loses_a_417_is_found_with_a_server_that_sends_one() {
    let early = ORIGIN_SCRIPTS.iter().find(|it| it.name == "early 417");
    let early = Server::Scripted(early.expect("the name of a script"));
    let it = composition(client("delivering", &["echo 1"]), &["proxy"], early);
    assert!(found_in_fault(&it, "loses-a-417").is_some());
}
