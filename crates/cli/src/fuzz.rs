//! `expectspec fuzz`: generated exchanges, steered, judged, and shrunk where they show a deviation.

mod differences;
mod finds;
mod progress;
mod told;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use expectspec_catalogue::Places;
use expectspec_fuzzer::{End, Event, Fuzz, Input, Settings};
use expectspec_runner::{CheckError, RunError, Subject};
use expectspec_subject::InProcess;

use crate::address::{Located, Reach, locate};
use crate::arguments::{
    BoundsArguments, FuzzArguments, FuzzClientArguments, FuzzProxyArguments, FuzzServerArguments,
    FuzzWhom,
};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{adapter, client, output, places, policy, proxy};
use finds::Finds;
use progress::Watching;

pub(crate) fn fuzz(arguments: &FuzzArguments) -> Result<Exit, Failure> {
    match &arguments.whom {
        FuzzWhom::Server(arguments) => server(arguments),
        FuzzWhom::Client(arguments) => of_client(arguments),
        FuzzWhom::Proxy(arguments) => of_proxy(arguments),
    }
}

fn server(arguments: &FuzzServerArguments) -> Result<Exit, Failure> {
    let located = match arguments.subjects.as_slice() {
        [] => demo(arguments.policy.as_deref())?,
        [address] => reached(address, &arguments.bounds)?,
        addresses => return differences::compare(addresses, arguments),
    };
    let places = places::named(&arguments.places, located.places)?;
    let settings = settings(&arguments.bounds, places)?;
    play(Fuzz { subject: Subject::Server(located.server), settings }, &arguments.bounds)
}

fn of_client(arguments: &FuzzClientArguments) -> Result<Exit, Failure> {
    let subject = client::subject(&arguments.subject)?;
    let concurrency_max = arguments.bounds.concurrency.unwrap_or(client::CONCURRENCY);
    let settings = settings(&arguments.bounds, places::at("127.0.0.1", None))?;
    play(Fuzz { subject, settings: Settings { concurrency_max, ..settings } }, &arguments.bounds)
}

fn of_proxy(arguments: &FuzzProxyArguments) -> Result<Exit, Failure> {
    let address = arguments.address.as_deref();
    let found = proxy::found(address, &arguments.subject)?;
    if found.reach == Reach::Elsewhere && !arguments.bounds.allow_remote {
        return Err(Failure::Remote(address.unwrap_or_default().to_owned()));
    }
    let settings = settings(&arguments.bounds, found.places)?;
    play(Fuzz { subject: Subject::Intermediary(found.subject), settings }, &arguments.bounds)
}

fn demo(policy: Option<&str>) -> Result<Located, Failure> {
    let policy = policy::named(policy.unwrap_or("default"))?;
    let places = places::of_reference(&policy);
    let serve = move |io| expectspec_subject::serve(io, policy.clone());
    let server = Arc::new(InProcess::new("reference", serve));
    Ok(Located { server, places, reach: Reach::ThisMachine })
}

/// The server at this address, if it may be fuzzed.
fn reached(address: &str, bounds: &BoundsArguments) -> Result<Located, Failure> {
    let located = locate(address)?;
    match located.reach {
        Reach::Elsewhere if !bounds.allow_remote => Err(Failure::Remote(address.to_owned())),
        Reach::Elsewhere | Reach::ThisMachine => Ok(located),
    }
}

fn settings(bounds: &BoundsArguments, places: Places) -> Result<Settings, Failure> {
    let usual = Settings::default();
    Ok(Settings {
        profile: bounds.reading.profile,
        places,
        seed: bounds.seed,
        time_max: Some(bounds.time),
        executions_max: bounds.executions,
        finds_max: bounds.max_finds,
        concurrency_max: bounds.concurrency.unwrap_or(usual.concurrency_max),
        connections_max: bounds.connections,
        rate_max: bounds.rate,
        timeout_scale_percent: bounds.timeout_scale.0,
        corpus: bounds.corpus.iter().map(|file| read(file)).collect::<Result<_, _>>()?,
        ..usual
    })
}

fn read(file: &Path) -> Result<Input, Failure> {
    let name = || file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| Failure::Read { file: name(), error })?;
    text.parse::<Input>().map_err(|error| Failure::Input { file: name(), error: error.to_string() })
}

/// Plays, tells of finds as they come, and sums up.
fn play(fuzz: Fuzz, bounds: &BoundsArguments) -> Result<Exit, Failure> {
    let paint = output::paint(bounds.color);
    let mut watching = Watching::new(bounds);
    let mut finds = Finds::new(&bounds.finds);
    let mut wrong = None;
    let played = fuzz.run(&mut |event| match event {
        Event::Found(find) => {
            let told = finds.write(find).and_then(|folder| match bounds.quiet {
                true => Ok(()),
                false => watching.aside(|| {
                    let profile = bounds.reading.profile;
                    output::print(|out| told::find(find, &folder, profile, paint, out))
                }),
            });
            wrong = wrong.take().or(told.err());
        }
        event => watching.handle(&event),
    });
    watching.finish();
    adapter::check(&fuzz.subject)?;
    let get = &fuzz.settings.places.get;
    let outcome = played.map_err(|error| failure(error, &fuzz.subject, get))?;
    if let Some(wrong) = wrong {
        return Err(wrong);
    }
    output::print(|out| told::outcome(&outcome, &fuzz, bounds, out))?;
    Ok(match &outcome.end {
        _ if !outcome.finds.is_empty() => Exit::Deviates,
        End::Gone { .. } => Exit::NotTested,
        End::Time | End::Executions | End::Finds => Exit::Conforms,
    })
}

fn failure(error: RunError, subject: &Subject, get: &str) -> Failure {
    match error {
        RunError::Check(CheckError::Silent { .. }) if matches!(subject, Subject::Server(_)) => {
            Failure::NoAnswer { address: subject.address(), get: get.to_owned(), transcript: None }
        }
        error => proxy::failure(error, false),
    }
}
