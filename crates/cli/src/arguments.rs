//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand, ValueEnum};
use expectspec_catalogue::Shard;
use expectspec_requirements::Profile;

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
    /// Put the reference on a socket.
    Serve(ServeArguments),
    /// Make requests with the reference client.
    Request(RequestArguments),
    /// Print the cases, one a line.
    List(ListArguments),
    /// Tell all about a case or a requirement.
    Explain(ExplainArguments),
    /// Judge saved transcripts.
    Judge(JudgeArguments),
    /// Write a saved run again, in any format.
    Report(ReportArguments),
    /// Print the completions of a shell.
    Completions(CompletionsArguments),
    /// Print the manual page.
    Man,
}

#[derive(Args, Debug)]
pub(crate) struct ServerArguments {
    /// The server: http://HOST:PORT[/PATH], HOST:PORT or unix:PATH (not with --demo). Behind it,
    /// patterns that choose cases: a piece of an id, an id with *, or a requirement.
    #[arg(value_name = "URL] [PATTERN")]
    pub(crate) subject_and_patterns: Vec<String>,
    /// With --adapter: the program and its arguments, without a shell.
    #[arg(last = true, value_name = "COMMAND", requires = "adapter")]
    pub(crate) command: Vec<String>,
    /// Instead of a URL: test a library without I/O in a program of any language, on virtual time, as
    /// in `server --adapter -- python3 adapter.py` (see docs/write-an-adapter.md).
    #[arg(long, conflicts_with = "demo")]
    pub(crate) adapter: bool,
    /// Test the built-in reference, in process and on virtual time.
    #[arg(long)]
    pub(crate) demo: bool,
    /// With --demo: the reference's policy; by default the one that offers all that a case needs.
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    #[command(flatten)]
    pub(crate) places: PlacesArguments,
    /// Also run the cases that hide requests in content or load a server that is not on this
    /// machine.
    #[arg(long)]
    pub(crate) desync: bool,
    #[command(flatten)]
    pub(crate) run: RunArguments,
}

#[derive(Args, Debug)]
pub(crate) struct ClientArguments {
    /// Patterns that choose cases: a piece of an id, an id with *, or a requirement.
    #[arg(value_name = "PATTERN")]
    pub(crate) patterns: Vec<String>,
    /// The client: a program and its arguments, started anew for each case, without a shell. {url},
    /// {file}, {size}, {method} and {requests} are replaced; the environment has EXPECTSPEC_URL and
    /// so on, and EXPECTSPEC_LENGTH (known, unknown or none).
    #[arg(last = true, value_name = "COMMAND")]
    pub(crate) command: Vec<String>,
    /// The command is an adapter: a program of any language around a library without I/O, which is
    /// started once and tested on virtual time (see docs/write-an-adapter.md).
    #[arg(long, conflicts_with_all = ["demo", "status_from", "can"])]
    pub(crate) adapter: bool,
    /// Test the built-in reference, in process and on virtual time.
    #[arg(long)]
    pub(crate) demo: bool,
    /// With --demo: the reference's policy; by default the one that does all that a case needs.
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    /// Where the program tells the status codes that it was answered with: exit (nowhere, but 0 is
    /// success), stdout (the first one of each line), or regex:PATTERN with a group for the code.
    #[arg(long, value_name = "SOURCE", default_value = "exit")]
    pub(crate) status_from: String,
    /// What the program does beyond what its placeholders say: unknown-length (where
    /// EXPECTSPEC_LENGTH says so), redirects, credentials, method, requests.
    #[arg(long, value_name = "ABILITY", value_delimiter = ',')]
    pub(crate) can: Vec<String>,
    #[command(flatten)]
    pub(crate) run: RunArguments,
}

#[derive(Args, Debug)]
pub(crate) struct ProxyArguments {
    /// Where clients connect to: http://HOST:PORT or unix:PATH (not with --demo). Behind it, patterns
    /// that choose cases: a piece of an id, an id with *, or a requirement.
    #[arg(value_name = "URL] [PATTERN")]
    pub(crate) subject_and_patterns: Vec<String>,
    /// Where the intermediary forwards to; we listen there as the origin server.
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) origin: Option<String>,
    /// What the intermediary is: a gateway (reverse proxy), a proxy that is reached as a server is, or
    /// a forward proxy, which takes requests in absolute-form. The duties differ.
    #[arg(long, value_enum, default_value_t = ProxyRole::Gateway, conflicts_with = "policy")]
    pub(crate) role: ProxyRole,
    /// Test the built-in reference, in process and on virtual time.
    #[arg(long)]
    pub(crate) demo: bool,
    /// With --demo: the reference's policy.
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    /// The Host field value, if it is not that of the address.
    #[arg(long, value_name = "VALUE")]
    pub(crate) host: Option<String>,
    /// Also run the cases that hide requests in content or load an intermediary that is not on this
    /// machine.
    #[arg(long)]
    pub(crate) desync: bool,
    #[command(flatten)]
    pub(crate) run: RunArguments,
}

#[derive(Args, Debug)]
pub(crate) struct RequestArguments {
    /// Where to: http://HOST:PORT[/PATH] or unix:PATH.
    #[arg(value_name = "URL")]
    pub(crate) url: String,
    /// The reference's policy.
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    /// Break one rule on purpose, to see a tester find it; "list" prints the faults that there are.
    #[arg(long, value_name = "NAME", conflicts_with = "policy")]
    pub(crate) fault: Option<String>,
    /// The method; by default PUT with content and GET without.
    #[arg(long, value_name = "TOKEN")]
    pub(crate) method: Option<String>,
    /// How many octets of content.
    #[arg(long, value_name = "OCTETS", default_value_t = 0)]
    pub(crate) size: usize,
    /// Send the content in chunks, as if the length were not known.
    #[arg(long)]
    pub(crate) chunked: bool,
    /// How many requests, one after another.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) requests: u8,
}

