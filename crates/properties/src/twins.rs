//! Twins: two requests that a server must answer alike, since they differ only in what means
//! nothing.
//!
//! Each function takes a request head made of words, makes its twin, plays both against the
//! reference and compares the status codes. Where a head has no such twin, there is nothing to
//! check. The numbers are those of the [table](crate::invariants::table).

use expectspec_judge::Reading;

use crate::expect_value::is_closed;
use crate::invariants::table::{Check, Invariant, OF_SERVERS};
use crate::words::{CONTENTS, WAITS, Word};
use crate::{Action, RequestHead, Schedule, play};

/// S21 to S29 for one request under one policy.
///
/// # Panics
/// When a twin is answered otherwise.
pub fn twins(policy: &str, head: RequestHead) {
    for function in OF_SERVERS.iter().flat_map(Invariant::functions) {
        if let Check::Twins(are_alike) = function.check {
            are_alike(policy, head);
        }
    }
}

/// S21: the case of the `Expect` field makes no difference, be it of its name or of its value.
///
/// # Panics
/// When it does.
pub fn other_case(policy: &str, head: RequestHead) {
    let expect = head.expect.octets;
    let plain = withheld(policy, head.octets());
    assert_eq!(withheld(policy, head.octets_with(&expect.to_ascii_uppercase())), plain, "{head}");
    assert_eq!(withheld(policy, head.octets_with(&expect.to_ascii_lowercase())), plain, "{head}");
}

/// S22: up to three empty members and whitespace around members make no difference.
///
/// # Panics
/// When they do.
pub fn more_empty_members(policy: &str, head: RequestHead) {
    let Some(value) = single_value(head.expect).filter(|value| !is_without_members(value)) else {
        return;
    };
    let behind: &[u8] = if is_closed(value) { b"\t, ,\r\n" } else { b"\r\n" };
    let expect = [b"Expect: ,\t ", value, behind].concat();
    let twin = withheld(policy, head.octets_with(&expect));
    assert_eq!(twin, withheld(policy, head.octets()), "{head}");
}

/// S23: a list over several field lines is answered as in one.
///
/// # Panics
/// When it is not.
pub fn list_over_lines(policy: &str, head: RequestHead) {
    let Some(value) = single_value(head.expect) else { return };
    let commas = (0..value.len()).filter(|&at| value[at] == b',' && is_closed(&value[..at]));
    for at in commas {
        let lines = [b"Expect:", &value[..at], b"\r\nExpect:", &value[at + 1..], b"\r\n"].concat();
        let twin = withheld(policy, head.octets_with(&lines));
        assert_eq!(twin, withheld(policy, head.octets()), "{head}");
    }
}

/// S24: the order of unrelated field lines makes no difference.
///
/// # Panics
/// When it does.
pub fn other_order(policy: &str, head: RequestHead) {
    let groups = [head.fields.octets, head.framing.octets, head.expect.octets];
    if groups.iter().any(|group| group.starts_with(b" ")) {
        // Such a line would belong to another one.
        return;
    }
    let [fields, framing, expect] = groups;
    let plain = withheld(policy, head.octets());
    for order in [[expect, fields, framing], [framing, expect, fields]] {
        assert_eq!(withheld(policy, head.assemble(&order)), plain, "{head}");
    }
}

/// S25: in how many pieces the head comes makes no difference.
///
/// # Panics
/// When it does.
pub fn head_in_pieces(policy: &str, head: RequestHead) {
    let octets = head.octets();
    let whole = withheld(policy, octets.clone());
    for piece in [1, 7, octets.len() / 2 + 1] {
        let pieces = octets.chunks(piece).take(PIECES_MAX);
        let sent: usize = pieces.clone().map(<[u8]>::len).sum();
        let mut actions: Vec<_> = pieces.flat_map(|piece| [send(piece), wait("0")]).collect();
        actions.extend([send(&octets[sent..]), wait("1500"), Action::Finish]);
        assert_eq!(codes(policy, actions), whole, "{head}");
    }
}

/// S26: content at once, after an answer, or later, gives the same class of final status.
///
/// # Panics
/// When it does not.
pub fn content_at_another_time(policy: &str, head: RequestHead) {
    let Some(content) = content_of(head.framing) else { return };
    let class = |between: &[Action]| {
        let mut actions = vec![Action::Head(head)];
        actions.extend_from_slice(between);
        actions.extend([send(content), wait("6000"), Action::Finish]);
        codes(policy, actions).into_iter().find(|code| *code >= 200).map(|code| code / 100)
    };
    let at_once = class(&[]);
    assert_eq!(class(&[wait("0")]), at_once, "{head}");
    assert_eq!(class(&[wait("1500")]), at_once, "{head}");
}

