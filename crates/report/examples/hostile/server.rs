//! A server whose every word is meant for whoever reads the report.

use std::sync::Arc;

use expectspec_subject::{InProcess, Server};
use tokio::io::AsyncWriteExt as _;

/// What does harm in one format or another if it gets there as it is.
pub(crate) const HARMFUL: [&str; 14] = [
    "<script>document.title='owned'</script>",
    "\"><img src=x onerror=document.title='owned'>",
    "]]><!-- --><![CDATA[",
    "::error file=x::owned",
    "##[error]owned ##vso[task.complete] ##teamcity[x]",
    "{{owned}} ${{ owned }} {0}",
    "[owned](javascript:owned) ![x](http://192.0.2.1/x)",
    "`owned` ``` ~~~ @owned #1 | www.owned.example",
    "\\# SKIP # TODO owned\\",
    "- owned: [x, &x *x !x %x @x ? | >",
    "...",
    "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{7f}\u{8}\0",
    "\u{202e}\u{2066}\u{feff}\u{fffe}\u{ffff}\u{1f600}\u{2028}",
    "&lt;script&gt; &#60; %3Cscript%3E javascript:owned",
];

/// The server: it is sound in its first answers, so that it is tested at all.
pub(crate) fn server() -> Arc<dyn Server> {
    Arc::new(InProcess::new("hos\u{1b}[2Jtile <script>", |mut io| async move {
        let mut answer = b"HTTP/1.1 100 <b>\x1b[2J\x9b31m\r\n\r\nHTTP/1.1 200 ".to_vec();
        answer.extend_from_slice(HARMFUL[0].as_bytes());
        answer.extend_from_slice(b"\r\nServer: ");
        answer.extend_from_slice(HARMFUL.concat().replace('\0', "").as_bytes());
        for harmful in HARMFUL {
            answer.extend_from_slice(b"\r\nX: ");
            answer.extend_from_slice(harmful.as_bytes());
        }
        answer.extend_from_slice(b"\r\n\x1bY: \0\r\nContent-Length: 4\r\n\r\n\x1b\0\x9b\n");
        answer.extend_from_slice(HARMFUL.join("\n").as_bytes());
        io.write_all(&answer).await.ok();
    }))
}
