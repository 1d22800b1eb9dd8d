//! What holds of every fault and control.

pub(crate) mod rows;

use core::time::Duration;

use expectspec_engine::origin_server::Transmit;
use expectspec_requirements::Party;
use expectspec_subject::ServerMachine;

use crate::{CONTROLS, Deviant, FAULTS, Script};
use rows::Rows;

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
fn every_fault_breaks_requirements_of_origin_servers_in_force() {
    rows().break_what(|_, rule| rule.binds(Party::OriginServer));
}

fn said(server: &mut Deviant) -> Vec<u8> {
    let mut said = Vec::new();
    while let Some(Transmit::Octets(octets)) = server.poll_transmit() {
        said.extend_from_slice(octets);
    }
    said
}

#[test]
fn without_rules_a_deviant_is_the_reference() {
    static PLAIN: Script = Script::PLAIN;
    let mut server = Deviant::new(&PLAIN);
    let head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
    for octet in head {
        assert_eq!(said(&mut server), b"");
        server.handle_octets(&[*octet], Duration::ZERO);
    }
    assert_eq!(said(&mut server), b"HTTP/1.1 100 Continue\r\n\r\n");
    server.handle_octets(b"helloGET /next HTTP/1.1\r\nHost: a\r\n\r\n", Duration::ZERO);
    let said = String::from_utf8(said(&mut server)).unwrap();
    assert!(said.starts_with("HTTP/1.1 200 OK\r\n"), "{said}");
    assert!(said.contains("\r\n\r\nhelloHTTP/1.1 200 OK\r\n"), "{said}");
    assert!(said.ends_with("\r\n\r\nnext\n"), "{said}");
}

#[test]
fn a_refusal_of_a_head_that_can_not_be_read_goes_out() {
    static PLAIN: Script = Script::PLAIN;
    for method in ["GET", "HEAD"] {
        let mut server = Deviant::new(&PLAIN);
        let head = format!("{method} /a b HTTP/1.1\r\nHost: a\r\n\r\n");
        server.handle_octets(head.as_bytes(), Duration::ZERO);
        assert!(said(&mut server).starts_with(b"HTTP/1.1 400 "), "{method}");
    }
}

#[test]
fn no_chunk_goes_out_where_there_is_no_content() {
    let mut server = control("chunked-responses");
    let head = b"GET /immediate?code=204 HTTP/1.1\r\nHost: a\r\n\r\n";
    server.handle_octets(head, Duration::ZERO);
    let said = said(&mut server);
    assert!(said.starts_with(b"HTTP/1.1 204 ") && said.ends_with(b"\r\n\r\n"));
    assert!(!said.windows(9).any(|it| it == b": chunked"), "{}", said.escape_ascii());
}

#[test]
fn what_a_coding_hides_is_not_read_as_a_request() {
    let mut server = control("get-alone-implemented");
    let head = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: foo, chunked\r\n\r\n";
    let content = b"23\r\nGET /smuggled HTTP/1.1\r\nHost: t\r\n\r\n\r\n0\r\n\r\n";
    server.handle_octets(&[&head[..], content].concat(), Duration::ZERO);
    let said = said(&mut server);
    assert_eq!(said.windows(7).filter(|it| *it == b"HTTP/1.").count(), 1);
}

fn control(name: &str) -> Deviant {
    let mut controls = CONTROLS.iter().copied().flatten();
    controls.find(|it| it.name == name).expect("the name is known").server()
}
