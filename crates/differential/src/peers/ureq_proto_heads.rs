//! ureq-proto: its server's request and its client's response.

use http::{HeaderMap, Request, Version};
use ureq_proto::BodyMode;
use ureq_proto::client::state::RecvResponse;
use ureq_proto::client::{Call, RecvResponseResult, SendRequestResult};
use ureq_proto::server::{RecvRequestResult, Reply};

use crate::reading::{Content, Fields, Outcome, Reading};

/// A request, and the state that the server goes to with it.
pub(super) fn request(octets: &[u8]) -> Outcome {
    let mut reply = Reply::new().expect("a new reply waits for a request");
    let (len, request) = match reply.try_request(octets) {
        Ok((len, Some(request))) => (len, request),
        Ok((_, None)) => return Outcome::Waits,
        Err(_) => return Outcome::Refuses,
    };
    let (content, awaits_100) = match reply.proceed() {
        Some(RecvRequestResult::Send100(reply)) => {
            let accepted = reply.accept(&mut [0; 64]);
            let (_, reply) = accepted.expect("there is room for a 100 (Continue)");
            (content(reply.body_mode()), true)
        }
        Some(RecvRequestResult::RecvBody(reply)) => (content(reply.body_mode()), false),
        Some(RecvRequestResult::ProvideResponse(_)) => (Content::Nothing, false),
        None => unreachable!("a request has been read"),
    };
    Outcome::Read(Reading {
        len: Some(len),
        method: Some(request.method().as_str().as_bytes().to_vec()),
        target: Some(request.uri().to_string().into_bytes()),
        minor: Some(u8::from(request.version() == Version::HTTP_11)),
        fields: Some(lines(request.headers())),
        content: Some(content),
        awaits_100: Some(awaits_100),
        ..Reading::default()
    })
}

/// A response to GET. Of an interim one the client tells no more than its length.
pub(super) fn response(octets: &[u8]) -> Outcome {
    let mut call = waiting_call();
    let (len, response) = match call.try_response(octets, false) {
        Ok((0, None)) => return Outcome::Waits,
        Ok((len, None)) => return Outcome::Read(Reading { len: Some(len), ..Reading::default() }),
        Ok((len, Some(response))) => (len, response),
        Err(_) => return Outcome::Refuses,
    };
    let content = match call.proceed() {
        Some(RecvResponseResult::RecvBody(call)) => content(call.body_mode()),
        Some(RecvResponseResult::Redirect(_) | RecvResponseResult::Cleanup(_)) => Content::Nothing,
        None => unreachable!("a response has been read"),
    };
    Outcome::Read(Reading {
        len: Some(len),
        code: Some(response.status().as_u16()),
        minor: Some(u8::from(response.version() == Version::HTTP_11)),
        fields: Some(lines(response.headers())),
        content: Some(content),
        ..Reading::default()
    })
}

/// A client whose GET is sent.
fn waiting_call() -> Call<RecvResponse> {
    let request = Request::get("http://t/").body(()).expect("a valid request");
    let mut call = Call::new(request).expect("a valid call").proceed();
    call.write(&mut [0; 256]).expect("there is room for the request");
    match call.proceed() {
        Ok(Some(SendRequestResult::RecvResponse(call))) => call,
        _ => unreachable!("GET has no content"),
    }
}

fn content(mode: BodyMode) -> Content {
    match mode {
        BodyMode::NoBody | BodyMode::LengthDelimited(0) => Content::Nothing,
        BodyMode::LengthDelimited(octets) => Content::Length(octets),
        BodyMode::Chunked => Content::Chunked,
        BodyMode::CloseDelimited => Content::UntilClose,
    }
}

fn lines(fields: &HeaderMap) -> Fields {
    Fields::new(fields.iter().map(|(name, value)| (name.as_ref(), value.as_bytes())))
}
