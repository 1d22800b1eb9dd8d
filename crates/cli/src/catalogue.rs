//! `expectspec list` and `expectspec explain`: the catalogue and the requirements.

use expectspec_catalogue::Selection;
use expectspec_report::{
    write_case_explanation, write_list_json, write_list_text, write_requirement_explanation,
};

use crate::arguments::{ExplainArguments, ListArguments, ListFormat};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

pub(crate) fn list(arguments: &ListArguments) -> Result<Exit, Failure> {
    let all = expectspec_catalogue::all();
    let selection = Selection::new(arguments.patterns.clone());
    let cases = selection.choose(&all).map_err(Failure::Selection)?;
    output::print(|out| match arguments.format {
        ListFormat::Text => write_list_text(&cases, out),
        ListFormat::Json => write_list_json(&cases, out),
    })?;
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
