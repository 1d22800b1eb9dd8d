//! Subjects in this process, and the places of the reference's site.

use std::sync::Arc;

use expectspec_catalogue::Places;
use expectspec_fuzzer::{Fuzz, Outcome, Settings};
use expectspec_subject::{InProcess, Server};
use tokio::io::DuplexStream;

/// Fuzzes the server that `serve` makes of each connection.
pub(crate) fn fuzz<S>(
    serve: impl Fn(DuplexStream) -> S + Send + Sync + 'static,
    settings: Settings,
) -> Outcome
where
    S: Future<Output = ()> + Send + 'static,
{
    let server: Arc<dyn Server> = Arc::new(InProcess::new("server", serve));
    let fuzz = Fuzz { subject: server.into(), settings };
    fuzz.run(&mut |_| {}).expect("the server answers")
}

/// Resources of the reference's site.
pub(crate) fn places() -> Places {
    Places {
        host: "t".to_owned(),
        path: "/echo".to_owned(),
        reject: "/reject".to_owned(),
        protected: "/reject-401".to_owned(),
        upgrade: "demo".to_owned(),
        upgrade_path: "/upgrade".to_owned(),
        ..Settings::default().places
    }
}
