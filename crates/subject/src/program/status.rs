//! How a program's output and exit tell what it delivered.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use expectspec_judge::Said;
use regex_lite::Regex;

/// Where a program tells the status codes that it was answered with.
#[derive(Clone, Debug)]
pub enum StatusFrom {
    /// Nowhere; its exit status tells success from failure.
    Exit,
    /// On its standard output: of each line the first number from 100 to 599, or the word `failure`
    /// or `success`.
    Stdout,
    /// On its standard output: what the first group of each match captures.
    Regex(Regex),
}

/// Why a text names no [`StatusFrom`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum StatusFromError {
    /// It is none of the known words.
    Unknown(String),
    /// The regular expression can't be read, or has no group.
    Regex(String),
}

impl Display for StatusFromError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(text) => write!(f, "\"{text}\" is none of exit, stdout, regex:PATTERN"),
            Self::Regex(why) => write!(f, "the pattern behind regex: {why}"),
        }
    }
}

impl core::error::Error for StatusFromError {}

impl FromStr for StatusFrom {
    type Err = StatusFromError;

    fn from_str(text: &str) -> Result<Self, StatusFromError> {
        match (text, text.strip_prefix("regex:")) {
            ("exit", _) => Ok(Self::Exit),
            ("stdout", _) => Ok(Self::Stdout),
            (_, Some(pattern)) => {
                let regex = Regex::new(pattern);
                let regex =
                    regex.map_err(|error| StatusFromError::Regex(format!("is none: {error}")))?;
                if regex.captures_len() < 2 {
                    return Err(StatusFromError::Regex("has no group for the code".to_owned()));
                }
                Ok(Self::Regex(regex))
            }
            _ => Err(StatusFromError::Unknown(text.to_owned())),
        }
    }
}

impl StatusFrom {
    /// Whether status codes are told.
    #[must_use]
    pub const fn tells(&self) -> bool {
        !matches!(self, Self::Exit)
    }

    /// What a program said of each of its `requests`.
    pub(super) fn read(&self, output: &str, succeeded: bool, requests: u8) -> Vec<Said> {
        let whether = if succeeded { Said::Success } else { Said::Failure };
        let told: Vec<Said> = match self {
            Self::Exit => return vec![whether],
            Self::Stdout => output.lines().filter_map(said_in).collect(),
            Self::Regex(regex) => regex
                .captures_iter(output)
                .filter_map(|found| said_in(found.get(1)?.as_str()))
                .collect(),
        };
        let requests = usize::from(requests);
        // A program that fails and names no refusal was not content with the response.
        let content = |said: &Said| succeeded || !matches!(said, Said::Status(..400));
        let told = told.into_iter().take(requests);
        let mut said: Vec<_> =
            told.map(|said| if content(&said) { said } else { Said::Failure }).collect();
        if said.len() < requests {
            said.push(whether);
        }
        said
    }
}

/// What a line says: the first number from 100 to 599, or the word `failure` or `success`.
fn said_in(line: &str) -> Option<Said> {
    let mut numbers = line.split(|c: char| !c.is_ascii_digit());
    let code = numbers.find_map(|digits| digits.parse().ok().filter(|it| (100..600).contains(it)));
    match code {
        Some(code) => Some(Said::Status(code)),
        None if line.contains("failure") => Some(Said::Failure),
        None if line.contains("success") => Some(Said::Success),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(from: &str, output: &str, succeeded: bool, requests: u8) -> Vec<Said> {
        from.parse::<StatusFrom>().expect("a source").read(output, succeeded, requests)
    }

    #[test]
    fn output_and_exit_tell_what_was_delivered() {
        use Said::{Failure, Status, Success};
        assert_eq!(read("exit", "404", true, 2), [Success]);
        assert_eq!(read("exit", "", false, 1), [Failure]);
        assert_eq!(read("stdout", "200", true, 1), [Status(200)]);
        assert_eq!(read("stdout", "HTTP 1.1 404 Not\n201\n", true, 2), [Status(404), Status(201)]);
        assert_eq!(read("stdout", "000\n", false, 1), [Failure]);
        assert_eq!(read("stdout", "200\n404\n", false, 2), [Failure, Status(404)]);
        assert_eq!(read("stdout", "404\n", false, 2), [Status(404), Failure]);
        assert_eq!(read("stdout", "100\n", false, 1), [Failure]);
        assert_eq!(read("stdout", "failure\n200\n", true, 2), [Failure, Status(200)]);
        assert_eq!(read("stdout", "success\n", false, 2), [Success, Failure]);
        assert_eq!(read("stdout", "done", true, 1), [Success]);
        assert_eq!(read("regex:status=(\\d+)", "x status=417 y", true, 1), [Status(417)]);
    }

    #[test]
    fn a_bad_source_is_told() {
        let error = |text: &str| text.parse::<StatusFrom>().expect_err("no source").to_string();
        assert_eq!(error("stderr"), "\"stderr\" is none of exit, stdout, regex:PATTERN");
        assert!(error("regex:(").contains("is none"));
        assert!(error("regex:\\d+").contains("has no group"));
    }
}
