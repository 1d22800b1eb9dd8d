//! What holds of every fault and control.

use core::time::Duration;
use std::collections::BTreeSet;

use expectspec_engine::origin_server::Transmit;
use expectspec_requirements::{Party, Verdict};
use expectspec_subject::ServerMachine;

use crate::{CONTROLS, Deviant, Script, all};

fn is_kebab_case(name: &str) -> bool {
    name.split('-').all(|word| {
        !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    })
}

#[test]
fn names_are_unique_and_in_kebab_case() {
    let faults: Vec<_> = all().map(|fault| fault.name).collect();
    let controls: Vec<_> = CONTROLS.iter().copied().flatten().map(|it| it.name).collect();
    for names in [faults, controls] {
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert!(names.iter().all(|name| is_kebab_case(name)), "{names:?}");
    }
}

#[test]
fn every_fault_breaks_requirements_of_origin_servers() {
    for fault in all() {
        assert!(!fault.breaks.is_empty(), "{}", fault.name);
        assert!(fault.breaks.iter().all(|it| it.binds(Party::OriginServer)), "{}", fault.name);
        assert!(fault.verdict >= Verdict::Discouraged, "{}", fault.name);
    }
}

#[test]
fn every_row_says_what_in_one_sentence() {
    let faults = all().map(|fault| (fault.name, fault.what));
    let controls = CONTROLS.iter().copied().flatten();
    let controls = controls.flat_map(|it| [(it.name, it.what), (it.name, it.why_legal)]);
    for (name, sentence) in faults.chain(controls) {
        assert!(sentence.ends_with('.'), "{name}: {sentence}");
    }
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
