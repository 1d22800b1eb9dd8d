//! Who is tested: the arguments of `server`, `client` and `proxy`.

use clap::{Args, ValueEnum};

use super::RunArguments;

#[derive(Args, Debug)]
pub(crate) struct ServerArguments {
    /// The server: http://HOST:PORT[/PATH], HOST:PORT or unix:PATH (not with --demo). Behind it,
    /// patterns that choose cases: a piece of an id, an id with *, or a requirement.
    #[arg(value_name = "URL] [PATTERN")]
    pub(crate) subject_and_patterns: Vec<String>,
    /// With --adapter: the program and its arguments, without a shell.
    #[arg(last = true, value_name = "COMMAND", requires = "adapter")]
    pub(crate) command: Vec<String>,
    /// Instead of a URL: test a library without I/O in a program of any language, on virtual time, as
    /// in `server --adapter -- python3 adapter.py` (see docs/write-an-adapter.md).
    #[arg(long, conflicts_with = "demo")]
    pub(crate) adapter: bool,
    /// Test the built-in reference, in process and on virtual time.
    #[arg(long)]
    pub(crate) demo: bool,
    /// With --demo: the reference's policy; by default the one that offers all that a case needs.
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    #[command(flatten)]
    pub(crate) places: PlacesArguments,
    /// Also run the cases that hide requests in content or load a server that is not on this
    /// machine.
    #[arg(long)]
    pub(crate) desync: bool,
    #[command(flatten)]
    pub(crate) run: RunArguments,
}

#[derive(Args, Debug)]
pub(crate) struct ClientArguments {
    /// Patterns that choose cases: a piece of an id, an id with *, or a requirement.
    #[arg(value_name = "PATTERN")]
    pub(crate) patterns: Vec<String>,
    #[command(flatten)]
    pub(crate) subject: ClientSubjectArguments,
    #[command(flatten)]
    pub(crate) run: RunArguments,
}

/// Which client is tested.
#[derive(Args, Debug)]
pub(crate) struct ClientSubjectArguments {
    /// The client: a program and its arguments, started anew for each case, without a shell. {url},
    /// {file}, {size}, {method} and {requests} are replaced; the environment has EXPECTSPEC_URL and
    /// so on, and EXPECTSPEC_LENGTH (known, unknown or none).
    #[arg(last = true, value_name = "COMMAND")]
    pub(crate) command: Vec<String>,
    /// The command is an adapter: a program of any language around a library without I/O, which is
    /// started once and tested on virtual time (see docs/write-an-adapter.md).
    #[arg(long, conflicts_with_all = ["demo", "status_from", "can"])]
    pub(crate) adapter: bool,
    /// Test the built-in reference, in process and on virtual time.
    #[arg(long)]
    pub(crate) demo: bool,
    /// With --demo: the reference's policy; by default the one that does all that a case needs.
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    /// Where the program tells the status codes that it was answered with: exit (nowhere, but 0 is
    /// success), stdout (the first one of each line), or regex:PATTERN with a group for the code.
    #[arg(long, value_name = "SOURCE", default_value = "exit")]
    pub(crate) status_from: String,
    /// What the program does beyond what its placeholders say: unknown-length (where
    /// EXPECTSPEC_LENGTH says so), redirects, credentials, method, requests.
    #[arg(long, value_name = "ABILITY", value_delimiter = ',')]
    pub(crate) can: Vec<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ProxyArguments {
    /// Where clients connect to: http://HOST:PORT or unix:PATH (not with --demo). Behind it, patterns
    /// that choose cases: a piece of an id, an id with *, or a requirement.
    #[arg(value_name = "URL] [PATTERN")]
    pub(crate) subject_and_patterns: Vec<String>,
    #[command(flatten)]
    pub(crate) subject: ProxySubjectArguments,
    /// Also run the cases that hide requests in content or load an intermediary that is not on this
    /// machine.
    #[arg(long)]
    pub(crate) desync: bool,
    #[command(flatten)]
    pub(crate) run: RunArguments,
}

/// Which intermediary is tested, beside its address.
#[derive(Args, Debug)]
pub(crate) struct ProxySubjectArguments {
    /// Where the intermediary forwards to; we listen there as the origin server.
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) origin: Option<String>,
    /// What the intermediary is: a gateway (reverse proxy), a proxy that is reached as a server is, or
    /// a forward proxy, which takes requests in absolute-form. The duties differ.
    #[arg(long, value_enum, default_value_t = ProxyRole::Gateway, conflicts_with = "policy")]
    pub(crate) role: ProxyRole,
    /// Test the built-in reference, in process and on virtual time.
    #[arg(long)]
    pub(crate) demo: bool,
    /// With --demo: the reference's policy.
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    /// The Host field value, if it is not that of the address.
    #[arg(long, value_name = "VALUE")]
    pub(crate) host: Option<String>,
}

/// What the server has.
#[derive(Args, Clone, Debug)]
pub(crate) struct PlacesArguments {
    /// A path that answers POST with content by 2xx.
    #[arg(long, value_name = "PATH")]
    pub(crate) path: Option<String>,
    /// A path that answers GET.
    #[arg(long, value_name = "PATH")]
    pub(crate) get_path: Option<String>,
    /// A path that refuses requests without wanting their content.
    #[arg(long, value_name = "PATH")]
    pub(crate) reject_path: Option<String>,
    /// A path that wants credentials.
    #[arg(long, value_name = "PATH")]
    pub(crate) protected_path: Option<String>,
    /// A protocol that the server switches to.
    #[arg(long, value_name = "TOKEN")]
    pub(crate) upgrade: Option<String>,
    /// The path that switches to it.
    #[arg(long, value_name = "PATH")]
    pub(crate) upgrade_path: Option<String>,
    /// The Host field value, if it is not that of the address.
    #[arg(long, value_name = "VALUE")]
    pub(crate) host: Option<String>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum ProxyRole {
    Gateway,
    Proxy,
    Forward,
}
