//! Plays one script as the client and as the origin server of an intermediary.

use core::time::Duration;

use expectspec_catalogue::{Places, Script, ScriptService as Service, Until};
use expectspec_judge::{Side, Transcript, tag_of};
use expectspec_requirements::{Form, Party};
use expectspec_subject::Intermediary;

use crate::host::CONTINUE;
use crate::player::{PlayError, Played, play_from_outside};
use crate::received::FROM_SERVER_OCTETS_MAX;
use crate::stage::{CONNECTIONS_MAX, Source, Stage};
use crate::wire::Wire;
use crate::{Terms, host};

/// Plays `script` against `subject`. Ends within the sum of the script's windows, whatever the subject
/// does.
///
/// # Errors
/// When a connection can't be opened.
pub async fn play_intermediary(
    subject: &dyn Intermediary,
    script: Script<'_>,
    places: &Places,
    terms: &Terms,
) -> Result<Played, PlayError> {
    let empty = Transcript::new(Party::Intermediary, subject.transport(), terms.windows);
    let transcript = Transcript { form: Some(subject.form()), ..empty };
    let passage = match subject.enter(&places.nonce).await {
        Ok(passage) => passage,
        Err(error) => return Err(PlayError { error, transcript }),
    };
    let source = Source::Intermediary(passage);
    // What is relayed comes twice.
    let octets_max = 2 * FROM_SERVER_OCTETS_MAX;
    let mut stage =
        Stage::new((script, places, terms), transcript, source, octets_max).between(subject.form());
    match play_from_outside(&mut stage).await {
        Ok(()) => Ok(stage.into_played()),
        Err(error) => Err(PlayError { error, transcript: stage.into_transcript() }),
    }
}

/// Waits as the origin server does.
pub(crate) async fn wait(stage: &mut Stage<'_>, until: Until) {
    match until {
        Until::Request => {
            let came = wait_for_request(stage).await;
            stage.inbound_is_idle = !(came && stage.inbound.take_request());
        }
        Until::Content | Until::ContentBegun => {
            if !is_open(stage) {
                let window = stage.left_of(stage.terms.windows.final_us);
                stage.watch(window, |stage| request_came(stage) || is_settled(stage)).await;
                stage.inbound_is_idle = !stage.inbound.take_request();
            }
            if !stage.inbound_is_idle {
                host::wait(stage, until).await;
            }
        }
        Until::Close | Until::Answer | Until::Final => host::wait(stage, until).await,
    }
}

/// Waits for the next request. Who has answered the client needs not forward anything, and a gateway
/// that sent a 100 (Continue) itself may first collect the content.
async fn wait_for_request(stage: &mut Stage<'_>) -> bool {
    let windows = stage.terms.windows;
    let continued = |stage: &Stage<'_>| {
        stage.form == Form::Gateway && stage.outbound.wire().is_some_and(Wire::is_answered)
    };
    let done = |stage: &Stage<'_>| request_came(stage) || is_settled(stage) || continued(stage);
    let came = stage.wait(stage.left_of(windows.immediate_us), done).await;
    if came && !request_came(stage) && !is_settled(stage) {
        let window = Duration::from_micros(windows.quiet_us);
        stage.watch(window, |stage| request_came(stage) || is_settled(stage)).await;
    }
    request_came(stage)
}

fn request_came(stage: &Stage<'_>) -> bool {
    stage.inbound.waiting().is_some()
}

/// Whether the client has its final response, or will have none.
fn is_settled(stage: &Stage<'_>) -> bool {
    stage.outbound.wire().is_none_or(|wire| wire.is_final_complete() || wire.is_over())
}

/// Whether the request at hand has no final response yet.
fn is_open(stage: &Stage<'_>) -> bool {
    !stage.inbound_is_idle && stage.inbound.wire().is_some_and(Wire::is_at_hand_open)
}

/// Answers requests until all clients have their final responses, or for as long as requests come
/// within the final window.
pub(crate) async fn serve(stage: &mut Stage<'_>, service: Service<'_>) {
    let window = Duration::from_micros(stage.terms.windows.final_us);
    let answered = |stage: &Stage<'_>| {
        stage.outbound.list.iter().all(|wire| wire.is_over() || wire.has_all_finals())
    };
    while stage.inbound.list.len() < CONNECTIONS_MAX {
        stage.watch(window, |stage| request_came(stage) || answered(stage)).await;
        if !stage.inbound.take_request() {
            return;
        }
        stage.inbound_is_idle = false;
        host::answer(stage, service).await;
        end_if_it_closes(stage).await;
    }
}

/// What the origin server sends: HTTP/1.0 has no interim responses (RFC 9110 §15.2), so none is sent
/// where the intermediary makes an HTTP/1.0 request of it; and a plain 100 (Continue) is for whoever
/// asked for it. A case that is about one that nobody asked for has another reason phrase.
pub(crate) fn suited(stage: &Stage<'_>, octets: Vec<u8>) -> Vec<u8> {
    let http_10 = stage.inbound.at_hand(|request| !request.version().is_11_or_later());
    let expects = stage.inbound.at_hand(|request| request.expectations.has_continue());
    if octets == CONTINUE && !expects {
        return Vec::new();
    }
    let octets = if http_10 { without_interims(&octets).to_vec() } else { octets };
    with_tag(stage, octets)
}

fn without_interims(octets: &[u8]) -> &[u8] {
    let mut rest = octets;
    while rest.starts_with(b"HTTP/1.1 1") && !rest.starts_with(b"HTTP/1.1 101") {
        let end = rest.windows(4).position(|it| it == b"\r\n\r\n");
        rest = end.map_or(b"", |end| &rest[end + 4..]);
    }
    rest
}

/// Fills in `{tag}`: the tag of the request at hand.
fn with_tag(stage: &Stage<'_>, octets: Vec<u8>) -> Vec<u8> {
    const PLACE: &[u8] = b"{tag}";
    let Some(at) = octets.windows(PLACE.len()).position(|it| it == PLACE) else { return octets };
    let target = stage.inbound.wire().map(Wire::target_at_hand).unwrap_or_default();
    let tag = tag_of(target).unwrap_or_default();
    let rest = with_tag(stage, octets[at + PLACE.len()..].to_vec());
    [&octets[..at], tag, &rest].concat()
}

/// An origin server ends a connection whose final response says so (RFC 9112 §9.6).
pub(crate) async fn end_if_it_closes(stage: &mut Stage<'_>) {
    if stage.inbound.wire().is_some_and(Wire::is_to_be_closed) {
        stage.finish(Side::Inbound, stage.inbound.current).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interim_responses_are_left_out() {
        for (octets, left) in [
            (&b"HTTP/1.1 200 OK\r\n\r\n"[..], &b"HTTP/1.1 200 OK\r\n\r\n"[..]),
            (b"HTTP/1.1 100 Continue\r\n\r\n", b""),
            (
                b"HTTP/1.1 100 \r\n\r\nHTTP/1.1 103 \r\nA: b\r\n\r\nHTTP/1.1 204 \r\n\r\n",
                b"HTTP/1.1 204 \r\n\r\n",
            ),
            (b"HTTP/1.1 101 \r\n\r\n", b"HTTP/1.1 101 \r\n\r\n"),
            (b"HTTP/1.1 100 cut", b""),
        ] {
            assert_eq!(without_interims(octets), left, "{}", octets.escape_ascii());
        }
    }
}
