//! What the placeholders of the scripts stand for, from options, the address, or the reference.

use expectspec_catalogue::Places;
use expectspec_engine::origin_server::Policy;
use expectspec_runner::Plan;

use crate::arguments::{PlacesArguments, ProxyRole};
use crate::failure::Failure;

/// The usual places of a server that is known by its address only.
pub(crate) fn at(host: &str, path: Option<&str>) -> Places {
    let usual = Plan::new(Vec::new(), host).places;
    match path {
        Some(path) => Places { path: path.to_owned(), ..usual },
        None => usual,
    }
}

/// The places of the reference, which has a resource for everything.
pub(crate) fn of_reference(policy: &Policy) -> Places {
    Places {
        reject: "/reject".to_owned(),
        protected: "/reject-401".to_owned(),
        upgrade: policy.upgrade.unwrap_or_default().to_owned(),
        upgrade_path: "/upgrade".to_owned(),
        ..at("localhost", None)
    }
}

/// What goes through an intermediary in this role, toward `origin`.
pub(crate) fn through(role: ProxyRole, known: Places, origin: &str) -> Places {
    match role {
        ProxyRole::Gateway | ProxyRole::Proxy => known,
        ProxyRole::Forward => {
            Places { host: origin.to_owned(), authority: format!("http://{origin}"), ..known }
        }
    }
}

/// The places with this `Host` field value, if it was given.
pub(crate) fn with_host(known: Places, given: Option<&String>) -> Result<Places, Failure> {
    Ok(Places { host: word("--host", given, known.host.clone())?, ..known })
}

/// The places with those put in that the options name.
pub(crate) fn named(arguments: &PlacesArguments, known: Places) -> Result<Places, Failure> {
    // An address is not looked at before.
    path("--path", Some(&known.path), String::new())?;
    Ok(Places {
        host: word("--host", arguments.host.as_ref(), known.host)?,
        path: path("--path", arguments.path.as_ref(), known.path)?,
        get: path("--get-path", arguments.get_path.as_ref(), known.get)?,
        reject: path("--reject-path", arguments.reject_path.as_ref(), known.reject)?,
        protected: path("--protected-path", arguments.protected_path.as_ref(), known.protected)?,
        upgrade: word("--upgrade", arguments.upgrade.as_ref(), known.upgrade)?,
        upgrade_path: path("--upgrade-path", arguments.upgrade_path.as_ref(), known.upgrade_path)?,
        authority: known.authority,
        nonce: known.nonce,
    })
}

fn path(option: &'static str, given: Option<&String>, known: String) -> Result<String, Failure> {
    match given {
        Some(given) if !given.starts_with('/') => {
            Err(Failure::Octets { option, value: given.clone() })
        }
        given => word(option, given, known),
    }
}

/// A value that stands in a request as it is.
fn word(option: &'static str, given: Option<&String>, known: String) -> Result<String, Failure> {
    match given {
        None => Ok(known),
        Some(given) if !given.is_empty() && given.bytes().all(|o| o.is_ascii_graphic()) => {
            Ok(given.clone())
        }
        Some(given) => Err(Failure::Octets { option, value: given.clone() }),
    }
}
