//! What becomes of interim responses on their way.

use expectspec_judge::{Response, Side};
use expectspec_message::octet::list_members;

use super::{Hop, Passed, Relaying};

/// P47: interim responses reach an HTTP/1.1 client in their order and before the final one; all of
/// them, if the final response of the origin server does. A 100 may be the intermediary's own, or
/// asked for by it.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn interims_are_relayed_in_order(relaying: &Relaying<'_>) -> Result<(), String> {
    for passed in relaying.answered() {
        let client = passed.client;
        let Some(relayed) = relayed(&passed) else { continue };
        if !client.exchange.request.version().is_11_or_later() {
            continue;
        }
        let got: Vec<u16> = codes(client.exchange.interims());
        if others(&got) != others(&relayed) {
            return Err(format!("{got:?} of {relayed:?} to {}", client.tag().escape_ascii()));
        }
        let continues = |codes: &[u16]| codes.iter().filter(|code| **code == 100).count();
        if continues(&got) > continues(&relayed) + 1 {
            return Err(format!("{got:?} of {relayed:?} to {}", client.tag().escape_ascii()));
        }
    }
    Ok(())
}

/// P48: a client of HTTP/1.0 gets no interim response, whatever comes.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_interim_to_http_10(relaying: &Relaying<'_>) -> Result<(), String> {
    let outbound = relaying.reading.connections.iter().filter(|it| it.side == Side::Outbound);
    for exchange in outbound.flat_map(|connection| &connection.exchanges) {
        let is_11 = exchange.request.version().is_11_or_later();
        if let Some(interim) = exchange.interims().find(|_| !is_11) {
            return Err(format!("{:?} to a client of HTTP/1.0", interim.code()));
        }
    }
    Ok(())
}

/// P49: no interim response has framing fields, or a field that its `Connection` field named.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_field_of_one_connection_in_interims(relaying: &Relaying<'_>) -> Result<(), String> {
    for passed in relaying.passed() {
        let client = passed.client;
        for interim in client.exchange.interims() {
            let has =
                |name: &[u8]| interim.head.has(interim.octets(&client.connection.received), name);
            if has(b"content-length") || has(b"transfer-encoding") {
                return Err(format!("{:?} has framing fields", interim.code()));
            }
            let named = passed.attempts.iter().flat_map(|hop| nominated(*hop, interim));
            if let Some(field) = named.into_iter().find(|field| has(field)) {
                return Err(format!("{:?} has {}", interim.code(), field.escape_ascii()));
            }
        }
    }
    Ok(())
}

/// The fields that the `Connection` field of such interim responses names, in all of them.
fn nominated<'a>(hop: Hop<'a>, like: &Response) -> Vec<&'a [u8]> {
    let alike: Vec<_> = hop.exchange.interims().filter(|it| it.code() == like.code()).collect();
    let names =
        |interim: &'a Response| hop.values_of(interim, b"connection").flat_map(list_members);
    let Some((first, rest)) = alike.split_first() else { return Vec::new() };
    names(first).filter(|name| rest.iter().all(|it| names(it).any(|it| it == *name))).collect()
}

/// The interim responses before the origin server's final one, if the client got that.
fn relayed(passed: &Passed<'_>) -> Option<Vec<u16>> {
    passed.client.tagged_final()?;
    let interims = passed.attempts.iter().flat_map(|hop| hop.exchange.interims());
    Some(codes(interims))
}

fn codes<'a>(interims: impl Iterator<Item = &'a Response>) -> Vec<u16> {
    interims.filter_map(Response::code).collect()
}

fn others(codes: &[u16]) -> Vec<u16> {
    codes.iter().copied().filter(|code| *code != 100).collect()
}
