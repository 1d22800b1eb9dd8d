//! Whether what was started is ready yet.

use core::time::Duration;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use crate::subject_file::Ready;

/// How long one attempt may take.
const ATTEMPT_MAX: Duration = Duration::from_millis(500);

/// Whether who listens at `address` is ready now.
pub(crate) fn is_ready(address: SocketAddr, ready: &Ready) -> bool {
    let Ok(stream) = TcpStream::connect_timeout(&address, ATTEMPT_MAX) else { return false };
    // Where nobody listens, a connection may come from the very port that it goes to.
    if stream.local_addr().is_ok_and(|local| local == address) {
        return false;
    }
    match ready {
        Ready::Accepts => true,
        Ready::Answers(path) => answers(stream, path),
    }
}

/// Whether `GET path` is answered with an HTTP/1.x response.
fn answers(mut stream: TcpStream, path: &str) -> bool {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let bounded = stream.set_read_timeout(Some(ATTEMPT_MAX)).is_ok()
        && stream.set_write_timeout(Some(ATTEMPT_MAX)).is_ok();
    if !bounded || stream.write_all(request.as_bytes()).is_err() {
        return false;
    }
    let mut start = [0; 7];
    stream.read_exact(&mut start).is_ok() && &start == b"HTTP/1."
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::*;

    #[test]
    fn who_accepts_need_not_answer() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        assert!(is_ready(address, &Ready::Accepts));
        assert!(!is_ready(address, &Ready::Answers("/".to_owned())));
        drop(listener);
        assert!(!is_ready(address, &Ready::Accepts));
    }
}
