//! The end of the tester's clients, for netcat and for bash.

use std::io::{self, Write};

use expectspec_catalogue::{Case, Places, Step};

use super::acts::{Act, of_client};
use super::host_and_port;
use super::octets::Printf;

/// Whether netcat can do it: on one connection, which is not reset, and is written to until the tester
/// ends its direction.
pub(super) fn is_for_nc(case: &Case) -> bool {
    let finish = case.script.iter().position(|step| *step == Step::Finish);
    let behind = finish.map_or(&[][..], |at| &case.script[at..]);
    let writes =
        |step: &Step| matches!(step, Step::Send(_) | Step::Dribble { .. } | Step::Repeat { .. });
    let others = |step: &Step| matches!(step, Step::Open | Step::Use(_) | Step::Reset);
    !case.script.iter().any(others) && !behind.iter().any(writes)
}

/// Writes one command. `nc -N` ends its direction of the connection at the end of what it reads, and
/// goes on with the other.
pub(super) fn write_nc(
    case: &Case,
    places: &Places,
    subject: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let acts = of_client(case, places);
    writeln!(out, "{{")?;
    for act in &acts {
        match act {
            Act::Write(_, octets) => writeln!(out, "  {}", Printf(octets))?,
            Act::Repeat(_, octets, times) => {
                writeln!(out, "  for i in $(seq {times}); do {}; done", Printf(octets))?;
            }
            // No comments: some shells take them for words when they are pasted.
            Act::Wait(seconds, _) => writeln!(out, "  sleep {seconds}")?,
            Act::Finish(_) => writeln!(out, "  exec >&-")?,
            Act::Open(_) | Act::Reset(_) | Act::Request | Act::Serve(..) => {}
        }
    }
    let half = if acts.iter().any(|act| matches!(act, Act::Finish(_))) { "-N " } else { "" };
    let (host, port) = host_and_port(subject);
    writeln!(out, "}} | nc {half}{host} {port}")
}

/// Writes a script that needs nothing but bash, and shows what comes as `cat -v` does.
pub(super) fn write_bash(
    case: &Case,
    places: &Places,
    subject: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let acts = of_client(case, places);
    let (host, port) = host_and_port(subject);
    let connections = acts.iter().filter(|act| matches!(act, Act::Open(_))).count();
    writeln!(out, "bash <<'EXPECTSPEC'")?;
    for act in &acts {
        match act {
            Act::Open(number) => {
                let (fd, to) = (descriptor(*number), shown(*number, connections));
                writeln!(
                    out,
                    "exec {fd}<>/dev/tcp/{host}/{port}; cat -v <&{fd}{to} & reader{fd}=$!"
                )?;
            }
            Act::Write(number, octets) => {
                writeln!(out, "{} >&{}", Printf(octets), descriptor(*number))?;
            }
            Act::Repeat(number, octets, times) => {
                let (octets, fd) = (Printf(octets), descriptor(*number));
                writeln!(out, "for i in $(seq {times}); do {octets}; done >&{fd}")?;
            }
            Act::Wait(seconds, why) => writeln!(out, "sleep {seconds}  # {why}")?,
            Act::Finish(_) => writeln!(
                out,
                "# Here the tester ends its direction of the connection (FIN), which bash can't."
            )?,
            Act::Reset(number) => {
                let fd = descriptor(*number);
                writeln!(out, "# The tester resets the connection; bash can only close it.")?;
                writeln!(out, "kill $reader{fd}; exec {fd}>&-")?;
            }
            Act::Request | Act::Serve(..) => {}
        }
    }
    let readers: Vec<_> = (0..connections).map(|it| format!("$reader{}", descriptor(it))).collect();
    writeln!(out, "kill {} 2>/dev/null", readers.join(" "))?;
    writeln!(out, "exit 0\nEXPECTSPEC")
}

/// The first three are taken.
const fn descriptor(connection: usize) -> usize {
    connection + 3
}

/// Where what comes goes to: of several connections, each line tells its own.
fn shown(number: usize, connections: usize) -> String {
    match connections {
        1 => String::new(),
        _ => format!(" > >(sed -u 's/^/{number}: /')"),
    }
}
