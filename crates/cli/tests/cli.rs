//! The command line: every exit code, one clear line for every mistake, and what is printed where.

mod tool;

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use expectspec_requirements::{Party, Profile, Requirement};
use serde_json::Value;

use tool::{Told, assert_harmless, assert_one_line, command, run, told};

const KEPT: &str = "# subject: origin-server  transport: h1/tcp
    0.000 outbound > PUT / HTTP/1.1
                   > Host: t
                   > Content-Length: 1
                   > Expect: 100-continue
                   >
    0.300 outbound < HTTP/1.1 100 Continue
                   <
";
const BROKEN: &str = "# subject: origin-server  transport: h1/tcp
    0.000 outbound > GET / HTTP/1.0
                   >
    0.300 outbound < HTTP/1.1 100 Continue
                   <
                   < HTTP/1.1 204 No Content
                   <
";

/// A file in a folder that cargo gives to these tests.
fn file(name: &str, text: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("a writable folder");
    path.into_os_string().into_string().expect("a folder with a plain name")
}

fn judge(name: &str, text: &str) -> Told {
    run(&["judge", &file(name, text.as_bytes())])
}

fn is_wrong(arguments: &[&str], code: i32, says: &str) {
    let told = run(arguments);
    assert_eq!(told.code, code, "{arguments:?} {told:?}");
    assert_one_line(&told);
    assert_harmless(&told.err);
    assert!(told.err.contains(says), "{arguments:?} {told:?}");
}

#[test]
fn exit_0_conforms() {
    let told = run(&["server", "--demo"]);
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{}", told.out);
    assert!(told.out.contains("\nFACTS\n"));
    assert_eq!(run(&["serve", "origin", "--fault", "list"]).code, 0);
    assert_eq!(judge("kept", KEPT).code, 0);
    assert_eq!(run(&["list"]).code, 0);
    assert_eq!(run(&["explain", "EXP-SRV-001"]).code, 0);
    assert_eq!(run(&["--version"]).code, 0);
    assert_eq!(run(&["server", "--help"]).code, 0);
}

#[test]
fn exit_1_deviates() {
    let told = judge("broken", BROKEN);
    assert_eq!(told.code, 1);
    assert!(told.out.contains("EXP-SRV-004 (MUST NOT)  deviates"), "{}", told.out);
    assert!(told.out.contains("\n>>     0.300 outbound < HTTP/1.1 100 Continue\n"));
}

#[test]
fn exit_2_usage() {
    is_wrong(&[], 2, "--help");
    is_wrong(&["tset"], 2, "'tset'");
    is_wrong(&["server"], 2, "give http://HOST:PORT");
    is_wrong(&["server", "--demo", "--profil", "strict"], 2, "'--profile'");
    is_wrong(&["server", "--demo", "--profile", "rfc1"], 2, "rfc2616");
    is_wrong(&["server", "--demo", "--timeout-scale", "0"], 2, "from 0.01 to 100");
    is_wrong(&["server", "--demo", "--timeout-scale", "-1"], 2, "-1");
    is_wrong(&["server", "--demo", "--concurrency", "0"], 2, "from 1");
    is_wrong(&["server", "--demo", "--seed", "x"], 2, "--seed");
    is_wrong(&["server", "--demo", "-q", "-v"], 2, "--verbose");
    is_wrong(&["server", "--demo", "--policy", "x\x1b[2J"], 2, "at-once");
    is_wrong(&["server", "127.0.0.1:1", "--policy", "lazy"], 2, "--demo");
    is_wrong(&["server", "--demo", "--path", "x"], 2, "--path");
    is_wrong(&["server", "--demo", "--host", "a b"], 2, "--host");
    is_wrong(&["server", "--demo", "--upgrade", ""], 2, "--upgrade");
    is_wrong(&["server", "http://127.0.0.1:1/a b"], 2, "--path");
    is_wrong(&["explain"], 2, "ID");
    is_wrong(&["explain", "EXP-SRV-999\x1b"], 2, "EXP-SRV-001");
    is_wrong(&["judge"], 2, "FILE");
    is_wrong(&["serve", "proxy"], 2, "origin");
    is_wrong(&["serve", "origin", "--listen", "nowhere"], 2, "nowhere");
    is_wrong(&["serve", "origin", "--policy", "x"], 2, "lenient");
    is_wrong(&["serve", "origin", "--fault", "x\x1b"], 2, "--fault list");
    is_wrong(&["serve", "origin", "--fault", "list", "--policy", "lazy"], 2, "--policy");
    is_wrong(&["serve", "origin", "--listen", "192.0.2.1:1"], 2, "give a free HOST:PORT");
}

