//! `expectspec completions` and `expectspec man`: what is made from the arguments.

use clap::CommandFactory;

use crate::arguments::{Arguments, CompletionsArguments};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// Prints the completions of a shell.
pub(crate) fn completions(arguments: &CompletionsArguments) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "expectspec", &mut script);
    output::print(|out| out.write_all(&script))?;
    Ok(Exit::Conforms)
}

/// Prints the manual page, all commands in one.
pub(crate) fn man() -> Result<Exit, Failure> {
    let mut command = Arguments::command();
    command.build();
    output::print(|out| {
        clap_mangen::Man::new(command.clone()).render(out)?;
        command.get_subcommands().try_for_each(|command| {
            let page = clap_mangen::Man::new(command.clone());
            page.render_synopsis_section(out)?;
            page.render_description_section(out)?;
            page.render_options_section(out)
        })
    })?;
    Ok(Exit::Conforms)
}
