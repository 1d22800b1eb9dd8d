//! What a hostile server does with a connection.

use core::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::time::sleep;

/// What a hostile server does with a connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Conduct {
    /// Answers whatever comes, each piece by a response.
    Sound,
    /// Takes no connection.
    Refuses,
    /// Says the one, and then the other over and over.
    Floods(&'static [u8], &'static [u8]),
    /// Says these octets, one a second, over and over.
    Drips(&'static [u8]),
    /// Reads and says nothing.
    Silent,
    /// Neither reads nor says anything.
    Deaf,
    /// Ends the connection at once.
    Closes,
    /// Ends the connection when it has said so many octets of a response.
    ClosesAfter(usize),
    /// Answers once, and then only reads.
    AnswersOnce,
    /// Answers as it should and never ends a connection, whatever it was told.
    NeverCloses,
}

impl Conduct {
    /// Those that send without end.
    pub(crate) const FLOODS: &[Self] = &[
        Self::Floods(b"", b"HTTP/1.1 100 \r\n\r\n"),
        Self::Floods(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
        Self::Floods(b"", b"HTTP/1.1 204 \r\n\r\n"),
        Self::Floods(b"", b"\x1b\0\xff\n"),
        Self::Floods(b"", b"\n"),
        Self::Floods(b"", b"\r\n"),
        Self::Floods(b"HTTP/1.1 200 ", b"a"),
        Self::Floods(b"HTTP/1.1 200 OK\r\nX: ", b"a"),
        Self::Floods(b"HTTP/1.1 200 OK\r\n", b"X:\r\n"),
        Self::Floods(b"HTTP/1.1 200 OK\r\nX: a\r\n", b" \r\n"),
        Self::Floods(b"HTTP/1.1 200 OK\r\n\r\n", b"\n"),
        Self::Floods(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n", b"a"),
        Self::Floods(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        Self::Floods(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"a"),
        Self::Floods(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X: a\r\n"),
        Self::Floods(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: demo\r\n\r\n", b"a"),
    ];

    /// Those that make the most findings, the longest text, and the most fields.
    pub(crate) const WORST_FLOODS: &[Self] = &[Self::FLOODS[0], Self::FLOODS[5], Self::FLOODS[8]];

    /// Those that send little or nothing.
    pub(crate) const QUIET: &[Self] = &[
        Self::Refuses,
        Self::Drips(b"HTTP/1.1 100 \r\n\r\n"),
        Self::Drips(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"),
        Self::Drips(b"\0"),
        Self::Silent,
        Self::Deaf,
        Self::Closes,
        Self::ClosesAfter(1),
        Self::ClosesAfter(12),
        Self::ClosesAfter(36),
        Self::AnswersOnce,
        Self::NeverCloses,
    ];

    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::FLOODS.iter().chain(Self::QUIET).copied()
    }

    /// Serves a connection.
    pub(crate) async fn serve(self, mut io: impl AsyncRead + AsyncWrite + Unpin) {
        // That the client is gone is no concern of ours.
        match self {
            Self::Sound | Self::NeverCloses => {
                while answer(&mut io).await {}
                if self == Self::NeverCloses {
                    core::future::pending().await
                }
            }
            Self::Floods(first, then) => {
                io.write_all(first).await.ok();
                let many = then.repeat(16 * 1024 / then.len());
                while io.write_all(&many).await.is_ok() {}
            }
            Self::Drips(octets) => {
                for octet in octets.iter().cycle() {
                    if io.write_all(&[*octet]).await.is_err() {
                        return;
                    }
                    sleep(Duration::from_secs(1)).await;
                }
            }
            Self::Silent => while read(&mut io).await {},
            Self::Deaf => core::future::pending().await,
            Self::Closes | Self::Refuses => {}
            Self::ClosesAfter(octets) => {
                read(&mut io).await;
                io.write_all(&RESPONSE[..octets]).await.ok();
            }
            Self::AnswersOnce => {
                answer(&mut io).await;
                while read(&mut io).await {}
            }
        }
    }
}

async fn answer(io: &mut (impl AsyncRead + AsyncWrite + Unpin)) -> bool {
    read(io).await && io.write_all(RESPONSE).await.is_ok()
}

async fn read(io: &mut (impl AsyncRead + Unpin)) -> bool {
    matches!(io.read(&mut [0; 4096]).await, Ok(1..))
}

const RESPONSE: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na";
