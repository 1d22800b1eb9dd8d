//! A request of a client, as the deviant intermediary sees it pass, and what has come of it.

use expectspec_message::Head;

use crate::Request;
use crate::intermediary::{Answer, Came, Message, Moment, Until};

/// A client's request, and what has come of it.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    octets: Vec<u8>,
    head: Head,
    index: usize,
    followed: bool,
    pub(super) is_pipelined: bool,
    pub(super) came: Came,
    /// The content that has come, without its framing.
    pub(super) content: Vec<u8>,
    pub(super) forwards: usize,
    pub(super) answers: Vec<Answer>,
    pub(super) given: Vec<u16>,
    /// The next hop has sent a final response, to its end.
    pub(super) is_answered: bool,
    /// The client has a final response, to its end.
    pub(super) is_given: bool,
    /// The client has a final response that the reference knows nothing of.
    pub(super) is_settled: bool,
    /// The client's content is none that it sent.
    pub(super) is_presumed: bool,
}

impl Exchange {
    pub(super) fn new(octets: Vec<u8>, head: Head, index: usize, followed: bool) -> Self {
        let mut exchange = Self {
            octets,
            head,
            index,
            followed,
            is_pipelined: false,
            came: Came::Head,
            content: Vec::new(),
            forwards: 0,
            answers: Vec::new(),
            given: Vec::new(),
            is_answered: false,
            is_given: false,
            is_settled: false,
            is_presumed: false,
        };
        if !exchange.request().has_content() {
            exchange.came = Came::All;
        }
        exchange
    }

    pub(super) fn request(&self) -> Request<'_> {
        Request {
            octets: &self.octets,
            head: &self.head,
            index: self.index,
            followed: self.followed,
            trailers: b"",
        }
    }

    /// The moment at which this message is at hand.
    pub(super) fn moment<'a>(&'a self, message: Message<'a>) -> Moment<'a> {
        Moment {
            request: self.request(),
            came: self.came,
            is_pipelined: self.is_pipelined,
            forwards: self.forwards,
            answers: &self.answers,
            given: &self.given,
            message,
        }
    }

    /// The moment at which a connection ends.
    pub(super) fn end(&self) -> Moment<'_> {
        self.moment(Message { octets: &self.octets, head: &self.head, code: None })
    }

    /// Whether a request toward the next hop with this target is what became of it.
    pub(super) fn becomes(&self, target: &[u8]) -> bool {
        self.request().target().ends_with(target)
    }

    /// Whether that has happened which something waits for.
    pub(super) fn has_come(&self, until: Until) -> bool {
        let is_final = |answer: &Answer| answer.code >= 200;
        match until {
            Until::RequestEnd => self.came == Came::All,
            Until::Invited => self.answers.iter().any(|it| it.code == 100 || is_final(it)),
            Until::Final => self.answers.iter().any(is_final),
            Until::Ms(_) | Until::Never => false,
        }
    }
}
