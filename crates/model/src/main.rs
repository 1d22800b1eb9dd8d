//! Explores the reference, and prints what came of it: a table, and the one deadlock.
#![forbid(unsafe_code)]

use std::io::{self, Write};
use std::process::ExitCode;

use expectspec_model::{Bound, Survey, families};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let bound = match words[..] {
        [] | ["--bound", "full"] => Bound::Full,
        ["--bound", "small"] => Bound::Small,
        _ => {
            eprintln!("usage: expectspec-model [--bound small|full]");
            return ExitCode::from(2);
        }
    };
    match survey(bound, &mut io::stdout().lock()) {
        Ok(survey) if survey.wrong.is_none() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("failed to print: {error}");
            ExitCode::from(2)
        }
    }
}

fn survey(bound: Bound, out: &mut impl Write) -> io::Result<Survey> {
    let mut sum = Survey::default();
    writeln!(out, "{}", Survey::head())?;
    for family in families(bound) {
        let survey = Survey::of(&family);
        writeln!(out, "{}", survey.row(family.name))?;
        sum = sum.and(&survey);
    }
    writeln!(out, "{}\n\n{sum}", sum.row("all"))?;
    Ok(sum)
}
