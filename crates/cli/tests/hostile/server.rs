//! Servers on loopback that do what no server should.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

/// What a server does with a connection.
pub(crate) type Conduct = fn(TcpStream);

/// How many connections the first conversation takes.
pub(crate) const CHECK_CONNECTIONS: usize = 4;

/// Serves so many connections as a sound server, and those after them by `conduct`.
pub(crate) fn turning(sound: usize, conduct: Conduct) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("a bound socket");
    thread::spawn(move || {
        for (number, stream) in listener.incoming().enumerate() {
            let conduct = if number < sound { answers } else { conduct };
            let stream = stream.expect("a connection");
            thread::spawn(move || conduct(stream));
        }
    });
    address
}

/// Serves so many connections and then no longer listens.
pub(crate) fn dying(connections: usize) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("a bound socket");
    thread::spawn(move || {
        for stream in listener.incoming().take(connections) {
            answers(stream.expect("a connection"));
        }
    });
    address
}

/// Answers the first piece that comes, and ends the connection.
fn answers(mut stream: TcpStream) {
    // That the client is gone is no concern of any of these.
    if read(&mut stream) {
        stream.write_all(SOUND).ok();
    }
}

pub(crate) fn is_silent(mut stream: TcpStream) {
    while read(&mut stream) {}
}

/// Neither reads nor ends the connection.
pub(crate) fn is_deaf(stream: TcpStream) {
    loop {
        thread::park();
        // The connection lives as long as this thread.
        let _ = &stream;
    }
}

pub(crate) fn closes_at_once(stream: TcpStream) {
    drop(stream);
}

/// Octets that nobody has read make a RST of the end of a connection.
pub(crate) fn resets(stream: TcpStream) {
    stream.peek(&mut [0]).ok();
}

pub(crate) fn closes_within_the_head(mut stream: TcpStream) {
    if read(&mut stream) {
        stream.write_all(&SOUND[..12]).ok();
    }
}

pub(crate) fn answers_once_and_stalls(mut stream: TcpStream) {
    if read(&mut stream) {
        stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").ok();
    }
    is_silent(stream);
}

/// Says an octet of a response for each piece that comes.
pub(crate) fn drips(mut stream: TcpStream) {
    for octet in SOUND {
        if !read(&mut stream) || stream.write_all(&[*octet]).is_err() {
            return;
        }
    }
}

pub(crate) fn floods_with_100(stream: TcpStream) {
    flood(stream, b"", b"HTTP/1.1 100 Continue\r\n\r\n");
}

pub(crate) fn floods_with_responses(stream: TcpStream) {
    flood(stream, b"", b"HTTP/1.1 204 \r\n\r\n");
}

pub(crate) fn floods_with_garbage(stream: TcpStream) {
    flood(stream, b"", b"\x1b[2J\0\xff\r\n");
}

pub(crate) fn floods_with_fields(stream: TcpStream) {
    flood(stream, b"HTTP/1.1 200 OK\r\n", b"X:\r\n");
}

pub(crate) fn floods_with_a_field(stream: TcpStream) {
    flood(stream, b"HTTP/1.1 200 OK\r\nX: ", b"a");
}

pub(crate) fn floods_with_lines(stream: TcpStream) {
    flood(stream, b"HTTP/1.1 200 OK\r\n\r\n", b"\r\n");
}

pub(crate) fn floods_with_chunks(stream: TcpStream) {
    flood(stream, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n");
}

/// Sends the one, and then the other over and over, until the client is gone.
fn flood(mut stream: TcpStream, first: &[u8], then: &[u8]) {
    let many = then.repeat(16 * 1024 / then.len());
    if stream.write_all(first).is_ok() {
        while stream.write_all(&many).is_ok() {}
    }
}

fn read(stream: &mut TcpStream) -> bool {
    matches!(stream.read(&mut [0; 4096]), Ok(1..))
}

const SOUND: &[u8] = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
