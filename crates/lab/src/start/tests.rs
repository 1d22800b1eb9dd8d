//! What starting and stopping promise, with small shell scripts for servers.

use super::*;
use crate::emergency::Emergency;
use crate::subject_file::Role;

/// A subject that is a shell script.
fn script(script: &str, ready_within_ms: u64) -> (SubjectFile, Start) {
    let file: SubjectFile = toml::from_str(
        "name = \"script\"\ntitle = \"\"\nhomepage = \"\"\nnotes = \"\"\n[install]\n\
         [version]\ncommand = [\"sh\"]\npattern = \"\"\n[start]\ncommand = [\"sh\", \"-c\"]\n",
    )
    .unwrap();
    let Role::Server { mut start, .. } = file.role.clone() else { unreachable!("it has [start]") };
    start.command.push(script.to_owned());
    start.ready_within_ms = ready_within_ms;
    (file, start)
}

fn is_alive(pid: i32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // "pid (name) state …": a zombie is no longer alive, whoever has to bury it.
    stat.rsplit_once(')').is_some_and(|(_, rest)| !rest.starts_with(" Z"))
}

fn started((file, start): &(SubjectFile, Start)) -> (Started, i32) {
    let mut started = Prepared::new(file, start, None).unwrap().start(file, start).unwrap();
    // A file that is there need not be written yet.
    let pid = |started: &Started| -> Option<i32> {
        let written = fs::read_to_string(started.dir.path().join("pid")).ok()?;
        written.strip_suffix('\n')?.parse().ok()
    };
    started.wait(END_MAX, |started| pid(started).is_some());
    let pid = pid(&started).unwrap();
    (started, pid)
}

#[test]
fn stopping_ends_the_whole_process_group() {
    let (started, grandchild) = started(&script("sleep 1000 & echo $! >pid; wait", 0));
    let child = i32::try_from(started.child.id()).unwrap();
    assert!(is_alive(child) && is_alive(grandchild));
    drop(started);
    assert!(!is_alive(child) && !is_alive(grandchild));
}

#[test]
fn stopping_ends_a_group_whose_leader_is_gone() {
    let (mut started, grandchild) = started(&script("sleep 1000 & echo $! >pid", 0));
    started.wait(END_MAX, |started| started.ended().is_some());
    assert!(is_alive(grandchild));
    drop(started);
    assert!(!is_alive(grandchild));
}

#[test]
fn stopping_leaves_no_directory() {
    let (started, _) = started(&script("echo $$ >pid; exec sleep 1000", 0));
    let dir = started.dir.path().to_owned();
    assert!(dir.exists());
    drop(started);
    assert!(!dir.exists());
}

#[test]
fn a_panic_stops_what_runs() {
    let (started, child) = started(&script("echo $$ >pid; exec sleep 1000", 0));
    let panicking = thread::spawn(move || {
        let _started = started;
        std::panic::resume_unwind(Box::new("on purpose"));
    });
    assert!(panicking.join().is_err());
    assert!(!is_alive(child));
}

#[test]
fn a_command_that_dies_gives_one_clear_error() {
    let (file, start) = script("echo no such option; exit 3", 10_000);
    let error = Emergency::default().start(&file, &start, None).unwrap_err();
    let text = error.to_string();
    let expected = "sh ended before it was ready: exit status: 3; it said \"no such option\"";
    assert_eq!(text, expected);
}

#[test]
fn a_command_that_does_not_exist_gives_one_clear_error() {
    let (file, mut start) = script("", 0);
    start.command[0] = "expectspec-no-such-program".to_owned();
    let text = Emergency::default().start(&file, &start, None).unwrap_err().to_string();
    let expected = "cannot run expectspec-no-such-program: it is not there; \
                    see `expectspec-lab install`";
    assert_eq!(text, expected);
}

#[test]
fn a_port_that_never_gets_ready_gives_one_clear_error_in_time() {
    let began = Instant::now();
    let (file, start) = script("exec sleep 1000", 50);
    let error = Emergency::default().start(&file, &start, None).unwrap_err();
    assert_eq!(error.to_string(), "sh was not ready within 50 ms");
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[test]
fn an_intermediary_is_built_with_its_port_and_that_of_the_origin_server() {
    let file: SubjectFile = toml::from_str(
        "name = \"script\"\ntitle = \"\"\nhomepage = \"\"\nnotes = \"\"\n[install]\n\
         [version]\ncommand = [\"sh\"]\npattern = \"\"\n[start]\ncommand = [\"sh\"]\n\
         [build]\ncommands = [[\"sh\", \"-c\", \"cat a >{dir}/b; echo {origin} >>{dir}/b\"]]\n\
         [intermediary]\nrole = \"gateway\"\n[[files]]\nname = \"a\"\ntext = \"{port} {origin}\\n\"\n",
    )
    .unwrap();
    let Role::Intermediary { start, .. } = &file.role else { unreachable!("it is one") };
    let prepared = Prepared::new(&file, start, Some(9000)).unwrap();
    let built = fs::read_to_string(prepared.dir.path().join("b")).unwrap();
    assert_eq!(built, format!("{} 9000\n9000\n", prepared.address.port()));
    assert!(TcpListener::bind(prepared.address).is_err());
}
