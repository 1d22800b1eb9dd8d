//! `expectspec reproduce`: a case to be played by hand.

use std::io;

use expectspec_catalogue::{Case, find};
use expectspec_report::{ReproductionForm, Scene};
use expectspec_requirements::Party;

use crate::arguments::{Manner, ReproduceArguments};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// Prints the case in one form, or in all that suit it.
pub(crate) fn reproduce(arguments: &ReproduceArguments) -> Result<Exit, Failure> {
    let case = find(&arguments.id).ok_or_else(|| Failure::UnknownCase(arguments.id.clone()))?;
    let usual = Scene::default();
    let scene = Scene {
        subject: address(arguments.subject.as_deref(), usual.subject)?,
        origin: address(arguments.origin.as_deref(), usual.origin)?,
    };
    let form = arguments.form.map(form);
    match form {
        Some(form) if !form.suits(case) => {
            return Err(Failure::Unsuitable { id: case.id, form: form.title() });
        }
        Some(form) => output::print(|out| scene.write(case, form, out))?,
        None => output::print(|out| write_all(&scene, case, out))?,
    }
    Ok(Exit::Conforms)
}

fn write_all(scene: &Scene, case: &Case, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{}\n  {}", case.id, case.purpose)?;
    for form in ReproductionForm::ALL.into_iter().filter(|form| form.suits(case)) {
        writeln!(out, "\n{}{}", form.title(), remark(form, case))?;
        scene.write(case, form, out)?;
    }
    Ok(())
}

/// What has to be said before it is pasted.
fn remark(form: ReproductionForm, case: &Case) -> &'static str {
    match (form, case.party()) {
        (ReproductionForm::Nc, Party::Intermediary) => "  (the origin server's end, first)",
        (ReproductionForm::Bash, Party::Intermediary) => "  (the client's end)",
        (ReproductionForm::Test, _) => "  (put your own subject in)",
        _ => "",
    }
}

const fn form(manner: Manner) -> ReproductionForm {
    match manner {
        Manner::Octets => ReproductionForm::Octets,
        Manner::Nc => ReproductionForm::Nc,
        Manner::Bash => ReproductionForm::Bash,
        Manner::Curl => ReproductionForm::Curl,
        Manner::Test => ReproductionForm::Test,
    }
}

/// `HOST:PORT`, with or without `http://` before it, of characters that no shell minds.
fn address(given: Option<&str>, usual: String) -> Result<String, Failure> {
    let Some(given) = given else { return Ok(usual) };
    let address = given.strip_prefix("http://").unwrap_or(given).trim_end_matches('/');
    let is_host = |text: &str| {
        !text.is_empty()
            && text.bytes().all(|it| it.is_ascii_alphanumeric() || b"-.:[]".contains(&it))
    };
    match address.rsplit_once(':') {
        Some((host, port)) if is_host(host) && port.parse::<u16>().is_ok() => {
            Ok(address.to_owned())
        }
        _ => Err(Failure::HostAndPort(given.to_owned())),
    }
}
