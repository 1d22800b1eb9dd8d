//! A client that is ready to be started: its files written to a directory, and built.

use expectspec_subject::Program;
use tempfile::TempDir;

use crate::build;
use crate::error::LabError;
use crate::folder;
use crate::subject_file::{Build, Client, File};
use crate::template;

/// A client that is ready to be started. Its directory goes when this does.
#[derive(Debug)]
pub(crate) struct Built {
    program: Program,
    _dir: TempDir,
}

impl Built {
    /// Writes the files of a client and builds it.
    pub(crate) fn new(files: &[File], build: &Build, client: &Client) -> Result<Self, LabError> {
        let dir = folder::new()?;
        let fill = |template: &str| template::fill_dir(template, dir.path());
        folder::write(files, dir.path(), |text| Ok(fill(text)))?;
        build::run_all(build, dir.path(), |word| Ok(fill(word)))?;
        let command = client.command.iter().map(|word| fill(word)).collect();
        let program = Program::new(command, client.status_from.clone(), &client.can);
        Ok(Self { program, _dir: dir })
    }

    /// What starts it.
    pub(crate) fn program(&self) -> Program {
        self.program.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(script: &str) -> Vec<String> {
        ["sh", "-c", script].map(str::to_owned).to_vec()
    }

    fn built(script: &str) -> Result<Built, LabError> {
        let file = File { name: "a".into(), text: "in {dir}, {else}".into(), executable: false };
        let client = Client {
            command: words("{dir} {url}"),
            status_from: "exit".parse().unwrap(),
            can: Vec::new(),
            concurrency: 1,
        };
        Built::new(&[file], &Build { commands: vec![words(script)] }, &client)
    }

    #[test]
    fn a_build_runs_in_the_directory_with_its_files() {
        let built = built("test \"$(cat a)\" = \"in $PWD, {else}\" && test {dir} = $PWD").unwrap();
        let dir = built._dir.path().to_owned();
        let command = format!("{:?}", built.program());
        assert!(command.contains(&format!("{} {{url}}", dir.display())), "{command}");
        drop(built);
        assert!(!dir.exists());
    }

    #[test]
    fn a_build_that_fails_gives_one_clear_error() {
        let text = built("echo no such type; exit 3").unwrap_err().to_string();
        let expected = "\"sh -c echo no such type; exit 3\" failed: exit status: 3; \
                        it said \"no such type\"";
        assert_eq!(text, expected);
    }
}
