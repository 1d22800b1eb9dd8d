//! The monitors of intermediaries, one file a topic, and what they have in common.

mod deframed;
mod relayed;
mod wait;

pub(super) mod added;
pub(super) mod attribution;
pub(super) mod content;
pub(super) mod early_final;
pub(super) mod expectations;
pub(super) mod fields;
pub(super) mod final_response;
pub(super) mod forwarded_head;
pub(super) mod handshake;
pub(super) mod hints;
pub(super) mod interim;
pub(super) mod interim_framing;
pub(super) mod invalid;
pub(super) mod loss;
pub(super) mod malformed;
pub(super) mod next_hop;
pub(super) mod nominated;
pub(super) mod persistence;
pub(super) mod pool;
pub(super) mod response_version;
pub(super) mod retry;
pub(super) mod tunnel;

pub(super) use deframed::{Deframed, content_of_request};
pub(super) use relayed::{Hop, Relayed, Source, TAG_FIELD, is_proxy, relayed};
