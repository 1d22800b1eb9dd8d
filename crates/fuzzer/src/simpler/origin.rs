//! What is simpler than what an origin server does, and than what a client is asked for.

use expectspec_catalogue::{Task, Upload};
use expectspec_properties::words::RESPONSES;

use super::{cost_of_cut, rank, shorter};
use crate::generate::named;
use crate::input::{Answer, Cut, OriginAct, Wait};

pub(super) fn simpler_acts(act: &OriginAct) -> Vec<OriginAct> {
    match act {
        OriginAct::Send(answer, cut) => {
            let mut acts = vec![OriginAct::Send(answer.clone(), Cut::Whole)];
            acts.extend(simpler_answers(answer).into_iter().map(|it| OriginAct::Send(it, *cut)));
            acts
        }
        OriginAct::Wait(_) => WAITS.iter().map(|wait| OriginAct::Wait(*wait)).collect(),
        OriginAct::Request
        | OriginAct::SomeContent
        | OriginAct::Content
        | OriginAct::Serve
        | OriginAct::Finish
        | OriginAct::Reset => Vec::new(),
    }
}

fn simpler_answers(answer: &Answer) -> Vec<Answer> {
    let usual = USUAL.iter().map(|name| Answer::Word(named(RESPONSES, name)));
    let mut answers: Vec<_> =
        usual.filter(|it| cost_of_answer(it) < cost_of_answer(answer)).collect();
    if let Answer::Octets(octets) = answer {
        let lines: Vec<&[u8]> = octets.split_inclusive(|octet| *octet == b'\n').collect();
        let without =
            |at: usize| Answer::Octets([&lines[..at], &lines[at + 1..]].concat().concat());
        answers.extend((0..lines.len()).map(without));
        if octets.len() <= OCTETS_MAX {
            answers.extend(shorter(octets).into_iter().map(Answer::Octets));
        }
    }
    answers
}

pub(super) fn cost(act: &OriginAct) -> (usize, usize) {
    match act {
        OriginAct::Send(answer, cut) => {
            let (words, octets) = cost_of_answer(answer);
            (words + cost_of_cut(*cut), octets)
        }
        OriginAct::Wait(wait) => (rank(WAITS, wait), 0),
        _ => (0, 0),
    }
}

fn cost_of_answer(answer: &Answer) -> (usize, usize) {
    match answer {
        Answer::Word(word) => (rank(USUAL, &word.name), 0),
        Answer::Octets(octets) => (USUAL.len() + 1, octets.len()),
    }
}

pub(super) fn simpler_tasks(task: &Task) -> Vec<Task> {
    vec![
        Task { method: None, ..*task },
        Task { upload: Upload::Known, ..*task },
        Task { requests: 1, ..*task },
        Task { requests: 2, ..*task },
    ]
}

pub(super) fn cost_of_task(task: &Task) -> usize {
    let Task { method, upload, requests } = task;
    usize::from(method.is_some()) + usize::from(*upload != Upload::Known) + usize::from(*requests)
}

/// Answers, the simplest first.
const USUAL: &[&str] = &["100", "200", "200-hello", "403", "417", "103", "200-close"];
/// Waits, the simplest first.
const WAITS: &[Wait] = &[Wait::Quiet, Wait::Pause, Wait::Apart, Wait::Close, Wait::Final];
/// Longer responses are not shortened octet by octet.
const OCTETS_MAX: usize = 64;
