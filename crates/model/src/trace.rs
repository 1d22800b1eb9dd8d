//! The way to a state, as a person wants to read it.

use core::fmt::{self, Display, Formatter};
use core::time::Duration;
use expectspec_machines::{Act, Item};

use crate::composition::Composition;
use crate::world::{Happening, Step, World};

/// The way of a composition to one of its states, step by step, and where everyone stands there.
///
/// ```
/// use expectspec_model::{Bound, Trace, families};
///
/// let family = families(Bound::Small).remove(0);
/// let trace = Trace::new(&family.compositions[0], &[]);
/// assert!(trace.to_string().contains("client opens a connection"));
/// ```
#[derive(Clone, Debug)]
pub struct Trace<'a> {
    composition: &'a Composition,
    steps: &'a [Step],
}

impl<'a> Trace<'a> {
    /// The way by these steps, which must be possible.
    #[must_use]
    pub const fn new(composition: &'a Composition, steps: &'a [Step]) -> Self {
        Self { composition, steps }
    }

    fn write(&self, f: &mut Formatter<'_>, happening: &Happening) -> fmt::Result {
        let (Happening::Hears { machine, .. }
        | Happening::Does { machine, .. }
        | Happening::Timer { machine, .. }) = happening;
        write!(f, "  {} ", self.composition.name_of(*machine))?;
        match happening {
            Happening::Timer { after, .. } => {
                writeln!(f, "has a timer that fires, after {}", Seconds(*after))
            }
            Happening::Hears { item, .. } => match item {
                Item::Connected => writeln!(f, "hears that the connection is open"),
                Item::Octets(octets) => write_octets(f, "hears", octets),
                Item::End => writeln!(f, "hears the end (FIN)"),
                Item::Reset => writeln!(f, "hears a break (RST)"),
            },
            Happening::Does { act, .. } => match act {
                Act::Open => writeln!(f, "opens a connection"),
                Act::Octets(octets) => write_octets(f, "says", octets),
                Act::ShutdownWrite => writeln!(f, "ends its direction (FIN)"),
                Act::Close => writeln!(f, "closes the connection"),
                Act::Reset => writeln!(f, "breaks the connection (RST)"),
            },
        }
    }

    fn write_standing(&self, f: &mut Formatter<'_>, world: &World) -> fmt::Result {
        let machines = world.machines().enumerate();
        // The party behind which connections are accepted has none itself.
        let last = self.composition.hops.len() + 1;
        for (index, machine) in machines.filter(|(index, _)| *index != last) {
            let name = self.composition.name_of(index);
            let timer = match world.timer(index) {
                None => "no timer".to_owned(),
                Some(after) => format!("a timer in {}", Seconds(after)),
            };
            writeln!(f, "  {name}: {}; {timer}", machine.standing())?;
        }
        Ok(())
    }
}

impl Display for Trace<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.composition)?;
        let machines = self.composition.machines();
        let (mut world, begun) = World::told_new(machines, self.composition.writes);
        begun.iter().try_for_each(|it| self.write(f, it))?;
        for step in self.steps {
            let (next, happenings) = world.told_after(*step);
            happenings.iter().try_for_each(|it| self.write(f, it))?;
            world = next;
        }
        f.write_str(if world.steps().is_empty() { NOTHING_MORE } else { SO_FAR })?;
        self.write_standing(f, &world)
    }
}

/// Heads line by line, other octets as they are.
fn write_octets(f: &mut Formatter<'_>, verb: &str, octets: &[u8]) -> fmt::Result {
    let text = octets.escape_ascii().to_string().replace("\\r\\n", "\n");
    let mut lines = text.lines().filter(|line| !line.is_empty());
    writeln!(f, "{verb}: {}", lines.next().unwrap_or_default())?;
    lines.try_for_each(|line| writeln!(f, "      {line}"))
}

struct Seconds(Duration);

impl Display for Seconds {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3} s", self.0.as_secs_f64())
    }
}

const NOTHING_MORE: &str = "  Nothing more can happen:\n";
const SO_FAR: &str = "  So far:\n";
