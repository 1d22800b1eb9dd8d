//! The command line.

mod fuzz;
mod others;
mod run;
mod subjects;

pub(crate) use fuzz::{
    BoundsArguments, FuzzArguments, FuzzClientArguments, FuzzProxyArguments, FuzzServerArguments,
    FuzzWhom,
};
pub(crate) use others::{
    CatalogueFormat, CompletionsArguments, DiffArguments, DiffForm, ExplainArguments,
    JudgeArguments, ListArguments, ListFormat, Manner, ReportArguments, ReproduceArguments,
    RequestArguments, ServeArguments, ServeRole,
};
pub(crate) use run::{Color, Format, PlaceArguments, RunArguments, WritingArguments};
pub(crate) use subjects::{
    ClientArguments, ClientSubjectArguments, PlacesArguments, ProxyArguments, ProxyRole,
    ProxySubjectArguments, ServerArguments,
};

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use crate::failure::Failure;

/// Tests HTTP/1.1 servers, clients and intermediaries against what the RFCs say on Expect, 100 (Continue) and 417.
///
/// Exit codes: 0 conforms, 1 deviates, 2 usage, 3 could not be tested, 4 nothing selected.
#[derive(Debug, Parser)]
#[command(name = "expectspec", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Test an origin server.
    Server(Box<ServerArguments>),
    /// Test a client.
    Client(Box<ClientArguments>),
    /// Test an intermediary, between a client and an origin server of ours.
    Proxy(Box<ProxyArguments>),
    /// Play generated exchanges with a subject, and shrink what deviates.
    Fuzz(FuzzArguments),
    /// Put the reference on a socket.
    Serve(ServeArguments),
    /// Make requests with the reference client.
    Request(RequestArguments),
    /// Print the cases, one a line.
    List(ListArguments),
    /// Tell all about a case or a requirement.
    Explain(ExplainArguments),
    /// Print a case as octets, for a shell, and as a test, to play it by hand.
    Reproduce(ReproduceArguments),
    /// Judge saved transcripts.
    Judge(JudgeArguments),
    /// Write a saved run again, in any format.
    Report(ReportArguments),
    /// Compare two saved runs; exit code 1 if the later one is worse.
    Diff(DiffArguments),
    /// Print the completions of a shell.
    Completions(CompletionsArguments),
    /// Print the manual page.
    Man,
}

/// Reads the command line. Help and the version are for standard output and no failure.
pub(crate) fn read() -> Result<Arguments, Refusal> {
    Arguments::try_parse().map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Refusal::Told(error.to_string()),
        _ => Refusal::Wrong(Failure::Arguments(one_line(&error.to_string()))),
    })
}

/// Why there are no arguments to go on with.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// Help or the version was asked for.
    Told(String),
    /// The arguments are wrong.
    Wrong(Failure),
}

/// What is wrong, and the tip if there is one; the usage is for `--help`.
fn one_line(error: &str) -> String {
    let mut line = String::new();
    let told = error.lines().map(str::trim).take_while(|line| !line.starts_with("Usage:"));
    for part in told.filter(|part| !part.is_empty() && !part.starts_with("For more")) {
        if !line.is_empty() {
            line.push_str(if part.starts_with(['t', '[']) { "; " } else { " " });
        }
        line.push_str(part.strip_prefix("error: ").unwrap_or(part));
    }
    line.push_str("; try expectspec --help");
    line
}
