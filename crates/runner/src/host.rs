//! Plays one script as the origin server of a client.

use core::time::Duration;

use expectspec_catalogue::{
    Places, Script, ScriptService as Service, ScriptStep as Step, Task, Until, Upload,
};
use expectspec_judge::{Event, Said, Side, Transcript};
use expectspec_requirements::Party;
use expectspec_subject::{Client, Content, Job};

use crate::Terms;
use crate::player::{PlayError, Played};
use crate::stage::{CONNECTIONS_MAX, Source, Stage};
use crate::wire::Wire;

/// What a client may send in a case beyond three times the content that it is told to send.
const FROM_CLIENT_OCTETS_MIN: usize = 256 * 1024;
/// To a client that makes more requests than this the connection is closed.
const REQUESTS_MAX: usize = 16;
/// How long the ends of connections are waited for when the client has come to its own.
const DRAIN_MAX: Duration = Duration::from_millis(100);
pub(crate) const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

/// Starts `client` with the task of `script` and plays the script as its origin server. Ends
/// within the sum of the script's windows and one more, whatever the client does.
///
/// # Errors
/// When the client can't be started.
pub async fn play_client(
    client: &dyn Client,
    script: Script<'_>,
    places: &Places,
    terms: &Terms,
) -> Result<Played, PlayError> {
    let transcript = Transcript::new(Party::Client, client.transport(), terms.windows);
    // The clock of the transcript begins before the client does.
    let began = tokio::time::Instant::now();
    let session = match client.start(job(&script.task, places, terms)).await {
        Ok(session) => session,
        Err(error) => return Err(PlayError { error, transcript }),
    };
    let octets_max = FROM_CLIENT_OCTETS_MIN + 3 * terms.content_octets;
    let source = Source::Client(session);
    let mut stage =
        Stage::new((script, places, terms), transcript, source, octets_max).begun_at(began);
    play_and_attend(&mut stage).await;
    Ok(stage.into_played())
}

fn job(task: &Task, places: &Places, terms: &Terms) -> Job {
    Job {
        method: task.method.map(str::to_owned),
        target: format!("/expectspec-{}", places.nonce),
        content: match task.upload {
            Upload::None => Content::None,
            Upload::Known => Content::Known(terms.content_octets),
            Upload::Unknown => Content::Unknown(terms.content_octets),
        },
        requests: task.requests,
    }
}

async fn play_and_attend(stage: &mut Stage<'_>) {
    // A client opens its connections itself, so that nothing here fails.
    stage.play(Side::Inbound).await.ok();
    let mut losses = 0;
    while stage.has_lost_count && losses < REQUESTS_MAX {
        // It waits for an answer that can't come: nobody knows where its request begins.
        stage.has_lost_count = false;
        finish_all(stage).await;
        if let Some(Step::Serve(service)) = stage.script.steps.last() {
            serve(stage, *service).await;
        }
        losses += 1;
    }
    let window = Duration::from_micros(stage.terms.windows.final_us);
    if !stage.watch(window, |_| false).await {
        stage.record_quiet();
        stage.record(Side::Inbound, stage.inbound.current, Event::Said(Said::Nothing));
    }
    stage.drain(DRAIN_MAX).await;
}

/// Waits as a server does.
pub(crate) async fn wait(stage: &mut Stage<'_>, until: Until) {
    let window_us = match until {
        Until::Close => stage.terms.windows.close_us,
        _ => stage.terms.windows.final_us,
    };
    let came = move |stage: &Stage<'_>| match until {
        Until::Request => stage.inbound.waiting().is_some(),
        Until::ContentBegun => stage
            .inbound
            .at_hand(|request| request.content.first.is_some() || request.end.is_some()),
        Until::Content => {
            stage.inbound.at_hand(|request| request.end.is_some() || request.broken.is_some())
        }
        // A connection on which another request comes is not closed.
        Until::Close => stage.inbound.waiting() == Some(stage.inbound.current),
        // What a server sends, a client's case does not wait for.
        Until::Answer | Until::Final => false,
    };
    let ends = until != Until::Request;
    let done = |stage: &Stage<'_>| came(stage) || (ends && stage.inbound.is_over());
    stage.wait(stage.left_of(window_us), done).await;
    if until == Until::Request {
        stage.inbound.take_request();
    }
}

/// Answers further requests until the client is done, has been silent for the final window, or has
/// made too many.
pub(crate) async fn serve(stage: &mut Stage<'_>, service: Service<'_>) {
    let window = Duration::from_micros(stage.terms.windows.final_us);
    while stage.inbound.list.len() < CONNECTIONS_MAX {
        if stage.inbound.waiting().is_none()
            && !stage.watch(window, |stage| stage.inbound.waiting().is_some()).await
        {
            return;
        }
        if !stage.inbound.take_request() {
            return;
        }
        if stage.inbound.list.iter().map(Wire::requests).sum::<usize>() > REQUESTS_MAX {
            finish_all(stage).await;
        } else {
            answer(stage, service).await;
        }
    }
    stage.is_done = true;
}

async fn finish_all(stage: &mut Stage<'_>) {
    for index in 0..stage.inbound.list.len() {
        stage.finish(Side::Inbound, index).await;
    }
}

/// Answers the request at hand.
pub(crate) async fn answer(stage: &mut Stage<'_>, service: Service<'_>) {
    let octets = match service {
        Service::Proper(octets) | Service::AtOnce(octets) | Service::Late(octets) => octets,
    };
    let expects =
        stage.inbound.at_hand(|request| request.expects_continue() && request.end.is_none());
    if matches!(service, Service::Proper(_)) && expects {
        stage.write(Side::Inbound, CONTINUE).await;
    }
    if !matches!(service, Service::AtOnce(_)) {
        wait(stage, Until::Content).await;
    }
    let octets = stage.expand(Side::Inbound, octets);
    stage.write(Side::Inbound, &octets).await;
}
