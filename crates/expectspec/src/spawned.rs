//! A server that is a program: started before the first case, stopped with the tests.

use core::time::Duration;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, OnceLock};
use std::thread;
use std::time::Instant;

use expectspec_subject::{Clock, Connecting, Server, SubjectError, Tcp};

/// A server program. It is started before the first case, waited for until it is ready, and stopped with
/// all that it started when the tests end, even if the test process is killed.
///
/// `{port}` in an argument stands for a free port, which the variable `PORT` holds as well.
///
/// ```no_run
/// use std::process::ExitCode;
///
/// use expectspec::{Ready, Spawned};
///
/// fn main() -> ExitCode {
///     let program = env!("CARGO");
///     let server = Spawned::command(program).args(["run", "--", "--listen", "127.0.0.1:{port}"]);
///     expectspec::server(server.ready(Ready::Prints("listening".to_owned()))).main()
/// }
/// ```
#[derive(Debug)]
pub struct Spawned {
    words: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    port: Option<u16>,
    ready: Ready,
    ready_max: Duration,
    started: OnceLock<Result<SocketAddr, String>>,
    running: Mutex<Option<Child>>,
}

/// When a program is ready to be tested.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Ready {
    /// As soon as it accepts connections.
    #[default]
    Accepts,
    /// As soon as it prints a line with this text on its standard output, and accepts connections.
    Prints(String),
}

/// How long a program may take to be ready.
const READY_MAX: Duration = Duration::from_secs(30);
/// How long is waited between two looks.
const AGAIN: Duration = Duration::from_millis(10);

/// Runs the command beside a shell that waits for our end of a pipe to close, which the system does
/// however we end. Then it kills its process group: itself and all that was started.
const KEEPER: &str = r#"{ "$@" </dev/null; kill -9 0; } & exec >/dev/null; read -r _; kill -9 0"#;

impl Spawned {
    /// The server that this program is.
    pub fn command(program: impl Into<OsString>) -> Self {
        Self {
            words: vec![program.into()],
            environment: Vec::new(),
            port: None,
            ready: Ready::default(),
            ready_max: READY_MAX,
            started: OnceLock::new(),
            running: Mutex::new(None),
        }
    }

    /// With these further arguments.
    #[must_use]
    pub fn args<I: IntoIterator<Item: Into<OsString>>>(mut self, args: I) -> Self {
        self.words.extend(args.into_iter().map(Into::into));
        self
    }

    /// With this variable in its environment.
    #[must_use]
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// It listens on this port of 127.0.0.1, not on a free one.
    #[must_use]
    pub const fn port(mut self, port: u16) -> Self {
        self.port = Some(port);
        self
    }

    /// When it is ready; as soon as it accepts connections unless it is said.
    #[must_use]
    pub fn ready(mut self, ready: Ready) -> Self {
        self.ready = ready;
        self
    }

    /// How long it may take to be ready; 30 seconds unless it is said.
    #[must_use]
    pub const fn ready_within(mut self, ready_max: Duration) -> Self {
        self.ready_max = ready_max;
        self
    }

    fn start(&self) -> Result<SocketAddr, String> {
        let told = |error: io::Error| error.to_string();
        let port = match self.port {
            Some(port) => port,
            None => free_port().map_err(told)?,
        };
        let text = port.to_string();
        let words = self.words.iter().map(|word| match word.to_str() {
            Some(word) => word.replace("{port}", &text).into(),
            None => word.clone(),
        });
        let mut command = Command::new("/bin/sh");
        command
            .args(["-c", KEEPER, "expectspec"])
            .args(words)
            .env("PORT", &text)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .process_group(0);
        let mut child = command.spawn().map_err(told)?;
        let lines = child.stdout.take().map(lines_of);
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let awaited = self.wait_until_ready(&mut child, address, lines.as_ref());
        *self.running.lock().expect("nothing panics while it holds this") = Some(child);
        awaited.map(|()| address)
    }

    fn wait_until_ready(
        &self,
        child: &mut Child,
        address: SocketAddr,
        lines: Option<&Receiver<String>>,
    ) -> Result<(), String> {
        let began = Instant::now();
        let mut printed = matches!(self.ready, Ready::Accepts);
        while began.elapsed() < self.ready_max {
            if let (Ready::Prints(wanted), Some(lines)) = (&self.ready, lines) {
                printed |= lines.try_iter().any(|line| line.contains(wanted));
            }
            if printed && TcpStream::connect_timeout(&address, self.ready_max).is_ok() {
                return Ok(());
            }
            if child.try_wait().is_ok_and(|status| status.is_some()) {
                return Err("it ended before it was ready; what it said is above".to_owned());
            }
            thread::sleep(AGAIN);
        }
        let seconds = self.ready_max.as_secs_f32();
        Err(format!("it was not ready within {seconds} s: {:?} at {address}", self.ready))
    }
}

/// A port that nobody listens on at the moment.
fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Reads whatever comes, so that the program never waits for a reader.
fn lines_of(stdout: ChildStdout) -> Receiver<String> {
    let (sender, lines) = channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            // Nobody listens any more once it is ready.
            sender.send(String::from_utf8_lossy(&line).into_owned()).ok();
        }
    });
    lines
}

impl Drop for Spawned {
    fn drop(&mut self) {
        let running = self.running.get_mut().ok().and_then(Option::take);
        if let Some(mut child) = running {
            drop(child.stdin.take());
            // The group kills itself; it is only waited for.
            child.wait().ok();
        }
    }
}

impl Server for Spawned {
    fn connect(&self) -> Connecting<'_> {
        let started = self.started.get_or_init(|| self.start());
        Box::pin(async move {
            let failed = |why: &String| SubjectError::Start {
                command: self.address(),
                error: io::Error::other(why.clone()),
            };
            Tcp::new(*started.as_ref().map_err(failed)?).connect().await
        })
    }

    fn address(&self) -> String {
        let words: Vec<_> = self.words.iter().map(|word| word.to_string_lossy()).collect();
        words.join(" ")
    }

    fn transport(&self) -> &'static str {
        "h1/tcp"
    }

    fn clock(&self) -> Clock {
        Clock::Real
    }
}
