//! Whom a run tests.

use std::sync::Arc;

use expectspec_catalogue::{Places, Script};
use expectspec_requirements::{Form, Party};
use expectspec_subject::{Client, Clock, Intermediary, Server, SubjectError};

use crate::{PlayError, Played, Terms, play, play_client, play_intermediary};

/// Whom a run tests.
#[derive(Clone)]
pub enum Subject {
    /// A server, whose client we play.
    Server(Arc<dyn Server>),
    /// A client, whose origin server we play.
    Client(Arc<dyn Client>),
    /// An intermediary, whose client and origin server we play.
    Intermediary(Arc<dyn Intermediary>),
}

impl core::fmt::Debug for Subject {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple(self.party().name()).field(&self.address()).finish()
    }
}

impl Subject {
    /// The party that it plays.
    #[must_use]
    pub const fn party(&self) -> Party {
        match self {
            Self::Server(_) => Party::OriginServer,
            Self::Client(_) => Party::Client,
            Self::Intermediary(_) => Party::Intermediary,
        }
    }

    /// Its form, if it is an intermediary.
    #[must_use]
    pub fn form(&self) -> Option<Form> {
        match self {
            Self::Intermediary(subject) => Some(subject.form()),
            Self::Server(_) | Self::Client(_) => None,
        }
    }

    /// Where it is, or what, for people.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Server(server) => server.address(),
            Self::Client(client) => client.name(),
            Self::Intermediary(subject) => subject.address(),
        }
    }

    /// What goes into the transcript's heading.
    #[must_use]
    pub fn transport(&self) -> &'static str {
        match self {
            Self::Server(server) => server.transport(),
            Self::Client(client) => client.transport(),
            Self::Intermediary(subject) => subject.transport(),
        }
    }

    /// Which clock runs.
    #[must_use]
    pub fn clock(&self) -> Clock {
        match self {
            Self::Server(server) => server.clock(),
            Self::Client(client) => client.clock(),
            Self::Intermediary(subject) => subject.clock(),
        }
    }

    /// Plays a script on the side, or the sides, of its peer. Ends within the sum of the script's windows,
    /// whatever the subject does.
    ///
    /// # Errors
    /// When it can't be reached or started, or when the fault was ours.
    pub async fn play(
        &self,
        script: Script<'_>,
        places: &Places,
        terms: &Terms,
    ) -> Result<Played, PlayError> {
        let played = match self {
            Self::Server(server) => play(server.as_ref(), script, places, terms).await?,
            Self::Client(client) => play_client(client.as_ref(), script, places, terms).await?,
            Self::Intermediary(subject) => {
                play_intermediary(subject.as_ref(), script, places, terms).await?
            }
        };
        match self.trouble() {
            Some(error) => Err(PlayError { error, transcript: played.transcript }),
            None => Ok(played),
        }
    }

    /// What went wrong between us and the subject: what it seems to have done is not its doing then.
    fn trouble(&self) -> Option<SubjectError> {
        match self {
            Self::Server(server) => server.trouble(),
            Self::Client(client) => client.trouble(),
            Self::Intermediary(_) => None,
        }
    }
}

impl From<Arc<dyn Server>> for Subject {
    fn from(server: Arc<dyn Server>) -> Self {
        Self::Server(server)
    }
}

impl From<Arc<dyn Client>> for Subject {
    fn from(client: Arc<dyn Client>) -> Self {
        Self::Client(client)
    }
}

impl From<Arc<dyn Intermediary>> for Subject {
    fn from(intermediary: Arc<dyn Intermediary>) -> Self {
        Self::Intermediary(intermediary)
    }
}
