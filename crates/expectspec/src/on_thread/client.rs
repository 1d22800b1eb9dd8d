//! A client on a thread.

use std::sync::Arc;
use std::thread;

use expectspec_judge::Said;
use expectspec_subject::{Ability, Client, ClientInProcess, Clock, Connector, Job, Starting};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::{Answer, Request, Suite};

/// A suite for a client that is told a URL, and makes one request to it, on a thread of its own. It may
/// block, may have any runtime, and may open as many connections as it likes. It gives the status code
/// that its user is told, or an error.
///
/// Real time passes here. What else than the method it can be told, say with [`Suite::can`].
///
/// ```no_run
/// # use std::process::ExitCode;
/// # fn send(_: &str, _: &expectspec::Request) -> std::io::Result<u16> { Ok(200) }
/// fn main() -> ExitCode {
///     expectspec::client_on_thread(|url, request| send(&url, &request)).main()
/// }
/// ```
pub fn client_on_thread<F, A>(send: F) -> Suite
where
    F: Fn(String, Request) -> A + Send + Sync + 'static,
    A: Answer + 'static,
{
    let send = Arc::new(send);
    let perform = move |connector, job| perform(connector, job, Arc::clone(&send));
    let abilities = &[Ability::Method, Ability::Tells];
    crate::client(OverTcp(ClientInProcess::new("on-thread", abilities, perform)))
}

/// A client whose connections come in over TCP and are handed on in memory, so that a reset looks like
/// an end from both sides.
struct OverTcp<C>(C);

impl<C: Client> Client for OverTcp<C> {
    fn start(&self, job: Job) -> Starting<'_> {
        self.0.start(job)
    }

    fn name(&self) -> String {
        self.0.name()
    }

    fn transport(&self) -> &'static str {
        "h1/tcp"
    }

    fn clock(&self) -> Clock {
        Clock::Real
    }

    fn can(&self, ability: Ability) -> bool {
        self.0.can(ability)
    }

    fn sees_resets(&self) -> bool {
        false
    }
}

async fn perform<F, A>(connector: Connector, job: Job, send: Arc<F>) -> Vec<Said>
where
    F: Fn(String, Request) -> A + Send + Sync + 'static,
    A: Answer + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await;
    let bound = listener.and_then(|listener| Ok((listener.local_addr()?.port(), listener)));
    // Without a port there is no request, and that is told.
    let Ok((port, listener)) = bound else { return Vec::new() };
    let url = format!("http://127.0.0.1:{port}{}", job.target);
    let request = Request::of(job);
    let (sender, answer) = oneshot::channel();
    // Nobody waits for the thread: a client that hangs must not keep the run from its end.
    let started = thread::Builder::new().name("subject".to_owned()).spawn(move || {
        // The case may be over.
        sender.send(send(url, request).said()).ok();
    });
    if started.is_err() {
        return Vec::new();
    }
    let mut cables = JoinSet::new();
    let accept = async {
        loop {
            // An error to accept is not the client's; the next may do.
            if let Ok((stream, _)) = listener.accept().await {
                cables.spawn(hand_on(stream, connector.clone()));
            }
        }
    };
    let said = tokio::select! {
        // A panic is no answer.
        said = answer => said.unwrap_or(Said::Failure),
        () = accept => Said::Failure,
    };
    // Octets that are on their way still belong to the transcript.
    cables.detach_all();
    vec![said]
}

async fn hand_on(mut stream: TcpStream, connector: Connector) {
    // A connection that is gone already needs no option.
    stream.set_nodelay(true).ok();
    if let Ok(mut ours) = connector.connect().await {
        // It ends with either side.
        tokio::io::copy_bidirectional(&mut stream, &mut ours).await.ok();
    }
}
