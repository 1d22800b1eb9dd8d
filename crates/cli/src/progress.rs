//! A progress bar on standard error, if that is a terminal.

use std::io::IsTerminal as _;

use expectspec_runner::Event;
use indicatif::{ProgressBar, ProgressStyle};

/// Shows how far a run has come.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

/// Whether a bar is wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Show {
    OnTerminal,
    Never,
}

impl Progress {
    pub(crate) fn new(show: Show) -> Self {
        let shown = show == Show::OnTerminal && std::io::stderr().is_terminal();
        let bar = if shown { ProgressBar::new(0) } else { ProgressBar::hidden() };
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}");
        bar.set_style(style.expect("the template is valid"));
        Self { bar }
    }

    pub(crate) fn handle(&mut self, event: Event<'_>) {
        match event {
            Event::Began { cases, .. } => self.bar.set_length(cases as u64),
            Event::Finished { id, .. } => {
                self.bar.set_message(id);
                self.bar.inc(1);
            }
            Event::Confirming { cases } => self.bar.inc_length(cases as u64),
        }
    }

    /// Takes the bar off the terminal, so that the report stands alone.
    pub(crate) fn finish(self) {
        self.bar.finish_and_clear();
    }
}
