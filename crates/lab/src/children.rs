//! The processes that this one started, as far as the system tells.

use std::fs;
use std::thread;

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::start::POLL;

/// How often to look for more of them.
const ROUNDS: usize = 50;

/// Ends them, each with its process group, and those that are started meanwhile.
pub(crate) fn kill_all() {
    for _ in 0..ROUNDS {
        let children = all();
        if children.is_empty() {
            return;
        }
        for child in children {
            // It may have no group of its own, or be gone.
            kill_process_group(child, Signal::KILL).ok();
            kill_process(child, Signal::KILL).ok();
        }
        thread::sleep(POLL);
    }
}

fn all() -> Vec<Pid> {
    let Ok(threads) = fs::read_dir("/proc/self/task") else { return Vec::new() };
    let lists = threads.flatten().map(|thread| fs::read_to_string(thread.path().join("children")));
    let numbers = lists.flatten().flat_map(|list| {
        list.split_whitespace().filter_map(|word| word.parse().ok()).collect::<Vec<i32>>()
    });
    numbers.filter_map(Pid::from_raw).collect()
}
