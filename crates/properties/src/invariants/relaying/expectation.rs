//! What becomes of expectations on their way.

use expectspec_message::octet::list_members;

use super::{Hop, Relaying};

/// P46: the head of a request whose content is withheld goes on within `T_imm`, or a final response
/// comes, or a gateway's own 100.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn the_head_waits_for_no_content(relaying: &Relaying<'_>) -> Result<(), String> {
    for passed in relaying.passed() {
        let client = passed.client;
        let request = &client.exchange.request;
        let Some(head_end) = request.head_end.filter(|_| request.expects_continue()) else {
            continue;
        };
        let before = client.place.exchange.checked_sub(1);
        let free = match before.map(|before| &client.connection.exchanges[before]) {
            None => Some(head_end.at_us),
            Some(before) => before
                .final_response()
                .and_then(|it| it.end)
                .zip(before.request.end)
                .map(|(one, other)| one.at_us.max(other.at_us).max(head_end.at_us)),
        };
        let Some(free_us) = free else { continue };
        let due_us = free_us + relaying.immediate_us();
        let forwarded = passed.attempts.first().and_then(|it| it.exchange.request.head_end);
        let answered = client.exchange.final_response().map(|it| it.start);
        let continued = client.exchange.continue_response().map(|it| it.start);
        let gone = client.connection.server_gone();
        let content = request.content.first.filter(|it| it.at_us <= due_us);
        let done = [forwarded, answered, continued, gone, content].into_iter().flatten().min();
        let in_time = done.is_some_and(|done| done.at_us <= due_us);
        if !in_time && !client.has_left() && due_us <= relaying.over_us() {
            return Err(format!("the head of {} waited", name(client)));
        }
    }
    Ok(())
}

/// P55: the members of `Expect` go on in their order, but for 100-continue, which is the affair of
/// each hop.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn members_stay_in_order(relaying: &Relaying<'_>) -> Result<(), String> {
    for passed in relaying.passed() {
        let sent = others(passed.client);
        for attempt in &passed.attempts {
            let went_on = others(*attempt);
            if went_on != sent && !is_nominated(passed.client) {
                return Err(format!("the expectations of {} became others", name(passed.client)));
            }
        }
    }
    Ok(())
}

/// P56: what the `Connection` field of the client names goes no further.
///
/// # Errors
/// When it does not hold: what was seen.
pub fn no_expectation_that_is_nominated(relaying: &Relaying<'_>) -> Result<(), String> {
    for passed in relaying.passed().filter(|it| is_nominated(it.client)) {
        let sent: Vec<_> = passed.client.values(b"expect").collect();
        let goes_on = |hop: &&Hop<'_>| {
            let own = |value: &[u8]| value.eq_ignore_ascii_case(b"100-continue");
            // It may add one of its own.
            hop.values(b"expect").any(|value| sent.contains(&value) && !own(value))
        };
        if passed.attempts.iter().any(|hop| goes_on(&hop)) {
            return Err(format!("the expectations of {} went on", name(passed.client)));
        }
    }
    Ok(())
}

fn is_nominated(client: Hop<'_>) -> bool {
    client.exchange.request.has_member(&client.connection.sent, b"connection", b"expect")
}

/// The members that are not 100-continue.
fn others<'a>(hop: Hop<'a>) -> Vec<&'a [u8]> {
    let members = hop.values(b"expect").flat_map(list_members);
    members.filter(|member| !member.eq_ignore_ascii_case(b"100-continue")).collect()
}

fn name(hop: Hop<'_>) -> String {
    hop.tag().escape_ascii().to_string()
}
