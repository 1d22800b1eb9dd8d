//! The command line.

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args, Parser, Subcommand};
use expectspec_requirements::Party;

use crate::chains;
use crate::emergency::Emergency;
use crate::error::LabError;
use crate::examine::{Examined, examine};
use crate::install;
use crate::judge_again::judge_again;
use crate::results;
use crate::subject_file::SubjectFile;
use crate::subject_files::SubjectFiles;
use crate::table::Table;
use crate::version::version_of;

/// Runs the catalogue against real servers and clients on loopback and keeps the results.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// The folder of the lab: `subjects/` is read, `results/` is written.
    #[arg(long, global = true, value_name = "DIR", default_value_os_t = default_folder())]
    lab: PathBuf,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs the whole catalogue against subjects and writes their results.
    Run(RunArguments),
    /// Plays every intermediary in front of every server and every other intermediary, and writes in
    /// which cases two hops do not count the same messages.
    Chains(ChainsArguments),
    /// Judges the transcripts of all saved results again, with the judge at hand, prints what changed, and
    /// writes it.
    Judge {
        /// Write nothing, and fail where something would change.
        #[arg(long)]
        check: bool,
    },
    /// Prints the subjects, and whether they are installed.
    List,
    /// Prints the commands that install subjects.
    Install(InstallArguments),
}

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("which").required(true))]
struct RunArguments {
    /// The subjects.
    #[arg(value_name = "NAME", group = "which")]
    names: Vec<String>,
    /// Every subject there is.
    #[arg(long, group = "which")]
    all: bool,
    /// Every server.
    #[arg(long, group = "which")]
    servers: bool,
    /// Every client.
    #[arg(long, group = "which")]
    clients: bool,
    /// Every intermediary.
    #[arg(long, group = "which")]
    intermediaries: bool,
    /// Only the cases that match: a piece of an id, an id with `*`, or a requirement. Prints what
    /// they show and writes no results.
    #[arg(long, value_name = "PATTERN")]
    only: Vec<String>,
}

#[derive(Args, Debug)]
struct ChainsArguments {
    /// Only the cells between these subjects. Prints what they show and writes nothing.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    only: Vec<String>,
}

#[derive(Args, Debug)]
struct InstallArguments {
    /// The subjects.
    #[arg(value_name = "NAME", required = true)]
    names: Vec<String>,
    /// Runs the commands as well.
    #[arg(long)]
    yes: bool,
}

/// `lab/` beside `crates/`: the lab is not published, so it always runs from a checkout.
fn default_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lab")
}

impl Arguments {
    pub(crate) fn run(&self) -> Result<(), LabError> {
        let files = SubjectFiles::load(&self.lab.join("subjects"))?;
        match &self.command {
            Command::Judge { check } => judge_again(&self.lab, *check),
            Command::Run(arguments) => {
                self.run_subjects(&arguments.chosen(&files)?, &arguments.only)
            }
            Command::Chains(arguments) => chains::run(&self.lab, &files, &arguments.only),
            Command::List => {
                list(&files);
                Ok(())
            }
            Command::Install(arguments) => {
                install::install(&files.named(&arguments.names)?, arguments.yes.into())
            }
        }
    }

    fn run_subjects(&self, files: &[&SubjectFile], only: &[String]) -> Result<(), LabError> {
        let emergency = Emergency::watch()?;
        let mut table = Table::default();
        let mut failed = Vec::new();
        for file in files {
            match self.run_subject(file, only, &emergency) {
                Ok(examined) => table.add(&file.name, &examined),
                Err(error @ LabError::Pattern(_)) => return Err(error),
                Err(error) => {
                    eprintln!("{}: {error}", file.name);
                    failed.push(file.name.clone());
                }
            }
        }
        print!("{table}");
        if failed.is_empty() { Ok(()) } else { Err(LabError::NotTested(failed)) }
    }

    fn run_subject(
        &self,
        file: &SubjectFile,
        only: &[String],
        emergency: &Emergency,
    ) -> Result<Examined, LabError> {
        let examined = examine(file, only, emergency);
        // What a signal made fail is no result.
        emergency.go_on();
        let examined = examined?;
        if only.is_empty() {
            let path = self.lab.join("results").join(format!("{}.json", file.name));
            results::write(&examined, file, &path)?;
        } else {
            results::print(&examined, file)?;
        }
        Ok(examined)
    }
}

impl RunArguments {
    fn chosen<'a>(&self, files: &'a SubjectFiles) -> Result<Vec<&'a SubjectFile>, LabError> {
        if self.servers {
            Ok(files.of_party(Party::OriginServer).collect())
        } else if self.clients {
            Ok(files.of_party(Party::Client).collect())
        } else if self.intermediaries {
            Ok(files.of_party(Party::Intermediary).collect())
        } else if self.all {
            Ok(files.iter().collect())
        } else {
            files.named(&self.names)
        }
    }
}

fn list(files: &SubjectFiles) {
    for file in files.iter() {
        let version = version_of(&file.version).unwrap_or_else(|_| "not installed".to_owned());
        let party = file.party().name();
        println!("{:<22} {party:<13} {version:<16} {}", file.name, file.title);
    }
}
