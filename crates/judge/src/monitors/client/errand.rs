//! What a client was asked for, the attempts that it made at it, and the word that came of it.

use expectspec_message::Expectations;

use super::hidden::hidden_request;
use crate::{Connection, Exchange, Reading, Said, Side, Stamp, View};

/// One request on the wire.
#[derive(Clone, Debug)]
pub(super) struct Attempt<'a> {
    /// The connection.
    pub connection: &'a Connection,
    /// The exchange; where it is hidden, the one whose content hides it.
    pub index: usize,
    /// Whether others see it.
    pub sight: Sight,
    /// When its first octet passed.
    pub begins: Stamp,
    /// The method.
    pub method: &'a [u8],
    /// The target.
    pub target: &'a [u8],
    /// What it expects.
    pub expectations: Expectations,
    /// The value of `Authorization`.
    pub credentials: Option<&'a [u8]>,
}

/// Whether a request can be told from the content before it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sight {
    /// It can.
    Plain,
    /// It stands where content is due.
    Hidden,
}

/// One thing that a client was asked for.
#[derive(Clone, Debug)]
pub(super) struct Errand<'a> {
    /// The attempts at it, in order of time; where that can't be told, one only.
    pub attempts: Vec<Attempt<'a>>,
    /// What the client told its user of it.
    pub word: Option<(Said, Stamp)>,
    /// How sure it is that the attempts belong together.
    pub bond: Bond,
}

/// What binds the attempts of an errand together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Bond {
    /// There is nothing else that they could belong to.
    Certain,
    /// The times of the words, which may be noted late.
    Times,
}

impl<'a> Attempt<'a> {
    /// Its exchange, if it can be seen.
    pub(super) fn exchange(&self) -> Option<&'a Exchange> {
        match self.sight {
            Sight::Plain => self.connection.exchanges.get(self.index),
            Sight::Hidden => None,
        }
    }

    /// Whether it asks for the same.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        (self.method, self.target) == (other.method, other.target)
    }

    /// Whether it is on the connection of this one.
    pub(super) fn shares_connection(&self, other: &Self) -> bool {
        core::ptr::eq(self.connection, other.connection)
    }

    fn plain(connection: &'a Connection, index: usize) -> Option<Self> {
        let request = &connection.exchanges[index].request;
        let octets = request.octets(&connection.sent);
        request.head_end.filter(|_| request.error.is_none())?;
        Some(Self {
            connection,
            index,
            sight: Sight::Plain,
            begins: request.start,
            method: request.method(&connection.sent),
            target: request.target(&connection.sent),
            expectations: request.expectations,
            credentials: request.head.values(octets, b"authorization").next(),
        })
    }

    fn hidden(connection: &'a Connection, index: usize) -> Option<Self> {
        let hidden = hidden_request(connection, &connection.exchanges[index])?;
        let (method, target) = hidden.line();
        // The values lie in the stream, not in the copy of the head.
        let credentials = hidden
            .head
            .fields
            .iter()
            .find(|field| field.name.of(hidden.octets).eq_ignore_ascii_case(b"authorization"))
            .map(|field| field.value.of(hidden.octets));
        Some(Self {
            connection,
            index,
            sight: Sight::Hidden,
            begins: hidden.begins,
            method,
            target,
            expectations: Expectations::of(&hidden.head, hidden.octets),
            credentials,
        })
    }
}

/// All requests that the client sent, in order of time.
pub(super) fn attempts(reading: &Reading) -> Vec<Attempt<'_>> {
    let mut attempts = Vec::new();
    for connection in reading.connections.iter().filter(|it| it.side == Side::Inbound) {
        for index in 0..connection.exchanges.len() {
            attempts.extend(Attempt::plain(connection, index));
            attempts.extend(Attempt::hidden(connection, index));
        }
    }
    attempts.sort_by_key(|attempt| attempt.begins);
    attempts
}

