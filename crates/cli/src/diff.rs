//! `expectspec diff`: two saved runs side by side.

use expectspec_report::{Diff, DiffFormat};

use crate::arguments::{DiffArguments, DiffForm};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{output, report};

/// Writes what changed. Only what became worse is a failure.
pub(crate) fn diff(arguments: &DiffArguments) -> Result<Exit, Failure> {
    let (before, after) = (report::read(&arguments.before)?, report::read(&arguments.after)?);
    let diff = Diff::of(&before, &after).map_err(Failure::Diff)?;
    let format = match arguments.format {
        DiffForm::Text => DiffFormat::Text,
        DiffForm::Markdown => DiffFormat::Markdown,
        DiffForm::Json => DiffFormat::Json,
    };
    output::print(|out| diff.write(format, out))?;
    Ok(if diff.has_regressions() { Exit::Deviates } else { Exit::Conforms })
}
