//! The command line against servers: sound, deviant, hostile, silent and dying ones.

#[path = "tool/reference.rs"]
mod reference;
mod tool;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::process::Command;
use std::thread;

use reference::Reference;
use tool::{assert_harmless, assert_one_line, run};

/// Serves `connections_max` connections, one at a time, each with `answer` to its first head, and
/// then no longer listens.
fn serve(answer: &'static [u8], connections_max: usize) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("a bound socket");
    thread::spawn(move || {
        for stream in listener.incoming().take(connections_max) {
            answer_once(stream.expect("a connection"), answer);
        }
    });
    address
}

/// Answers the first head and ends the connection. That the client is gone is no concern of ours.
fn answer_once(mut stream: impl Read + Write, answer: &[u8]) {
    let mut received = Vec::new();
    let mut octets = [0; 4096];
    while let Ok(read @ 1..) = stream.read(&mut octets) {
        received.extend_from_slice(&octets[..read]);
        if received.windows(4).any(|piece| piece == b"\r\n\r\n") {
            stream.write_all(answer).ok();
            return;
        }
    }
}

/// What a sound but terse server says to everything.
const SOUND: &[u8] = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

/// A 100 to whoever asks, HTTP/1.0 included, and words meant for the terminal.
const HOSTILE: &[u8] = b"HTTP/1.1 100 \x1b[2J\x9b31m\r\n\r\n\
      HTTP/1.1 200 \xe2\x80\xae\x1b]0;owned\x07\r\n\
      Server: \x1b[31m\xc2\x9b\xe2\x80\xaex/\x7f\x08\r\n\
      \x1bX: \0\r\n\
      Content-Length: 4\r\n\
      \r\n\
      \x1b\0\x9b\n";

#[test]
fn the_reference_conforms_on_a_socket() {
    let reference = Reference::new(&[]);
    let told =
        run(&["server", &reference.address, "*/handshake/*", "--protected-path", "/reject-401"]);
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{}", told.out);
    assert!(told.out.contains("h1/tcp"));
}

#[test]
fn a_policy_shows_in_the_facts() {
    let reference = Reference::new(&["--policy", "ignore-unknown"]);
    let on_socket = run(&["server", &reference.address, "EXP-SRV-008"]);
    let in_process = run(&["server", "--demo", "--policy", "ignore-unknown", "EXP-SRV-008"]);
    for told in [on_socket, in_process] {
        assert_eq!(told.code, 0, "{}", told.out);
        let fact = told.out.lines().find(|line| line.contains("unknown-expectation")).unwrap();
        assert!(!fact.contains("417"), "{fact}");
    }
}

#[test]
fn a_fault_is_found_on_a_socket() {
    let list = run(&["serve", "origin", "--fault", "list"]).out;
    let (name, what) = list.lines().next().and_then(|line| line.split_once("  ")).unwrap();
    let (requirement, _) = what.split_once(": ").unwrap();
    let deviant = Reference::new(&["--fault", name]);
    let told = run(&["server", &deviant.address, requirement, "--timeout-scale", "0.1"]);
    assert_eq!(told.code, 1, "{}", told.out);
    assert!(told.out.contains(requirement), "{}", told.out);
}

#[test]
fn every_case_that_deviates_is_told_and_nothing_reaches_the_terminal() {
    let address = serve(HOSTILE, usize::MAX).to_string();
    for more in [&[][..], &["-v"], &["--format", "json"]] {
        let pattern = "sends-no-interim-to-http-10";
        let fixed = ["server", &address, pattern, "--timeout-scale", "0.05"];
        let told = run(&[&fixed[..], more].concat());
        assert_eq!((told.code, told.err.as_str()), (1, ""), "{}", told.out);
        assert!(told.out.contains("EXP-SRV-004"));
        assert_harmless(&told.out);
    }
}

#[test]
fn a_server_that_answers_no_request_could_not_be_tested() {
    let answers: [&[u8]; 3] = [b"", b"\x1b[2J no HTTP\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"];
    for answer in answers {
        let address = serve(answer, usize::MAX).to_string();
        let told = run(&["server", &address, "--timeout-scale", "0.01"]);
        assert_eq!(told.code, 3, "{told:?}");
        assert_one_line(&told);
        let told = run(&["server", &address, "--timeout-scale", "0.01", "-v"]);
        assert!(told.err.contains("outbound > GET / HTTP/1.1\n"), "{told:?}");
        assert_harmless(&told.err);
    }
}

#[test]
fn a_server_that_dies_is_told_with_the_case() {
    // Four connections are for the first conversation.
    let address = serve(SOUND, 6).to_string();
    let told = run(&["server", &address, "no-content/", "--timeout-scale", "0.05"]);
    assert_eq!(told.code, 3, "{}", told.out);
    assert!(told.out.contains("no longer answers"), "{}", told.out);
}

#[cfg(unix)]
#[test]
fn a_server_behind_a_unix_socket_is_tested() {
    use std::os::unix::net::UnixListener;

    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("socket");
    std::fs::remove_file(&path).ok();
    let listener = UnixListener::bind(&path).unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            answer_once(stream.unwrap(), SOUND);
        }
    });
    let address = format!("unix:{}", path.display());
    let told = run(&["server", &address, "closes-after-get-with-expectation"]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.contains("h1/unix"));
}

#[cfg(unix)]
#[test]
fn serving_ends_in_peace_when_it_is_told_to() {
    for signal in ["-INT", "-TERM"] {
        let mut reference = Reference::new(&[]);
        let id = reference.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        assert_eq!(reference.child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn a_taken_address_is_told() {
    let reference = Reference::new(&[]);
    let taken = reference.address.trim_start_matches("http://");
    let told = run(&["serve", "origin", "--listen", taken]);
    assert_eq!(told.code, 2);
    assert_one_line(&told);
    assert!(told.err.contains(taken), "{told:?}");
}
