//! Chains: every intermediary in front of every server and of every other intermediary. Do the two hops
//! count the same messages?

mod agreement;
mod cases;
mod cell;
mod chain;
mod grid;
mod hop;
mod page;
mod results;
mod scene;
mod tap;

use std::path::Path;
use std::sync::Arc;
use std::thread;

use expectspec_requirements::Party;

use crate::emergency::Emergency;
use crate::error::LabError;
use crate::subject_file::SubjectFile;
use crate::subject_files::SubjectFiles;

use self::cases::{CASES, ChainCase};
use self::hop::Hop;

/// A subject that could not be started, and why.
#[derive(Debug)]
struct Absent {
    name: String,
    why: LabError,
}

/// The name of the file of results.
pub(crate) const RESULTS: &str = "chains";

/// Plays the grid and writes `results/chains.json` and the grid in `CHAINS.md`. With `only`, plays the
/// cells whose intermediary and next hop are both among these names, prints what is in dispute, and
/// writes nothing.
pub(crate) fn run(lab: &Path, files: &SubjectFiles, only: &[String]) -> Result<(), LabError> {
    let emergency = Emergency::watch()?;
    let taking_part: Vec<_> = match only {
        [] => files.iter().filter(|file| file.party() != Party::Client).collect(),
        _ => files.named(only)?,
    };
    let (hops, absent) = start_all(&taking_part);
    for Absent { name, why } in &absent {
        eprintln!("{name}: {why}");
    }
    let cases: Vec<&'static ChainCase> = CASES.iter().collect();
    eprintln!("{} hops, {} cases", hops.len(), cases.len());
    let cells = grid::play_grid(&hops, &cases, &|cell| {
        emergency.go_on();
        eprintln!("{}", page::line(cell));
    });
    // What a signal made fail is no result.
    emergency.go_on();
    let cells = cells?;
    if only.is_empty() {
        results::write(
            &lab.join("results").join(RESULTS).with_extension("json"),
            &hops,
            &absent,
            &cells,
        )?;
        page::write(&lab.join("CHAINS.md"), &hops, &absent, &cells)?;
    } else {
        print!("{}", page::disputes(&cells));
    }
    match absent.is_empty() {
        true => Ok(()),
        false => Err(LabError::NotTested(absent.into_iter().map(|it| it.name).collect())),
    }
}

/// Starts every subject, in the order of the names, several at a time: some have to be built first.
fn start_all(files: &[&SubjectFile]) -> (Vec<Arc<Hop>>, Vec<Absent>) {
    let (mut hops, mut absent) = (Vec::new(), Vec::new());
    for some in files.chunks(AT_ONCE) {
        let started: Vec<_> = thread::scope(|scope| {
            let starting: Vec<_> =
                some.iter().map(|file| scope.spawn(|| Hop::start(file))).collect();
            let join =
                |it: thread::ScopedJoinHandle<'_, _>| it.join().expect("a start does not panic");
            starting.into_iter().map(join).collect()
        });
        for (file, started) in some.iter().zip(started) {
            match started {
                Ok(hop) => hops.push(Arc::new(hop)),
                Err(why) => absent.push(Absent { name: file.name.clone(), why }),
            }
        }
    }
    (hops, absent)
}

/// How many subjects are started at once.
const AT_ONCE: usize = 8;
