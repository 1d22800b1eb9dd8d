//! axum in process: its router is a service, which hyper serves on the stream.

use std::process::ExitCode;

use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::routing::{any, post};
use expectspec::Stream;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;

fn main() -> ExitCode {
    expectspec::server_in_process(serve)
        .path("/echo")
        .reject_path("/reject")
        .known("../../tests/adopters/known/axum.txt")
        .main()
}

async fn serve(io: Stream) -> hyper::Result<()> {
    let router = Router::new()
        .route("/", any(|| async { "hello" }))
        .route("/echo", post(|content: Bytes| async { content }))
        .route("/reject", any(|| async { StatusCode::FORBIDDEN }));
    let service = TowerToHyperService::new(router);
    http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(io), service).await
}
