//! A server behind TLS, with the reference behind a certificate made for the test.
#![cfg(feature = "tls")]

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread;

use expectspec::Tls;
use expectspec_engine::origin_server::Policy;
use libtest_mimic::{Arguments, Conclusion};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

/// The reference behind TLS, and its certificate.
fn server() -> (SocketAddr, CertificateDer<'static>) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let certificate = made.cert.der().clone();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .expect("the key fits");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("loopback has ports");
    let address = listener.local_addr().expect("it is bound");
    listener.set_nonblocking(true).expect("it can be");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    thread::spawn(move || {
        runtime.block_on(async move {
            let listener = TcpListener::from_std(listener).expect("it is bound");
            while let Ok((stream, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    let Ok(stream) = acceptor.accept(stream).await else { return };
                    expectspec_subject::serve(stream, Policy::default()).await;
                });
            }
        });
    });
    (address, certificate)
}

fn tested(subject: Tls) -> Conclusion {
    let arguments = Arguments { quiet: true, ..Arguments::default() };
    expectspec::server(subject).select("/handshake/").run(&arguments)
}

#[test]
fn the_reference_conforms_behind_tls() {
    let (address, certificate) = server();
    for subject in [
        Tls::with_any_certificate(address, "localhost"),
        Tls::with_roots(address, "localhost", [certificate]),
    ] {
        let conclusion = tested(subject.expect("a name"));
        assert!(conclusion.num_passed > 0 && conclusion.num_failed == 0, "{conclusion:?}");
    }
}

#[test]
fn a_certificate_of_nobody_is_no_server() {
    let (address, _) = server();
    let subject = Tls::with_roots(address, "localhost", []).expect("a name");
    assert_eq!(tested(subject).num_failed, 1);
}
