//! hyper's client: the response that its user gets, or the first interim one.

use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use std::sync::{Arc, Mutex};

use http::{HeaderMap, Request, Response, StatusCode, Version};
use http_body::Body;
use hyper::body::Incoming;
use hyper::client::conn::http1::{Connection, handshake};
use hyper::ext::{ReasonPhrase, on_informational};

use super::pipe::Pipe;
use crate::reading::{Content, Fields, Outcome, Reading};

/// The first response to GET on a connection, interim or final.
pub(super) fn response(octets: &[u8]) -> Outcome {
    let mut cx = Context::from_waker(Waker::noop());
    let pipe = Pipe::new(b"");
    let Poll::Ready(Ok((mut sender, mut connection))) = pin!(handshake(pipe.clone())).poll(&mut cx)
    else {
        unreachable!("an HTTP/1.1 connection is set up without waiting for anything")
    };
    let mut request = Request::new(String::new());
    let interim = Arc::new(Mutex::new(None));
    let seen = Arc::clone(&interim);
    on_informational(&mut request, move |response| {
        let mut seen = seen.lock().expect("nobody panics with the lock");
        let (status, version) = (response.status(), response.version());
        seen.get_or_insert_with(|| reading(status, version, response.headers()));
    });
    let mut answer = pin!(sender.send_request(request));
    // The request is on its way before the response comes.
    let _ = answer.as_mut().poll(&mut cx);
    let _ = Pin::new(&mut connection).poll(&mut cx);
    pipe.come(octets);
    let ended = Pin::new(&mut connection).poll(&mut cx);
    let answer = answer.as_mut().poll(&mut cx);
    if let Some(reading) = interim.lock().expect("nobody panics with the lock").take() {
        return Outcome::Read(Reading { content: Some(Content::Nothing), ..reading });
    }
    match answer {
        Poll::Ready(Ok(response)) => {
            let reading = reading(response.status(), response.version(), response.headers());
            let reason = Some(reason(&response));
            let content = Some(content(response.into_body(), connection, &pipe));
            Outcome::Read(Reading { reason, content, ..reading })
        }
        Poll::Ready(Err(_)) => Outcome::Refuses,
        Poll::Pending if ended.is_ready() => Outcome::Refuses,
        Poll::Pending => Outcome::Waits,
    }
}

/// How content is delimited that hyper gives no length of: a connection that ends is the end of
/// it, or an error.
fn content(
    mut content: Incoming,
    mut connection: Connection<Pipe, String>,
    pipe: &Pipe,
) -> Content {
    match content.size_hint().exact() {
        Some(0) => return Content::Nothing,
        Some(octets) => return Content::Length(octets),
        None => pipe.end(),
    }
    let mut cx = Context::from_waker(Waker::noop());
    // Asked for content, the connection reads on.
    let _ = Pin::new(&mut content).poll_frame(&mut cx);
    let _ = Pin::new(&mut connection).poll(&mut cx);
    match Pin::new(&mut content).poll_frame(&mut cx) {
        Poll::Ready(None) => Content::UntilClose,
        _ => Content::Chunked,
    }
}

fn reading(status: StatusCode, version: Version, fields: &HeaderMap) -> Reading {
    let lines = fields.iter().map(|(name, value)| (name.as_ref(), value.as_bytes()));
    Reading {
        code: Some(status.as_u16()),
        minor: Some(u8::from(version == Version::HTTP_11)),
        fields: Some(Fields::new(lines)),
        ..Reading::default()
    }
}

/// The reason phrase of a final response; hyper keeps what is not the usual one.
fn reason<T>(response: &Response<T>) -> Vec<u8> {
    let usual = response.status().canonical_reason().unwrap_or_default().as_bytes();
    let kept = response.extensions().get::<ReasonPhrase>();
    kept.map_or(usual, ReasonPhrase::as_bytes).to_vec()
}
