//! What the tap must pass on and write down.

use std::future::Future;
use std::net::Ipv4Addr;

use expectspec_judge::Direction::{FromSubject, ToSubject};

use super::*;

const REQUEST: &[u8] = b"GET /expectspec-1a/a HTTP/1.1\r\n\r\n";

/// Both ends of a connection through a tap.
struct Ends {
    tap: Tap,
    near: TcpStream,
    far: TcpStream,
}

fn through_a_tap<F: Future<Output = ()>>(test: impl FnOnce(Ends) -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let next = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let listener = StdListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let tap = Tap::open(&listener, next.local_addr().unwrap()).unwrap();
        let near = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (far, _) = next.accept().await.unwrap();
        test(Ends { tap, near, far }).await;
    });
}

async fn pass(from: &mut TcpStream, to: &mut TcpStream, octets: &[u8]) {
    from.write_all(octets).await.unwrap();
    let mut came = vec![0; octets.len()];
    to.read_exact(&mut came).await.unwrap();
    assert_eq!(came, octets);
}

async fn events(tap: &Tap, nonce: &str) -> Vec<Event> {
    let Taken::Own(tapped) = tap.take(nonce).await else { panic!("shared") };
    let [tapped] = tapped.try_into().unwrap();
    tapped.events.into_iter().map(|(_, event)| event).collect()
}

#[test]
fn octets_and_ends_are_passed_on_and_written_down() {
    through_a_tap(|Ends { tap, mut near, mut far }| async move {
        pass(&mut near, &mut far, REQUEST).await;
        pass(&mut far, &mut near, b"HTTP/1.1 100 \r\n\r\n\0").await;
        near.shutdown().await.unwrap();
        assert_eq!(far.read(&mut [0]).await.unwrap(), 0);
        // The other direction is still open.
        pass(&mut far, &mut near, b"late").await;
        far.shutdown().await.unwrap();
        assert_eq!(near.read(&mut [0]).await.unwrap(), 0);
        let expected = [
            Event::Octets(ToSubject, REQUEST.to_vec()),
            Event::Octets(FromSubject, b"HTTP/1.1 100 \r\n\r\n\0".to_vec()),
            Event::End(ToSubject),
            Event::Octets(FromSubject, b"late".to_vec()),
            Event::End(FromSubject),
        ];
        assert_eq!(events(&tap, "1a").await, expected);
    });
}

#[test]
fn a_reset_is_passed_on_either_way() {
    through_a_tap(|Ends { tap, mut near, mut far }| async move {
        pass(&mut near, &mut far, REQUEST).await;
        near.set_zero_linger().unwrap();
        drop(near);
        let error = far.read(&mut [0]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
        assert_eq!(events(&tap, "1a").await[1..], [Event::Reset(ToSubject)]);
    });
    through_a_tap(|Ends { tap, mut near, mut far }| async move {
        pass(&mut near, &mut far, REQUEST).await;
        far.set_zero_linger().unwrap();
        drop(far);
        let error = near.read(&mut [0]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
        assert_eq!(events(&tap, "1a").await[1..], [Event::Reset(FromSubject)]);
    });
}

#[test]
fn a_connection_belongs_to_the_case_whose_nonce_it_carries() {
    through_a_tap(|Ends { tap, mut near, mut far }| async move {
        pass(&mut near, &mut far, REQUEST).await;
        assert_eq!(tap.take("1b").await, Taken::Own(Vec::new()));
        pass(&mut near, &mut far, b"GET /expectspec-canary/hidden").await;
        assert_eq!(events(&tap, "1a").await.len(), 2);
        // What was taken is over.
        assert_eq!(far.read(&mut [0]).await.unwrap(), 0);
        assert_eq!(near.read(&mut [0]).await.unwrap(), 0);
        assert_eq!(tap.take("1a").await, Taken::Own(Vec::new()));
    });
}

#[test]
fn of_cases_that_share_a_connection_nothing_is_said() {
    through_a_tap(|Ends { tap, mut near, mut far }| async move {
        pass(&mut near, &mut far, REQUEST).await;
        pass(&mut near, &mut far, b"GET /expectspec-1b/a HTTP/1.1").await;
        assert_eq!(tap.take("1a").await, Taken::Shared);
        assert_eq!(tap.take("1b").await, Taken::Shared);
        assert_eq!(tap.take("1b").await, Taken::Own(Vec::new()));
    });
}
