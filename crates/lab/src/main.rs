//! The lab: runs the catalogue against real servers and clients on loopback, and keeps the results.
#![forbid(unsafe_code)]

mod arguments;
mod build;
mod chains;
mod children;
mod client;
mod counts;
mod emergency;
mod error;
mod examine;
mod folder;
mod install;
mod judge_again;
mod page;
mod probe;
mod results;
mod start;
mod subject_file;
mod subject_files;
mod table;
mod template;
mod version;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::Arguments;

/// Wrong usage.
const USAGE: u8 = 2;
/// A subject could not be tested.
const COULD_NOT_BE_TESTED: u8 = 3;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(if error.is_usage() { USAGE } else { COULD_NOT_BE_TESTED })
        }
    }
}
