//! What a program answers, line by line.

use expectspec_judge::Said;

use super::hex;

/// One line of an answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Line {
    /// Something to do.
    Act(Act),
    /// The end of the answer.
    Rest(Rest),
}

/// Something that the program wants done.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Act {
    /// These octets are written on this connection.
    Octets(u32, Vec<u8>),
    /// Our direction of this connection ends (FIN) behind what is written.
    Shutdown(u32),
    /// The connection ends behind what is written.
    Close(u32),
    /// A client opens this connection.
    Connect(u32),
    /// A client tells its user what came of the next request.
    Said(Said),
}

/// How an answer ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Rest {
    /// Nothing more until something happens.
    Wait,
    /// Nothing more until something happens or it is so many milliseconds since the beginning.
    Until(u64),
    /// A client is done with its job.
    Done,
}

/// Who answers, and so which words there are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    Server,
    Client,
}

impl Role {
    /// The word in our first line.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::Client => "client",
        }
    }

    /// What stands in an error.
    pub(super) const fn expected(self) -> &'static str {
        match self {
            Self::Server => {
                "octets N HEX, shutdown N, close N, and at the end wait or wait MS; nothing else \
                 may stand on standard output"
            }
            Self::Client => {
                "connect N, octets N HEX, shutdown N, close N, said status CODE, said success, \
                 said failure, and at the end wait, wait MS or done; nothing else may stand on \
                 standard output"
            }
        }
    }
}

/// Reads a line; `None` if it is none of this role's.
pub(super) fn parse(line: &str, role: Role) -> Option<Line> {
    let mut words = line.split_ascii_whitespace();
    let line = match (words.next()?, role) {
        ("octets", _) => {
            // No octets at all have no word.
            let number = number(words.next())?;
            Line::Act(Act::Octets(number, hex::decode(words.next().unwrap_or_default())?))
        }
        ("shutdown", _) => Line::Act(Act::Shutdown(number(words.next())?)),
        ("close", _) => Line::Act(Act::Close(number(words.next())?)),
        ("connect", Role::Client) => Line::Act(Act::Connect(number(words.next())?)),
        ("said", Role::Client) => Line::Act(Act::Said(match words.next()? {
            "status" => Said::Status(status(words.next()?)?),
            "success" => Said::Success,
            "failure" => Said::Failure,
            _ => return None,
        })),
        ("done", Role::Client) => Line::Rest(Rest::Done),
        ("wait", _) => Line::Rest(match words.next() {
            Some(word) => Rest::Until(word.parse().ok()?),
            None => Rest::Wait,
        }),
        _ => return None,
    };
    words.next().is_none().then_some(line)
}

fn number(word: Option<&str>) -> Option<u32> {
    word?.parse().ok()
}

/// Any three digits: a client may deliver what no RFC knows.
fn status(word: &str) -> Option<u16> {
    word.parse().ok().filter(|code| *code < 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read() {
        for (text, line) in [
            ("octets 7 0d0A", Line::Act(Act::Octets(7, b"\r\n".to_vec()))),
            ("octets 7 ", Line::Act(Act::Octets(7, Vec::new()))),
            ("shutdown 0", Line::Act(Act::Shutdown(0))),
            ("close 1", Line::Act(Act::Close(1))),
            ("connect 2", Line::Act(Act::Connect(2))),
            ("said status 417", Line::Act(Act::Said(Said::Status(417)))),
            ("said success", Line::Act(Act::Said(Said::Success))),
            ("said failure\r", Line::Act(Act::Said(Said::Failure))),
            ("wait", Line::Rest(Rest::Wait)),
            ("wait 1000", Line::Rest(Rest::Until(1000))),
            ("done", Line::Rest(Rest::Done)),
        ] {
            assert_eq!(parse(text, Role::Client), Some(line), "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "octets",
            "octets 7 0",
            "octets x 00",
            "octets 7 00 00",
            "close -1",
            "close 4294967296",
            "wait -1",
            "wait 0.5",
            "wait 1 2",
            "said",
            "said status",
            "said status 1000",
            "Wait",
            "hello",
        ] {
            assert_eq!(parse(text, Role::Client), None, "{text}");
        }
    }

    #[test]
    fn servers_have_fewer_words() {
        for text in ["connect 0", "said success", "done"] {
            assert_eq!(parse(text, Role::Server), None, "{text}");
        }
    }
}
