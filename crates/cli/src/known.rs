//! `--known` and `--write-known`: what a run is held against, and what is drafted from it.

use expectspec_catalogue::Shard;
use expectspec_report::{Document, KnownFile, LeftOut};
use expectspec_runner::{Coverage, Known, Run};

use crate::arguments::RunArguments;
use crate::failure::Failure;
use crate::output;

/// A file of known deviations, and how much of what it tells of is run.
#[derive(Debug)]
pub(crate) struct Excuses {
    known: Option<Known>,
    coverage: Coverage,
}

impl Excuses {
    /// Reads the file, if there is one, before anything is run.
    pub(crate) fn read(arguments: &RunArguments, patterns: &[String]) -> Result<Self, Failure> {
        let is_whole = patterns.is_empty() && arguments.shard == Shard::WHOLE;
        let coverage = if is_whole { Coverage::Whole } else { Coverage::Part };
        let Some(path) = &arguments.known else { return Ok(Self { known: None, coverage }) };
        let file = path.display().to_string();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return Err(Failure::Read { file, error }),
        };
        let known = Known::parse(&text).map_err(|error| Failure::Known { file, error })?;
        Ok(Self { known: Some(known), coverage })
    }

    /// Tells known deviations from others.
    pub(crate) fn apply(&self, document: &mut Document, run: &Run, left_out: LeftOut) -> KnownFile {
        let Some(known) = &self.known else { return KnownFile::Fits };
        let coverage = if left_out.dangerous > 0 { Coverage::Part } else { self.coverage };
        document.excuse(run, known, coverage)
    }
}

/// Drafts the file, if one is wanted.
pub(crate) fn draft(document: &Document, arguments: &RunArguments) -> Result<(), Failure> {
    match &arguments.write_known {
        Some(file) => output::save(file, |out| document.write_known(out)),
        None => Ok(()),
    }
}
