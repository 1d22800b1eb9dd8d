//! The connections of an intermediary, and what is to be done on them.

/// One connection of an intermediary, by a number that is used again after
/// [`Close`](Transmit::Close).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Link {
    /// Toward a client, which opened it.
    Outbound(u16),
    /// Toward the next hop.
    Inbound(u16),
}

/// One thing to do on the transport of one link, in order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Transmit<'a> {
    /// A fresh connection is opened. The caller says so when it is open, or that it can't be.
    Open {
        /// Host and port, if the request names them; otherwise the caller knows the next hop.
        authority: Option<&'a [u8]>,
    },
    /// These octets are written. They are given once.
    Octets(&'a [u8]),
    /// The write side is shut (FIN); octets are still read.
    ShutdownWrite,
    /// The connection ends, or stops opening. Nothing of it is told any more.
    Close,
}
