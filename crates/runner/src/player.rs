//! Plays one script as the client of a server.

use expectspec_catalogue::{Places, Script, Until};
use expectspec_judge::{Side, Transcript};
use expectspec_requirements::Party;
use expectspec_subject::{Server, SubjectError};

use crate::Terms;
use crate::received::FROM_SERVER_OCTETS_MAX;
use crate::stage::{Source, Stage};
use crate::wire::Wire;

/// What came of playing a case.
#[derive(Debug)]
pub struct Played {
    /// All that passed.
    pub transcript: Transcript,
    /// Whether the subject sent more than a case reads; the transcript ends there.
    pub flooded: bool,
}

/// Why a case could not be played.
#[derive(Debug)]
pub struct PlayError {
    /// Why no connection could be opened.
    pub error: SubjectError,
    /// What passed before.
    pub transcript: Transcript,
}

/// Plays `script` against `subject`. Ends within the sum of the script's windows, whatever the
/// subject does.
///
/// # Errors
/// When a connection can't be opened.
pub async fn play(
    subject: &dyn Server,
    script: Script<'_>,
    places: &Places,
    terms: &Terms,
) -> Result<Played, PlayError> {
    let transcript = Transcript::new(Party::OriginServer, subject.transport(), terms.windows);
    let source = Source::Server(subject);
    let mut stage = Stage::new((script, places, terms), transcript, source, FROM_SERVER_OCTETS_MAX);
    match play_from_outside(&mut stage).await {
        Ok(()) => Ok(stage.into_played()),
        Err(error) => Err(PlayError { error, transcript: stage.into_transcript() }),
    }
}

/// Opens a first connection and plays the script on it.
pub(crate) async fn play_from_outside(stage: &mut Stage<'_>) -> Result<(), SubjectError> {
    stage.open().await?;
    stage.play(Side::Outbound).await
}

/// Waits as a client does.
pub(crate) async fn wait(stage: &mut Stage<'_>, until: Until) {
    let windows = stage.terms.windows;
    let window_us = match until {
        Until::Answer => windows.immediate_us,
        Until::Final | Until::Request | Until::ContentBegun | Until::Content => windows.final_us,
        Until::Close => windows.close_us,
    };
    let came = move |wire: &Wire| match until {
        Until::Answer => wire.is_answered(),
        Until::Final => wire.is_final_complete(),
        Until::Close => false,
        // Only clients send requests.
        Until::Request | Until::ContentBegun | Until::Content => true,
    };
    let done =
        |stage: &Stage<'_>| stage.outbound.wire().is_none_or(|wire| came(wire) || wire.is_over());
    stage.wait(stage.left_of(window_us), done).await;
    if until == Until::Final
        && let Some(wire) = stage.outbound.wire_mut()
    {
        wire.next_exchange();
    }
}
