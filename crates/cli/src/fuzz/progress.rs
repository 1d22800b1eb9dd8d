//! How far a run is, on standard error: a line on a terminal, or one now and then.

use core::time::Duration;
use std::io::{IsTerminal as _, Write as _, stderr};

use expectspec_fuzzer::{Event, Progress};
use indicatif::{ProgressBar, ProgressStyle};

use crate::arguments::BoundsArguments;

/// Shows how far a run is.
#[derive(Debug)]
pub(crate) enum Watching {
    /// A line that is written over.
    Terminal(ProgressBar),
    /// A line of its own each time, so often.
    Log {
        /// When the last one was written.
        told: Duration,
    },
    /// Nothing.
    Hidden,
}

impl Watching {
    pub(crate) fn new(bounds: &BoundsArguments) -> Self {
        if bounds.quiet || bounds.no_progress {
            return Self::Hidden;
        }
        if !stderr().is_terminal() {
            return Self::Log { told: Duration::ZERO };
        }
        let bar = ProgressBar::new_spinner();
        let style = ProgressStyle::with_template("{spinner} {wide_msg}");
        bar.set_style(style.expect("the template is valid"));
        Self::Terminal(bar)
    }

    pub(crate) fn handle(&mut self, event: &Event<'_>) {
        if let Event::Progress(progress) = event {
            self.tell(progress);
        }
    }

    pub(crate) fn tell(&mut self, progress: &Progress) {
        match self {
            Self::Terminal(bar) => {
                bar.set_message(line(progress));
                bar.tick();
            }
            Self::Log { told } if progress.elapsed >= *told + TOLD_EVERY => {
                *told = progress.elapsed;
                // There is nobody to tell if this fails.
                writeln!(stderr(), "{}", line(progress)).ok();
            }
            Self::Log { .. } | Self::Hidden => {}
        }
    }

    /// Does something that prints, with the line out of its way.
    pub(crate) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        match self {
            Self::Terminal(bar) => bar.suspend(print),
            Self::Log { .. } | Self::Hidden => print(),
        }
    }

    /// Takes the line off the terminal.
    pub(crate) fn finish(&self) {
        if let Self::Terminal(bar) = self {
            bar.finish_and_clear();
        }
    }
}

fn line(progress: &Progress) -> String {
    let Progress { elapsed, executions, states, inputs, finds, suspected, .. } = progress;
    let (seconds, rate) = (elapsed.as_secs(), progress.rate());
    let at_hand = if *suspected > 0 { format!(" ({suspected} at hand)") } else { String::new() };
    format!(
        "{seconds} s: {executions} executions, {rate}/s; {states} states by {inputs} inputs; {finds} finds{at_hand}"
    )
}

/// Where standard error is no terminal, progress is told so often.
const TOLD_EVERY: Duration = Duration::from_secs(10);
