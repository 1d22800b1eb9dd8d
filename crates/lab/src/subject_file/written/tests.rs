//! Which tables make a subject together, and which do not.

use super::*;

const HEAD: &str = "name = \"a\"\ntitle = \"A\"\nhomepage = \"https://a\"\nnotes = \"\"\n\
                    [install]\n[version]\ncommand = [\"a\"]\npattern = \"(a)\"\n";
const START: &str = "[start]\ncommand = [\"a\"]\n";
const INTERMEDIARY: &str = "[intermediary]\nrole = \"gateway\"\n";
const CLIENT: &str = "[client]\ncommand = [\"a\"]\nstatus_from = \"exit\"\n";

fn parse(tables: &str) -> Result<SubjectFile, String> {
    toml::from_str(&format!("{HEAD}{tables}")).map_err(|error| error.message().to_owned())
}

#[test]
fn a_subject_plays_exactly_one_part() {
    assert!(matches!(parse(START).unwrap().role, Role::Server { .. }));
    assert!(matches!(parse(CLIENT).unwrap().role, Role::Client { .. }));
    let intermediary = [START, INTERMEDIARY].concat();
    assert!(matches!(parse(&intermediary).unwrap().role, Role::Intermediary { .. }));
    for tables in [String::new(), [START, CLIENT].concat()] {
        let error = parse(&tables).unwrap_err();
        assert_eq!(error, "a subject has either [start] or [client]");
    }
}

#[test]
fn a_table_of_the_other_part_is_refused() {
    for (tables, expected) in [
        (format!("{START}[build]\ncommands = []\n"), "[build] is for clients and intermediaries"),
        (format!("{CLIENT}[paths]\n"), "[paths] is for servers"),
        (format!("{START}{INTERMEDIARY}[paths]\n"), "[paths] is for servers"),
        (INTERMEDIARY.to_owned(), "an intermediary has [start] and no [client]"),
        (format!("{CLIENT}{INTERMEDIARY}"), "an intermediary has [start] and no [client]"),
    ] {
        assert_eq!(parse(&tables).unwrap_err(), expected);
    }
}

#[test]
fn an_intermediary_says_what_it_is_and_may_be_built() {
    for (role, expected) in
        [("gateway", Duty::Gateway), ("proxy", Duty::Proxy), ("forward", Duty::Forward)]
    {
        let tables = format!("{START}{INTERMEDIARY}[build]\ncommands = [[\"a\"]]\n");
        let tables = tables.replace("gateway", role);
        let Role::Intermediary { start, between } = parse(&tables).unwrap().role else {
            panic!("an intermediary");
        };
        assert_eq!((between.duty, between.concurrency), (expected, 64));
        assert_eq!((start.build.commands.len(), start.ready), (1, Ready::Accepts));
    }
}

#[test]
fn a_server_is_ready_when_it_answers() {
    for (ready, path) in [("", "/"), ("ready = \"/a\"\n", "/a")] {
        let Role::Server { start, .. } = parse(&format!("{START}{ready}")).unwrap().role else {
            panic!("a server");
        };
        assert_eq!(start.ready, Ready::Answers(path.to_owned()));
    }
}

#[test]
fn a_client_says_what_it_can_and_what_it_leaves_out_has_a_default() {
    let tables = format!("{CLIENT}can = [\"method\", \"unknown-length\"]\n");
    let Role::Client { build, client } = parse(&tables).unwrap().role else {
        panic!("a client");
    };
    assert_eq!(client.can, [Ability::Method, Ability::UnknownLength]);
    assert_eq!((client.concurrency, build.commands.len()), (16, 0));
}

#[test]
fn a_slip_is_told() {
    for (tables, expected) in [
        (format!("{CLIENT}can = [\"fly\"]\n"), "there is no ability \"fly\"; there are method"),
        (CLIENT.replace("exit", "stderr"), "status_from: \"stderr\" is none of"),
        (CLIENT.replace("[\"a\"]", "[]"), "a command has no word"),
        (START.replace("[\"a\"]", "[]"), "a command has no word"),
        (format!("[build]\ncommands = [[]]\n{CLIENT}"), "a command has no word"),
        (format!("[build]\ncommands = [[]]\n{START}{INTERMEDIARY}"), "a command has no word"),
        (format!("{START}ready = \"/\"\n{INTERMEDIARY}"), "ready: an intermediary is ready when"),
        (format!("{START}[intermediary]\nrole = \"tunnel\"\n"), "unknown variant `tunnel`"),
        (format!("{START}[intermediary]\n"), "missing field `role`"),
        (format!("{START}{INTERMEDIARY}concurrency = 0\n"), "concurrency is one at least"),
        (format!("{CLIENT}concurrency = 0\n"), "concurrency is one at least"),
        (format!("{CLIENT}patience = 1\n"), "unknown field `patience`"),
        (format!("{CLIENT}[paths]\nput = \"/\"\n"), "unknown field `put`"),
    ] {
        let error = parse(&tables).unwrap_err();
        assert!(error.starts_with(expected), "{error}");
    }
}
