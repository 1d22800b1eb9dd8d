//! The command line of expectspec: arguments, a progress bar, exit codes.
#![forbid(unsafe_code)]

mod adapter;
mod address;
mod arguments;
mod catalogue;
mod client;
mod diff;
mod exit;
mod failure;
mod fuzz;
mod generate;
mod judge;
mod known;
mod output;
mod places;
mod policy;
mod progress;
mod proxy;
mod report;
mod reproduce;
mod request;
mod serve;
mod server;
mod testing;

use std::io::{self, Write as _};
use std::process::ExitCode;

use expectspec_report::Escaped;

use arguments::{Command, Refusal};
use exit::Exit;
use failure::Failure;

fn main() -> ExitCode {
    let told = match arguments::read() {
        Ok(arguments) => carry_out(&arguments.command),
        Err(Refusal::Wrong(failure)) => Err(failure),
        Err(Refusal::Told(text)) => {
            output::print(|out| out.write_all(text.as_bytes())).map(|()| Exit::Conforms)
        }
    };
    told.unwrap_or_else(|failure| complain(&failure)).into()
}

fn carry_out(command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Server(arguments) => server::server(arguments),
        Command::Client(arguments) => client::client(arguments),
        Command::Proxy(arguments) => proxy::proxy(arguments),
        Command::Fuzz(arguments) => fuzz::fuzz(arguments),
        Command::Request(arguments) => request::request(arguments),
        Command::Serve(arguments) => serve::serve(arguments),
        Command::List(arguments) => catalogue::list(arguments),
        Command::Explain(arguments) => catalogue::explain(arguments),
        Command::Judge(arguments) => judge::judge(arguments),
        Command::Report(arguments) => report::report(arguments),
        Command::Diff(arguments) => diff::diff(arguments),
        Command::Reproduce(arguments) => reproduce::reproduce(arguments),
        Command::Completions(arguments) => generate::completions(arguments),
        Command::Man => generate::man(),
    }
}

/// Says what went wrong, in one line, and with the transcript below it if there is one.
fn complain(failure: &Failure) -> Exit {
    let mut stderr = io::stderr().lock();
    // There is nobody left to tell if this fails.
    writeln!(stderr, "expectspec: {}", Escaped(&failure.to_string())).ok();
    if let Some(transcript) = failure.transcript() {
        write!(stderr, "{transcript}").ok();
    }
    failure.exit()
}
