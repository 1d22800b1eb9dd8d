//! Writes the seeds to `corpus/`, the dictionary to `fuzz/dictionaries/`, and the table of invariants to
//! `docs/`.
//!
//! Files whose name begins with `regression-` or `found-` are finds of the fuzzer, and stay.

use std::fs;
use std::io;
use std::path::Path;

use expectspec_properties::invariants::Page;
use expectspec_properties::seeds::{dictionary, seeds};

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // A script with a mistake ends this before anything is removed.
    let seeds = seeds();
    for folder in fs::read_dir(root.join("corpus"))? {
        for file in fs::read_dir(folder?.path())? {
            let file = file?;
            let name = file.file_name();
            let is_find = |find: &&[u8]| name.as_encoded_bytes().starts_with(find);
            if ![&b"regression-"[..], b"found-"].iter().any(is_find) {
                fs::remove_file(file.path())?;
            }
        }
    }
    for seed in seeds {
        write(&root.join("corpus").join(seed.target), &seed.name, &seed.octets)?;
    }
    for (name, octets) in expectspec_differential::seeds() {
        write(&root.join("corpus/differential"), name, octets)?;
    }
    fs::create_dir_all(root.join("fuzz/dictionaries"))?;
    fs::write(root.join("fuzz/dictionaries/expect.dict"), dictionary())?;
    fs::write(root.join("docs/invariants.md"), Page.to_string())
}

fn write(folder: &Path, name: &str, octets: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join(name), octets)
}
