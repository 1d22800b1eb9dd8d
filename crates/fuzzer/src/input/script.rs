//! An input as text.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use expectspec_properties::{Schedule, ScriptError, ScriptErrorKind};

use super::{Act, Input};

impl Display for Input {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for act in &self.acts {
            match act {
                Act::Connection(number) => writeln!(f, "connection {number}")?,
                act => act.actions().iter().try_for_each(|action| writeln!(f, "{action}"))?,
            }
        }
        Ok(())
    }
}

impl FromStr for Input {
    type Err = ScriptError;

    /// Reads a script, of the fuzz target `origin_server` or with several connections. Policy and
    /// latency say nothing here.
    fn from_str(script: &str) -> Result<Self, ScriptError> {
        let mut input = Self::default();
        for (index, line) in script.lines().enumerate() {
            let at = |kind| ScriptError { line: index + 1, kind };
            if let Some(number) = line.trim().strip_prefix("connection ") {
                let number = number.parse().map_err(|_| at(ScriptErrorKind::Word))?;
                input.acts.push(Act::Connection(number));
            } else {
                let one: Schedule = line.parse().map_err(|it: ScriptError| at(it.kind))?;
                input.acts.extend(Self::from(&one).acts);
            }
        }
        Ok(input)
    }
}
