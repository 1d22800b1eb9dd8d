//! Whole cells: the reference in front of whoever counts, and of somebody who does not.

use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr, TcpListener as StdListener};

use expectspec_engine::ReferenceServer;
use expectspec_engine::intermediary::{Intermediary, Policy};
use expectspec_engine::origin_server;
use expectspec_subject::{listen, listen_between};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;
use crate::chains::agreement::{Hop as Wrong, Reason};
use crate::chains::cases::CASES;
use crate::chains::hop::Between;
use crate::subject_file::Duty;

async fn bound() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// The reference intermediary, on loopback. Without a pool it may have many cases at once.
async fn intermediary(name: &str) -> Arc<Hop> {
    let (listener, address) = bound().await;
    let inbound = StdListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let origin = inbound.local_addr().unwrap().to_string();
    let policy = Policy::preset("unpooled").unwrap();
    tokio::spawn(listen_between(listener, origin, Intermediary::new(policy)));
    let between = Between { duty: Duty::Gateway, concurrency: 8, inbound };
    Arc::new(Hop::running_at(name, address, Some(between)))
}

async fn server() -> Arc<Hop> {
    let (listener, address) = bound().await;
    let machine = || ReferenceServer::new(origin_server::Policy::default());
    tokio::spawn(listen(listener, machine));
    Arc::new(Hop::running_at("server", address, None))
}

/// A server that answers whatever looks like the end of a head, content or not.
async fn careless_server() -> Arc<Hop> {
    let (listener, address) = bound().await;
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            tokio::spawn(async move {
                let mut octets = Vec::new();
                while let Ok(1..) = stream.read_buf(&mut octets).await {
                    while let Some(end) = octets.windows(4).position(|it| it == b"\r\n\r\n") {
                        octets.drain(..end + 4);
                        let ok = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
                        stream.write_all(ok).await.unwrap();
                    }
                }
            });
        }
    });
    Arc::new(Hop::running_at("careless", address, None))
}

fn cases(topics: &[&str]) -> Vec<&'static ChainCase> {
    CASES.iter().filter(|case| topics.contains(&case.in_full.topic())).collect()
}

fn in_a_runtime<F: Future<Output = ()>>(test: F) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

#[test]
fn the_reference_agrees_with_itself() {
    in_a_runtime(async {
        let cases = cases(&["field-value", "hidden-content"]);
        let first = intermediary("first").await;
        for next in [server().await, intermediary("second").await] {
            let cell = play_cell(&first, &next, &cases).await.unwrap();
            assert_eq!((cell.played, cell.agree), (cases.len(), cases.len()), "{cell:?}");
            assert!(cell.reached > cases.len() / 2, "{cell:?}");
            assert_eq!((cell.first_deviates, cell.next_deviates), Default::default());
        }
    });
}

#[test]
fn a_server_that_answers_content_is_found() {
    in_a_runtime(async {
        let cases = cases(&["hidden-content"]);
        let (first, next) = (intermediary("first").await, careless_server().await);
        let cell = play_cell(&first, &next, &cases).await.unwrap();
        let found = Disagreement { reason: Reason::ContentAnswered, by: Wrong::Next };
        let found = cell.disagreements.iter().filter(|it| it.how.contains(&found)).count();
        assert!(found > cases.len() / 2, "{cell:?}");
    });
}
