//! `expectspec judge`: saved transcripts.

use std::io::{self, Read as _};

use expectspec_report::{Judged, Paint, write_judged_json, write_judged_text};
use expectspec_requirements::Verdict;

use crate::arguments::{JudgeArguments, ListFormat};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

pub(crate) fn judge(arguments: &JudgeArguments) -> Result<Exit, Failure> {
    let judged: Vec<_> = arguments.files.iter().map(|file| read(file)).collect::<Result<_, _>>()?;
    let profile = arguments.reading.profile;
    let write = |paint: Paint, out: &mut dyn io::Write| match arguments.format {
        ListFormat::Text => write_judged_text(&judged, profile, paint, out),
        ListFormat::Json => write_judged_json(&judged, profile, out),
    };
    match &arguments.place.output {
        Some(file) => output::save(file, |out| write(Paint::Plain, out))?,
        None => output::print(|out| write(output::paint(arguments.place.color), out))?,
    }
    let verdicts = || judged.iter().map(|one| one.verdict(profile));
    Ok(if verdicts().any(|verdict| verdict == Verdict::Deviates) {
        Exit::Deviates
    } else if verdicts().any(|verdict| verdict == Verdict::Inconclusive) {
        Exit::NotTested
    } else {
        Exit::Conforms
    })
}

fn read(file: &str) -> Result<Judged, Failure> {
    let mut text = String::new();
    let read = match file {
        "-" => io::stdin().lock().read_to_string(&mut text).map(drop),
        _ => std::fs::read_to_string(file).map(|read| text = read),
    };
    let name = || if file == "-" { "standard input".to_owned() } else { file.to_owned() };
    read.map_err(|error| Failure::Read { file: name(), error })?;
    let transcript = text.parse().map_err(|error| Failure::Transcript { file: name(), error })?;
    Ok(Judged::new(name(), transcript))
}
