//! Families of reference machines only.

use expectspec_engine::{client, intermediary, origin_server};
use expectspec_machines::Application;

use super::{Bound, some};
use crate::composition::{Composition, ERRANDS, Errand, GiveUp, Immediate, Server, User, errand};
use crate::world::Writes;

pub(super) fn families(bound: Bound) -> Vec<(&'static str, Vec<Composition>)> {
    let (never, sometime) = (GiveUp::Never, GiveUp::Sometime);
    let single: Vec<_> = ERRANDS.iter().map(|it| vec![it]).collect();
    let twice = two_exchanges();
    let both: Vec<_> = single.iter().chain(&twice).cloned().collect();
    let brief = vec![vec![errand("echo 1")], vec![errand("reject 1")], vec![errand("get")]];
    let then_get = ["echo 1", "reject 1"].map(|first| vec![errand(first), errand("get")]);
    let get_first = [("get", "echo 1"), ("echo 1", "get")]
        .map(|(first, second)| vec![errand(first), errand(second)]);
    let one = vec![vec![errand("get")], vec![errand("echo 1")]];
    let double = vec![vec![errand("echo 2")], vec![errand("hints 2")]];
    let chunk = vec![vec![errand("echo 1 chunk")]];
    let (clients, servers) = (clients(), servers());
    let all_hops = hops();
    let hops: Vec<_> = all_hops.iter().map(|it| vec![*it]).collect();
    let direct = [vec![]];
    let origins = |servers: &[&'static str]| every_origin(servers);
    let asking = |servers: &[&'static str]| asking(servers);
    let (at_once, anytime) = (Writes::AtOnce, Writes::Anytime);
    vec![
        (
            "client, server",
            some(bound, 7, product(&clients, &direct, &origins(&servers), &both, never, at_once)),
        ),
        (
            "client, server; writes take their time",
            some(
                bound,
                101,
                product(&clients, &direct, &origins(&servers), &single, never, Writes::Anytime),
            ),
        ),
        (
            "client, server; anyone may give up",
            some(
                bound,
                53,
                product(&clients, &direct, &asking(&servers), &single, sometime, at_once),
            ),
        ),
        (
            "client, server; anyone may give up, two exchanges",
            some(
                bound,
                23,
                product(SOME_CLIENTS, &direct, &asking(SOME_SERVERS), &twice, sometime, at_once),
            ),
        ),
        (
            "client, intermediary, server",
            some(bound, 61, product(&clients, &hops, &asking(&servers), &brief, never, at_once)),
        ),
        (
            "client, intermediary, server; chunks",
            some(
                bound,
                53,
                product(SOME_CLIENTS, &hops, &origins(SOME_SERVERS), &chunk, never, at_once),
            ),
        ),
        (
            "client, intermediary, server; two exchanges",
            some(
                bound,
                53,
                product(SOME_CLIENTS, &hops, &asking(SOME_SERVERS), &then_get, never, at_once),
            ),
        ),
        (
            "client, intermediary, server; two exchanges with content",
            some(
                bound,
                97,
                product(
                    &["default", "eager"],
                    &hops,
                    &asking(&["default"]),
                    &twice,
                    never,
                    at_once,
                ),
            ),
        ),
        (
            "client, intermediary, server; anyone may give up",
            some(
                bound,
                61,
                product(
                    FEW_CLIENTS,
                    &hops,
                    &asking(&["default", "lazy"]),
                    &brief,
                    sometime,
                    at_once,
                ),
            ),
        ),
        (
            "client, intermediary, server; two octets",
            some(
                bound,
                211,
                product(FEW_CLIENTS, &hops, &origins(SOME_SERVERS), &double, never, at_once),
            ),
        ),
        (
            "client, intermediary, server; writes take their time",
            some(
                bound,
                61,
                product(FEW_CLIENTS, &hops, &asking(&["default", "lazy"]), &brief, never, anytime),
            ),
        ),
        (
            "client, two intermediaries, server",
            some(
                bound,
                101,
                product(
                    FEW_CLIENTS,
                    &pairs(&all_hops),
                    &origins(&["lazy"]),
                    &brief[..2],
                    never,
                    at_once,
                ),
            ),
        ),
        (
            "client, two intermediaries, server; two exchanges",
            some(
                bound,
                97,
                product(
                    &["default"],
                    &pairs(FEW_HOPS),
                    &asking(&["default"]),
                    &[&get_first[..], &twice[..1]].concat(),
                    never,
                    at_once,
                ),
            ),
        ),
        (
            "client, two intermediaries, server; anyone may give up",
            some(
                bound,
                97,
                product(
                    &["default"],
                    &pairs(FEW_HOPS),
                    &asking(&["lazy"]),
                    &one,
                    sometime,
                    at_once,
                ),
            ),
        ),
    ]
}

/// Every combination.
pub(super) fn product(
    clients: &[&'static str],
    hops: &[Vec<&'static str>],
    origins: &[Server],
    errands: &[Vec<&'static Errand>],
    give_up: GiveUp,
    writes: Writes,
) -> Vec<Composition> {
    let mut all = Vec::new();
    for &policy in clients {
        for hops in hops {
            for &origin in origins {
                for errands in errands {
                    let client = User::Reference { policy, errands: errands.clone() };
                    all.push(Composition { client, hops: hops.clone(), origin, give_up, writes });
                }
            }
        }
    }
    all
}

/// Two exchanges after each other on one connection, if it persists.
fn two_exchanges() -> Vec<Vec<&'static Errand>> {
    let pairs = [
        ("echo 1", "echo 1 chunk"),
        ("reject 1", "echo 1"),
        ("echo 1", "get"),
        ("get", "reject 1"),
    ];
    pairs.map(|(first, second)| vec![errand(first), errand(second)]).to_vec()
}

/// Servers whose application asks for content.
pub(super) fn asking(servers: &[&'static str]) -> Vec<Server> {
    let immediate = Immediate::AsPolicy;
    let server =
        |&policy| Server::Reference { policy, application: Application::Asking, immediate };
    servers.iter().map(server).collect()
}

/// Servers whose application asks for content, or waits for it without asking, with and without the
/// timer by which a 100 (Continue) goes out at last.
fn every_origin(servers: &[&'static str]) -> Vec<Server> {
    let unasking = |immediate| {
        let application = Application::Unasking;
        move |&policy| Server::Reference { policy, application, immediate }
    };
    let mut all = asking(servers);
    all.extend(servers.iter().map(unasking(Immediate::AsPolicy)));
    all.extend(servers.iter().map(unasking(Immediate::Never)));
    all
}

/// Every two of these intermediaries behind each other.
fn pairs(hops: &[&'static str]) -> Vec<Vec<&'static str>> {
    let second = hops.iter().filter(|it| **it != "forward");
    second.flat_map(|&second| hops.iter().map(move |&first| vec![first, second])).collect()
}

pub(super) fn clients() -> Vec<&'static str> {
    client::Policy::presets().into_iter().map(|(name, _)| name).collect()
}

pub(super) fn hops() -> Vec<&'static str> {
    intermediary::Policy::presets().into_iter().map(|(name, _)| name).collect()
}

pub(super) fn servers() -> Vec<&'static str> {
    origin_server::Policy::presets().into_iter().map(|(name, _)| name).collect()
}

/// Clients that differ in what they do with an expectation, and with content.
const SOME_CLIENTS: &[&str] =
    &["default", "eager", "impatient", "patient-for-ever", "aborting", "closing", "http10"];

/// Those that differ most.
pub(super) const FEW_CLIENTS: &[&str] = &["default", "impatient", "patient-for-ever", "http10"];

/// Intermediaries that differ most.
const FEW_HOPS: &[&str] = &["default", "proxy", "expecting"];

/// Servers that differ in what they do with an expectation, and with early final responses.
pub(super) const SOME_SERVERS: &[&str] = &["default", "lazy", "generous", "refuse-all", "closing"];
