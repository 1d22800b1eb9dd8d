//! Fuzzes every deviant server from nothing, then every control and the reference, each on a paused
//! clock; prints after how many executions what is found, and the shrunk scripts.
//!
//! `cargo run --release -p expectspec-fuzzer --example faults -- [EXECUTIONS [SEED [NAME]]]`

use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

use expectspec_catalogue::Places;
use expectspec_engine::origin_server::Policy;
use expectspec_faults::{CONTROLS, Deviant, Fault, Grade, Script, all};
use expectspec_fuzzer::{Fuzz, Outcome, Settings};
use expectspec_requirements::{Profile, Verdict};
use expectspec_subject::{InProcess, Server, drive, serve};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let executions = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(20_000);
    let seed = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(0);
    let name = arguments.next();
    let wanted = |known: &str| name.as_deref().is_none_or(|name| name == known);
    let base = Settings { seed, executions_max: Some(executions), ..places() };
    let faults: Vec<_> = all().filter(|fault| wanted(fault.name)).collect();
    let count = faults.len();
    let mut numbers: Vec<u64> = Vec::new();
    for fault in faults {
        let began = Instant::now();
        let found = found(fault, &base);
        let seconds = began.elapsed().as_secs_f32();
        match found {
            Some((execution, script)) => {
                numbers.push(execution);
                println!(
                    "{:48} {execution:7} {seconds:7.1} s {:3} lines",
                    fault.name,
                    script.lines().count()
                );
                print!("{}", indented(&script));
            }
            None => println!("{:48}       – {seconds:7.1} s", fault.name),
        }
    }
    numbers.sort_unstable();
    let within = |most: u64| numbers.iter().filter(|number| **number <= most).count();
    println!("\n{} of {count} faults found", numbers.len());
    for most in [300, 1000, 3000, 10_000, 100_000] {
        println!("  within {most:6} executions: {}", within(most));
    }
    let mut accused = 0;
    for control in CONTROLS.iter().copied().flatten().filter(|it| wanted(it.name)) {
        let least = match control.grade {
            Grade::Quiet => Verdict::Discouraged,
            Grade::Discouraged => Verdict::Deviates,
        };
        let settings = Settings { least, ..base.clone() };
        accused += accusations(control.name, &fuzz(control.name, &control.script, settings));
    }
    let settings = Settings { least: Verdict::Discouraged, ..base };
    let reference = InProcess::new("reference", |io| serve(io, Policy::default()));
    accused += accusations("reference", &fuzz_server("reference", Arc::new(reference), settings));
    println!("{accused} accusations of controls and the reference");
}

/// When a fault was found, and by which script.
fn found(fault: &'static Fault, base: &Settings) -> Option<(u64, String)> {
    let settings = Settings {
        profile: fault.profile(),
        least: fault.verdict,
        finds_max: None,
        time_max: Some(Duration::from_secs(60)),
        executions_max: base.executions_max,
        ..base.clone()
    };
    // Most faults break several rules; the first find that names one of them ends the run.
    let mut settings = Settings { finds_max: Some(1), ..settings };
    loop {
        let outcome = fuzz(fault.name, &fault.script, settings.clone());
        let is_it = |id: &str| fault.breaks.iter().any(|row| row.id == id);
        let find = outcome.finds.iter().find(|find| {
            is_it(find.requirement.id) || find.also.iter().any(|it| is_it(it.requirement.id))
        });
        if let Some(find) = find {
            return Some((find.execution, find.input.to_string()));
        }
        let most = settings.finds_max.unwrap_or(1);
        if outcome.finds.len() < most {
            return None;
        }
        settings.finds_max = Some(4 * most);
    }
}

fn fuzz(name: &str, script: &'static Script, settings: Settings) -> Outcome {
    fuzz_server(
        name,
        Arc::new(InProcess::new(name, move |io| drive(io, Deviant::new(script)))),
        settings,
    )
}

fn fuzz_server(name: &str, server: Arc<dyn Server>, settings: Settings) -> Outcome {
    let fuzz = Fuzz { subject: server.into(), settings };
    fuzz.run(&mut |_| {}).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn accusations(name: &str, outcome: &Outcome) -> usize {
    for find in &outcome.finds {
        let finding = find.finding();
        let found = finding.map(|it| it.found.as_ref()).unwrap_or_default();
        let verdict = finding.map_or(Verdict::Conforms, |it| it.verdict(Profile::default()));
        let (id, mark, script) = (find.requirement.id, find.mark, find.input.to_string());
        println!(
            "{name}: {verdict} {id} {mark}: {found}\n{}{}",
            indented(&script),
            find.transcript
        );
    }
    outcome.finds.len()
}

fn indented(script: &str) -> String {
    script.lines().map(|line| format!("        {}\n", line.get(..120).unwrap_or(line))).collect()
}

/// Resources of the reference's site.
fn places() -> Settings {
    let settings = Settings::default();
    let places = Places {
        host: "t".to_owned(),
        path: "/echo".to_owned(),
        reject: "/reject".to_owned(),
        protected: "/reject-401".to_owned(),
        upgrade: "demo".to_owned(),
        upgrade_path: "/upgrade".to_owned(),
        ..settings.places.clone()
    };
    Settings { places, ..settings }
}
