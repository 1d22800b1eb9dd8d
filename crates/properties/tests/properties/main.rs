//! Every property, on generated input and on the corpus.

mod corpus;
mod generate;
mod intermediary;
mod judge;
mod origin_server;
mod parser;
mod states;
mod table;
