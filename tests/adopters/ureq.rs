//! ureq on a thread, over TCP: it blocks, and waits for the 100 (Continue) if its user states the expectation.

use std::process::ExitCode;

use expectspec::Request;
use ureq::Agent;
use ureq::http;

fn main() -> ExitCode {
    expectspec::client_on_thread(send)
        .select("/handshake/")
        .select("/answer/")
        .select("/expectation-failed/")
        .select("/final-form/")
        .timeout_scale(3)
        .known("../../tests/adopters/known/ureq.txt")
        .main()
}

fn send(url: String, request: Request) -> Result<u16, ureq::Error> {
    let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).proxy(None);
    let agent: Agent = config.allow_non_standard_methods(true).build().into();
    let mut head = http::Request::builder().method(request.method.as_str()).uri(url);
    if request.content.octets() > 1000 {
        head = head.header("Content-Type", "text/plain").header("Expect", "100-continue");
    }
    let mut response = agent.run(head.body(request.octets())?)?;
    response.body_mut().read_to_vec()?;
    Ok(response.status().as_u16())
}
