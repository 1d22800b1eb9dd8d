//! The reference origin server, client and intermediary for HTTP's `Expect` field, as machines without
//! I/O and clock.
//!
//! [`OriginServer`] is the machine for one HTTP/1.1 connection. Octets, the client's end and the
//! time go in by `handle_*`; [`poll_notice`] tells the application what came, which answers by
//! commands such as [`respond`]; [`poll_transmit`] and [`poll_timeout`] tell the transport what to
//! do. Nothing else happens: the machine has no socket, no clock, no randomness and no log, so
//! every exchange can be replayed octet by octet. [`Policy`] holds what the RFCs leave to the
//! server, and [`next`] is the table of states.
//!
//! [`Site`] is a demo application, and [`ReferenceServer`] is both together: octets in, octets out.
//!
//! [`Client`] is the other side in the same manner, with a [policy](client::Policy) and a
//! [table](client::next) of its own, and [`ReferenceClient`] performs requests with it.
//!
//! [`Intermediary`] is the product of both: a server to its clients, a client to the next hop, with a
//! [policy](intermediary::Policy) that says who answers what.
//!
//! # A whole exchange
//!
//! A client announces five octets of content and waits (RFC 9110 §10.1.1).
//!
//! ```
//! use core::time::Duration;
//! use expectspec_engine::origin_server::{
//!     Connection, Notice, OriginServer, Policy, Response, State, Transmit,
//! };
//!
//! let mut server = OriginServer::new(Policy::default());
//! let at = Duration::from_millis;
//!
//! server.handle_octets(b"POST /up HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n", at(0));
//! assert!(server.poll_notice().is_none());
//! assert_eq!(server.state(), State::Head);
//!
//! server.handle_octets(b"Expect: 100-continue\r\n\r\n", at(1));
//! assert_eq!(server.state(), State::Due);
//! ```
//!
//! The server now owes a 100 (Continue) or a final response. The application sees the head first:
//! it could call [`respond`] with a 403 here, and the client would keep its content.
//!
//! ```
//! # use core::time::Duration;
//! # use expectspec_engine::origin_server::{
//! #     Connection, Notice, OriginServer, Policy, Response, State, Transmit,
//! # };
//! # let mut server = OriginServer::new(Policy::default());
//! # let at = Duration::from_millis;
//! # server.handle_octets(b"POST /up HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n", at(0));
//! # server.handle_octets(b"Expect: 100-continue\r\n\r\n", at(1));
//! let Some(Notice::Request(request)) = server.poll_notice() else { panic!() };
//! assert_eq!((request.method, request.path()), (&b"POST"[..], &b"/up"[..]));
//! assert!(request.expects_continue());
//!
//! server.want_content(at(2)).unwrap();
//! let Some(Transmit::Octets(octets)) = server.poll_transmit() else { panic!() };
//! assert_eq!(octets, b"HTTP/1.1 100 Continue\r\n\r\n");
//! assert_eq!(server.state(), State::Invited);
//!
//! server.handle_octets(b"hello", at(3));
//! assert!(matches!(server.poll_notice(), Some(Notice::Content(b"hello"))));
//! assert!(matches!(server.poll_notice(), Some(Notice::ContentEnd)));
//! assert_eq!(server.state(), State::Full);
//!
//! let response =
//!     Response { code: 200, fields: &[], content: b"5 octets", connection: Connection::Keep };
//! server.respond(&response, at(4)).unwrap();
//! let Some(Transmit::Octets(octets)) = server.poll_transmit() else { panic!() };
//! assert_eq!(octets, b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n5 octets");
//! assert_eq!(server.state(), State::Idle);
//! ```
//!
//! The connection persists, so the next request may come, or the client ends it.
//!
//! ```
//! # use core::time::Duration;
//! # use expectspec_engine::origin_server::{OriginServer, Policy, Transmit};
//! # let mut server = OriginServer::new(Policy::default());
//! # let at = Duration::from_millis;
//! server.handle_end(at(5));
//! assert_eq!(server.poll_transmit(), Some(Transmit::Close));
//! assert_eq!(server.poll_transmit(), None);
//! assert_eq!(server.poll_timeout(), None);
//! ```
//!
//! [`Client`]: client::Client
//! [`Intermediary`]: intermediary::Intermediary
//! [`OriginServer`]: origin_server::OriginServer
//! [`Policy`]: origin_server::Policy
//! [`Site`]: site::Site
//! [`next`]: origin_server::next
//! [`poll_notice`]: origin_server::OriginServer::poll_notice
//! [`poll_timeout`]: origin_server::OriginServer::poll_timeout
//! [`poll_transmit`]: origin_server::OriginServer::poll_transmit
//! [`respond`]: origin_server::OriginServer::respond
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod client;
pub mod intermediary;
pub mod origin_server;
pub mod reference;
pub mod site;

pub use client::ReferenceClient;
pub use reference::ReferenceServer;
