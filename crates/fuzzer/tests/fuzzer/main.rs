//! The fuzzer is tested: it finds what is broken, accuses nobody falsely, and always ends.

mod common;
mod company;
mod differences;
mod finds;
mod hostile;
mod parties;
mod sockets;
