//! Who takes part: a client, intermediaries, an origin server, what is asked for, and whose patience ends.

mod deadlock;
mod errand;
mod policies;

use core::fmt;
use core::time::Duration;

use expectspec_engine::client::{self, ReferenceClient};
use expectspec_engine::intermediary::{self, Intermediary, Role};
use expectspec_machines::{Agent, Application, TaggedSite};
use expectspec_requirements::{Form, Party};

use crate::machine::{ClientScript, Explored, OriginScript, ScriptedClient, ScriptedOrigin};
use crate::world::{World, Writes};

pub use errand::{ERRANDS, Errand, Framed, errand};
pub use policies::{GiveUp, Immediate};

/// A composition of machines. Policies go by the names of the reference's presets.
#[derive(Clone, Debug)]
pub struct Composition {
    /// The client.
    pub client: User,
    /// The policies of the intermediaries, from the client on; only the first can be `forward`.
    pub hops: Vec<&'static str>,
    /// The origin server.
    pub origin: Server,
    /// Whether anyone gives up waiting.
    pub give_up: GiveUp,
    /// When what is given out is written.
    pub writes: Writes,
}

/// A client.
#[derive(Clone, Debug)]
pub enum User {
    /// The reference client, which asks for one thing after the other on one connection, if it persists.
    Reference {
        /// Its policy.
        policy: &'static str,
        /// What it asks for.
        errands: Vec<&'static Errand>,
    },
    /// One that the reference is not.
    Scripted(&'static ClientScript),
}

/// An origin server.
#[derive(Clone, Copy, Debug)]
pub enum Server {
    /// The reference server with the demo site.
    Reference {
        /// Its policy.
        policy: &'static str,
        /// What stands behind it.
        application: Application,
        /// Whether it sends a 100 (Continue) that is due by itself in the end.
        immediate: Immediate,
    },
    /// One that the reference is not.
    Scripted(&'static OriginScript),
}

/// Who a reference machine is to the judge.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Subject {
    /// Its party.
    pub party: Party,
    /// Its form, if it is an intermediary.
    pub form: Option<Form>,
}

/// A request that a client makes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Made {
    /// Its tag.
    pub tag: String,
    /// Its content.
    pub content: Vec<u8>,
}

impl Composition {
    /// The state before anything was told.
    ///
    /// # Panics
    /// When there is no policy of that name.
    #[must_use]
    pub fn begin(&self) -> World {
        World::new(self.machines(), self.writes)
    }

    /// The machines, from the client to the origin server.
    ///
    /// # Panics
    /// When there is no policy of that name.
    #[must_use]
    pub fn machines(&self) -> Vec<Box<dyn Explored>> {
        let mut machines = vec![self.user()];
        for hop in &self.hops {
            let policy = self.give_up.of_intermediary(hop_policy(hop));
            machines.push(Box::new(Intermediary::new(policy)));
        }
        machines.push(match self.origin {
            Server::Reference { policy, application, immediate } => {
                let policy = self.give_up.of_origin_server(policy, immediate);
                Box::new(TaggedSite::new(policy, application))
            }
            Server::Scripted(script) => Box::new(ScriptedOrigin::new(script)),
        });
        machines
    }

    fn user(&self) -> Box<dyn Explored> {
        let (policy, errands) = match &self.client {
            User::Scripted(script) => return Box::new(ScriptedClient::new(script)),
            User::Reference { policy, errands } => (policy, errands),
        };
        let prefix = if self.hops.first() == Some(&"forward") { "http://t" } else { "" };
        let errands = errands.iter().enumerate();
        let requests = errands.map(|(number, errand)| errand.request(prefix, number)).collect();
        let policy = self.give_up.of_client(client_policy(policy));
        let client = ReferenceClient::new(policy, requests, Duration::ZERO);
        Box::new(Agent::new(client.expect("the errands can be sent")))
    }

    /// Who each machine is to the judge; one that follows a script is no subject.
    #[must_use]
    pub fn subjects(&self) -> Vec<Option<Subject>> {
        let client = matches!(self.client, User::Reference { .. });
        let server = matches!(self.origin, Server::Reference { .. });
        let plain = |party| Subject { party, form: None };
        let mut subjects = vec![client.then(|| plain(Party::Client))];
        subjects.extend(self.hops.iter().map(|hop| {
            let form = match hop_policy(hop).role {
                Role::Gateway => Form::Gateway,
                Role::Proxy | Role::Forward => Form::Proxy,
            };
            Some(Subject { party: Party::Intermediary, form: Some(form) })
        }));
        subjects.push(server.then(|| plain(Party::OriginServer)));
        subjects
    }

    /// The requests that the client makes, in their order.
    #[must_use]
    pub fn made(&self) -> Vec<Made> {
        let contents: Vec<Vec<u8>> = match &self.client {
            User::Reference { errands, .. } => {
                let errands = errands.iter().enumerate();
                errands.map(|(number, errand)| errand.octets(number)).collect()
            }
            User::Scripted(script) => script.contents.iter().map(|it| it.to_vec()).collect(),
        };
        let contents = contents.into_iter().enumerate();
        contents.map(|(number, content)| Made { tag: format!("0/0.{number}"), content }).collect()
    }

    /// What a person calls a machine.
    #[must_use]
    pub fn name_of(&self, machine: usize) -> String {
        match machine {
            0 => "client".into(),
            last if last > self.hops.len() + 2 => {
                format!("server {}", last - self.hops.len() - 1)
            }
            last if last > self.hops.len() => "server".into(),
            hop => format!("{} {hop}", hop_kind(self.hops[hop - 1])),
        }
    }
}

pub(crate) fn client_policy(name: &str) -> client::Policy {
    client::Policy::preset(name).expect("the name of a preset")
}

pub(crate) fn hop_policy(name: &str) -> intermediary::Policy {
    intermediary::Policy::preset(name).expect("the name of a preset")
}

fn hop_kind(name: &str) -> &'static str {
    match hop_policy(name).role {
        Role::Gateway => "gateway",
        Role::Proxy | Role::Forward => "proxy",
    }
}

impl fmt::Display for Composition {
    /// One line: the parties by their policies.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.client {
            User::Reference { policy, errands } => {
                write!(f, "client {policy} (")?;
                for (index, errand) in errands.iter().enumerate() {
                    write!(f, "{}{}", if index == 0 { "" } else { ", " }, errand.name)?;
                }
                f.write_str(")")?;
            }
            User::Scripted(script) => write!(f, "client that {}", script.name)?,
        }
        self.hops.iter().try_for_each(|hop| write!(f, " | {} {hop}", hop_kind(hop)))?;
        match self.origin {
            Server::Reference { policy, application, immediate } => {
                write!(f, " | server {policy}")?;
                if application == Application::Unasking {
                    f.write_str(", whose application never asks for content")?;
                }
                if immediate == Immediate::Never {
                    f.write_str(", no 100 (Continue) by itself")?;
                }
            }
            Server::Scripted(script) => write!(f, " | server: {}", script.name)?,
        }
        f.write_str(match self.give_up {
            GiveUp::Never => "; nobody gives up",
            GiveUp::Sometime => "; anyone may give up",
        })?;
        f.write_str(match self.writes {
            Writes::AtOnce => "",
            Writes::Anytime => ", writes take their time",
        })
    }
}