/// S27: in HTTP/1.0 an expectation makes no difference.
///
/// # Panics
/// When it does.
pub fn no_expectation_in_http_10(policy: &str, head: RequestHead) {
    if head.version.name == "HTTP/1.0" && !means(head.expect, "invalid") {
        let twin = withheld(policy, head.octets_with(b""));
        assert_eq!(withheld(policy, head.octets()), twin, "{head}");
    }
}

/// S28: where there is no content, an expectation adds one 100 at most, and the final response
/// stays.
///
/// # Panics
/// When it does not.
pub fn no_expectation_without_content(policy: &str, head: RequestHead) {
    if head.framing.name != "none" || !means(head.expect, "continue") {
        return;
    }
    let mut with = withheld(policy, head.octets());
    let without = withheld(policy, head.octets_with(b""));
    if let Some(index) = with.iter().position(|code| *code == 100) {
        with.remove(index);
    }
    let refused = with == [417];
    assert!(with == without || refused, "{head}: {with:?} with it, {without:?} without");
}

/// S29: with its content in full, a request without its expectation is answered alike, but for 1xx
/// and
/// 417.
///
/// # Panics
/// When it is not.
pub fn no_expectation_with_content_at_once(policy: &str, head: RequestHead) {
    let Some(content) = content_of(head.framing) else { return };
    if means(head.expect, "invalid") {
        return;
    }
    let finals = |expect: &[u8]| {
        let octets = [&head.octets_with(expect)[..], content].concat();
        let codes = codes(policy, vec![send(&octets), wait("6000"), Action::Finish]);
        codes.into_iter().filter(|code| *code >= 200).collect::<Vec<_>>()
    };
    let (with, without) = (finals(head.expect.octets), finals(b""));
    let refuses =
        matches!(with[..], [417]) || (policy_refuses(policy) && matches!(with[..], [400]));
    assert!(with == without || refuses, "{head}: {with:?} with it, {without:?} without");
}

/// Whether the policy answers some `Expect` values with 400.
fn policy_refuses(policy: &str) -> bool {
    matches!(policy, "bad-request" | "rfc2616")
}

/// The status codes of all responses to a request whose content is withheld.
fn withheld(policy: &str, octets: Vec<u8>) -> Vec<u16> {
    codes(policy, vec![Action::Octets(octets), wait("6000"), Action::Finish])
}

fn codes(policy: &str, actions: Vec<Action>) -> Vec<u16> {
    let reading = Reading::of(&play(&Schedule::new(policy, actions)).transcript);
    let Some(connection) = reading.connections.first() else { return Vec::new() };
    let answers = connection.exchanges.iter().flat_map(|exchange| &exchange.responses);
    answers.chain(&connection.strays).filter_map(|response| response.code()).collect()
}

fn send(octets: &[u8]) -> Action {
    Action::Octets(octets.to_vec())
}

fn wait(name: &str) -> Action {
    Action::Wait(WAITS.iter().find(|time| time.name == name).expect("a wait of the table"))
}

/// Whether the first part of the word's name is this.
pub(crate) fn means(expect: &Word, meaning: &str) -> bool {
    expect.name.split('-').next() == Some(meaning)
}

/// The value, if there is one line with CRLF and nothing wrong in it.
fn single_value(expect: &'static Word) -> Option<&'static [u8]> {
    let line = expect.octets.strip_suffix(b"\r\n")?;
    let colon = line.iter().position(|octet| *octet == b':')?;
    let (name, value) = line.split_at(colon);
    let single = name.eq_ignore_ascii_case(b"expect") && !value.contains(&b'\n');
    (single && !means(expect, "invalid")).then_some(&value[1..])
}

fn is_without_members(value: &[u8]) -> bool {
    value.iter().all(|octet| b" \t,".contains(octet))
}

/// Content that this framing announces, whole.
fn content_of(framing: &Word) -> Option<&'static [u8]> {
    let word = |name: &str| {
        let word = CONTENTS.iter().find(|word| word.name == name);
        word.expect("a word of the table").octets
    };
    match framing.name {
        "length-5" | "length-list" => Some(word("hello")),
        "length-1" => Some(word("octet")),
        "length-canary" => Some(word("canary")),
        "chunked" | "chunked-upper-case" => Some(CHUNKED),
        _ => None,
    }
}

const CHUNKED: &[u8] = b"5\r\nhello\r\n0\r\n\r\n";

/// More pieces show no more.
const PIECES_MAX: usize = 400;