/// How a run goes and is told.
#[derive(Args, Debug)]
pub(crate) struct RunArguments {
    /// What the report calls the subject.
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Wait this many times as long as usual.
    #[arg(long, value_name = "FACTOR", default_value = "1", value_parser = percent)]
    pub(crate) timeout_scale: Percent,
    /// How many cases may be under way at once; by default 64 with servers, 16 with clients.
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub(crate) concurrency: Option<usize>,
    /// Makes the words that requests are told apart by.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    /// Run the K-th of N parts of the selection, so that N machines run it all.
    #[arg(long, value_name = "K/N", default_value = "1/1")]
    pub(crate) shard: Shard,
    /// Print the transcript of every case.
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Print the summary only.
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Show no progress bar.
    #[arg(long)]
    pub(crate) no_progress: bool,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    #[command(flatten)]
    pub(crate) writing: WritingArguments,
}

/// What the server has.
#[derive(Args, Clone, Debug)]
pub(crate) struct PlacesArguments {
    /// A path that answers POST with content by 2xx.
    #[arg(long, value_name = "PATH")]
    pub(crate) path: Option<String>,
    /// A path that answers GET.
    #[arg(long, value_name = "PATH")]
    pub(crate) get_path: Option<String>,
    /// A path that refuses requests without wanting their content.
    #[arg(long, value_name = "PATH")]
    pub(crate) reject_path: Option<String>,
    /// A path that wants credentials.
    #[arg(long, value_name = "PATH")]
    pub(crate) protected_path: Option<String>,
    /// A protocol that the server switches to.
    #[arg(long, value_name = "TOKEN")]
    pub(crate) upgrade: Option<String>,
    /// The path that switches to it.
    #[arg(long, value_name = "PATH")]
    pub(crate) upgrade_path: Option<String>,
    /// The Host field value, if it is not that of the address.
    #[arg(long, value_name = "VALUE")]
    pub(crate) host: Option<String>,
}

/// Whose reading of the protocol decides.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct ReadingArguments {
    /// Whose reading of the protocol decides.
    #[arg(long, default_value = "rfc9110", value_parser = profile_names())]
    pub(crate) profile: Profile,
}

/// How a report is written.
#[derive(Args, Clone, Debug)]
pub(crate) struct WritingArguments {
    /// The form of the report.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) place: PlaceArguments,
}

/// Where a result goes.
#[derive(Args, Clone, Debug)]
pub(crate) struct PlaceArguments {
    /// Write the report to this file, and a summary to standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Whether to paint.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Args, Debug)]
pub(crate) struct ServeArguments {
    /// The party that the reference plays.
    #[arg(value_enum)]
    pub(crate) role: ServeRole,
    /// Where to listen; port 0 takes a free one. The address is printed.
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:0")]
    pub(crate) listen: String,
    /// The reference's policy.
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    /// Break one rule on purpose, to see a tester find it; "list" prints the faults that there are.
    #[arg(long, value_name = "NAME", conflicts_with = "policy")]
    pub(crate) fault: Option<String>,
    /// With proxy: where to forward to.
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) origin: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ListArguments {
    /// A piece of an id, an id with *, or a requirement.
    #[arg(value_name = "PATTERN")]
    pub(crate) patterns: Vec<String>,
    /// The form of the list.
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainArguments {
    /// The id of a case or of a requirement.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Whether to paint.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Args, Debug)]
pub(crate) struct CompletionsArguments {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Args, Debug)]
pub(crate) struct JudgeArguments {
    /// Saved transcripts; - is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<String>,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    /// The form of the report.
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) place: PlaceArguments,
}

#[derive(Args, Debug)]
pub(crate) struct ReportArguments {
    /// A run that was saved with --format json; - is standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: String,
    /// Print the transcript of every case.
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Print the summary only.
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) writing: WritingArguments,
}

/// The form of a report of a run.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For programs, and for `expectspec report`.
    Json,
    /// JUnit XML.
    Junit,
    /// TAP 14.
    Tap,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// For a comment on a pull request.
    Markdown,
    /// One self-contained page.
    Html,
    /// A badge, as shields.io fetches it.
    Badge,
}

/// The form of a list, or of what the judge says.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum ServeRole {
    Origin,
    /// In front of the server that --origin names.
    Proxy,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum ProxyRole {
    Gateway,
    Proxy,
    Forward,
}

/// A factor in hundredths.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Percent(pub(crate) u32);

/// A factor such as `2` or `0.5`, from 0.01 to 100.
fn percent(text: &str) -> Result<Percent, &'static str> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|octet| octet.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(places) || places.len() > 2 {
        return Err(FACTOR);
    }
    let percent = format!("{whole}{places:0<2}").parse().map_err(|_| FACTOR)?;
    if (1..=10_000).contains(&percent) { Ok(Percent(percent)) } else { Err(FACTOR) }
}

const FACTOR: &str = "give a factor from 0.01 to 100 with at most two decimal places";

fn at_least_one(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|number| *number > 0).ok_or("give a number from 1")
}

fn profile_names() -> impl TypedValueParser<Value = Profile> {
    let names = Profile::ALL.map(Profile::name);
    PossibleValuesParser::new(names)
        .map(|name| Profile::from_name(&name).expect("only names of profiles are possible"))
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
