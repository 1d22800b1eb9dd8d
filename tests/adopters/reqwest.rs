//! reqwest on a thread, over TCP: it opens its connections itself.

use std::process::ExitCode;

use expectspec::Request;
use reqwest::blocking::Client;
use reqwest::{Method, redirect::Policy};

fn main() -> ExitCode {
    expectspec::client_on_thread(send)
        .select("/handshake/")
        .select("/answer/")
        .select("/expectation-failed/")
        .select("/final-form/")
        .known("../../tests/adopters/known/reqwest.txt")
        .main()
}

fn send(url: String, request: Request) -> reqwest::Result<u16> {
    let client = Client::builder().redirect(Policy::none()).no_proxy().build()?;
    let method = Method::from_bytes(request.method.as_bytes()).expect("a method");
    let mut builder = client.request(method, url).body(request.octets());
    if request.content.octets() > 1000 {
        builder = builder.header("Expect", "100-continue");
    }
    let response = builder.send()?;
    let status = response.status().as_u16();
    response.bytes()?;
    Ok(status)
}
