//! Chains: reference clients, one to three reference intermediaries, and the reference origin server.

mod encoding;
mod outcomes;
mod play;

use core::fmt;
use core::time::Duration;

use arbitrary::{Arbitrary, Unstructured};
use expectspec_engine::{client, intermediary, origin_server};

use crate::client::is_accused;
use crate::intermediary::{accusation, words};
use crate::invariants;
use crate::origin_server::accusation_of_server;
use crate::presets::{CLIENTS, HOPS, SERVERS};
use crate::tested::judge;
use crate::words::{Errand, Time};

pub use play::{ChainPlay, play_chain};

/// A chain, what its clients ask for, and what the connections are like.
#[derive(Clone, Eq, PartialEq)]
pub struct Chain {
    /// The name of the server's policy.
    pub server: &'static str,
    /// The names of the intermediaries' policies, from the clients to the server; only the first can
    /// be a forward proxy.
    pub hops: Vec<&'static str>,
    /// Octets that are under way at most, in each direction of a connection.
    pub window: &'static usize,
    /// The clients, who share the intermediaries.
    pub clients: Vec<ChainClient>,
    /// How octets travel, one octet for each time that some set out, again and again.
    pub travels: Vec<u8>,
}

/// A client of a chain.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ChainClient {
    /// The name of its policy.
    pub policy: &'static str,
    /// How long it rests behind each request.
    pub pause: &'static Time,
    /// What it asks for.
    pub errands: Vec<&'static Errand>,
}

impl Chain {
    /// No chain has more intermediaries.
    pub const HOPS_MAX: usize = 3;
    /// No chain has more clients.
    pub const CLIENTS_MAX: usize = 3;
    /// No client asks for more.
    pub const ERRANDS_MAX: usize = 3;

    fn policy_of_server(&self) -> origin_server::Policy {
        SERVERS.policy(self.server)
    }

    fn policies_of_hops(&self) -> impl Iterator<Item = intermediary::Policy> {
        self.hops.iter().map(|name| HOPS.policy(name))
    }

    /// The longest that anything is under way.
    pub(crate) fn latency_max(&self) -> Duration {
        let delays = self.travels.iter().map(|octet| play::travel(*octet, 1).delay);
        delays.max().unwrap_or_default()
    }
}

impl ChainClient {
    fn policy(&self) -> client::Policy {
        CLIENTS.policy(self.policy)
    }
}

/// Everything that holds of a chain of the references.
///
/// # Panics
/// When something does not hold.
pub fn chain(chain: &Chain) {
    let play = play_chain(chain);
    everyone_comes_to_an_end(chain, &play);
    content_comes_through(chain, &play);
    clients_see_what_they_would_see_alone(chain, &play);
    for hop in &play.hops {
        invariants::relaying::check(hop, chain.latency_max());
    }
    everyone_is_judged_to_conform(chain, &play);
}

/// Whatever the order of events, every request has an outcome, and no connection stays open.
///
/// # Panics
/// When it is not so.
pub fn everyone_comes_to_an_end(chain: &Chain, play: &ChainPlay) {
    for (client, outcomes) in chain.clients.iter().zip(&play.outcomes) {
        assert_eq!(outcomes.len(), client.errands.len(), "{chain:?}{play}");
    }
    assert_eq!(play.links_left, 0, "{chain:?}{play}");
    assert!(play.over < Duration::from_secs(3600), "{:?}\n{chain:?}", play.over);
}

/// The content that reaches the server is that of the request whose tag it has, whole, or the
/// beginning of it where the request was given up.
///
/// # Panics
/// When it is not.
pub fn content_comes_through(chain: &Chain, play: &ChainPlay) {
    for arrived in &play.arrived {
        let Some(sent) = play::content_sent(chain, &arrived.tag) else { continue };
        let is_whole = arrived.content == sent;
        let fits = is_whole || (!arrived.is_complete && sent.starts_with(&arrived.content));
        assert!(fits, "{arrived:?}\n{chain:?}{play}");
    }
}

/// What a client is told is what it would be told without intermediaries, as far as these may not
/// answer in their own way.
///
/// # Panics
/// When it is not.
pub fn clients_see_what_they_would_see_alone(chain: &Chain, play: &ChainPlay) {
    for index in 0..play.outcomes.len() {
        a_client_sees_what_it_would_see_alone(chain, play, index);
    }
}

/// The same for one client.
pub(crate) fn a_client_sees_what_it_would_see_alone(chain: &Chain, play: &ChainPlay, index: usize) {
    let mut strange = outcomes::seen(&play.outcomes[index]);
    let mut allowed = Vec::new();
    for alone in outcomes::allowed(chain, index) {
        strange.retain(|(number, seen)| alone.get(*number).and_then(Option::as_ref) != Some(seen));
        if strange.is_empty() {
            return;
        }
        allowed.push(alone);
    }
    panic!("client {index}: {strange:?}, not {allowed:?}\n{chain:?}{play}");
}

/// The judge finds that client, intermediaries and server conform, each as its neighbours saw it.
///
/// # Panics
/// When it finds something else.
pub fn everyone_is_judged_to_conform(chain: &Chain, play: &ChainPlay) {
    for index in 0..seats(play) {
        one_is_judged_to_conform(chain, play, index);
    }
}

/// How many there are to be judged.
pub(crate) fn seats(play: &ChainPlay) -> usize {
    play.clients.len() + play.hops.len() + play.servers.len()
}

/// The same for one of them: clients, intermediaries, connections to the server.
pub(crate) fn one_is_judged_to_conform(chain: &Chain, play: &ChainPlay, index: usize) {
    let (clients, hops) = (play.clients.len(), play.hops.len());
    let (transcript, accused) = if let Some(transcript) = play.clients.get(index) {
        let policy = chain.clients[index].policy;
        (transcript, judge(transcript).into_iter().find(|it| is_accused(policy, it)))
    } else if let Some(transcript) = play.hops.get(index - clients) {
        (transcript, accusation(judge(transcript)))
    } else {
        let transcript = &play.servers[index - clients - hops];
        (transcript, accusation_of_server(chain.server, &judge(transcript)).cloned())
    };
    assert!(accused.is_none(), "{}\n{chain:?}{transcript}", words(accused));
}

impl fmt::Debug for Chain {
    /// As one wants to read a find.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "chain:")?;
        for client in &self.clients {
            write!(f, "client {} pause {}:", client.policy, client.pause.name)?;
            client.errands.iter().try_for_each(|errand| write!(f, " {}", errand.name))?;
            writeln!(f)?;
        }
        writeln!(f, "hops {}\nserver {}", self.hops.join(" "), self.server)?;
        writeln!(f, "window {}\ntravels {:?}", self.window, self.travels)
    }
}

impl<'a> Arbitrary<'a> for Chain {
    fn arbitrary(octets: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Self::decode(octets.bytes(octets.len())?))
    }
}
