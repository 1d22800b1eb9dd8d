//! What an entry excuses, and when it has to go.

use expectspec_catalogue::find;
use expectspec_judge::{Basis, Finding, Transcript, Windows};
use expectspec_requirements::{Outcome, Party, Profile, SRV_001, SRV_003};

use super::*;
use crate::{Check, Conclusion, FirstConversation};

const LENGTH: &str = "origin-server/handshake/answers-before-content-with-length";

/// A case with these requirements broken.
fn case_run(id: &str, broken: &[&'static Requirement]) -> CaseRun {
    let finding = |&requirement: &&'static Requirement| Finding {
        requirement,
        outcome: Outcome::Broken,
        mark: "",
        expected: "",
        found: "".into(),
        entry: 0,
        basis: Basis::Octets,
    };
    CaseRun {
        case: find(id).expect("the id is permanent"),
        verdict: if broken.is_empty() { Verdict::Conforms } else { Verdict::Deviates },
        conclusion: Conclusion::Judged {
            transcript: Transcript::new(Party::OriginServer, "h1/memory", Windows::default()),
            findings: broken.iter().map(finding).collect(),
            flooded: false,
        },
    }
}

fn run(cases: Vec<CaseRun>) -> Run {
    let check = Check {
        get_status: 200,
        post_status: Some(200),
        accepts_content: true,
        persists: true,
        serves_in_parallel: true,
        round_trip_us: 0,
        jitter_us: 0,
        server: None,
    };
    Run {
        address: "synthetic".to_owned(),
        party: Party::OriginServer,
        form: None,
        transport: "h1/memory",
        profile: Profile::default(),
        first: FirstConversation::Server(check),
        windows: Windows::default(),
        cases,
        facts: Vec::new(),
        died_after: None,
    }
}

fn first_http_10() -> &'static str {
    let all = expectspec_catalogue::all();
    let of_topic = all.iter().find(|case| case.id.starts_with("origin-server/http-10/"));
    of_topic.expect("the topic is permanent").id
}

/// Lines of the unexpected and expected deviations and of the stale entries.
fn judged(known: &str, run: &Run, coverage: Coverage) -> (usize, usize, Vec<(usize, Staleness)>) {
    let known = Known::parse(known).expect("a file of known deviations");
    let outcome = known.judge(run, coverage);
    let stale = outcome.stale.iter().map(|it| (it.entry.line, it.why)).collect();
    (outcome.unexpected.len(), outcome.expected.len(), stale)
}

#[test]
fn an_entry_excuses_its_requirement_in_its_cases_and_nothing_else() {
    let run = run(vec![
        case_run(LENGTH, &[&SRV_001, &SRV_003]),
        case_run(first_http_10(), &[&SRV_003, &SRV_003]),
    ]);
    for (known, unexpected, expected) in [
        ("", 3, 0),
        ("# why\norigin-server/* *", 0, 3),
        ("# why\norigin-server/* EXP-SRV-003", 1, 2),
        ("# why\norigin-server/handshake/* EXP-SRV-001", 2, 1),
        ("# why\norigin-server/http-10/* *\n# other\n*with-length EXP-SRV-003", 1, 2),
    ] {
        assert_eq!(judged(known, &run, Coverage::Whole), (unexpected, expected, vec![]), "{known}");
    }
}

#[test]
fn an_entry_that_excuses_nothing_has_to_go() {
    let run = run(vec![case_run(LENGTH, &[&SRV_001]), case_run(first_http_10(), &[])]);
    let known = "# typo\norigin-server/no-such-case *\n\
                 # fixed\norigin-server/http-10/* EXP-SRV-003\n\
                 # other party\nclient/* *\n\
                 # used\norigin-server/handshake/* EXP-SRV-001\n\
                 # used as well\norigin-server/* EXP-SRV-001\n";
    let always = (2, Staleness::MatchesNothing);
    let whole = vec![always, (4, Staleness::NoLongerDeviates), (6, Staleness::NotRun)];
    assert_eq!(judged(known, &run, Coverage::Whole), (0, 1, whole));
    assert_eq!(judged(known, &run, Coverage::Part), (0, 1, vec![always]));
    let exact = format!("# fixed\n{} EXP-SRV-003", first_http_10());
    let part = judged(&exact, &run, Coverage::Part);
    assert_eq!(part, (1, 0, vec![(2, Staleness::NoLongerDeviates)]));
}

#[test]
fn an_entry_whose_case_did_not_come_to_its_point_stays() {
    let known = format!("# why\n{LENGTH} EXP-SRV-001");
    for (verdict, stale) in [
        (Verdict::Conforms, true),
        (Verdict::Permitted, true),
        (Verdict::Inconclusive, false),
        (Verdict::Unsupported, false),
    ] {
        let case = CaseRun { verdict, ..case_run(LENGTH, &[]) };
        let (.., found) = judged(&known, &run(vec![case]), Coverage::Whole);
        assert_eq!(found.len(), usize::from(stale), "{verdict}");
    }
}

#[test]
fn a_reason_holds_for_the_entries_below_it_up_to_a_blank_line_or_another_comment() {
    let text = "# one\n#   two\nclient/a *\nclient/b *\n# three\nclient/c EXP-SRV-003\n";
    let known = Known::parse(text).expect("a file of known deviations");
    let reasons: Vec<_> = known.entries().iter().map(|it| it.reason.as_str()).collect();
    assert_eq!(reasons, ["one two", "one two", "three"]);
    assert_eq!(known.entries()[2].requirement.map(|row| row.id), Some("EXP-SRV-003"));
}

#[test]
fn what_is_no_entry_is_told_with_its_line() {
    use KnownErrorKind::{Malformed, NoReason, UnknownRequirement};
    for (text, line, kind) in [
        ("client/a *", 1, NoReason),
        ("#\nclient/a *", 2, NoReason),
        ("# why\n\nclient/a *", 3, NoReason),
        ("# why\nclient/a", 2, Malformed("client/a".to_owned())),
        ("# why\nclient/a * # because", 2, Malformed("client/a * # because".to_owned())),
        ("# why\nclient/a EXP-XXX", 2, UnknownRequirement("EXP-XXX".to_owned())),
    ] {
        assert_eq!(Known::parse(text).err(), Some(KnownError { line, kind }), "{text}");
    }
}
