//! Refusals for which the request gives no ground.

use expectspec_message::Version;

use super::between::{is_passed_on, may_be_refused};
use super::doubts::{is_beyond_doubt, repeats_expect};
use crate::{Connection, Exchange, Response, View};

/// Whether this final response is the subject's own 400 to a request that nobody has a reason to call
/// bad.
pub(super) fn is_groundless_400(view: &View<'_>, exchange: &Exchange, answer: &Response) -> bool {
    answer.code() == Some(400)
        && is_ordinary(exchange, view.connection)
        && is_sound_behind(exchange, view.connection, answer)
        && !is_passed_on(view, answer)
        && !may_be_refused(view, exchange)
}

/// Whether it is, and ends the connection: so does who has lost count of where requests begin.
pub(super) fn is_groundless_end(view: &View<'_>, exchange: &Exchange, answer: &Response) -> bool {
    let connection = view.connection;
    let ends = answer.closes(&connection.received) || connection.server_gone().is_some();
    ends && is_groundless_400(view, exchange, answer)
}

/// Whether nothing odd had come behind the request by then, which the 400 may mean.
fn is_sound_behind(exchange: &Exchange, connection: &Connection, answer: &Response) -> bool {
    let came = |it: &&Exchange| it.request.start < answer.start;
    let mut behind =
        connection.exchanges.iter().skip_while(|it| !core::ptr::eq(*it, exchange)).skip(1);
    behind.by_ref().take_while(came).all(|it| is_ordinary(it, connection))
}

/// Whether everyone knows what to make of the request.
fn is_ordinary(exchange: &Exchange, connection: &Connection) -> bool {
    exchange.request.version() <= Version::HTTP_11 && is_ordinary_but_later(exchange, connection)
}

/// Whether everyone would, if only the version were known.
pub(super) fn is_ordinary_but_later(exchange: &Exchange, connection: &Connection) -> bool {
    let request = &exchange.request;
    is_beyond_doubt(exchange, connection)
        && !repeats_expect(request)
        && METHODS.contains(&request.method(&connection.sent))
        // Servers that are no proxies see few targets in other forms.
        && request.target(&connection.sent).starts_with(b"/")
}

/// The methods that a server must be able to tell from nonsense (RFC 9110 §9.3, RFC 5789 §2): another one
/// deserves 501, but looks like a mistake to many.
const METHODS: [&[u8]; 9] =
    [b"GET", b"HEAD", b"POST", b"PUT", b"DELETE", b"CONNECT", b"OPTIONS", b"TRACE", b"PATCH"];