#[test]
fn exit_2_bad_addresses() {
    for address in
        ["localhost", ":80", "http://", "http://h:x", "h:65536", "unix:", "[::1", "a b:1"]
    {
        is_wrong(&["server", address], 2, "give http://HOST:PORT");
    }
    is_wrong(&["server", "https://localhost"], 2, "only http://");
}

#[test]
fn exit_2_bad_files() {
    is_wrong(&["judge", "no-such-file"], 2, "no-such-file");
    let text = file("text", b"not a transcript\n");
    is_wrong(&["judge", &text], 2, "line 1");
    let octets = file("octets", b"\xff\x1b[2J\0");
    is_wrong(&["judge", &octets], 2, "octets");
    is_wrong(&["judge", env!("CARGO_TARGET_TMPDIR")], 2, "cannot read");
    is_wrong(&["server", "--demo", "value", "--output", "no-such-folder/x"], 2, "no-such-folder");
}

#[test]
fn exit_3_could_not_be_tested() {
    is_wrong(&["server", "127.0.0.1:1"], 3, "is the server running?");
    is_wrong(&["server", "unix:no-such-socket"], 3, "no-such-socket");
    is_wrong(&["server", "http://no-such-host.invalid/"], 3, "no-such-host.invalid");
    // Nothing in it is about anything.
    assert_eq!(judge("empty", "# subject: origin-server  transport: h1/tcp\n").code, 3);
}

#[test]
fn exit_4_nothing_selected() {
    is_wrong(&["server", "--demo", "no-such-case"], 4, "no-such-case");
    is_wrong(&["list", "no-such-case\x1b[2J"], 4, "no-such-case");
    // Before a connection is opened: the address is not reached from anywhere.
    is_wrong(&["server", "192.0.2.1:80", "*/desync/*"], 4, "--desync");
    let in_force = |row: &&Requirement| row.scope.includes(Profile::Desync);
    let others = expectspec_catalogue::of(Party::OriginServer);
    let other = others.iter().find(|case| !case.exercises.iter().any(in_force)).unwrap();
    is_wrong(&["server", "--demo", "--profile", "desync", other.id], 4, "--profile");
}

#[test]
fn a_list_has_one_case_a_line() {
    let told = run(&["list"]);
    assert!(told.out.lines().count() >= 180);
    assert!(told.out.lines().all(|line| {
        expectspec_catalogue::all().iter().any(|case| line.split(' ').next() == Some(case.id))
    }));
    let told = run(&["list", "--format", "json", "EXP-SRV-003"]);
    let list: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert!(list["cases"].as_array().unwrap().iter().all(|case| case["id"].is_string()));
}

#[test]
fn every_case_and_every_requirement_can_be_explained() {
    let list = run(&["list"]).out;
    let ids = list.lines().filter_map(|line| line.split(' ').next());
    // One of each topic: a process each takes its time.
    let mut topics = Vec::new();
    for id in ids.chain(["EXP-SRV-001", "exp-h2-001"]) {
        let topic = id.rsplit_once('/').map_or(id, |(topic, _)| topic);
        if topics.contains(&topic) {
            continue;
        }
        topics.push(topic);
        let told = run(&["explain", id]);
        assert_eq!((told.code, told.err.as_str()), (0, ""));
        assert!(told.out.to_lowercase().starts_with(&id.to_lowercase()));
        assert_harmless(&told.out);
    }
}

