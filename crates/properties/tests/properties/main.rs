//! Every property, on generated input and on the corpus.

mod chain;
mod client;
mod corpus;
mod differential;
mod generate;
mod intermediary;
mod judge;
mod origin_server;
mod parser;
#[cfg(feature = "planted")]
mod planted;
mod relaying;
mod requesting;
mod states;
mod table;
