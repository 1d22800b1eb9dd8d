//! One line for a whole test file.

/// The whole of a test file: a test for each case for origin servers, against a function from a stream
/// to a future. It is [`server_in_process`](crate::server_in_process) and [`main`](crate::Suite::main).
///
/// ```no_run
/// use tokio::io::AsyncWriteExt;
///
/// async fn refuse(mut io: expectspec::Stream) {
///     io.write_all(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n").await.ok();
/// }
///
/// expectspec::server_tests!(|io| refuse(io));
/// ```
#[macro_export]
macro_rules! server_tests {
    ($serve:expr) => {
        fn main() -> ::std::process::ExitCode {
            $crate::server_in_process($serve).main()
        }
    };
}

/// The whole of a test file: a test for each case for clients, against a function from a stream and a
/// [`Request`](crate::Request) to a future of the status code. It is
/// [`client_in_process`](crate::client_in_process) and [`main`](crate::Suite::main).
///
/// ```no_run
/// use expectspec::{Request, Stream};
///
/// async fn send(_io: Stream, _request: Request) -> std::io::Result<u16> {
///     Ok(200)
/// }
///
/// expectspec::client_tests!(|io, request| send(io, request));
/// ```
#[macro_export]
macro_rules! client_tests {
    ($send:expr) => {
        fn main() -> ::std::process::ExitCode {
            $crate::client_in_process($send).main()
        }
    };
}

/// The whole of a test file: a test for each case for intermediaries, against a function from a client's
/// stream and a way to [`Connect`](crate::Connect) to the origin server to a future. It is
/// [`intermediary_in_process`](crate::intermediary_in_process) and [`main`](crate::Suite::main). The
/// subject is a gateway, unless a [`Form`](crate::Form) comes first.
///
/// ```no_run
/// use expectspec::{Connect, Stream};
///
/// async fn cable(mut outbound: Stream, connect: Connect) -> std::io::Result<()> {
///     let mut inbound = connect.connect().await?;
///     tokio::io::copy_bidirectional(&mut outbound, &mut inbound).await?;
///     Ok(())
/// }
///
/// expectspec::intermediary_tests!(|outbound, connect| cable(outbound, connect));
/// ```
#[macro_export]
macro_rules! intermediary_tests {
    ($pass_on:expr) => {
        $crate::intermediary_tests!($crate::Form::Gateway, $pass_on);
    };
    ($form:expr, $pass_on:expr) => {
        fn main() -> ::std::process::ExitCode {
            $crate::intermediary_in_process($form, $pass_on).main()
        }
    };
}
