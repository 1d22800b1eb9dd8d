//! One execution: over sockets a task, in process a runtime of its own.

use core::pin::Pin;
use core::task::{Context, Poll, ready};

use expectspec_catalogue::{Places, Script, ScriptStep, Task};
use expectspec_judge::Transcript;
use expectspec_runner::{PlayError, Subject, Terms};
use expectspec_subject::SubjectError;
use tokio::runtime::Builder;
use tokio::task::JoinHandle;

use crate::input::OwnStep;

/// A task that ends when nobody waits for it any more.
pub(super) struct Playing(pub(super) JoinHandle<Result<Transcript, SubjectError>>);

impl Drop for Playing {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Future for Playing {
    type Output = Result<Transcript, SubjectError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let done = ready!(Pin::new(&mut self.0).poll(context));
        Poll::Ready(done.expect("playing does not panic"))
    }
}

pub(super) async fn play(
    subject: &Subject,
    task: Task,
    steps: &[OwnStep],
    places: &Places,
    terms: &Terms,
) -> Result<Transcript, SubjectError> {
    let inner: Vec<Vec<ScriptStep<'_>>> = steps.iter().map(OwnStep::inner).collect();
    let steps = steps.iter().zip(&inner).map(|(step, inner)| step.borrowed(inner));
    let steps: Vec<ScriptStep<'_>> = steps.collect();
    let script = Script { content: b"hello", task, steps: &steps };
    let played = subject.play(script, places, terms).await;
    played.map(|played| played.transcript).map_err(|PlayError { error, .. }| error)
}

/// Plays on a paused clock in a runtime of its own: no execution sees the tasks or the time of another.
pub(super) fn played_at_once(
    subject: &Subject,
    task: Task,
    steps: &[OwnStep],
    places: &Places,
    terms: &Terms,
) -> Result<Transcript, SubjectError> {
    let runtime = Builder::new_current_thread().enable_all().start_paused(true).build();
    let runtime = runtime.expect("the machine gave a runtime to the first conversation");
    runtime.block_on(play(subject, task, steps, places, terms))
}
