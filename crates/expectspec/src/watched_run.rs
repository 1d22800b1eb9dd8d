//! One run a process, on the first demand, watched by the wall's clock.

use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread;

use expectspec_catalogue::Case;
use expectspec_runner::{CheckError, Event, Plan, Run, RunError, Subject, run};

use crate::Suite;
use crate::diagnosis::{Diagnosis, STRAYED};
use crate::evidence::beginning;

/// The run of a suite, which begins when somebody asks for what came of it.
pub(crate) struct WatchedRun {
    suite: Suite,
    /// The cases to play.
    wanted: OnceLock<Vec<&'static Case>>,
    finished: OnceLock<Result<Finished, String>>,
    /// Whether somebody was told why there is no run.
    told: AtomicBool,
}

/// What came of a run.
pub(crate) struct Finished {
    pub(crate) run: Run,
    /// What the subject panicked with, by case. Only a run in process tells.
    pub(crate) panics: BTreeMap<&'static str, Vec<String>>,
}

/// Why nothing can be said of a case.
pub(crate) enum NoRun {
    /// For this reason, which nobody was told yet.
    New(String),
    /// For a reason that another test tells.
    Told,
}

enum News {
    /// A case came to its end.
    Case(&'static str),
    End(Box<Result<Finished, String>>),
}

impl WatchedRun {
    pub(crate) fn new(suite: Suite) -> Self {
        Self {
            suite,
            wanted: OnceLock::new(),
            finished: OnceLock::new(),
            told: AtomicBool::new(false),
        }
    }

    /// Says which tests will ask; `whole` asks for every case.
    pub(crate) fn want<'a>(&self, names: impl Iterator<Item = &'a str>, whole: &str) {
        let names: BTreeSet<&str> = names.collect();
        let all = &self.suite.plan.cases;
        let wanted = || all.iter().copied().filter(|case| names.contains(case.id)).collect();
        let cases = if names.contains(whole) { all.clone() } else { with_bases(wanted(), all) };
        // Only the first word counts, and there is no other.
        self.wanted.set(cases).ok();
    }

    /// What came of the run, which begins now unless it has already.
    pub(crate) fn finished(&self) -> Result<&Finished, NoRun> {
        let finished = self.finished.get_or_init(|| self.begin());
        finished.as_ref().map_err(|why| {
            let told = self.told.swap(true, Ordering::Relaxed);
            if told { NoRun::Told } else { NoRun::New(why.clone()) }
        })
    }

    /// Runs on a thread of its own, which is left behind if the subject keeps it for too long.
    fn begin(&self) -> Result<Finished, String> {
        let (news, arrived) = channel();
        let subject = self.suite.subject.clone();
        let cases = self.wanted.get().cloned().unwrap_or_default();
        let plan = Plan { cases, ..self.suite.plan.clone() };
        let diagnosis = Arc::clone(&self.suite.diagnosis);
        thread::spawn(move || play(&subject, &plan, &diagnosis, &news));
        let mut last = None;
        loop {
            let next = if self.suite.is_virtual() {
                arrived.recv_timeout(self.suite.patience)
            } else {
                arrived.recv().map_err(RecvTimeoutError::from)
            };
            match next {
                Ok(News::Case(id)) => last = Some(id),
                Ok(News::End(end)) => return *end,
                Err(RecvTimeoutError::Timeout) => return Err(self.stuck(last)),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err("the run panicked; the message is above".to_owned());
                }
            }
        }
    }

    fn stuck(&self, last: Option<&str>) -> String {
        let seconds = self.suite.patience.as_secs_f32();
        let after = last
            .map_or_else(|| "in the first conversation".to_owned(), |id| format!("behind {id}"));
        let why = if self.suite.diagnosis.is_polled() {
            "its future blocks the thread: a blocking call, or a loop that never waits. In process it \
             may only wait for what it can await; test it over TCP, with server_on_thread or \
             client_on_thread"
        } else {
            "it keeps the paused clock from moving: something blocks in a task of its own or in \
             spawn_blocking, or a task wakes itself for ever. Test it over TCP, with server_on_thread \
             or client_on_thread"
        };
        format!("the subject did not let the run go on for {seconds} s, {after}: {why}")
    }
}

/// The cases with those that they are compared with, in the order of `all`.
fn with_bases(cases: Vec<&'static Case>, all: &[&'static Case]) -> Vec<&'static Case> {
    let (mut ids, mut open) = (BTreeSet::new(), cases);
    while let Some(case) = open.pop() {
        let is_new = ids.insert(case.id);
        let base = case.relation.filter(|_| is_new);
        open.extend(base.and_then(|relation| all.iter().find(|it| it.id == relation.base)));
    }
    all.iter().copied().filter(|case| ids.contains(case.id)).collect()
}

fn play(subject: &Subject, plan: &Plan, diagnosis: &Diagnosis, news: &Sender<News>) {
    let mut panics = BTreeMap::new();
    let ended = run(subject, plan, &mut |event| match event {
        // What it panicked with before, the first conversation tells, or nobody.
        Event::Began { .. } => drop(diagnosis.take_panics()),
        Event::Finished { id, .. } => {
            let of_case = diagnosis.take_panics();
            if !of_case.is_empty() {
                panics.insert(id, of_case);
            }
            // Nobody listens any more if this took too long.
            news.send(News::Case(id)).ok();
        }
        Event::Confirming { .. } => {}
    });
    let ended = match ended {
        Ok(_) if diagnosis.has_strayed() => Err(STRAYED.to_owned()),
        Ok(run) => Ok(Finished { run, panics }),
        Err(error) => Err(no_run(&error, diagnosis)),
    };
    news.send(News::End(Box::new(ended))).ok();
}

/// How long is waited for a thread that was given the stream.
const STRAY_MAX: Duration = Duration::from_millis(50);

/// Why there is no run: in the first line what, below it what may be the cause and what passed.
fn no_run(error: &RunError, diagnosis: &Diagnosis) -> String {
    // Another thread that was given the stream may use it any moment, and that says more.
    thread::sleep(STRAY_MAX);
    let mut text = format!("the subject {error}");
    let silence = diagnosis.of_silence();
    if !silence.is_empty() {
        text.push_str(": ");
        text.push_str(silence);
    }
    for panic in diagnosis.take_panics() {
        // Writing to a `String` does not fail.
        write!(text, "\nthe subject panicked: {}", panic.escape_debug()).ok();
    }
    if let RunError::Check(
        CheckError::Silent { transcript } | CheckError::NotForwarded { transcript },
    ) = error
    {
        text.push('\n');
        text.push_str(&beginning(transcript));
    }
    text
}
