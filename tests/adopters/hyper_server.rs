//! hyper's server, in process: it is given the stream, and nothing waits for real.

use std::convert::Infallible;
use std::process::ExitCode;

use expectspec::Stream;
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};

fn main() -> ExitCode {
    expectspec::server_in_process(serve)
        .reject_path("/reject")
        .known("../../tests/adopters/known/hyper_server.txt")
        .main()
}

async fn serve(io: Stream) -> hyper::Result<()> {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(io), service_fn(answer));
    connection.await
}

/// Refuses by the head alone, or reads the content and sends it back.
async fn answer(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (status, content) = match request.uri().path() {
        "/reject" => (StatusCode::FORBIDDEN, Bytes::new()),
        _ => match request.into_body().collect().await {
            Ok(content) => (StatusCode::OK, content.to_bytes()),
            Err(_) => (StatusCode::BAD_REQUEST, Bytes::new()),
        },
    };
    let mut response = Response::new(Full::new(content));
    *response.status_mut() = status;
    Ok(response)
}
