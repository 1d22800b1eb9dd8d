//! A small run made by hand: one case for each verdict, none of which needs a subject.

use std::borrow::Cow;

use expectspec_catalogue::{Case, Need};
use expectspec_judge::{Basis, Fact, Finding, Transcript, Windows};
use expectspec_report::{Document, Format, LeftOut, Report, Subject};
use expectspec_requirements::{
    CON_006, Outcome, Party, Profile, Requirement, SRV_001, SRV_008, Verdict,
};
use expectspec_runner::{CaseRun, Check, Conclusion, FirstConversation, Run};

static BREAKS: Case = case("origin-server/a-topic/breaks");
static BREAKS_TOO: Case = case("origin-server/a-topic/breaks-too");
static CHOOSES: Case = case("origin-server/a-topic/chooses");
static IS_UNWISE: Case = case("origin-server/a-topic/is-unwise");
static KEEPS: Case = case("origin-server/a-topic/keeps");
static LACKS: Case = case("origin-server/another-topic/lacks");
static IS_UNCLEAR: Case = case("origin-server/another-topic/is-unclear");

const fn case(id: &'static str) -> Case {
    Case { id, purpose: "Holds the content back.", exercises: EXERCISED, ..Case::PLAIN }
}

const EXERCISED: &[&Requirement] = &[&SRV_001];

const SHORT: &str = "# subject: origin-server  transport: h1/tcp
    0.000 outbound > POST / HTTP/1.1
                   > Host: t
                   > Content-Length: 5
                   > Expect: 100-continue
                   >
 5000.000 outbound . quiet
 5000.100 outbound > \"hello\"
 5000.300 outbound < HTTP/1.1 200 OK\\x1b[2J
                   < Content-Length: 0
                   <
";

/// A transcript of forty entries.
fn long() -> String {
    let mut text = SHORT.to_owned();
    for number in 0..36 {
        text += &format!("{:>9} outbound . quiet\n", format!("{}.000", 5001 + number));
    }
    text
}

fn finding(
    requirement: &'static Requirement,
    outcome: Outcome,
    mark: &'static str,
    expected: &'static str,
    found: &'static str,
    entry: u32,
) -> Finding {
    let (found, basis) = (Cow::Borrowed(found), Basis::Octets);
    Finding { requirement, outcome, mark, expected, found, entry, basis }
}

fn judged(
    case: &'static Case,
    verdict: Verdict,
    transcript: &str,
    findings: Vec<Finding>,
) -> CaseRun {
    let transcript: Transcript = transcript.parse().expect("a transcript");
    let conclusion = Conclusion::Judged { transcript, findings, flooded: false };
    CaseRun { case, verdict, conclusion }
}

fn cases() -> Vec<CaseRun> {
    let expected = "an immediate 100 or a final response";
    let broken =
        |found, entry| vec![finding(&SRV_001, Outcome::Broken, "silence", expected, found, entry)];
    let unwise = finding(
        &CON_006,
        Outcome::Broken,
        "no-close",
        "the close connection option",
        "a response without it, by \u{202e}x/1\x1b[31m",
        3,
    );
    let kept = finding(&SRV_001, Outcome::Kept, "continue", "", "", 1);
    let chosen = finding(&SRV_008, Outcome::Chosen, "417", "", "", 3);
    let unclear = finding(&SRV_001, Outcome::Unclear, "race", "", "the content crossed the 100", 2);
    vec![
        judged(&BREAKS, Verdict::Deviates, SHORT, broken("nothing in 5000 ms", 1)),
        judged(&BREAKS_TOO, Verdict::Deviates, &long(), broken("nothing in 4999 ms", 1)),
        judged(&CHOOSES, Verdict::Permitted, SHORT, vec![chosen]),
        judged(&IS_UNWISE, Verdict::Discouraged, &long(), vec![unwise]),
        judged(&KEEPS, Verdict::Conforms, SHORT, vec![kept]),
        judged(&IS_UNCLEAR, Verdict::Inconclusive, SHORT, vec![unclear]),
        CaseRun {
            case: &LACKS,
            verdict: Verdict::Unsupported,
            conclusion: Conclusion::Lacks(Need::AcceptsContent),
        },
    ]
}

/// The run.
pub(crate) fn run() -> Run {
    Run {
        address: "192.0.2.1:80".to_owned(),
        party: Party::OriginServer,
        form: None,
        transport: "h1/tcp",
        profile: Profile::Rfc9110,
        first: FirstConversation::Server(Check {
            get_status: 200,
            post_status: Some(405),
            accepts_content: false,
            persists: true,
            serves_in_parallel: false,
            round_trip_us: 310,
            jitter_us: 42,
            server: Some("teapot/1.0 \x1b]0;owned\x07".to_owned()),
        }),
        windows: Windows::default(),
        cases: cases(),
        facts: vec![
            Fact {
                name: "unknown-expectation",
                question: "How is an expectation other than 100-continue answered?",
                value: "417 (1)".to_owned(),
            },
            Fact {
                name: "continue-latency",
                question: "How long does a 100 take?",
                value: "min 0.300 median 0.300 max 0.300 ms (1 times)".to_owned(),
            },
        ],
        died_after: Some(IS_UNCLEAR.id),
    }
}

/// The report on a run.
pub(crate) fn report<'a>(run: &'a Run, subject: &'a Subject) -> Report<'a> {
    Report { run, subject, path: "/upload", left_out: LeftOut { dangerous: 2 } }
}

/// The subject of a run.
pub(crate) fn subject(run: &Run) -> Subject {
    Subject::named(None, run.first.product(), &run.address)
}

/// Requires that `text` can do nothing to a terminal: printable ASCII, line ends, and the one sign
/// that our own words need.
pub(crate) fn assert_harmless(text: &[u8]) {
    let text = std::str::from_utf8(text).expect("UTF-8");
    let harmless = |c: char| matches!(c, ' '..='~' | '\n' | '§');
    let bad = text.lines().find(|line| !line.chars().all(harmless));
    assert_eq!(bad, None);
}

/// The document of the run.
pub(crate) fn document() -> Document {
    let run = run();
    Document::of(&report(&run, &subject(&run)))
}

/// A document in a form.
pub(crate) fn written(document: &Document, format: Format) -> String {
    let mut out = Vec::new();
    document.write(format, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("UTF-8")
}

/// Without our version, which is no reason for another snapshot.
pub(crate) fn without_version(text: &str) -> String {
    text.replace(env!("CARGO_PKG_VERSION"), "VERSION")
}
