//! actix-web on a thread, over TCP: it has a runtime of its own, and its futures are not `Send`.

use std::net::TcpListener;
use std::process::ExitCode;

use actix_web::rt::System;
use actix_web::web::{Bytes, route};
use actix_web::{App, HttpResponse, HttpServer};

fn main() -> ExitCode {
    expectspec::server_on_thread(serve)
        .select("/handshake/")
        .select("/value/")
        .select("/list/")
        .select("/unknown-expectation/")
        .select("/http-10/")
        .known("../../tests/adopters/known/actix.txt")
        .main()
}

fn serve(listener: TcpListener) {
    let app = || {
        App::new().default_service(
            route().to(|content: Bytes| async { HttpResponse::Ok().body(content) }),
        )
    };
    let server = HttpServer::new(app).workers(1).disable_signals().listen(listener);
    System::new().block_on(server.expect("the listener is bound").run()).expect("actix runs");
}
