//! The reference machines behind one face, and what a connection between two of them is, without sockets
//! and without clocks.
//!
//! Who puts them next to each other says when what is under way arrives. There are two: the explored model
//! lets it arrive at any moment, and keeps states that can be copied and told apart; the properties have
//! it travel for a time that an input says, through a window of so many octets. What they have in common
//! stands here; when octets are written and delivered, with each.
//!
//! ```
//! use core::time::Duration;
//! use expectspec_engine::client::{Policy, ReferenceClient, Request};
//! use expectspec_engine::{intermediary::Link, origin_server};
//! use expectspec_machines::{Act, Agent, Application, Heard, Machine, TaggedSite};
//!
//! let requests = vec![Request::new("GET", "/expectspec-0/0.0/next", "t")];
//! let now = Duration::ZERO;
//! let mut client = Agent::new(ReferenceClient::new(Policy::default(), requests, now).unwrap());
//! let mut server = TaggedSite::new(origin_server::Policy::default(), Application::Asking);
//!
//! let (at_client, act) = client.poll_act(now).unwrap();
//! assert_eq!(act, Act::Open);
//! let at_server = server.handle_accepted(now);
//! client.handle(at_client, Heard::Connected, now);
//! let Some((_, Act::Octets(request))) = client.poll_act(now) else { panic!("a request") };
//! server.handle(at_server, Heard::Octets(&request), now);
//! let Some((_, Act::Octets(response))) = server.poll_act(now) else { panic!("a response") };
//! client.handle(at_client, Heard::Octets(&response), now);
//! assert_eq!(client.outcomes()[0].result, Ok(200));
//! assert!(server.arrived()[0].is_complete);
//! ```
#![forbid(unsafe_code)]

mod agent;
mod hop;
mod line;
mod machine;
mod site;

pub use agent::Agent;
pub use line::{End, Input, Item, Line, Output, Place};
pub use machine::{Act, Heard, Machine};
pub use site::{Application, Arrived, TaggedSite};