#[test]
fn standard_input_is_a_file_too() {
    let mut child = command(&["judge", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(BROKEN.as_bytes()).unwrap();
    let told = told(child.wait_with_output().unwrap());
    assert_eq!(told.code, 1);
    let object: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(object["files"][0]["verdict"], "deviates");
}

#[test]
fn a_file_gets_the_report_and_standard_output_a_summary() {
    let path = file("report.json", b"");
    let arguments = ["server", "--demo", "quoted-string", "--format", "json", "--output", &path];
    let loud = run(&arguments);
    let object: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    assert_eq!(object["schema"], 1);
    assert!(loud.out.starts_with("subject  reference"), "{}", loud.out);
    assert!(!loud.out.contains("FACTS"));
    let quiet = run(&[&arguments[..], &["-q"]].concat());
    assert_eq!((quiet.code, quiet.out.as_str()), (0, ""));
}

#[test]
fn a_demo_is_the_same_every_time() {
    let first = run(&["server", "--demo", "-v"]);
    assert_eq!(first.out, run(&["server", "--demo", "-v"]).out);
    assert!(first.out.contains("\nTRANSCRIPTS\n"));
    assert_harmless(&first.out);
}

#[test]
fn only_who_asks_gets_colour_in_a_pipe() {
    let painted = |arguments: &[&str], variables: &[(&str, &str)]| {
        let output = command(arguments).envs(variables.iter().copied()).output().unwrap();
        output.stdout.contains(&0x1b)
    };
    let auto = ["explain", "EXP-SRV-001"];
    assert!(!painted(&auto, &[]));
    assert!(!painted(&auto, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
    let always = ["explain", "EXP-SRV-001", "--color", "always"];
    assert!(painted(&always, &[]));
    assert!(painted(&always, &[("NO_COLOR", "1")]));
    assert!(!painted(&["explain", "EXP-SRV-001", "--color", "never"], &[]));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    for arguments in [&["list"][..], &["server", "--demo", "-v"], &["--help"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command: Command = command(arguments);
        let output = command.stdout(writer).stderr(Stdio::piped()).output().unwrap();
        let told = told(output);
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{arguments:?}");
    }
}

fn report(arguments: &[&str]) -> Value {
    let told = run(&[&["server", "--demo", "--format", "json"], arguments].concat());
    serde_json::from_str(&told.out).expect("a report")
}

fn list<'a>(value: &'a Value, member: &str) -> &'a [Value] {
    value[member].as_array().expect("a list")
}

#[test]
fn a_transcript_in_a_report_is_judged_as_it_was() {
    // A policy that some rule discourages or a profile rules out gives more kinds of findings.
    for more in [&[][..], &["--policy", "refuse-all", "--profile", "strict"]] {
        let report = report(more);
        let cases: Vec<_> =
            list(&report, "cases").iter().filter(|case| case["transcript"].is_string()).collect();
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("transcripts");
        fs::create_dir_all(&folder).unwrap();
        let mut arguments = vec!["judge".to_owned(), "--format=json".to_owned()];
        arguments.push(format!("--profile={}", report["profile"].as_str().unwrap()));
        for (number, case) in cases.iter().enumerate() {
            let file = folder.join(number.to_string());
            fs::write(&file, case["transcript"].as_str().unwrap()).unwrap();
            arguments.push(file.into_os_string().into_string().unwrap());
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let again: Value = serde_json::from_str(&run(&arguments).out).expect("a report");
        assert_eq!(list(&again, "files").len(), cases.len());
        for (case, file) in cases.iter().zip(list(&again, "files")) {
            let (before, after) = (list(case, "findings"), list(file, "findings"));
            // What comes of a comparison with another case stands behind all others.
            assert_eq!(&before[..after.len()], after, "{}", case["id"]);
        }
    }
}

#[test]
fn a_demo_runs_every_case_but_those_that_need_resets() {
    let report = report(&[]);
    for case in list(&report, "cases").iter().filter(|case| case["verdict"] == "unsupported") {
        assert!(case["reason"].as_str().unwrap().contains("reset"), "{case}");
    }
}
