//! Attends a program from its start to its end.

use core::future::pending;
use core::time::Duration;
use std::path::PathBuf;

use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::net::TcpListener;
use tokio::process::Child;
use tokio::time::{interval, timeout};

use super::StatusFrom;
use crate::Connection;
use crate::client::Teller;

/// What is kept of a program's output; the rest is read and dropped.
const OUTPUT_OCTETS_MAX: usize = 64 * 1024;
/// How long output is waited for when the program has ended: whoever it left behind may hold it
/// open.
const OUTPUT_MAX: Duration = Duration::from_millis(200);
/// A program that takes more memory than this is stopped.
const MEMORY_OCTETS_MAX: u64 = 2 * 1024 * 1024 * 1024;
/// How often that is looked at.
const MEMORY_EVERY: Duration = Duration::from_millis(250);

/// Everything that a program started with it; killed when this goes.
struct Group(Option<Pid>);

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(group) = self.0 {
            // It may be gone already.
            kill_process_group(group, Signal::KILL).ok();
        }
    }
}

/// Hands on the connections that the program opens, and what it says in the end.
pub(super) async fn attend(
    mut child: Child,
    (listener, dir): (TcpListener, TempDir),
    (status_from, requests): (StatusFrom, u8),
    teller: Teller,
) {
    let id = child.id();
    let group = Group(id.and_then(|id| Pid::from_raw(i32::try_from(id).ok()?)));
    let mut output = Vec::new();
    let stdout = child.stdout.take();
    let Teller { connections, said } = teller;
    let accept = async {
        // An error to accept is not the client's; the next may do.
        loop {
            if let Ok((stream, _)) = listener.accept().await {
                // A connection that is gone already needs no option.
                stream.set_nodelay(true).ok();
                if connections.send(Connection::Tcp(stream)).await.is_err() {
                    return;
                }
            }
        }
    };
    let exit = async {
        let (mut read, mut ended) = (core::pin::pin!(keep(stdout, &mut output)), false);
        let status = tokio::select! {
            status = child.wait() => status,
            () = async { (&mut read).await; ended = true; pending().await } => unreachable!(),
        };
        if !ended {
            timeout(OUTPUT_MAX, read).await.ok();
        }
        status.is_ok_and(|status| status.success())
    };
    let succeeded = tokio::select! {
        succeeded = exit => Some(succeeded),
        () = async { accept.await; pending().await } => None,
        () = swells(id) => None,
    };
    drop(group);
    if let Some(succeeded) = succeeded {
        let output = String::from_utf8_lossy(&output);
        for word in status_from.read(&output, succeeded, requests) {
            // The tester may have left.
            said.send(word).await.ok();
        }
    }
    drop(dir);
}

/// Reads all output, and keeps the beginning of it.
async fn keep(stdout: Option<impl AsyncRead + Unpin>, output: &mut Vec<u8>) {
    let Some(mut stdout) = stdout else { return };
    let mut piece = vec![0; 8 * 1024];
    while let Ok(count) = stdout.read(&mut piece).await {
        if count == 0 {
            return;
        }
        let room = OUTPUT_OCTETS_MAX - output.len();
        output.extend_from_slice(&piece[..count.min(room)]);
    }
}

/// Ready when the program takes too much memory, as far as the system tells.
async fn swells(id: Option<u32>) {
    let Some(id) = id else { return pending().await };
    let statm = PathBuf::from(format!("/proc/{id}/statm"));
    let mut ticks = interval(MEMORY_EVERY);
    let page = u64::try_from(rustix::param::page_size()).unwrap_or(4096);
    loop {
        ticks.tick().await;
        let text = std::fs::read_to_string(&statm).unwrap_or_default();
        let resident = text.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok());
        if resident.is_some_and(|pages| pages.saturating_mul(page) > MEMORY_OCTETS_MAX) {
            return;
        }
    }
}
