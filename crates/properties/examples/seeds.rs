//! Writes the seeds to `corpus/` and the dictionary to `fuzz/dictionaries/`.
//!
//! Files whose name begins with `regression-` are finds of the fuzzer, and stay.

use std::fs;
use std::io;
use std::path::Path;

use expectspec_properties::seeds::{dictionary, seeds};

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for folder in fs::read_dir(root.join("corpus"))? {
        for file in fs::read_dir(folder?.path())? {
            let file = file?;
            if !file.file_name().as_encoded_bytes().starts_with(b"regression-") {
                fs::remove_file(file.path())?;
            }
        }
    }
    for seed in seeds() {
        let folder = root.join("corpus").join(seed.target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(seed.name), seed.octets)?;
    }
    fs::create_dir_all(root.join("fuzz/dictionaries"))?;
    fs::write(root.join("fuzz/dictionaries/expect.dict"), dictionary())
}
