//! Those whose reading ours is held against.

mod httparse_heads;
mod hyper_client;
mod hyper_server;
mod pipe;
mod ureq_proto_heads;

use crate::reading::{Outcome, Role};

/// Another reader of heads.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Who {
    /// The parser that most of Rust uses.
    Httparse,
    /// hyper's server and client, on a connection in memory.
    Hyper,
    /// The sans-I/O machines of ureq.
    UreqProto,
}

impl Who {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Httparse, Self::Hyper, Self::UreqProto];

    /// Its reading of the octets as the head of a request, or of a response to GET.
    #[must_use]
    pub fn read(self, role: Role, octets: &[u8]) -> Outcome {
        match (self, role) {
            (Self::Httparse, Role::Request) => httparse_heads::request(octets),
            (Self::Httparse, Role::Response) => httparse_heads::response(octets),
            (Self::Hyper, Role::Request) => hyper_server::request(octets),
            (Self::Hyper, Role::Response) => hyper_client::response(octets),
            (Self::UreqProto, Role::Request) => ureq_proto_heads::request(octets),
            (Self::UreqProto, Role::Response) => ureq_proto_heads::response(octets),
        }
    }
}
