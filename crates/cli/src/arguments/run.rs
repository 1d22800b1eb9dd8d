//! How a run goes and is told.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use expectspec_catalogue::Shard;
use expectspec_requirements::Profile;

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
    /// A file of known deviations: they fail no run, and an entry that excuses nothing does.
    #[arg(long, value_name = "FILE")]
    pub(crate) known: Option<PathBuf>,
    /// Draft such a file with all that deviates, to write the reasons into.
    #[arg(long, value_name = "FILE")]
    pub(crate) write_known: Option<PathBuf>,
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

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

/// A factor in hundredths.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Percent(pub(crate) u32);

/// A factor such as `2` or `0.5`, from 0.01 to 100.
pub(super) fn percent(text: &str) -> Result<Percent, &'static str> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|octet| octet.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(places) || places.len() > 2 {
        return Err(FACTOR);
    }
    let percent = format!("{whole}{places:0<2}").parse().map_err(|_| FACTOR)?;
    if (1..=10_000).contains(&percent) { Ok(Percent(percent)) } else { Err(FACTOR) }
}

const FACTOR: &str = "give a factor from 0.01 to 100 with at most two decimal places";

pub(super) fn at_least_one(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|number| *number > 0).ok_or("give a number from 1")
}

pub(super) fn profile_names() -> impl TypedValueParser<Value = Profile> {
    let names = Profile::ALL.map(Profile::name);
    PossibleValuesParser::new(names)
        .map(|name| Profile::from_name(&name).expect("only names of profiles are possible"))
}
