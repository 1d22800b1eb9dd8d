//! The arguments of `fuzz`.

use core::time::Duration;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::run::{Percent, ReadingArguments, at_least_one, percent};
use super::{ClientSubjectArguments, Color, PlacesArguments, ProxySubjectArguments};

#[derive(Args, Debug)]
pub(crate) struct FuzzArguments {
    #[command(subcommand)]
    pub(crate) whom: FuzzWhom,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FuzzWhom {
    /// An origin server; of several, where they differ.
    Server(Box<FuzzServerArguments>),
    /// A client.
    Client(Box<FuzzClientArguments>),
    /// An intermediary, between a client and an origin server of ours.
    Proxy(Box<FuzzProxyArguments>),
}

#[derive(Args, Debug)]
pub(crate) struct FuzzServerArguments {
    /// The server: http://HOST:PORT[/PATH], HOST:PORT or unix:PATH (not with --demo). Where there are
    /// several, the same is sent to each, and what they answer differently is told, grouped by what
    /// differs.
    #[arg(value_name = "URL", required_unless_present = "demo")]
    pub(crate) subjects: Vec<String>,
    /// Fuzz the built-in reference, in process and on virtual time.
    #[arg(long, conflicts_with = "subjects")]
    pub(crate) demo: bool,
    /// With --demo: the reference's policy.
    #[arg(long, value_name = "NAME", requires = "demo")]
    pub(crate) policy: Option<String>,
    #[command(flatten)]
    pub(crate) places: PlacesArguments,
    #[command(flatten)]
    pub(crate) bounds: BoundsArguments,
}

#[derive(Args, Debug)]
pub(crate) struct FuzzClientArguments {
    #[command(flatten)]
    pub(crate) subject: ClientSubjectArguments,
    #[command(flatten)]
    pub(crate) bounds: BoundsArguments,
}

#[derive(Args, Debug)]
pub(crate) struct FuzzProxyArguments {
    /// Where clients connect to: http://HOST:PORT or unix:PATH (not with --demo).
    #[arg(value_name = "URL", conflicts_with = "demo")]
    pub(crate) address: Option<String>,
    #[command(flatten)]
    pub(crate) subject: ProxySubjectArguments,
    #[command(flatten)]
    pub(crate) bounds: BoundsArguments,
}

/// What bounds a run, and what becomes of what it finds.
#[derive(Args, Debug)]
pub(crate) struct BoundsArguments {
    /// How long to look for finds, as in 90s, 10m or 8h. What is found last may be shrunk a little longer.
    #[arg(long = "for", value_name = "TIME", default_value = "60s", value_parser = time)]
    pub(crate) time: Duration,
    /// End behind so many executions.
    #[arg(long, value_name = "N")]
    pub(crate) executions: Option<u64>,
    /// End at so many finds.
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub(crate) max_finds: Option<usize>,
    /// What inputs are made of: with the same seed, the same ones are made up.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    /// Begin with the inputs in these files: scripts as they are written with finds.
    #[arg(long, value_name = "FILE")]
    pub(crate) corpus: Vec<PathBuf>,
    /// How many executions may begin in a second.
    #[arg(long, value_name = "N", value_parser = rate)]
    pub(crate) rate: Option<u32>,
    /// How many executions may be under way at once; by default 64, with clients 16.
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub(crate) concurrency: Option<usize>,
    /// How many connections may be open at once.
    #[arg(long, value_name = "N", default_value = "128", value_parser = at_least_one)]
    pub(crate) connections: usize,
    /// Fuzz a subject that is not on this machine. It is sent octets that are meant to be misread, by
    /// it and by whatever stands before it; be sure that it is yours.
    #[arg(long)]
    pub(crate) allow_remote: bool,
    /// Wait this many times as long as usual.
    #[arg(long, value_name = "FACTOR", default_value = "1", value_parser = percent)]
    pub(crate) timeout_scale: Percent,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    /// The folder that finds are written to, a folder each: transcript, script, seeds of the fuzz
    /// targets, and a case of the catalogue.
    #[arg(long, value_name = "FOLDER", default_value = "expectspec-finds")]
    pub(crate) finds: PathBuf,
    /// Print the last line only.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Show no progress.
    #[arg(long)]
    pub(crate) no_progress: bool,
    /// Whether to paint.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// A time such as `90s`, `10m` or `8h`; without a unit, seconds.
fn time(text: &str) -> Result<Duration, &'static str> {
    let (number, seconds) = match text.as_bytes().last() {
        Some(b's') => (&text[..text.len() - 1], 1),
        Some(b'm') => (&text[..text.len() - 1], 60),
        Some(b'h') => (&text[..text.len() - 1], 3600),
        _ => (text, 1),
    };
    let number: u32 = number.parse().map_err(|_| TIME)?;
    if number == 0 { Err(TIME) } else { Ok(Duration::from_secs(u64::from(number) * seconds)) }
}

const TIME: &str = "give a time such as 90s, 10m or 8h";

fn rate(text: &str) -> Result<u32, &'static str> {
    text.parse().ok().filter(|number| *number > 0).ok_or("give a number from 1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_a_unit_or_is_in_seconds() {
        for (text, seconds) in
            [("90s", Some(90)), ("10m", Some(600)), ("8h", Some(28_800)), ("5", Some(5))]
        {
            assert_eq!(time(text).ok().map(|it| it.as_secs()), seconds, "{text}");
        }
        for text in ["", "s", "0", "0m", "-1s", "1.5s", "10d", "99999999999s", "1 s"] {
            assert!(time(text).is_err(), "{text}");
        }
    }
}
