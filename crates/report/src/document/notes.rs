//! What the reader has to know to value the counts.

use expectspec_catalogue::Need;
use expectspec_runner::{Conclusion, FirstConversation};

use super::Printable;
use crate::Report;

pub(super) fn of(report: &Report<'_>) -> Vec<Printable> {
    let run = report.run;
    let mut notes = Vec::new();
    if let Some(id) = run.died_after {
        notes.push(format!("the subject no longer answers; it fell silent during or after {id}"));
    }
    if let FirstConversation::Server(check) = &run.first {
        let lacks_content = |it: &Conclusion| matches!(it, Conclusion::Lacks(Need::AcceptsContent));
        let lacking = run.cases.iter().filter(|case| lacks_content(&case.conclusion)).count();
        if !check.accepts_content && lacking > 0 {
            let answer = match check.post_status {
                Some(code) => format!("is answered {code}"),
                None => "is not answered".to_owned(),
            };
            notes.push(format!(
                "POST {} {answer}; cases that need their content read were not run ({lacking}); \
                 name a path that answers POST with 2xx by --path",
                report.path,
            ));
        }
        if report.left_out.dangerous > 0 {
            notes.push(format!(
                "cases that hide requests in content or load the server were left out ({}), since \
                 it is not on this machine; --desync runs them too",
                report.left_out.dangerous,
            ));
        }
        if !check.serves_in_parallel {
            let serially = "the subject serves one connection at a time, and so went the cases";
            notes.push(serially.to_owned());
        }
    }
    notes.into_iter().map(Printable::from).collect()
}
