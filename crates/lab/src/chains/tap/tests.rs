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

fn events(tap: &Tap, nonce: &str) -> Vec<Event> {
    let [tapped] = tap.take(nonce).try_into().unwrap();
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
        assert_eq!(events(&tap, "1a"), expected);
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
        assert_eq!(events(&tap, "1a")[1..], [Event::Reset(ToSubject)]);
    });
    through_a_tap(|Ends { tap, mut near, mut far }| async move {
        pass(&mut near, &mut far, REQUEST).await;
        far.set_zero_linger().unwrap();
        drop(far);
        let error = near.read(&mut [0]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
        assert_eq!(events(&tap, "1a")[1..], [Event::Reset(FromSubject)]);
    });
}

#[test]
fn a_connection_belongs_to_the_case_whose_nonce_it_carries() {
    through_a_tap(|Ends { tap, mut near, mut far }| async move {
        pass(&mut near, &mut far, REQUEST).await;
        assert_eq!(tap.take("1b"), []);
        pass(&mut near, &mut far, b"GET /expectspec-canary/hidden").await;
        let [tapped] = tap.take("1a").try_into().unwrap();
        assert!(!tapped.is_shared("1a"));
        assert!(tapped.is_shared("1b"));
        // What was taken is over.
        assert_eq!(far.read(&mut [0]).await.unwrap(), 0);
        assert_eq!(tap.take("1a"), []);
    });
}
