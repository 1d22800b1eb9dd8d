//! A request of a client, with what an intermediary made of it on the way to the origin server.

use expectspec_requirements::Form;

use crate::monitors::between::is_shifted;
use crate::monitors::doubts::is_beyond_doubt;
use crate::{Connection, Exchange, Place, Request, Response, Side, Stamp, View, tag_of};

/// The field by which our origin server tells which request a final response answers.
pub(in crate::monitors) const TAG_FIELD: &[u8] = b"expectspec-tag";

/// An exchange on one side of the intermediary.
#[derive(Clone, Copy, Debug)]
pub(in crate::monitors) struct Hop<'a> {
    /// Its connection.
    pub connection: &'a Connection,
    /// The exchange.
    pub exchange: &'a Exchange,
    /// Its index on the connection.
    pub index: usize,
}

/// A client's request, and the requests toward the origin server that it became.
#[derive(Clone, Debug)]
pub(in crate::monitors) struct Relayed<'a> {
    /// On the outbound side, where the intermediary is the server.
    pub outbound: Hop<'a>,
    /// On the inbound side, where the intermediary is the client, in order of time. None if the
    /// request was not forwarded, or two of our requests had the same tag.
    pub inbound: Vec<Hop<'a>>,
}

/// Who generated a response that the intermediary sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::monitors) enum Source {
    /// The intermediary itself.
    Own,
    /// Our origin server, as far as can be told.
    Relayed,
}

/// Whether the subject is a proxy, and bound by what binds proxies only.
pub(in crate::monitors) fn is_proxy(view: &View<'_>) -> bool {
    view.form == Some(Form::Proxy)
}

/// What became of the requests on the (outbound) connection under watch. Left out is a request of which
/// that can't be told: it was not seen on the inbound side, but something was that may be it; or
/// what came unasked there may have been taken for its answer.
pub(in crate::monitors) fn relayed<'a>(view: &View<'a>) -> Vec<Relayed<'a>> {
    let connections = &view.reading.connections;
    let hop = |place: &Place| {
        let (connection, exchange) = place.of(connections);
        Hop { connection, exchange, index: place.exchange }
    };
    let relays = view.reading.relays.iter();
    relays
        .filter(|relay| {
            core::ptr::eq(&raw const connections[relay.outbound.connection], view.connection)
        })
        .map(|relay| Relayed {
            outbound: hop(&relay.outbound),
            inbound: relay.inbound.iter().map(hop).collect(),
        })
        .filter(|it: &Relayed<'a>| !it.inbound.is_empty() || !may_be_untraced(view, it.outbound))
        .filter(|it| !it.inbound.iter().any(|hop| is_shifted(view, hop.connection, hop.index)))
        .collect()
}

/// Whether a request came to the origin server, behind the beginning of this one, that has the same
/// tag, or none (yet).
fn may_be_untraced(view: &View<'_>, outbound: Hop<'_>) -> bool {
    let own = tag_of(outbound.request().target(&outbound.connection.sent));
    let mut inbound = view.reading.connections.iter().filter(|it| it.side == Side::Inbound);
    inbound.any(|connection| {
        connection.exchanges.iter().any(|exchange| {
            let request = &exchange.request;
            let tag = tag_of(request.target(&connection.sent));
            let is_told = tag.is_some() && request.head_end.is_some();
            request.start > outbound.request().start && (!is_told || tag == own)
        })
    })
}

