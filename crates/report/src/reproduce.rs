//! A case to be played by hand: its octets, a shell, curl where curl can, and a test of one's own.

mod acts;
mod curl;
mod listening;
mod octets;
mod speaking;
mod test;

use std::io::{self, Write};

use expectspec_catalogue::{Case, Need, Places};
use expectspec_requirements::Party;
use expectspec_runner::Plan;

use crate::explain::write_script;

/// Who is where when a case is played by hand.
///
/// ```
/// use expectspec_report::{ReproductionForm, Scene};
///
/// let case = expectspec_catalogue::find("origin-server/handshake/answers-before-content-with-length");
/// let scene = Scene { subject: "127.0.0.1:8080".into(), ..Scene::default() };
/// let mut out = Vec::new();
/// scene.write(case.expect("a permanent id"), ReproductionForm::Nc, &mut out)?;
/// assert!(out.ends_with(b"} | nc 127.0.0.1 8080\n"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Scene {
    /// `HOST:PORT` of a server or an intermediary; for a client, where it is to connect to.
    pub subject: String,
    /// `HOST:PORT` that an intermediary forwards to.
    pub origin: String,
}

impl Default for Scene {
    fn default() -> Self {
        Self { subject: "127.0.0.1:8080".to_owned(), origin: "127.0.0.1:9000".to_owned() }
    }
}

/// How a case is told to whoever plays it by hand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ReproductionForm {
    /// The octets of each step, and what is waited for.
    Octets,
    /// A line for a shell with netcat: to a server that is talked to on one connection, or in place of
    /// the origin server.
    Nc,
    /// The same for bash alone, with any number of connections; it can't listen.
    Bash,
    /// A line with curl, for a plain handshake.
    Curl,
    /// A test with the crate `expectspec`.
    Test,
}

impl ReproductionForm {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 5] = [Self::Octets, Self::Nc, Self::Bash, Self::Curl, Self::Test];

    /// What stands above it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Octets => "OCTETS",
            Self::Nc => "NC",
            Self::Bash => "BASH",
            Self::Curl => "CURL",
            Self::Test => "TEST",
        }
    }

    /// Whether the case can be told so.
    #[must_use]
    pub fn suits(self, case: &Case) -> bool {
        match (self, case.party()) {
            (Self::Octets | Self::Test, _)
            | (Self::Nc, Party::Client | Party::Intermediary)
            | (Self::Bash, Party::OriginServer | Party::Intermediary) => true,
            (Self::Nc, Party::OriginServer) => speaking::is_for_nc(case),
            (Self::Curl, Party::OriginServer) => curl::Handshake::of(case).is_some(),
            (Self::Bash, Party::Client) | (Self::Curl, Party::Client | Party::Intermediary) => {
                false
            }
        }
    }
}

impl Scene {
    /// Writes the case in this form; nothing if it can't be told so.
    ///
    /// # Errors
    /// When `out` does not take it.
    pub fn write(
        &self,
        case: &Case,
        form: ReproductionForm,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if !form.suits(case) {
            return Ok(());
        }
        let places = self.places(case);
        match (form, case.party()) {
            (ReproductionForm::Octets, _) => write_script(case, Some(&places), out),
            (ReproductionForm::Nc, Party::OriginServer) => {
                speaking::write_nc(case, &places, &self.subject, out)
            }
            (ReproductionForm::Nc, Party::Client) => {
                listening::write(case, &places, &self.subject, out)
            }
            (ReproductionForm::Nc, Party::Intermediary) => {
                listening::write(case, &places, &self.origin, out)
            }
            (ReproductionForm::Bash, _) => speaking::write_bash(case, &places, &self.subject, out),
            (ReproductionForm::Curl, _) => match curl::Handshake::of(case) {
                Some(handshake) => handshake.write(case, &places, &self.subject, out),
                None => Ok(()),
            },
            (ReproductionForm::Test, _) => test::write(case, out),
        }
    }

    /// A forward proxy is asked for what is at the origin server; all else is at the subject.
    fn places(&self, case: &Case) -> Places {
        let forwards = case.needs().any(|need| need == Need::Forwards);
        let host = if forwards { &self.origin } else { &self.subject };
        let authority = if forwards { format!("http://{host}") } else { String::new() };
        let usual = Plan::new(Vec::new(), host).places;
        Places { authority, nonce: "by-hand".to_owned(), ..usual }
    }
}

/// The two halves of `HOST:PORT`, as shells take them.
fn host_and_port(address: &str) -> (&str, &str) {
    let (host, port) = address.rsplit_once(':').unwrap_or((address, "80"));
    (host.trim_start_matches('[').trim_end_matches(']'), port)
}
