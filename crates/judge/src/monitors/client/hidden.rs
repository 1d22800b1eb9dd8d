//! A request that stands where content is due.

use expectspec_message::{Head, HeadReader, Limits, StartLine};
use memchr::memmem;

use super::moments::request_end;
use crate::{Connection, Exchange, HostField, Stamp};

/// A request that a client wrote before it had written the content of the one before: whoever reads
/// the octets as their framing says takes it for content.
#[derive(Clone, Debug)]
pub(in crate::monitors) struct Hidden<'a> {
    /// The octets from its first one on.
    pub octets: &'a [u8],
    /// Its head, as far as it came.
    pub head: Head,
    /// When its first octet passed.
    pub begins: Stamp,
}

/// The end of every request-line of HTTP/1.x.
const VERSION: &[u8] = b" HTTP/1.";
/// No method and target are longer together.
const LINE_OCTETS_MAX: usize = 8 * 1024;

/// Finds a request within the content of this exchange. It must have a request-line, and a `Host`
/// field with the value that the request itself has: ordinary content does not look like that.
pub(in crate::monitors) fn hidden_request<'a>(
    connection: &'a Connection,
    exchange: &Exchange,
) -> Option<Hidden<'a>> {
    let request = &exchange.request;
    if !request.announces_content() || request.host != HostField::One {
        return None;
    }
    let first = exchange.request.content_start();
    let end = request_end(exchange);
    // It begins within the content and may well be longer.
    let reach = end.saturating_add(LINE_OCTETS_MAX).min(connection.sent.len());
    let content = connection.sent.octets().get(first..reach)?;
    let rest = connection.sent.octets().get(first..)?;
    let mut from = 0;
    while let Some(at) = memmem::find(&content[from..], VERSION).map(|at| from + at) {
        let due = end.saturating_sub(first);
        let begins = |start: &usize| *start < due && !begins_behind(content, *start, due);
        if let Some(start) = line_start(&content[..at]).filter(begins) {
            let octets = &rest[start..];
            let mut reader = HeadReader::request(Limits::default());
            let head = match reader.read(octets) {
                Ok(_) => reader.take(),
                Err(_) => return None,
            };
            let begins = connection.sent.stamp(first + start)?;
            let hosts: Vec<&[u8]> = head.values(octets, b"host").collect();
            let own = request.octets(&connection.sent);
            if hosts.len() == 1 && request.head.values(own, b"host").any(|host| host == hosts[0]) {
                return Some(Hidden { octets, head, begins });
            }
        }
        from = at + VERSION.len();
    }
    None
}

impl<'a> Hidden<'a> {
    /// Method and target.
    pub(in crate::monitors) fn line(&self) -> (&'a [u8], &'a [u8]) {
        match self.head.start {
            Some(StartLine::Request { method, target, .. }) => {
                (method.of(self.octets), target.of(self.octets))
            }
            _ => (b"", b""),
        }
    }
}

/// Where the request-line that ends here begins: a method in capitals, SP, a target.
fn line_start(before: &[u8]) -> Option<usize> {
    let nearest = before.len().saturating_sub(LINE_OCTETS_MAX);
    let target = before
        .iter()
        .rposition(|octet| !octet.is_ascii_graphic())
        .filter(|&at| before[at] == b' ' && at + 1 < before.len() && at >= nearest)?;
    let method = before[..target].iter().rposition(|octet| !octet.is_ascii_uppercase());
    let start = method.map_or(0, |at| at + 1);
    (target - start >= 3).then_some(start)
}

/// Whether what begins within the content is its last octets and a request-line right behind them:
/// `AAAPOST /` is no method.
fn begins_behind(content: &[u8], start: usize, due: usize) -> bool {
    const METHODS: [&[u8]; 9] = [
        b"CONNECT ",
        b"DELETE ",
        b"GET ",
        b"HEAD ",
        b"OPTIONS ",
        b"PATCH ",
        b"POST ",
        b"PUT ",
        b"TRACE ",
    ];
    let starts_with_method = |octets: &[u8]| METHODS.iter().any(|it| octets.starts_with(it));
    !starts_with_method(&content[start..]) && content.get(due..).is_some_and(starts_with_method)
}
