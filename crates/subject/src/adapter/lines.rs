//! The three streams of a program, each with a thread, so that none of them can hold us up.

use std::io::{BufRead as _, BufReader, Read, Write};
use std::process::{ChildStderr, ChildStdin, ChildStdout};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// A line that is longer than this is not read to its end.
const LINE_OCTETS_MAX: u64 = 16 * 1024 * 1024;
/// What is kept of standard error: the end.
const STDERR_OCTETS_MAX: usize = 2 * 1024;
/// How many lines at the end of standard error are told.
const STDERR_LINES: usize = 8;

/// What came from a program's standard output.
#[derive(Debug)]
pub(super) enum Heard {
    /// A line without its ending.
    Line(Vec<u8>),
    /// More of a line than is read.
    TooLong,
    /// Nothing more comes.
    End,
}

/// A thread that writes lines; what can't be written is lost, and reading tells why.
pub(super) fn writer(mut stdin: ChildStdin) -> SyncSender<String> {
    let (sender, lines) = sync_channel::<String>(1);
    thread::spawn(move || {
        for line in lines {
            if stdin.write_all(line.as_bytes()).and_then(|()| stdin.flush()).is_err() {
                return;
            }
        }
    });
    sender
}

/// A thread that reads lines, one ahead.
pub(super) fn reader(stdout: ChildStdout) -> Receiver<Heard> {
    let (sender, lines) = sync_channel(1);
    thread::spawn(move || {
        let mut stdout = BufReader::new(stdout);
        loop {
            let heard = next_line(&mut stdout);
            let ends = !matches!(heard, Heard::Line(_));
            if sender.send(heard).is_err() || ends {
                return;
            }
        }
    });
    lines
}

fn next_line(stdout: &mut BufReader<ChildStdout>) -> Heard {
    let mut line = Vec::new();
    match stdout.take(LINE_OCTETS_MAX).read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => return Heard::End,
        Ok(_) => {}
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if u64::try_from(line.len()).is_ok_and(|octets| octets >= LINE_OCTETS_MAX) {
        return Heard::TooLong;
    }
    Heard::Line(line)
}

/// A character as it may be printed.
pub(super) fn harmless(character: char) -> String {
    match character {
        ' '..='~' => character.to_string(),
        other => other.escape_unicode().to_string(),
    }
}

/// The end of a program's standard error.
#[derive(Debug)]
pub(super) struct Tail {
    octets: Arc<Mutex<Vec<u8>>>,
    ended: Receiver<()>,
}

impl Tail {
    /// A thread that reads it all.
    pub(super) fn of(mut stderr: ChildStderr) -> Self {
        let octets = Arc::new(Mutex::new(Vec::new()));
        let (sender, ended) = sync_channel(1);
        let kept = Arc::clone(&octets);
        thread::spawn(move || {
            let mut piece = vec![0; STDERR_OCTETS_MAX];
            while let Ok(count @ 1..) = stderr.read(&mut piece) {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.extend_from_slice(&piece[..count]);
                let surplus = kept.len().saturating_sub(STDERR_OCTETS_MAX);
                kept.drain(..surplus);
            }
            drop(sender);
        });
        Self { octets, ended }
    }

    /// The last lines, in one line, once the program has ended; not waited for any longer than
    /// this.
    pub(super) fn text(&self, patience: Duration) -> String {
        // Nothing is ever sent: this waits for the end of the thread.
        self.ended.recv_timeout(patience).ok();
        let octets = self.octets.lock().unwrap_or_else(PoisonError::into_inner);
        let text = String::from_utf8_lossy(&octets);
        let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        lines[lines.len().saturating_sub(STDERR_LINES)..]
            .join(" / ")
            .chars()
            .map(harmless)
            .collect()
    }
}
