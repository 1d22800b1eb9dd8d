//! Futures that are waited for together.

use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll};

type Member<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Futures of which the next one to be ready is wanted. They are polled in the order in which they came,
/// so that what never waits has one outcome.
pub(crate) struct Crowd<'a, T> {
    members: Vec<Member<'a, T>>,
}

impl<'a, T> Crowd<'a, T> {
    pub(crate) const fn new() -> Self {
        Self { members: Vec::new() }
    }

    pub(crate) fn add(&mut self, member: impl Future<Output = T> + 'a) {
        self.members.push(Box::pin(member));
    }

    pub(crate) const fn len(&self) -> usize {
        self.members.len()
    }

    pub(crate) fn clear(&mut self) {
        self.members.clear();
    }

    /// The next one that is ready; pending for ever if there is none.
    pub(crate) fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<T> {
        for index in 0..self.members.len() {
            if let Poll::Ready(value) = self.members[index].as_mut().poll(context) {
                drop(self.members.remove(index));
                return Poll::Ready(value);
            }
        }
        Poll::Pending
    }
}

/// The values of all futures, in their order.
pub(crate) async fn all<'a, T>(futures: impl IntoIterator<Item = Member<'a, T>>) -> Vec<T> {
    let mut members: Vec<_> = futures.into_iter().map(|it| (Some(it), None)).collect();
    poll_fn(move |context| {
        let mut is_done = true;
        for (member, value) in &mut members {
            if let Some(future) = member {
                match future.as_mut().poll(context) {
                    Poll::Ready(ready) => (*member, *value) = (None, Some(ready)),
                    Poll::Pending => is_done = false,
                }
            }
        }
        if !is_done {
            return Poll::Pending;
        }
        Poll::Ready(members.iter_mut().filter_map(|(_, value)| value.take()).collect())
    })
    .await
}
