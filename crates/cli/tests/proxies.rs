//! The command line against intermediaries: the reference, dead, silent and hostile ones.

mod tool;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Stdio};
use std::thread;

use tool::{assert_harmless, assert_one_line, command, run};

/// A port that was free a moment ago.
fn free_port() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("a bound socket").to_string()
}

/// `expectspec serve proxy`, until it is dropped.
struct Reference {
    child: Child,
    address: String,
    origin: String,
}

impl Reference {
    fn new(arguments: &[&str]) -> Self {
        let origin = free_port();
        let mut child = command(&[&["serve", "proxy", "--origin", &origin], arguments].concat())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let mut address = String::new();
        let stdout = child.stdout.take().expect("it is piped");
        BufReader::new(stdout).read_line(&mut address).expect("it prints its address");
        Self { child, address: address.trim().to_owned(), origin }
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Listens, answers each connection with these octets as soon as anything comes, and reads on.
fn babble(answer: &'static [u8]) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("a bound socket");
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            thread::spawn(move || {
                let mut octets = [0; 4096];
                let mut first = true;
                while let Ok(1..) = stream.read(&mut octets) {
                    if first {
                        // That the client is gone is no concern of ours.
                        stream.write_all(answer).ok();
                    }
                    first = false;
                }
            });
        }
    });
    address
}

#[test]
fn the_reference_conforms_in_every_role() {
    for role in ["gateway", "proxy", "forward"] {
        let told = run(&["proxy", "--demo", "--role", role]);
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{role}: {}", told.out);
        assert!(told.out.contains("declared a "), "{}", told.out);
    }
}

#[test]
fn the_reference_conforms_on_a_socket() {
    let reference = Reference::new(&[]);
    let told = run(&["proxy", &reference.address, "--origin", &reference.origin, "/handshake/"]);
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{}", told.out);
    assert!(told.out.contains("h1/tcp"), "{}", told.out);
}

#[test]
fn a_run_is_told_with_its_form() {
    let told = run(&["proxy", "--demo", "--format", "json", "/handshake/"]);
    let report: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(report["subject"]["party"], "intermediary");
    assert_eq!(report["subject"]["form"], "gateway");
    assert_eq!(report["check"]["pools"], true);
}

#[test]
fn a_saved_transcript_is_judged_again() {
    let told = run(&["proxy", "--demo", "--format", "json", "relays-100-and-content"]);
    let report: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let transcript = report["cases"][0]["transcript"].as_str().expect("a transcript");
    let folder = tempfile::tempdir().expect("a directory");
    let file = folder.path().join("relayed.txt");
    std::fs::write(&file, transcript).expect("it can be written");
    let told = run(&["judge", file.to_str().expect("a plain name")]);
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{}", told.out);
}

#[test]
fn what_is_missing_is_told_in_a_line() {
    let origin = free_port();
    for (arguments, says) in [
        (&["proxy"][..], "--origin"),
        (&["proxy", "127.0.0.1:1"], "--origin is missing"),
        (&["proxy", "127.0.0.1:1", "--origin", "nowhere"], "not an address"),
        (&["proxy", "--demo", "--policy", "nosuch"], "the policies are default"),
        (&["proxy", "127.0.0.1:1", "--origin", &origin, "--policy", "default"], "--demo"),
        (&["proxy", "--demo", "--role", "tunnel"], "gateway"),
        (&["serve", "proxy"], "--origin is missing"),
        (&["serve", "proxy", "--origin", "h:1", "--policy", "nosuch"], "the policies are"),
    ] {
        let told = run(arguments);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{arguments:?}: {}", told.err);
        assert!(told.err.contains(says), "{arguments:?}: {}", told.err);
        assert_one_line(&told);
    }
}

#[test]
fn an_origin_port_in_use_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let origin = taken.local_addr().expect("a bound socket").to_string();
    let told = run(&["proxy", "127.0.0.1:1", "--origin", &origin]);
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(told.err.contains(&origin), "{}", told.err);
    assert_one_line(&told);
}

#[test]
fn a_dead_intermediary_is_told() {
    let told = run(&["proxy", &free_port(), "--origin", &free_port()]);
    assert_eq!(told.code, 3, "{}", told.err);
    assert!(told.err.contains("cannot connect"), "{}", told.err);
    assert_one_line(&told);
}

#[test]
fn one_that_forwards_nothing_is_told() {
    for answer in
        [&b""[..], b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b"\x1b[2J\0no HTTP\r\n\r\n"]
    {
        let address = babble(answer).to_string();
        let origin = free_port();
        let told = run(&["proxy", &address, "--origin", &origin, "--timeout-scale", "0.02"]);
        assert_eq!((told.code, told.out.as_str()), (3, ""), "{}", told.err);
        assert!(told.err.contains("does not come through"), "{}", told.err);
        assert_one_line(&told);
        assert_harmless(&told.err);
    }
}
