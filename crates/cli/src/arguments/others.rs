//! The arguments of the commands that test nobody.

use clap::{Args, ValueEnum};

use expectspec_requirements::Profile;

use super::run::{ReadingArguments, profile_names};
use super::{Color, PlaceArguments, WritingArguments};

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
    /// The requirements that these cases exercise, in place of the cases; without a pattern, all.
    #[arg(long)]
    pub(crate) requirements: bool,
    /// The form of the list.
    #[arg(long, value_enum, default_value_t = CatalogueFormat::Text)]
    pub(crate) format: CatalogueFormat,
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
pub(crate) struct ReproduceArguments {
    /// The id of a case.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// The server or intermediary; for a client, where it is to connect to. By default 127.0.0.1:8080.
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) subject: Option<String>,
    /// Where an intermediary forwards to; by default 127.0.0.1:9000.
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) origin: Option<String>,
    /// Only this form, as in `reproduce ID --form bash | bash`.
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) form: Option<Manner>,
}

/// How a case is told to whoever plays it by hand.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Manner {
    /// What is written, and waited for.
    Octets,
    /// For a shell with netcat.
    Nc,
    /// For bash alone.
    Bash,
    /// For curl.
    Curl,
    /// A test with the crate `expectspec`.
    Test,
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
    /// Judge the saved transcripts again first, with the judge of this version. Nothing is played: what rests on a
    /// clock, and was not held against the subject then, is not now.
    #[arg(long)]
    pub(crate) judge_again: bool,
    /// With --judge-again: whose reading of the protocol decides, if another than in the run.
    #[arg(long, requires = "judge_again", value_parser = profile_names())]
    pub(crate) profile: Option<Profile>,
    /// Print the transcript of every case.
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Print the summary only.
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) writing: WritingArguments,
}

#[derive(Args, Debug)]
pub(crate) struct DiffArguments {
    /// The earlier run, saved with --format json.
    #[arg(value_name = "BEFORE")]
    pub(crate) before: String,
    /// The later run.
    #[arg(value_name = "AFTER")]
    pub(crate) after: String,
    /// The form of what is told.
    #[arg(long, value_enum, default_value_t = DiffForm::Text)]
    pub(crate) format: DiffForm,
}

/// The form of a diff.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum DiffForm {
    /// For people.
    Text,
    /// For a comment on a pull request.
    Markdown,
    /// For programs.
    Json,
}

/// The form of a list.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum CatalogueFormat {
    /// One a line.
    Text,
    /// For programs, with all that it takes to play the cases elsewhere.
    Json,
    /// A page with a section for each.
    Markdown,
}

/// The form of what the judge says.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum ServeRole {
    Origin,
    /// In front of the server that --origin names.
    Proxy,
}
