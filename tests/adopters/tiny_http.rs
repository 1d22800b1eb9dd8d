//! tiny_http on a thread, over TCP: it blocks.

use std::net::TcpListener;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use tiny_http::{Request, Response, Server};

fn main() -> ExitCode {
    expectspec::server_on_thread(serve)
        .select("/handshake/")
        .select("/value/")
        .select("/list/")
        .select("/unknown-expectation/")
        .select("/http-10/")
        .known("../../tests/adopters/known/tiny_http.txt")
        .main()
}

fn serve(listener: TcpListener) {
    let server = Arc::new(Server::from_listener(listener, None).expect("the listener is bound"));
    // A request whose content never comes must not keep the others waiting.
    for request in server.incoming_requests() {
        thread::spawn(move || answer(request));
    }
}

fn answer(mut request: Request) {
    let mut content = Vec::new();
    let status = if request.as_reader().read_to_end(&mut content).is_ok() { 200 } else { 400 };
    // The client may be gone.
    request.respond(Response::from_data(content).with_status_code(status)).ok();
}
