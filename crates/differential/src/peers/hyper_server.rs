//! hyper's server: the request that its service gets, and whether it invites the content.

use core::cell::RefCell;
use core::convert::Infallible;
use core::future::{Future, pending, poll_fn};
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use std::rc::Rc;

use http::{Request, Response, Version};
use http_body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;

use super::pipe::Pipe;
use crate::reading::{Content, Fields, Outcome, Reading};

/// The first request on a connection. Its service asks for content, and is given none.
pub(super) fn request(octets: &[u8]) -> Outcome {
    let pipe = Pipe::new(octets);
    let seen = Rc::new(RefCell::new(None));
    let service = service_fn(|request: Request<Incoming>| {
        seen.borrow_mut().get_or_insert_with(|| reading(&request));
        let mut content = request.into_body();
        async move {
            poll_fn(|cx| poll_once(&mut content, cx)).await;
            pending::<Result<Response<String>, Infallible>>().await
        }
    });
    let connection = http1::Builder::new().serve_connection(pipe.clone(), service);
    let mut connection = pin!(connection);
    let mut cx = Context::from_waker(Waker::noop());
    let polled = connection.as_mut().poll(&mut cx);
    if polled.is_pending() {
        // Content has been asked for by now: that is when hyper invites it.
        let _ = connection.poll(&mut cx);
    }
    match (seen.take(), polled) {
        (Some(mut reading), _) => {
            reading.awaits_100 = Some(pipe.has_written(b"HTTP/1.1 100 "));
            Outcome::Read(reading)
        }
        (None, Poll::Pending) => Outcome::Waits,
        (None, Poll::Ready(_)) => Outcome::Refuses,
    }
}

/// Says that content is wanted; whether there is some makes no difference.
fn poll_once(content: &mut Incoming, cx: &mut Context<'_>) -> Poll<()> {
    let _ = Pin::new(content).poll_frame(cx);
    Poll::Ready(())
}

fn reading(request: &Request<Incoming>) -> Reading {
    let lines = request.headers().iter().map(|(name, value)| (name.as_ref(), value.as_bytes()));
    Reading {
        method: Some(request.method().as_str().as_bytes().to_vec()),
        target: Some(request.uri().to_string().into_bytes()),
        minor: Some(u8::from(request.version() == Version::HTTP_11)),
        fields: Some(Fields::new(lines)),
        content: Some(match request.body().size_hint().exact() {
            Some(0) => Content::Nothing,
            Some(octets) => Content::Length(octets),
            None => Content::Chunked,
        }),
        ..Reading::default()
    }
}
