//! What holds of the driver: chains, slow clients, refusals, sockets.

use std::future::Future;
use std::io;

use expectspec_engine::ReferenceClient;
use expectspec_engine::client::{self, Content, Request};
use expectspec_engine::intermediary::{Intermediary, Policy};
use expectspec_engine::origin_server;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use super::drive_intermediary;
use crate::{drive_client, serve};

/// What a stream holds: little, so that everyone must wait at some time.
const BUFFER_OCTETS: usize = 1000;

/// A stream to a reference origin server.
fn origin() -> DuplexStream {
    let (near, far) = duplex(BUFFER_OCTETS);
    tokio::spawn(serve(far, origin_server::Policy::default()));
    near
}

/// Where clients of a chain of `hops` intermediaries connect.
fn entrance(policy: &Policy, hops: usize) -> mpsc::Sender<DuplexStream> {
    let (clients, accepted) = mpsc::channel(16);
    let mut machine = Intermediary::new(policy.clone());
    let next = (hops > 1).then(|| entrance(policy, hops - 1));
    tokio::spawn(async move {
        drive_intermediary(&mut machine, accepted, |_| {
            let next = next.clone();
            async move { connect(next.as_ref()).await }
        })
        .await;
    });
    clients
}

async fn connect(next: Option<&mpsc::Sender<DuplexStream>>) -> io::Result<DuplexStream> {
    let Some(next) = next else { return Ok(origin()) };
    let (near, far) = duplex(BUFFER_OCTETS);
    next.send(far).await.map_err(|_| io::ErrorKind::ConnectionRefused)?;
    Ok(near)
}

fn request(client: usize, octets: usize) -> Request {
    let content = Content::Length(vec![b'a' + client as u8; octets]);
    Request::new("PUT", "/echo", "a").with_content(content)
}

async fn perform<S, C>(
    clients: usize,
    octets: usize,
    connect: impl Fn() -> C + Clone + Send + 'static,
) where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send,
    C: Future<Output = io::Result<S>> + Send,
{
    let work: Vec<_> = (0..clients)
        .map(|client| {
            let connect = connect.clone();
            tokio::spawn(async move {
                let requests = vec![request(client, octets); 3];
                let policy = client::Policy::default();
                let machine = ReferenceClient::new(policy, requests, Default::default());
                let mut machine = machine.expect("these requests can be sent");
                drive_client(&mut machine, connect).await;
                machine.outcomes().to_vec()
            })
        })
        .collect();
    for (client, work) in work.into_iter().enumerate() {
        let outcomes = work.await.expect("clients do not panic");
        assert_eq!(outcomes.len(), 3);
        for outcome in outcomes {
            assert_eq!(outcome.result, Ok(200));
            assert_eq!(outcome.content_octets, octets as u64);
            assert!(outcome.content.iter().all(|&octet| octet == b'a' + client as u8));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn chains_of_streams_serve_clients_at_the_same_time() {
    for (name, policy) in Policy::presets() {
        if name == "forward" {
            continue;
        }
        for hops in 1..4 {
            let clients = entrance(&policy, hops);
            perform(4, 200_000, move || {
                let clients = clients.clone();
                async move { connect(Some(&clients)).await }
            })
            .await;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_client_that_reads_nothing_stops_nobody_else() {
    let clients = entrance(&Policy::default(), 1);
    let mut slow = connect(Some(&clients)).await.expect("the intermediary accepts");
    let head = "PUT /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n";
    slow.write_all(head.as_bytes()).await.expect("the intermediary reads");
    slow.write_all(&[b'x'; 500_000]).await.expect("the intermediary reads");
    let others = clients.clone();
    perform(2, 5000, move || {
        let others = others.clone();
        async move { connect(Some(&others)).await }
    })
    .await;
    let mut head = [0; 12];
    slow.read_exact(&mut head).await.expect("there is a response");
    assert_eq!(&head, b"HTTP/1.1 200");
}

#[tokio::test(start_paused = true)]
async fn a_next_hop_that_cannot_be_reached_is_502_and_the_driver_ends() {
    let (clients, accepted) = mpsc::channel(1);
    let mut machine = Intermediary::new(Policy::default());
    let refuse = |_| async { Err::<DuplexStream, _>(io::ErrorKind::ConnectionRefused.into()) };
    let talk = async move {
        let (mut near, far) = duplex(BUFFER_OCTETS);
        clients.send(far).await.expect("the intermediary accepts");
        near.write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.ok();
        let mut received = String::new();
        near.read_to_string(&mut received).await.ok();
        received
    };
    let (received, ()) = tokio::join!(talk, drive_intermediary(&mut machine, accepted, refuse));
    assert!(received.starts_with("HTTP/1.1 502 Bad Gateway\r\n"), "{received}");
    assert_eq!(machine.links().count(), 0);
}

#[tokio::test]
async fn sockets_serve_as_well() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has ports");
    let origin = listener.local_addr().expect("the listener is bound");
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, origin_server::Policy::default()));
        }
    });
    let (clients, accepted) = mpsc::channel(16);
    let mut machine = Intermediary::new(Policy::default());
    tokio::spawn(async move {
        drive_intermediary(&mut machine, accepted, |_| TcpStream::connect(origin)).await;
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has ports");
    let front = listener.local_addr().expect("the listener is bound");
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            clients.send(stream).await.ok();
        }
    });
    perform(4, 1_000_000, move || TcpStream::connect(front)).await;
}
