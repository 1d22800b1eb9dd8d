//! Whether a server answers yet.

use core::time::Duration;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

/// How long one attempt may take.
const ATTEMPT_MAX: Duration = Duration::from_millis(500);

/// Whether `GET path` is answered with an HTTP/1.x response now.
pub(crate) fn answers(address: SocketAddr, path: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect_timeout(&address, ATTEMPT_MAX) else { return false };
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let bounded = stream.set_read_timeout(Some(ATTEMPT_MAX)).is_ok()
        && stream.set_write_timeout(Some(ATTEMPT_MAX)).is_ok();
    if !bounded || stream.write_all(request.as_bytes()).is_err() {
        return false;
    }
    let mut start = [0; 7];
    stream.read_exact(&mut start).is_ok() && &start == b"HTTP/1."
}
