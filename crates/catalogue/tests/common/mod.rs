//! What the tests share.

use expectspec_catalogue::{Places, Service, Step};

/// What a step writes, if it writes.
pub(crate) fn octets(step: &Step) -> Option<&'static [u8]> {
    match step {
        Step::Send(octets) | Step::Dribble { octets, .. } | Step::Repeat { octets, .. } => {
            Some(octets)
        }
        Step::Serve(Service::Proper(octets) | Service::AtOnce(octets) | Service::Late(octets)) => {
            Some(octets)
        }
        _ => None,
    }
}

/// Some places.
pub(crate) fn places() -> Places {
    Places {
        host: "t".to_owned(),
        path: "/echo".to_owned(),
        get: "/".to_owned(),
        reject: "/reject".to_owned(),
        protected: "/protected".to_owned(),
        upgrade: "echo".to_owned(),
        upgrade_path: "/upgrade".to_owned(),
        authority: String::new(),
        nonce: "0".to_owned(),
    }
}
