//! hyper's client, in process. It knows nothing of expectations: its user states them.

use std::process::ExitCode;

use expectspec::{Ability, Content, Stream};
use futures_util::stream;
use http_body_util::{BodyExt, Full, StreamBody, combinators::BoxBody};
use hyper::body::{Bytes, Frame};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;

fn main() -> ExitCode {
    expectspec::client_in_process(send)
        .can(Ability::UnknownLength)
        .known("../../tests/adopters/known/hyper_client.txt")
        .main()
}

async fn send(io: Stream, request: expectspec::Request) -> hyper::Result<u16> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(io)).await?;
    tokio::spawn(connection);
    let mut head = hyper::Request::builder()
        .method(request.method.as_str())
        .uri(&request.target)
        .header("Host", "origin")
        .header("Content-Type", "text/plain");
    if request.content.octets() > 1000 {
        head = head.header("Expect", "100-continue");
    }
    let whole = Bytes::from(request.octets());
    let pieces = stream::iter([Ok(Frame::data(whole.clone()))]);
    let content = match request.content {
        Content::Unknown(_) => BoxBody::new(StreamBody::new(pieces)),
        Content::None | Content::Known(_) => BoxBody::new(Full::new(whole)),
    };
    let response = sender.send_request(head.body(content).expect("a request")).await?;
    let status = response.status().as_u16();
    response.into_body().collect().await?;
    Ok(status)
}