impl<'a> Hop<'a> {
    /// The request.
    pub(in crate::monitors) const fn request(self) -> &'a Request {
        &self.exchange.request
    }

    /// The values of a field of the request, a field line each.
    pub(in crate::monitors) fn values(self, name: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        let request = self.request();
        request.head.values(request.octets(&self.connection.sent), name)
    }

    /// Whether the request has such a field.
    pub(in crate::monitors) fn has(self, name: &[u8]) -> bool {
        let request = self.request();
        request.head.has(request.octets(&self.connection.sent), name)
    }

    /// The values of a field of a response of this exchange, a field line each.
    pub(in crate::monitors) fn response_values(
        self,
        response: &'a Response,
        name: &'a [u8],
    ) -> impl Iterator<Item = &'a [u8]> {
        response.head.values(response.octets(&self.connection.received), name)
    }

    /// Whether the client withholds content, and an answer to its expectation is due.
    pub(in crate::monitors) fn withholds(self) -> bool {
        let request = self.request();
        let at_hand = request.content.first.map(|first| first.entry);
        request.expects_continue() && at_hand != request.head_end.map(|end| end.entry)
    }

    /// Whether the `Connection` field of the request names `Expect`: then nobody forwards it, and who
    /// names it has broken RFC 9110 §7.6.1 himself.
    pub(in crate::monitors) fn nominates_expect(self) -> bool {
        self.request().has_member(&self.connection.sent, b"connection", b"expect")
    }

    /// The method of the request.
    pub(in crate::monitors) fn method(self) -> &'a [u8] {
        self.request().method(&self.connection.sent)
    }
}

impl<'a> Relayed<'a> {
    /// Whether the client's request leaves no room for argument.
    pub(in crate::monitors) fn is_beyond_doubt(&self) -> bool {
        is_beyond_doubt(self.outbound.exchange, self.outbound.connection)
    }

    /// The first request that it became.
    pub(in crate::monitors) fn forwarded(&self) -> Option<Hop<'a>> {
        self.inbound.first().copied()
    }

    /// When the head of the first request that it became was complete.
    pub(in crate::monitors) fn head_forwarded(&self) -> Option<Stamp> {
        self.forwarded()?.request().head_end
    }

    /// All responses of our origin server, interim ones too, in order of time.
    pub(in crate::monitors) fn answers(&self) -> Vec<(Hop<'a>, &'a Response)> {
        let mut answers: Vec<_> = self
            .inbound
            .iter()
            .flat_map(|&hop| hop.exchange.responses.iter().map(move |response| (hop, response)))
            .filter(|(_, response)| response.head_end.is_some())
            .collect();
        answers.sort_by_key(|(_, response)| response.start);
        answers
    }

    /// The final response that our origin server gave, if it gave one to any of the attempts.
    pub(in crate::monitors) fn final_answer(&self) -> Option<(Hop<'a>, &'a Response)> {
        self.answers().into_iter().rev().find(|(_, response)| response.is_final())
    }

    /// Who generated the n-th response with this status code that the client got: what our origin
    /// server had not sent by then, or not so often, is the intermediary's own. A final response with
    /// the tag of our origin server is always relayed.
    pub(in crate::monitors) fn source(&self, response: &Response) -> Source {
        let received = &self.outbound.connection.received;
        if response.is_final() && response.head.has(response.octets(received), TAG_FIELD) {
            return Source::Relayed;
        }
        let alike =
            |other: &&Response| other.code() == response.code() && other.start <= response.start;
        let place = self.outbound.exchange.responses.iter().filter(alike).count();
        let answers = self.answers();
        let sent = answers.iter().map(|&(_, answer)| answer).filter(alike).count();
        // What our origin server says without a tag may well be relayed.
        if sent >= place && place > 0 { Source::Relayed } else { Source::Own }
    }

    /// The final response that the client got, if the intermediary generated it itself.
    pub(in crate::monitors) fn own_final(&self) -> Option<&'a Response> {
        let answer = self.outbound.exchange.final_response()?;
        (self.source(answer) == Source::Own).then_some(answer)
    }

    /// The first 100 (Continue) that the client got, and who generated it.
    pub(in crate::monitors) fn first_continue(&self) -> Option<(&'a Response, Source)> {
        let first = self.outbound.exchange.continue_response()?;
        Some((first, self.source(first)))
    }
}
