//! The summary: who was tested, how, and how it went.

use std::io::{self, Write};

use expectspec_evidence::{Tone, write_wrapped};

use crate::document::{Check, ServerCheck, Subject, WaitingWindows};
use crate::{Document, Paint};

pub(super) fn write(document: &Document, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let subject = &document.subject;
    let name = paint.paint(Tone::Strong, subject.title());
    writeln!(out, "subject  {name} {}", whereabouts(subject))?;
    if let Some(product) = &subject.server {
        writeln!(out, "{:<8} {product}", product_label(&document.check))?;
    }
    writeln!(out, "profile  {}", document.profile)?;
    writeln!(out, "windows  {}; {}", windows(&document.windows), first(&document.check))?;
    let counts = document.counts();
    let tone = match document.unexpected() {
        0 => Tone::Good,
        _ => Tone::Bad,
    };
    let known = match document.known() {
        0 => String::new(),
        known => format!("; of those that deviate, {known} known"),
    };
    writeln!(out, "cases    {}: {}{known}", document.cases.len(), paint.paint(tone, counts))?;
    for note in &document.notes {
        let first = format!("{}     ", paint.paint(Tone::Warning, "note"));
        write_wrapped(&first, "         ", note, out)?;
    }
    Ok(())
}

/// The party that the subject plays, and where.
pub(crate) fn whereabouts(subject: &Subject) -> String {
    let Subject { party, address, transport, .. } = subject;
    let form = subject.form.map(|form| format!(", declared a {form}")).unwrap_or_default();
    format!("({party}{form}) at {address} over {transport}")
}

/// The field in which the subject says what it is.
pub(crate) const fn product_label(check: &Check) -> &'static str {
    match check {
        Check::Server(_) => "server",
        Check::Client(_) => "agent",
        Check::Intermediary(_) => "via",
    }
}

/// How long was waited for what.
pub(crate) fn windows(windows: &WaitingWindows) -> String {
    let ms = |us: u64| us.div_ceil(1000);
    format!(
        "immediate {} ms, final {} ms, quiet {} ms, close {} ms",
        ms(windows.immediate_us),
        ms(windows.final_us),
        ms(windows.quiet_us),
        ms(windows.close_us),
    )
}

/// What the first conversation showed.
pub(crate) fn first(check: &Check) -> String {
    let ms = |us: u64| format!("{}.{:03} ms", us / 1000, us % 1000);
    match check {
        Check::Server(ServerCheck { round_trip_us, jitter_us, .. }) => {
            format!("round trip {}, give or take {}", ms(*round_trip_us), ms(*jitter_us))
        }
        Check::Intermediary(check) => {
            let time = ms(check.round_trip_us);
            let pools = if check.pools { "used again" } else { "not used again" };
            format!("round trip {time}, connections to the origin server {pools}")
        }
        Check::Client(check) => {
            let expects = match check.expects_from {
                Some(octets) => format!("an expectation with {octets} octets of content"),
                None => "no expectation with content of any size tried".to_owned(),
            };
            format!("first request after {}, {expects}", ms(check.start_us))
        }
    }
}
