//! An intermediary that runs by itself, in front of a port of ours.

use core::time::Duration;
use std::collections::HashMap;
use std::io;
use std::net::TcpListener as StdListener;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use expectspec_judge::TARGET_PREFIX;
use expectspec_requirements::Form;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::{Clock, Connection, Entering, Intermediary, Passage, Server, SubjectError};

/// Connections that came and are not taken yet; the intermediary's further ones have to wait.
const BACKLOG: usize = 64;
/// What is looked at of a connection to tell whose it is.
const PEEK_OCTETS: usize = 8 * 1024;
/// How long is waited between two looks at a request that is not complete.
const PEEK_AGAIN: Duration = Duration::from_millis(1);

/// An intermediary that is reached as a server is, and forwards to a port on which we listen. All cases
/// share the port: whose a connection is says the nonce in the target of its first request.
pub struct InFront {
    front: Arc<dyn Server>,
    form: Form,
    origin: StdListener,
    doors: Arc<Doors>,
    listening: Mutex<Option<JoinHandle<()>>>,
}

/// Where the connections of each case are delivered, by its nonce.
type Doors = Mutex<HashMap<String, mpsc::Sender<Connection>>>;

impl core::fmt::Debug for InFront {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("InFront").field(&self.front.address()).field(&self.form).finish()
    }
}

impl InFront {
    /// The intermediary behind `front`, which forwards to `origin`.
    ///
    /// # Errors
    /// When the port can't be used without blocking.
    pub fn new(front: Arc<dyn Server>, form: Form, origin: StdListener) -> io::Result<Self> {
        origin.set_nonblocking(true)?;
        Ok(Self { front, form, origin, doors: Arc::default(), listening: Mutex::new(None) })
    }

    /// Listens, unless it does already. A run has a runtime of its own, with which all its tasks end.
    fn listen(&self) -> Result<(), SubjectError> {
        let mut listening = lock(&self.listening);
        if listening.as_ref().is_none_or(JoinHandle::is_finished) {
            let listener = self.origin.try_clone().and_then(TcpListener::from_std);
            let listener = listener.map_err(|error| SubjectError::Listen {
                address: self.origin.local_addr().map_or_else(|_| "?".into(), |it| it.to_string()),
                error,
            })?;
            let doors = Arc::clone(&self.doors);
            *listening = Some(tokio::spawn(async move {
                // A connection that could not be accepted is gone; the next may come.
                loop {
                    match listener.accept().await {
                        Ok((stream, _)) => drop(tokio::spawn(show_in(stream, Arc::clone(&doors)))),
                        Err(_) => tokio::time::sleep(PEEK_AGAIN).await,
                    }
                }
            }));
        }
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What it guards is whole between any two statements.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Intermediary for InFront {
    fn enter(&self, nonce: &str) -> Entering<'_> {
        let nonce = nonce.to_owned();
        Box::pin(async move {
            self.listen()?;
            let (sender, inbound) = mpsc::channel(BACKLOG);
            let mut doors = lock(&self.doors);
            doors.retain(|_, door| !door.is_closed());
            doors.insert(nonce, sender);
            Ok(Passage::new(Arc::clone(&self.front), inbound, None))
        })
    }

    fn address(&self) -> String {
        self.front.address()
    }

    fn transport(&self) -> &'static str {
        self.front.transport()
    }

    fn clock(&self) -> Clock {
        self.front.clock()
    }

    fn form(&self) -> Form {
        self.form
    }

    fn tells_resets(&self) -> bool {
        self.front.tells_resets()
    }
}

/// Looks whose a connection is and delivers it, nothing read.
async fn show_in(stream: TcpStream, doors: Arc<Doors>) {
    // A connection that is gone already needs no option.
    stream.set_nodelay(true).ok();
    let mut octets = [0; PEEK_OCTETS];
    let mut seen = 0;
    loop {
        match stream.peek(&mut octets).await {
            Ok(0) | Err(_) => return,
            Ok(count) => match whose(&octets[..count]) {
                Whose::Case(nonce) => {
                    let door = lock(&doors).get(&nonce).cloned();
                    if let Some(door) = door {
                        // The case may have ended.
                        door.send(Connection::Tcp(stream)).await.ok();
                    }
                    return;
                }
                Whose::Nobody => return,
                Whose::Unknown if count == octets.len() => return,
                Whose::Unknown => {
                    if count == seen {
                        tokio::time::sleep(PEEK_AGAIN).await;
                    }
                    seen = count;
                }
            },
        }
    }
}

#[derive(Debug, Eq, PartialEq)]
enum Whose {
    /// The one with this nonce.
    Case(String),
    /// It is a request of the intermediary's own.
    Nobody,
    /// More octets have to come.
    Unknown,
}

/// Whose request begins with these octets. What a tunnel carries may begin with anything.
fn whose(octets: &[u8]) -> Whose {
    let prefix = octets.windows(TARGET_PREFIX.len()).position(|it| it == TARGET_PREFIX);
    match prefix.map(|at| &octets[at + TARGET_PREFIX.len()..]) {
        Some(rest) => {
            let end = rest.iter().position(|octet| !octet.is_ascii_alphanumeric());
            let nonce = end.and_then(|end| core::str::from_utf8(&rest[..end]).ok());
            nonce.map_or(Whose::Unknown, |nonce| Whose::Case(nonce.to_owned()))
        }
        None if octets.windows(4).any(|it| it == b"\r\n\r\n") => Whose::Nobody,
        None => Whose::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_belongs_to_the_case_whose_nonce_its_target_holds() {
        for (octets, expected) in [
            (&b"POST /expectspec-1a2b/a HTTP/1.1\r\n"[..], Whose::Case("1a2b".to_owned())),
            (b"GET http://o/expectspec-1a2b/a HTTP/1.0\r\n", Whose::Case("1a2b".to_owned())),
            (b"POST /expectspec-1a2b", Whose::Unknown),
            (b"POST /expect", Whose::Unknown),
            (b"OPTIONS / HTTP/1.0\r\n\r\n", Whose::Nobody),
        ] {
            assert_eq!(whose(octets), expected, "{}", octets.escape_ascii());
        }
    }
}
