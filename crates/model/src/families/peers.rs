//! Families with a peer that the reference is not.

use super::references::{FEW_CLIENTS, SOME_SERVERS, asking, clients, hops, product, servers};
use super::{Bound, some};
use crate::composition::{Composition, GiveUp, Server, User, errand};
use crate::machine::{CLIENT_SCRIPTS, ORIGIN_SCRIPTS};
use crate::world::Writes;

pub(super) fn families(bound: Bound) -> Vec<(&'static str, Vec<Composition>)> {
    let errands = [vec![errand("echo 1")]];
    let hops: Vec<_> = hops().into_iter().map(|it| vec![it]).collect();
    let direct = [vec![]];
    let scripted = |ends: bool| -> Vec<Server> {
        let scripts = ORIGIN_SCRIPTS.iter().filter(|it| it.ends_exchanges() || !ends);
        scripts.map(Server::Scripted).collect()
    };
    let (never, sometime, at_once) = (GiveUp::Never, GiveUp::Sometime, Writes::AtOnce);
    let behind = |hops: &[Vec<&'static str>], servers: &[&'static str], give_up| {
        let mut all = Vec::new();
        for script in CLIENT_SCRIPTS {
            for hops in hops {
                // A forward proxy wants targets in absolute-form.
                for origin in asking(servers).into_iter().filter(|_| hops != &["forward"]) {
                    let (client, hops) = (User::Scripted(script), hops.clone());
                    all.push(Composition { client, hops, origin, give_up, writes: at_once });
                }
            }
        }
        all
    };
    vec![
        ("odd clients, server", some(bound, 2, behind(&direct, &servers(), never))),
        (
            "odd clients, server; anyone may give up",
            some(bound, 3, behind(&direct, SOME_SERVERS, sometime)),
        ),
        (
            "odd clients, intermediary, server",
            some(bound, 17, behind(&hops, &["default", "lazy"], never)),
        ),
        (
            "client, odd servers",
            some(bound, 3, product(&clients(), &direct, &scripted(true), &errands, never, at_once)),
        ),
        (
            "client, odd servers; anyone may give up",
            some(
                bound,
                3,
                product(&clients(), &direct, &scripted(false), &errands, sometime, at_once),
            ),
        ),
        (
            "client, intermediary, odd servers",
            some(bound, 13, product(FEW_CLIENTS, &hops, &scripted(true), &errands, never, at_once)),
        ),
        (
            "client, intermediary, odd servers; anyone may give up",
            some(
                bound,
                61,
                product(FEW_CLIENTS, &hops, &scripted(false), &errands, sometime, at_once),
            ),
        ),
    ]
}
