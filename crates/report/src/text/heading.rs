//! The summary: who was tested, how, and how it went.

use std::io::{self, Write};

use expectspec_catalogue::Need;
use expectspec_judge::Windows;
use expectspec_requirements::Verdict;
use expectspec_runner::{Check, Conclusion, FirstConversation};

use super::wrap::write_wrapped;
use crate::paint::Tone;
use crate::{Counts, Escaped, Paint, Report};

pub(super) fn write(report: &Report<'_>, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let (run, subject) = (report.run, report.subject);
    let name = match &subject.version {
        Some(version) => format!("{} {version}", subject.name),
        None => subject.name.clone(),
    };
    let name = paint.paint(Tone::Strong, Escaped(&name));
    let (party, address) = (subject.party, Escaped(&run.address));
    let form = run.form.map(|form| format!(", declared a {form}")).unwrap_or_default();
    writeln!(out, "subject  {name} ({party}{form}) at {address} over {}", run.transport)?;
    if let Some(product) = run.first.product() {
        let label = match run.first {
            FirstConversation::Server(_) => "server",
            FirstConversation::Client(_) => "agent ",
            FirstConversation::Intermediary(_) => "via   ",
        };
        writeln!(out, "{label}   {}", Escaped(product))?;
    }
    writeln!(out, "profile  {}", run.profile)?;
    writeln!(out, "windows  {}; {}", windows(&run.windows), first(&run.first))?;
    let counts = Counts::of_run(run);
    let tone = match counts.of_verdict(Verdict::Deviates) {
        0 => Tone::Good,
        _ => Tone::Bad,
    };
    writeln!(out, "cases    {}: {}", run.cases.len(), paint.paint(tone, counts))?;
    for note in notes(report) {
        let first = format!("{}     ", paint.paint(Tone::Warning, "note"));
        write_wrapped(&first, "         ", &note, out)?;
    }
    Ok(())
}

fn windows(windows: &Windows) -> String {
    let ms = |us: u64| us.div_ceil(1000);
    format!(
        "immediate {} ms, final {} ms, quiet {} ms, close {} ms",
        ms(windows.immediate_us),
        ms(windows.final_us),
        ms(windows.quiet_us),
        ms(windows.close_us),
    )
}

fn first(first: &FirstConversation) -> String {
    let ms = |us: u64| format!("{}.{:03} ms", us / 1000, us % 1000);
    match first {
        FirstConversation::Server(Check { round_trip_us, jitter_us, .. }) => {
            format!("round trip {}, give or take {}", ms(*round_trip_us), ms(*jitter_us))
        }
        FirstConversation::Intermediary(check) => {
            let time = ms(check.round_trip_us);
            let pools = if check.pools { "used again" } else { "not used again" };
            format!("round trip {time}, connections to the origin server {pools}")
        }
        FirstConversation::Client(check) => {
            let expects = match check.expects_from {
                Some(octets) => format!("an expectation with {octets} octets of content"),
                None => "no expectation with content of any size tried".to_owned(),
            };
            format!("first request after {}, {expects}", ms(check.start_us))
        }
    }
}

/// What the reader has to know to value the counts.
fn notes(report: &Report<'_>) -> Vec<String> {
    let run = report.run;
    let mut notes = Vec::new();
    if let Some(id) = run.died_after {
        notes.push(format!("the subject no longer answers; it fell silent during or after {id}"));
    }
    let lacks_content =
        |conclusion: &Conclusion| matches!(conclusion, Conclusion::Lacks(Need::AcceptsContent));
    let without_content = run.cases.iter().filter(|case| lacks_content(&case.conclusion)).count();
    let FirstConversation::Server(check) = &run.first else { return notes };
    if !check.accepts_content && without_content > 0 {
        let answer = match check.post_status {
            Some(code) => format!("is answered {code}"),
            None => "is not answered".to_owned(),
        };
        notes.push(format!(
            "POST {} {answer}; cases that need their content read were not run \
             ({without_content}); name a path that answers POST with 2xx by --path",
            Escaped(report.path),
        ));
    }
    if report.left_out.dangerous > 0 {
        notes.push(format!(
            "cases that hide requests in content or load the server were left out ({}), since it \
             is not on this machine; --desync runs them too",
            report.left_out.dangerous,
        ));
    }
    if !check.serves_in_parallel {
        notes.push("the subject serves one connection at a time, and so went the cases".to_owned());
    }
    notes
}