/// Sorts the attempts by what they were made for. A client gives one word for each thing that it
/// was asked for, in order. Where there are as many attempts as words, each has its own; before a
/// single word, all belong together; otherwise their times tell. Where nothing tells, each attempt
/// stands alone and has no word.
pub(super) fn errands(reading: &Reading) -> Vec<Errand<'_>> {
    let attempts = attempts(reading);
    let words = reading.said.as_slice();
    if let &[word] = words {
        let (before, behind): (Vec<_>, Vec<_>) =
            attempts.into_iter().partition(|attempt| attempt.begins < word.1);
        let first = Errand { attempts: before, word: Some(word), bond: Bond::Certain };
        return core::iter::once(first).chain(behind.into_iter().map(alone)).collect();
    }
    if attempts.len() == words.len() && have_a_word_each(&attempts, words) {
        let pairs = attempts.into_iter().zip(words);
        return pairs.map(|(it, &word)| Errand { word: Some(word), ..alone(it) }).collect();
    }
    if attempts.len() > words.len() && !words.is_empty() {
        let errands = by_times(&attempts, words);
        if errands.iter().all(is_likely) {
            return errands;
        }
    }
    attempts.into_iter().map(alone).collect()
}

fn alone(attempt: Attempt<'_>) -> Errand<'_> {
    Errand { attempts: vec![attempt], word: None, bond: Bond::Certain }
}

/// Whether each attempt came before its word, and behind the word on the one before, or that word names
/// its status code.
fn have_a_word_each(attempts: &[Attempt<'_>], words: &[(Said, Stamp)]) -> bool {
    // What the tester never saw, the client may have told of all the same.
    if attempts.iter().zip(words).any(|(attempt, &(_, at))| attempt.begins > at) {
        return false;
    }
    attempts.windows(2).zip(words).all(|(pair, &(said, at))| {
        pair[1].begins > at || said_of(&pair[0]).is_some_and(|code| said == Said::Status(code))
    })
}

fn said_of(attempt: &Attempt<'_>) -> Option<u16> {
    attempt.exchange()?.final_response()?.code()
}

/// The attempts behind the word before and before the word itself.
fn by_times<'a>(attempts: &[Attempt<'a>], words: &[(Said, Stamp)]) -> Vec<Errand<'a>> {
    let mut rest = attempts;
    let mut errands = Vec::with_capacity(words.len());
    for &word in words {
        let count = rest.iter().take_while(|attempt| attempt.begins < word.1).count();
        let (own, behind) = rest.split_at(count);
        errands.push(Errand { attempts: own.to_vec(), word: Some(word), bond: Bond::Times });
        rest = behind;
    }
    errands.extend(rest.iter().cloned().map(alone));
    errands
}

/// Whether each attempt but the last gave a reason for another one.
fn is_likely(errand: &Errand<'_>) -> bool {
    let reason = |attempt: &Attempt<'_>| match said_of(attempt) {
        None => true,
        Some(code) => matches!(code, 300..=399 | 401 | 407 | 408 | 417 | 421 | 425 | 429 | 503),
    };
    errand.attempts.split_last().is_some_and(|(_, before)| before.iter().all(reason))
}

/// What exchange `index` was an attempt at, and which of the attempts it is.
pub(super) fn errand_of<'a>(view: &View<'a>, index: usize) -> Option<(Errand<'a>, usize)> {
    errands(view.reading).into_iter().find_map(|errand| {
        let place = errand.attempts.iter().position(|attempt| {
            core::ptr::eq(attempt.connection, view.connection)
                && attempt.index == index
                && attempt.sight == Sight::Plain
        })?;
        Some((errand, place))
    })
}

impl<'a> Errand<'a> {
    /// The attempts behind this one, if the word says that they belong to it.
    pub(super) fn later(&self, place: usize) -> &[Attempt<'a>] {
        self.attempts.get(place + 1..).unwrap_or_default()
    }
}
