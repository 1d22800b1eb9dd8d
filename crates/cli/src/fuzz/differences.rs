//! `expectspec fuzz server A B`: the same is sent to several servers, and what they answer differently told.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use expectspec_fuzzer::{Compared, Differ, DifferEvent, Differences, End, Group};
use expectspec_report::Escaped;
use expectspec_runner::Subject;

use super::progress::Watching;
use super::{failure, reached, settings};
use crate::arguments::FuzzServerArguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{output, places};

/// Compares the servers at these addresses. A difference is no failure: who of them is right, if anyone,
/// a run of each says.
pub(super) fn compare(
    addresses: &[String],
    arguments: &FuzzServerArguments,
) -> Result<Exit, Failure> {
    let bounds = &arguments.bounds;
    let mut servers = Vec::new();
    for address in addresses {
        let located = reached(address, bounds)?;
        let places = places::named(&arguments.places, located.places)?;
        servers.push(Compared { server: located.server, places });
    }
    let first = servers.first().expect("there are several").places.clone();
    let differ = Differ { servers, settings: settings(bounds, first)? };
    let mut watching = Watching::new(bounds);
    let mut told = Told { folder: &bounds.finds, count: 0 };
    let mut wrong = None;
    let compared = differ.run(&mut |event| match event {
        DifferEvent::Progress(progress) => watching.tell(&progress),
        DifferEvent::Found(group) => {
            let folder = told.write(group);
            let printed = folder.and_then(|folder| match bounds.quiet {
                true => Ok(()),
                false => {
                    watching.aside(|| output::print(|out| tell(group, (addresses, &folder), out)))
                }
            });
            wrong = wrong.take().or(printed.err());
        }
    });
    watching.finish();
    let differences = compared.map_err(|error| {
        let Compared { server, places } = &differ.servers[error.server];
        failure(error.error, &Subject::Server(Arc::clone(server)), &places.get)
    })?;
    if let Some(wrong) = wrong {
        return Err(wrong);
    }
    output::print(|out| sum_up(&differences, (addresses, bounds.seed), out))?;
    Ok(match differences.end {
        End::Gone { .. } => Exit::NotTested,
        End::Time | End::Executions | End::Finds => Exit::Conforms,
    })
}

/// Where differences are written to, a folder each.
struct Told<'a> {
    folder: &'a Path,
    count: usize,
}

impl Told<'_> {
    /// Writes the script, and a transcript for each server in the order of the command line.
    fn write(&mut self, group: &Group) -> Result<PathBuf, Failure> {
        self.count += 1;
        let folder = self.folder.join(format!("difference-{:02}", self.count));
        let mut files = vec![("script.txt".to_owned(), group.input.to_string())];
        for (number, transcript) in group.transcripts.iter().enumerate() {
            files.push((format!("transcript-{}.txt", number + 1), transcript.to_string()));
        }
        let failed =
            |file: &Path, error| Failure::Write { file: file.display().to_string(), error };
        fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
        for (name, text) in files {
            let file = folder.join(name);
            fs::write(&file, text).map_err(|error| failed(&file, error))?;
        }
        Ok(folder)
    }
}

/// A difference: what it is in, what each server shows, and the shortest script.
fn tell(
    group: &Group,
    (addresses, folder): (&[String], &Path),
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{} differs: {}", group.aspect, Escaped(&group.shape))?;
    for (address, showing) in addresses.iter().zip(&group.showings) {
        writeln!(out, "    {:<10} {}", showing.to_string(), Escaped(address))?;
    }
    writeln!(out, "the shortest script that shows it:")?;
    for line in group.input.to_string().lines() {
        writeln!(out, "    {}", Escaped(line))?;
    }
    writeln!(out, "written to {}\n", Escaped(&folder.display().to_string()))
}

fn sum_up(
    differences: &Differences,
    (addresses, seed): (&[String], u64),
    out: &mut dyn Write,
) -> io::Result<()> {
    let progress = &differences.progress;
    write!(
        out,
        "{} servers: {} differences; {} executions each in {:.1} s",
        addresses.len(),
        differences.groups.len(),
        progress.executions,
        progress.elapsed.as_secs_f64(),
    )?;
    if differences.unrepeated > 0 {
        write!(out, "; {} seen once and not again", differences.unrepeated)?;
    }
    writeln!(out, "; seed {seed}")
}
