//! The end of the tester's origin server, for netcat.

use std::io::{self, Write};

use expectspec_catalogue::{Case, Places, Task, Upload};
use expectspec_requirements::Party;

use super::acts::{Act, Before, of_origin};
use super::host_and_port;
use super::octets::Printf;

/// Writes a script that listens, and shows each request on standard error as `cat -v` does.
pub(super) fn write(
    case: &Case,
    places: &Places,
    address: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let acts = of_origin(case, places);
    let (host, port) = host_and_port(address);
    let half = if acts.iter().any(|act| matches!(act, Act::Finish(_))) { "-N " } else { "" };
    writeln!(out, "bash <<'EXPECTSPEC'")?;
    match case.party() {
        Party::Intermediary => {
            writeln!(out, "# In place of the origin server; then the client's end, elsewhere.")?;
        }
        Party::Client | Party::OriginServer => {
            writeln!(
                out,
                "# In place of the server; then have the client make {}.",
                asked(case.task)
            )?;
        }
    }
    writeln!(out, "# One connection: where the case has more, run it once for each.")?;
    writeln!(out, "pipe=$(mktemp -u) && mkfifo \"$pipe\"")?;
    writeln!(out, "request() {{ # reads a head")?;
    writeln!(out, "  while IFS= read -r line; do")?;
    writeln!(out, "    [ \"$line\" = $'\\r' ] && return 0")?;
    writeln!(out, "    printf '%s\\n' \"$line\" | cat -v >&2\n  done\n  return 1\n}}")?;
    writeln!(out, "nc {half}-l {host} {port} <\"$pipe\" | {{")?;
    acts.iter().try_for_each(|act| write_act(act, out))?;
    writeln!(out, "}} >\"$pipe\"\nrm \"$pipe\"\nEXPECTSPEC")
}

fn write_act(act: &Act, out: &mut dyn Write) -> io::Result<()> {
    match act {
        Act::Write(_, octets) => writeln!(out, "  {}", Printf(octets)),
        Act::Repeat(_, octets, times) => {
            writeln!(out, "  for i in $(seq {times}); do {}; done", Printf(octets))
        }
        Act::Wait(seconds, why) => writeln!(out, "  sleep {seconds}  # {why}"),
        Act::Request => writeln!(out, "  request"),
        Act::Serve(before, octets) => {
            let before = match before {
                Before::Nothing => "",
                Before::Continue => "printf 'HTTP/1.1 100 Continue\\r\\n\\r\\n'; sleep 1; ",
                Before::Content => "sleep 1; ",
            };
            writeln!(out, "  while request; do {before}{}; done", Printf(octets))
        }
        Act::Finish(_) => writeln!(out, "  exec >&-  # ends this direction of the connection"),
        Act::Reset(_) => {
            writeln!(out, "  # Here the tester resets the connection (RST), which nc can't.")
        }
        Act::Open(_) => Ok(()),
    }
}

/// What the client is asked for.
fn asked(task: Task) -> String {
    let method = task.method.map(|method| format!("{method} ")).unwrap_or_default();
    let content = match task.upload {
        Upload::None => "without content",
        Upload::Known => "with content for which it expects a 100",
        Upload::Unknown => "with content of unknown length",
    };
    match task.requests {
        1 => format!("a {method}request {content}"),
        number => format!("{number} {method}requests {content}, one after another"),
    }
}
