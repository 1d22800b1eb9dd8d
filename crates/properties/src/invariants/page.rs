//! The table of invariants as a page of the docs.

use core::fmt::{self, Display, Formatter};

use super::table::{Function, Held, Invariant, all};

/// The table as a page.
#[derive(Clone, Copy, Debug)]
pub struct Page;

impl Display for Page {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(BEFORE)?;
        for Invariant { id, says, sections, held } in all() {
            write!(f, "| {id} | {says} | {sections} | ")?;
            match held {
                Held::Otherwise(reason) => writeln!(f, "{reason} | | |")?,
                Held::By(functions) => row_of(functions, f)?,
            }
        }
        Ok(())
    }
}

fn row_of(functions: &[Function], f: &mut Formatter<'_>) -> fmt::Result {
    let paths = functions.iter().map(|function| format!("`{}`", function.path));
    let mut tests: Vec<_> =
        functions.iter().map(|it| format!("`{}`", it.check.proptest().join("::"))).collect();
    tests.dedup();
    let mut targets: Vec<_> =
        functions.iter().filter_map(|it| Some(format!("`{}`", it.check.target()?))).collect();
    targets.dedup();
    let paths: Vec<_> = paths.collect();
    writeln!(f, "{} | {} | {} |", paths.join(", "), tests.join(", "), targets.join(", "))
}

const BEFORE: &str = "\
# Invariants

What always holds, whatever the schedule: S of a server, C of a client, P of an intermediary (proxy,
gateway), H of HTTP/2 and HTTP/3, T of the tester. `T_imm` and the like are what the reference takes at
most. Functions are those of the crate `expectspec-properties`; each is called by a proptest in its `tests/properties`, on every file of `corpus/`, and by a
fuzz target where one is named.

This page is written by `cargo run -p expectspec-properties --example seeds` from
`crates/properties/src/invariants/table.rs`.

| number | says | follows from | function | proptest | fuzz target |
|---|---|---|---|---|---|
";
