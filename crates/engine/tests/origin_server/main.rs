//! What holds of the reference origin server, one file a topic.

mod commands;
mod connection_under_test;
mod ends;
mod expectations;
mod framing;
mod handshake;
mod heads;
mod pipelining;
mod properties;
mod refusals;
mod site;
mod states;
mod timers;
mod upgrade;
