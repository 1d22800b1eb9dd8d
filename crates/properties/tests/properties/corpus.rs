//! The corpus: every file is replayed through the property of its target, and every seed is there.

use std::collections::BTreeMap;
use std::fs;
use std::panic::catch_unwind;
use std::path::PathBuf;

use expectspec_differential::differential;
use expectspec_engine::origin_server::Policy;
use expectspec_properties::seeds::{TARGETS, dictionary, schedule_of, seeds};
use expectspec_properties::{
    Chain, Mediation, Reception, Schedule, chain, chunked, client, expect_value, fuzz, head,
    intermediary, judging, origin_server,
};

#[test]
fn every_file_of_the_corpus_holds() {
    let mut fail = Vec::new();
    for target in TARGETS {
        for (name, octets) in files(target) {
            // Each failure prints what was found; all are of interest.
            if catch_unwind(|| replay(target, &octets)).is_err() {
                fail.push(format!("corpus/{target}/{name}"));
            }
        }
    }
    assert!(fail.is_empty(), "{fail:#?}");
}

fn replay(target: &str, octets: &[u8]) {
    match target {
        "expect_value" => expect_value(octets),
        "head" => head(octets),
        "chunked" => chunked(octets),
        "transcript" => judging::any_text(&String::from_utf8_lossy(octets)),
        "judge" => judging::any_octets(octets),
        "origin_server" => origin_server(&Schedule::decode(octets)),
        "client" => client(&Reception::decode(octets)),
        "intermediary" => intermediary(&Mediation::decode(octets)),
        "chain" => chain(&Chain::decode(octets)),
        "differential" => differential(octets),
        _ => panic!("{target} is no target"),
    }
}

/// The targets themselves, on whatever the first octets of a file and the last ones of another make.
#[test]
fn every_target_takes_whatever_comes() {
    for target in TARGETS {
        let files: Vec<_> = files(target).into_values().collect();
        for (one, other) in files.iter().zip(files.iter().rev()) {
            let octets = [&one[..one.len() / 2], &other[other.len() / 2..]].concat();
            match target {
                "expect_value" => fuzz::expect_value(&octets),
                "head" => fuzz::head(&octets),
                "chunked" => fuzz::chunked(&octets),
                "transcript" => fuzz::transcript(&String::from_utf8_lossy(&octets)),
                "judge" => fuzz::judge(&octets),
                "origin_server" => fuzz::origin_server(&Schedule::decode(&octets)),
                "client" => fuzz::client(&Reception::decode(&octets)),
                "intermediary" => fuzz::intermediary(&Mediation::decode(&octets)),
                "chain" => fuzz::chain(&Chain::decode(&octets)),
                "differential" => differential(&octets),
                _ => panic!("{target} is no target"),
            }
        }
    }
}

/// The octets of every case, on schedule, whatever the policy of the server.
#[test]
fn every_case_is_served_as_it_must_be_under_every_policy() {
    for case in expectspec_catalogue::of(expectspec_requirements::Party::OriginServer) {
        for (policy, _) in Policy::presets() {
            eprintln!("{} under {policy}", case.id);
            origin_server(&schedule_of(case).under(policy));
        }
    }
}

#[test]
fn the_corpus_is_fresh() {
    let hint = "run `cargo run -p expectspec-properties --example seeds`";
    for target in TARGETS {
        let mut kept = files(target);
        kept.retain(|name, _| !FINDS.iter().any(|find| name.starts_with(find)));
        let made = seeds().into_iter().filter(|seed| seed.target == target);
        let mut made: BTreeMap<_, _> = made.map(|seed| (seed.name, seed.octets)).collect();
        if target == "differential" {
            let others = expectspec_differential::seeds();
            made.extend(others.map(|(name, octets)| (name.to_owned(), octets.to_vec())));
        }
        assert!(kept.keys().eq(made.keys()), "{target}: other names; {hint}");
        for (name, octets) in made {
            assert!(kept[&name] == octets, "corpus/{target}/{name} is stale; {hint}");
        }
    }
    let path = root().join("fuzz/dictionaries/expect.dict");
    assert_eq!(fs::read_to_string(path).expect("the dictionary"), dictionary(), "{hint}");
}

#[test]
fn the_corpus_is_small() {
    let files = TARGETS.into_iter().flat_map(files).map(|(_, octets)| octets.len());
    let (count, octets) = files.fold((0, 0), |(count, sum), len| (count + 1, sum + len));
    assert!(count < 800 && octets < 400_000, "{count} files, {octets} octets");
}

/// A target for each property, and a property for each target.
#[test]
fn every_target_is_built() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("fuzz/Cargo.toml");
    let names = manifest.lines().filter_map(|line| line.strip_prefix("path = \"fuzz_targets/"));
    assert!(names.map(|name| name.trim_end_matches(".rs\"")).eq(TARGETS));
    for target in TARGETS {
        let source = root().join("fuzz/fuzz_targets").join(format!("{target}.rs"));
        let source = fs::read_to_string(source).expect("the source of the target");
        // What `replay` calls, at the pace of a fuzzer.
        let call = match target {
            "transcript" => "expectspec_properties::fuzz::transcript(text));",
            "judge" => "expectspec_properties::fuzz::judge(octets));",
            "expect_value" => "expectspec_properties::fuzz::expect_value(value));",
            "origin_server" => "schedule: Schedule| fuzz::origin_server(&schedule));",
            "client" => "reception: Reception| fuzz::client(&reception));",
            "intermediary" => "mediation: Mediation| fuzz::intermediary(&mediation));",
            "chain" => "it: Chain| fuzz::chain(&it));",
            "differential" => "expectspec_differential::differential(octets));",
            other => &format!("expectspec_properties::fuzz::{other}(octets));"),
        };
        assert!(source.trim_end().ends_with(call), "{source}");
    }
}

#[test]
fn every_target_has_a_row_in_the_docs() {
    let docs = fs::read_to_string(root().join("docs/fuzzing.md")).expect("docs/fuzzing.md");
    for target in TARGETS {
        let rows = docs.lines().filter(|line| line.starts_with(&format!("| `{target}` | ")));
        assert_eq!(rows.count(), 1, "{target}");
    }
}

/// How the names of files begin that no seed is.
const FINDS: [&str; 2] = ["found-", "regression-"];

/// The files of a target's folder by name.
fn files(target: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = root().join("corpus").join(target);
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let file = |file: fs::DirEntry| {
        let name = file.file_name().into_string().expect("a plain name");
        (name, fs::read(file.path()).expect("a readable file"))
    };
    files.map(|entry| file(entry.expect("a readable folder"))).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
