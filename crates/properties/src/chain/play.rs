//! Plays a chain, in virtual time, and writes down what passes on every connection.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use expectspec_engine::client::{Outcome, Policy, ReferenceClient, Request};
use expectspec_engine::origin_server;
use expectspec_judge::{Entry, Event, Said, Side, Transcript, Windows};
use expectspec_machines::{Agent, Application, Arrived, Machine, TaggedSite};
use expectspec_requirements::Party;

use super::{Chain, ChainClient};
use crate::mediation::form_of;
use crate::net::{Net, Travel};
use crate::tested::Hop;
use crate::words::DELAYS;

/// What came of a chain.
#[derive(Clone, Debug)]
pub struct ChainPlay {
    /// What came of the requests of each client.
    pub outcomes: Vec<Vec<Outcome>>,
    /// The requests that reached the server, in order.
    pub arrived: Vec<Arrived>,
    /// What passed between each client and its neighbour, as the latter saw it.
    pub clients: Vec<Transcript>,
    /// The same for each intermediary.
    pub hops: Vec<Transcript>,
    /// The same for each connection to the server.
    pub servers: Vec<Transcript>,
    /// How many connections the intermediaries had left in the end.
    pub links_left: usize,
    /// The time when nothing more could happen.
    pub over: Duration,
}

/// Plays a chain until nothing more can happen.
///
/// # Panics
/// When something goes on without end.
#[must_use]
pub fn play_chain(chain: &Chain) -> ChainPlay {
    let prefix = if chain.hops.first() == Some(&"forward") { "http://t" } else { "" };
    let agents = chain.clients.iter().enumerate();
    let mut agents: Vec<_> =
        agents.map(|(index, client)| agent(prefix, index, client, client.policy())).collect();
    let mut hops: Vec<_> = chain.policies_of_hops().map(Hop::new).collect();
    let mut site = TaggedSite::new(chain.policy_of_server(), Application::Asking);
    let mut machines: Vec<&mut dyn Machine> = Vec::new();
    machines.extend(agents.iter_mut().map(|it| -> &mut dyn Machine { it }));
    machines.extend(hops.iter_mut().map(|it| -> &mut dyn Machine { it }));
    machines.push(&mut site);
    let (clients, last) = (chain.clients.len(), machines.len() - 1);
    let next = (0..=last).map(|it| if it < clients { clients } else { last.min(it + 1) });
    let travels = Arc::<[u8]>::from(&chain.travels[..]);
    let mut set_out = 0;
    let mut net = Net::new(machines, next.collect(), *chain.window, move |octets| {
        let travel = travels.get(set_out % travels.len().max(1)).map(|it| travel(*it, octets));
        set_out += 1;
        travel.unwrap_or(Travel { octets, delay: Duration::ZERO })
    });
    net.run();
    let over = net.now();
    let seen_by = |machine, party| net.transcript(machine, party, WINDOWS);
    let mut clients_seen: Vec<_> = (0..clients).map(|it| seen_by(it, Party::Client)).collect();
    let mut hops_seen: Vec<_> =
        (clients..last).map(|it| seen_by(it, Party::Intermediary)).collect();
    let servers = connections_of(&seen_by(last, Party::OriginServer));
    drop(net);
    for (transcript, policy) in hops_seen.iter_mut().zip(chain.policies_of_hops()) {
        transcript.form = Some(form_of(policy.role));
    }
    let outcomes: Vec<_> = agents.iter().map(|it| it.outcomes().to_vec()).collect();
    for (transcript, outcomes) in clients_seen.iter_mut().zip(&outcomes) {
        transcript.entries.extend(outcomes.iter().map(|outcome| said(outcome, over)));
    }
    ChainPlay {
        outcomes,
        arrived: site.into_arrived(),
        clients: clients_seen,
        hops: hops_seen,
        servers,
        links_left: hops.iter().map(|hop| hop.links().count()).sum(),
        over,
    }
}

/// What a client is told by a server alone, at once, under another policy.
pub(super) fn play_alone(
    chain: &Chain,
    index: usize,
    policy: Policy,
    server: origin_server::Policy,
) -> Vec<Outcome> {
    let mut agent = agent("", index, &chain.clients[index], policy);
    let mut site = TaggedSite::new(server, Application::Asking);
    let travel = |octets| Travel { octets, delay: Duration::ZERO };
    let mut net = Net::new(vec![&mut agent, &mut site], vec![1, 1], WINDOW, travel);
    net.run();
    drop(net);
    agent.outcomes().to_vec()
}

/// A client whose targets begin with this.
fn agent(prefix: &str, index: usize, client: &ChainClient, policy: Policy) -> Agent {
    let errands = client.errands.iter().enumerate();
    let requests = errands.map(|(number, errand)| {
        let target = format!("{prefix}/expectspec-0/{index}.{number}{}", errand.path);
        let request = Request::new(errand.method, &target, "t");
        request.with_content(errand.content(index, number))
    });
    let client = ReferenceClient::new(policy, requests.collect(), client.pause.time);
    Agent::new(client.expect("the errands can be sent"))
}

/// How octets travel: the low bits say how many together, the others how long.
pub(super) fn travel(octet: u8, octets: usize) -> Travel {
    let together = match octet % 4 {
        0 | 1 => octets,
        2 => octets / 2,
        _ => (octets / 8).max(PIECE_MIN),
    };
    Travel { octets: together, delay: DELAYS[usize::from(octet / 4) % DELAYS.len()].time }
}

fn said(outcome: &Outcome, at: Duration) -> Entry {
    let said = outcome.result.map_or(Said::Failure, Said::Status);
    let at_us = u64::try_from(at.as_micros()).unwrap_or(u64::MAX);
    Entry { at_us, side: Side::Inbound, connection: 0, event: Event::Said(said) }
}

/// A transcript for each connection.
fn connections_of(transcript: &Transcript) -> Vec<Transcript> {
    let numbers = transcript.entries.iter().map(|entry| entry.connection);
    let count = numbers.max().map_or(0, |max| max + 1);
    let only = |number| {
        let mut only = transcript.clone();
        only.entries.retain(|entry| entry.connection == number);
        only.entries.iter_mut().for_each(|entry| entry.connection = 0);
        only
    };
    (0..count).map(only).collect()
}

/// The content of the request that has this tag, as its client sends it.
pub(super) fn content_sent(chain: &Chain, tag: &[u8]) -> Option<Vec<u8>> {
    let tag = str::from_utf8(tag).ok()?;
    let (client, number) = tag.split('/').nth(1)?.split_once('.')?;
    let (client, number) = (client.parse().ok()?, number.parse().ok()?);
    let errand = chain.clients.get::<usize>(client)?.errands.get::<usize>(number)?;
    Some(errand.octets(client, number))
}

impl fmt::Display for ChainPlay {
    /// What the intermediaries' neighbours saw.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.hops.iter().try_for_each(|hop| write!(f, "{hop}"))
    }
}

/// As much as a socket holds, or so.
const WINDOW: usize = 64 * 1024;

/// Smaller pieces show no more.
const PIECE_MIN: usize = 16;

/// How long everybody is ready to wait for a neighbour: long enough for content that takes several turns.
const WINDOWS: Windows = Windows {
    immediate_us: 10_000_000,
    final_us: 150_000_000,
    quiet_us: 3_000_000,
    close_us: 20_000_000,
};
