//! Whom a run tests.

use std::sync::Arc;

use expectspec_catalogue::{Case, Places};
use expectspec_requirements::Party;
use expectspec_subject::{Client, Clock, Server};

use crate::{PlayError, Played, Terms, play, play_client};

/// Whom a run tests.
#[derive(Clone)]
pub enum Subject {
    /// A server, whose client we play.
    Server(Arc<dyn Server>),
    /// A client, whose origin server we play.
    Client(Arc<dyn Client>),
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
        }
    }

    /// Where it is, or what, for people.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Server(server) => server.address(),
            Self::Client(client) => client.name(),
        }
    }

    /// What goes into the transcript's heading.
    #[must_use]
    pub fn transport(&self) -> &'static str {
        match self {
            Self::Server(server) => server.transport(),
            Self::Client(client) => client.transport(),
        }
    }

    /// Which clock runs.
    #[must_use]
    pub fn clock(&self) -> Clock {
        match self {
            Self::Server(server) => server.clock(),
            Self::Client(client) => client.clock(),
        }
    }

    pub(crate) async fn play(
        &self,
        case: &Case,
        places: &Places,
        terms: &Terms,
    ) -> Result<Played, PlayError> {
        match self {
            Self::Server(server) => play(server.as_ref(), case, places, terms).await,
            Self::Client(client) => play_client(client.as_ref(), case, places, terms).await,
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
