//! The version of a server, by its own word.

use std::process::{Command, Stdio};

use regex_lite::Regex;

use crate::error::LabError;
use crate::subject_file::Version;

/// Asks a server for its version.
pub(crate) fn version_of(version: &Version) -> Result<String, LabError> {
    let (program, arguments) = version.command.split_first().expect("a subject has a command");
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| LabError::Command { program: program.clone(), error })?;
    // Some print it where errors go.
    let printed = [output.stdout, output.stderr].concat();
    let printed = String::from_utf8_lossy(&printed).into_owned();
    let pattern = Regex::new(&version.pattern)
        .map_err(|_| LabError::VersionPattern { pattern: version.pattern.clone() })?;
    let found = pattern.captures(&printed).and_then(|captures| captures.get(1));
    match found.map(|found| found.as_str().to_owned()) {
        Some(found) => Ok(found),
        None => Err(LabError::Version { program: program.clone(), printed }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn echo(text: &str) -> Result<String, LabError> {
        let command = vec!["echo".to_owned(), text.to_owned()];
        version_of(&Version { command, pattern: r"x/(\S+)".to_owned() })
    }

    #[test]
    fn the_first_group_is_the_version() {
        assert_eq!(echo("server x/1.2.3 (y)").unwrap(), "1.2.3");
        assert!(matches!(echo("server"), Err(LabError::Version { .. })));
    }
}
