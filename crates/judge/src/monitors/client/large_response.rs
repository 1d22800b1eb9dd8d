//! A response whose length or chunk-size is more than most numbers hold (RFC 9110 §8.6, RFC 9112
//! §7.1).

use expectspec_message::{BadFraming, ChunkedError, Framing};
use expectspec_requirements::{FRM_008, FRM_009, Requirement};

use super::errand::errand_of;
use crate::monitors::between::is_shifted;
use crate::{Break, Findings, Monitor, Response, Said, View, Watched};

/// The monitors of this topic.
pub(in crate::monitors) static MONITORS: &[Monitor] = &[Monitor {
    requirements: &[&FRM_008, &FRM_009],
    role: Watched::AsClient,
    watch: counts_to_the_end,
}];

/// From this length on a client that counts in 32 bits goes wrong.
const LARGE: u64 = 1 << 31;

/// FRM-008, FRM-009: a number that does not fit is not cut to one that does.
fn counts_to_the_end(view: &View<'_>, findings: &mut Findings) {
    let connection = view.connection;
    for (index, exchange) in connection.exchanges.iter().enumerate() {
        let Some(answer) = exchange.final_response() else { continue };
        let Some(row) = endless(answer) else { continue };
        if is_shifted(view, connection, index) {
            continue;
        }
        let Some((errand, place)) = errand_of(view, index) else { continue };
        let next = connection.exchanges.get(index + 1).map(|next| next.request.start);
        // What was sent before says nothing of it.
        let next = next.filter(|next| *next > answer.start);
        let expected = "an error: the content can't have come to its end";
        match (next, errand.word.filter(|_| errand.later(place).is_empty())) {
            (Some(at), _) => {
                let found = "another request, as if the content had ended";
                findings.broken(row, "wrapped", at, expected, found);
            }
            (None, Some((Said::Failure, at))) => findings.kept(row, "refused", at),
            (None, Some((Said::Status(_) | Said::Success, at))) => {
                // It may have told what the head says, and left the content alone.
                let found = "the response told as if it were complete";
                findings.doubtful(row, "told", at, expected, found);
            }
            (None, Some((Said::Nothing, _)) | None) => {}
        }
    }
}

/// By which row the content of the response had no end when the connection had one.
fn endless(response: &Response) -> Option<&'static Requirement> {
    match (response.framing, response.broken) {
        (Framing::Length(LARGE..), Some(Break::Off))
        | (Framing::Bad(BadFraming::ContentLengthTooLarge), Some(_)) => Some(&FRM_009),
        (_, Some(Break::Chunks(ChunkedError::SizeTooLarge))) => Some(&FRM_008),
        _ => None,
    }
}
