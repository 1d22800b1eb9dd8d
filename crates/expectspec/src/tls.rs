//! A server behind TLS.

use core::fmt::{self, Debug, Formatter};
use core::time::Duration;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use expectspec_subject::{Clock, Connecting, Connection, Server, SubjectError};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
};

/// A server at a TCP address, behind TLS 1.2 or 1.3. A reset can't be told from an end there.
#[derive(Clone)]
pub struct Tls {
    address: SocketAddr,
    name: ServerName<'static>,
    config: Arc<ClientConfig>,
}

/// How long a connection may take to open.
const CONNECT_MAX: Duration = Duration::from_secs(10);
/// What is on its way between TLS and the tester.
const BUFFER_OCTETS: usize = 64 * 1024;

impl Debug for Tls {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Tls").field(&self.address).field(&self.name).finish()
    }
}

impl Tls {
    /// The server at this address, asked for by this name, whose certificate leads to one of `roots`.
    ///
    /// # Errors
    /// When the name is none that a certificate can hold, or a root is no certificate.
    pub fn with_roots(
        address: SocketAddr,
        name: &str,
        roots: impl IntoIterator<Item = CertificateDer<'static>>,
    ) -> io::Result<Self> {
        let mut store = RootCertStore::empty();
        for root in roots {
            store.add(root).map_err(io::Error::other)?;
        }
        let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?;
        Self::with(address, name, builder.with_root_certificates(store).with_no_client_auth())
    }

    /// The same, whatever its certificate: for a server of one's own.
    ///
    /// # Errors
    /// When the name is none that a certificate can hold.
    pub fn with_any_certificate(address: SocketAddr, name: &str) -> io::Result<Self> {
        let provider = Arc::new(ring::default_provider());
        let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Any(provider)));
        Self::with(address, name, builder.with_no_client_auth())
    }

    fn with(address: SocketAddr, name: &str, mut config: ClientConfig) -> io::Result<Self> {
        let name = ServerName::try_from(name.to_owned()).map_err(io::Error::other)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { address, name, config: Arc::new(config) })
    }

    async fn open(&self) -> io::Result<Connection> {
        let stream = TcpStream::connect(self.address).await?;
        // Each step of a script is a write of its own and must leave as one.
        stream.set_nodelay(true)?;
        let connector = TlsConnector::from(Arc::clone(&self.config));
        let mut stream = connector.connect(self.name.clone(), stream).await?;
        let (ours, mut theirs) = tokio::io::duplex(BUFFER_OCTETS);
        tokio::spawn(async move {
            // It ends with either side.
            tokio::io::copy_bidirectional(&mut theirs, &mut stream).await.ok();
        });
        Ok(Connection::Memory(ours))
    }
}

impl Server for Tls {
    fn connect(&self) -> Connecting<'_> {
        Box::pin(async move {
            let opened = timeout(CONNECT_MAX, self.open()).await;
            let opened =
                opened.map_err(|_| SubjectError::ConnectTimeout { address: self.address() })?;
            opened.map_err(|error| SubjectError::Connect { address: self.address(), error })
        })
    }

    fn address(&self) -> String {
        self.address.to_string()
    }

    fn transport(&self) -> &'static str {
        "h1/tls"
    }

    fn clock(&self) -> Clock {
        Clock::Real
    }

    fn tells_resets(&self) -> bool {
        false
    }
}

/// Trusts every certificate, but not a signature that does not fit it.
#[derive(Debug)]
struct Any(Arc<CryptoProvider>);

impl ServerCertVerifier for Any {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        tokio_rustls::rustls::crypto::verify_tls12_signature(
            message,
            certificate,
            signature,
            algorithms,
        )
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        tokio_rustls::rustls::crypto::verify_tls13_signature(
            message,
            certificate,
            signature,
            algorithms,
        )
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
