//! `expectspec report`: a saved run in any format; and how a run is written that has just finished.

use std::io::{self, Read as _};

use expectspec_report::{Detail, Document, Paint, TextOptions};

use crate::arguments::{Format, PlaceArguments, ReportArguments, WritingArguments};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// Writes it again. How the run went is no failure of this command.
pub(crate) fn report(arguments: &ReportArguments) -> Result<Exit, Failure> {
    let mut document = read(&arguments.file)?;
    if arguments.judge_again {
        let profile = arguments.profile.unwrap_or(document.profile);
        document = document
            .judged_again(profile)
            .map_err(|error| Failure::JudgeAgain { file: name(&arguments.file), error })?;
    }
    let detail = match (arguments.quiet, arguments.verbose) {
        (true, _) => Detail::Summary,
        (false, true) => Detail::Everything,
        (false, false) => Detail::Findings,
    };
    write(&document, &arguments.writing, detail)?;
    Ok(Exit::Conforms)
}

pub(crate) fn read(file: &str) -> Result<Document, Failure> {
    let octets = match file {
        "-" => {
            let mut octets = Vec::new();
            io::stdin().lock().read_to_end(&mut octets).map(|_| octets)
        }
        _ => std::fs::read(file),
    };
    let octets = octets.map_err(|error| Failure::Read { file: name(file), error })?;
    Document::read(&octets).map_err(|error| Failure::Document { file: name(file), error })
}

fn name(file: &str) -> String {
    if file == "-" { "standard input".to_owned() } else { file.to_owned() }
}

/// Writes a document to standard output, or to a file, with a summary on standard output unless only
/// a summary is wanted.
pub(crate) fn write(
    document: &Document,
    writing: &WritingArguments,
    detail: Detail,
) -> Result<(), Failure> {
    let PlaceArguments { output: file, color } = &writing.place;
    let whole = |paint, out: &mut dyn io::Write| {
        document.write(form(writing.format, TextOptions { paint, detail }), out)
    };
    let paint = output::paint(*color);
    let Some(file) = file else { return output::print(|out| whole(paint, out)) };
    output::save(file, |out| whole(Paint::Plain, out))?;
    if detail == Detail::Summary {
        return Ok(());
    }
    let summary = TextOptions { paint, detail: Detail::Summary };
    output::print(|out| document.write(expectspec_report::Format::Text(summary), out))
}

const fn form(format: Format, options: TextOptions) -> expectspec_report::Format {
    use expectspec_report::Format as Written;

    match format {
        Format::Text => Written::Text(options),
        Format::Json => Written::Json,
        Format::Junit => Written::Junit,
        Format::Tap => Written::Tap,
        Format::Sarif => Written::Sarif,
        Format::Markdown => Written::Markdown,
        Format::Html => Written::Html,
        Format::Badge => Written::Badge,
    }
}
