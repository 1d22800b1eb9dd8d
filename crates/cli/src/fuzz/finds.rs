//! Finds as files, a folder each.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use expectspec_fuzzer::Find;

use crate::failure::Failure;

/// The folder that finds are written to.
#[derive(Debug)]
pub(crate) struct Finds<'a> {
    folder: &'a Path,
}

impl<'a> Finds<'a> {
    pub(crate) const fn new(folder: &'a Path) -> Self {
        Self { folder }
    }

    /// Writes what there is of a find, and gives the folder. What earlier runs wrote stays.
    pub(crate) fn write(&mut self, find: &Find) -> Result<PathBuf, Failure> {
        let folder = self.make(&find.name())?;
        let mut files = vec![
            ("transcript.txt".to_owned(), find.transcript.to_string().into_bytes()),
            ("script.txt".to_owned(), find.input.to_string().into_bytes()),
            ("case.rs".to_owned(), find.case().into_bytes()),
        ];
        for (index, seed) in find.seeds().into_iter().enumerate() {
            files.push((format!("seed-{}", index + 1), seed));
        }
        for (name, octets) in files {
            let file = folder.join(name);
            fs::write(&file, octets)
                .map_err(|error| Failure::Write { file: file.display().to_string(), error })?;
        }
        Ok(folder)
    }

    /// Makes a folder that is not there yet.
    fn make(&self, name: &str) -> Result<PathBuf, Failure> {
        let failed = |folder: &Path, error: io::Error| Failure::Write {
            file: folder.display().to_string(),
            error,
        };
        fs::create_dir_all(self.folder).map_err(|error| failed(self.folder, error))?;
        for number in 1..=FOLDERS_MAX {
            let suffix = if number == 1 { String::new() } else { format!("-{number}") };
            let folder = self.folder.join(format!("{name}{suffix}"));
            match fs::create_dir(&folder) {
                Ok(()) => return Ok(folder),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(failed(&folder, error)),
            }
        }
        Err(failed(&self.folder.join(name), io::ErrorKind::AlreadyExists.into()))
    }
}

/// So many runs may find the same and write it to one place.
const FOLDERS_MAX: u32 = 1000;
