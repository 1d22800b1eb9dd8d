//! The reference as the built binary serves it.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use crate::tool::command;

/// `expectspec serve origin`, until it is dropped.
pub(crate) struct Reference {
    pub(crate) child: Child,
    pub(crate) address: String,
}

impl Reference {
    pub(crate) fn new(arguments: &[&str]) -> Self {
        let mut child = command(&[&["serve", "origin"], arguments].concat())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let mut address = String::new();
        let stdout = child.stdout.take().expect("it is piped");
        BufReader::new(stdout).read_line(&mut address).expect("it prints its address");
        Self { child, address: address.trim().to_owned() }
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
