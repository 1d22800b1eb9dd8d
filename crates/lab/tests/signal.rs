//! A signal ends the lab, and everything that it started.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// A subject that never gets ready, and tells its process and its directory.
const SUBJECT: &str = r#"
name = "sleeper"
title = "sleeper"
homepage = "https://example.org/"
notes = ""
install = {}

[version]
command = ["echo", "1"]
pattern = '(\d)'
"#;
const COMMAND: &str =
    r#"command = ["sh", "-c", "echo $$ $PWD >$TOLD.new; mv $TOLD.new $TOLD; exec sleep 1000"]"#;

fn server() -> String {
    format!("{SUBJECT}[start]\n{COMMAND}\n")
}

fn client() -> String {
    format!("{SUBJECT}[client]\n{COMMAND}\nstatus_from = \"exit\"\n")
}

fn intermediary() -> String {
    format!("{}[intermediary]\nrole = \"gateway\"\n", server())
}

fn being_built(subject: &str) -> String {
    let build = COMMAND.replacen('[', "[[", 1).replace("\"]", "\"]]");
    format!("{subject}[build]\n{}\n", build.replacen("command", "commands", 1))
}

fn is_alive(process: &str) -> bool {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit_once(')').is_some_and(|(_, rest)| !rest.starts_with(" Z"))
}

fn wait<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "it takes too long");
        std::thread::yield_now();
    }
}

fn start_lab(lab: &Path, subject: &str) -> Child {
    fs::create_dir_all(lab.join("subjects")).expect("a folder");
    fs::write(lab.join("subjects/sleeper.toml"), subject).expect("a subject file");
    Command::new(env!("CARGO_BIN_EXE_expectspec-lab"))
        .args(["run", "sleeper", "--lab"])
        .arg(lab)
        .env("TOLD", lab.join("told"))
        .stderr(Stdio::null())
        .spawn()
        .expect("the lab")
}

#[test]
fn a_signal_leaves_no_process_and_no_directory() {
    for (signal, number, subject) in [
        (Signal::INT, 2, server()),
        (Signal::TERM, 15, server()),
        (Signal::HUP, 1, server()),
        (Signal::INT, 2, client()),
        (Signal::TERM, 15, being_built(&client())),
        (Signal::INT, 2, intermediary()),
        (Signal::TERM, 15, being_built(&intermediary())),
    ] {
        let lab = tempfile::tempdir().unwrap();
        let mut child = start_lab(lab.path(), &subject);
        let told = wait(|| fs::read_to_string(lab.path().join("told")).ok());
        let (process, dir) = told.trim().split_once(' ').unwrap();
        assert!(is_alive(process) && Path::new(dir).exists());
        kill_process(Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap(), signal).unwrap();
        let status = wait(|| child.try_wait().unwrap());
        assert_eq!((status.code(), status.signal()), (Some(128 + number), None));
        assert!(!is_alive(process) && !Path::new(dir).exists());
    }
}
