//! How to get the subjects.

use std::process::Command;

use crate::error::LabError;
use crate::subject_file::SubjectFile;

/// Whether to run the commands that install.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Consent {
    /// They are printed only.
    Print,
    /// They are printed and run.
    Run,
}

impl From<bool> for Consent {
    fn from(yes: bool) -> Self {
        if yes { Self::Run } else { Self::Print }
    }
}

/// Prints the commands that install these subjects, and runs them if it may.
pub(crate) fn install(files: &[&SubjectFile], consent: Consent) -> Result<(), LabError> {
    for command in commands(files) {
        let line = command.join(" ");
        println!("{line}");
        if consent == Consent::Run {
            run(&command, line)?;
        }
    }
    let fetched = packages(files, |file| &file.install.crates);
    if !fetched.is_empty() {
        println!("# fetched when they are built: {}", fetched.join(" "));
    }
    Ok(())
}

/// One command for each kind of package.
fn commands(files: &[&SubjectFile]) -> Vec<Vec<String>> {
    [
        (APT, packages(files, |file| &file.install.debian)),
        (PIP, packages(files, |file| &file.install.pypi)),
        (NPM, packages(files, |file| &file.install.npm)),
    ]
    .into_iter()
    .filter(|(_, names)| !names.is_empty())
    .map(|(command, names)| command.iter().map(|&word| word.to_owned()).chain(names).collect())
    .collect()
}

/// The names of one kind that any of these subjects wants, each once.
fn packages(files: &[&SubjectFile], of: fn(&SubjectFile) -> &Vec<String>) -> Vec<String> {
    let mut names: Vec<String> = files.iter().flat_map(|file| of(file).iter().cloned()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn run(command: &[String], line: String) -> Result<(), LabError> {
    let (program, arguments) = command.split_first().expect("a command has a program");
    let status = Command::new(program)
        .args(arguments)
        .status()
        .map_err(|error| LabError::Command { program: program.clone(), error })?;
    if status.success() { Ok(()) } else { Err(LabError::Install { command: line, status }) }
}

const APT: &[&str] = &["apt-get", "install", "--yes", "--no-install-recommends"];
const PIP: &[&str] = &["python3", "-m", "pip", "install"];
const NPM: &[&str] = &["npm", "install", "--global"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_command_for_each_kind_of_package() {
        let subject = |packages: &str| -> SubjectFile {
            toml::from_str(&format!(
                "name = \"\"\ntitle = \"\"\nhomepage = \"\"\nnotes = \"\"\n\
                 install = {{ {packages} }}\n[version]\ncommand = [\"a\"]\npattern = \"\"\n\
                 [start]\ncommand = [\"a\"]\n"
            ))
            .unwrap()
        };
        let (a, b) =
            (subject("debian = [\"a\"]"), subject("debian = [\"a\", \"b\"], npm = [\"c\"]"));
        let commands: Vec<_> = commands(&[&b, &a]).iter().map(|words| words.join(" ")).collect();
        assert_eq!(
            commands,
            ["apt-get install --yes --no-install-recommends a b", "npm install --global c"]
        );
    }
}
