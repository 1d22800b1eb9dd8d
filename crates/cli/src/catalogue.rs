//! `expectspec list` and `expectspec explain`: the catalogue and the requirements.

use expectspec_catalogue::{Case, Selection};
use expectspec_report::{
    write_case_explanation, write_list_json, write_list_markdown, write_list_text,
    write_requirement_explanation, write_requirements_markdown, write_requirements_text,
};
use expectspec_requirements::{ALL, Requirement};

use crate::arguments::{CatalogueFormat, ExplainArguments, ListArguments};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

pub(crate) fn list(arguments: &ListArguments) -> Result<Exit, Failure> {
    let all = expectspec_catalogue::all();
    let selection = Selection::new(arguments.patterns.clone());
    let cases = selection.choose(&all).map_err(Failure::Selection)?;
    if arguments.requirements {
        return list_requirements(arguments, &cases);
    }
    output::print(|out| match arguments.format {
        CatalogueFormat::Text => write_list_text(&cases, out),
        CatalogueFormat::Json => write_list_json(&cases, out),
        CatalogueFormat::Markdown => write_list_markdown(&cases, out),
    })?;
    Ok(Exit::Conforms)
}

/// Those that the cases exercise. The cases of a selection are named, as it is what was asked for.
fn list_requirements(arguments: &ListArguments, cases: &[&'static Case]) -> Result<Exit, Failure> {
    let is_exercised = |row: &&&'static Requirement| {
        arguments.patterns.is_empty()
            || cases.iter().any(|case| case.exercises.iter().any(|it| it.id == row.id))
    };
    let rows: Vec<_> = ALL.iter().filter(is_exercised).copied().collect();
    match arguments.format {
        CatalogueFormat::Text => output::print(|out| write_requirements_text(&rows, out))?,
        CatalogueFormat::Markdown => {
            output::print(|out| write_requirements_markdown(&rows, cases, out))?;
        }
        CatalogueFormat::Json => return Err(Failure::RequirementsAsJson),
    }
    Ok(Exit::Conforms)
}

pub(crate) fn explain(arguments: &ExplainArguments) -> Result<Exit, Failure> {
    let paint = output::paint(arguments.color);
    let id = arguments.id.as_str();
    if let Some(case) = expectspec_catalogue::find(id) {
        output::print(|out| write_case_explanation(case, paint, out))?;
    } else if let Some(requirement) = expectspec_requirements::find(&id.to_ascii_uppercase()) {
        let cases = expectspec_catalogue::all();
        output::print(|out| write_requirement_explanation(requirement, &cases, paint, out))?;
    } else {
        return Err(Failure::UnknownId(id.to_owned()));
    }
    Ok(Exit::Conforms)
}
