//! Origins that answer by a plan, and what they told the client.

use std::time::Duration;

use expectspec_message::{HeadReader, Limits, Progress, StartLine};

use crate::passed::content_of;
use crate::world::World;

/// How one request is answered.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// Sent when the head has come: status codes, the fields behind them and the empty line.
    pub(crate) interims: Vec<&'static str>,
    pub(crate) when: When,
    pub(crate) code: u16,
    pub(crate) delimiter: Delimiter,
    pub(crate) closes: bool,
    /// What comes behind the final response.
    pub(crate) behind: Behind,
}

/// When the final response comes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum When {
    Head,
    /// So long after the head.
    Delay(u64),
    /// With the first octet of content, or the head if there is none.
    Amid,
    /// When the request is complete.
    End,
    /// Not at all; the origin ends the connection instead.
    Never,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Delimiter {
    Length,
    Chunked,
    Close,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Behind {
    Nothing,
    End,
    Reset,
    Stray,
}

/// One head that came, and what was told about it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) connection: usize,
    pub(crate) method: String,
    /// Which of the user's requests it is, as its target says.
    pub(crate) request: usize,
    pub(crate) head: String,
    pub(crate) interims: Vec<u16>,
    /// Status code and content, if the final response was sent.
    pub(crate) last: Option<(u16, &'static str)>,
    /// Whether the final response lets the connection persist.
    pub(crate) persists: bool,
}

/// Answers heads in their order by its plan, which begins again when it is over.
pub(crate) struct Origin {
    plan: Vec<Answer>,
    pub(crate) told: Vec<Told>,
    connection: usize,
    /// Where the request that is going on begins, and when its head had come.
    at: usize,
    current: Option<(Duration, Stage)>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    Owing,
    Answered,
}

impl Origin {
    pub(crate) const fn new(plan: Vec<Answer>) -> Self {
        Self { plan, told: Vec::new(), connection: 0, at: 0, current: None }
    }

    /// When the origin acts, though nothing comes.
    pub(crate) fn deadline(&self) -> Option<Duration> {
        match (self.current, self.answer().when) {
            (Some((since, Stage::Owing)), When::Delay(ms)) => {
                Some(since + Duration::from_millis(ms))
            }
            _ => None,
        }
    }

    /// Does what is due.
    pub(crate) fn act(&mut self, world: &mut World) {
        if world.connections.len() != self.connection {
            (self.connection, self.at, self.current) = (world.connections.len(), 0, None);
        }
        if !world.open {
            self.current = None;
            return;
        }
        let sent = world.connections.last().expect("it is open").sent.iter();
        let octets: Vec<u8> = sent.map(|&(octet, ..)| octet).skip(self.at).collect();
        let mut reader = HeadReader::request(Limits::default());
        let Ok(Progress::Complete(len)) = reader.read(&octets) else { return };
        let Some(StartLine::Request { method, target, .. }) = reader.head().start else {
            panic!("the reader reads requests");
        };
        let (content, complete) = content_of(reader.head(), &octets, len);
        let (since, stage) = *self.current.get_or_insert_with(|| {
            let text = |octets: &[u8]| String::from_utf8_lossy(octets).into_owned();
            self.told.push(Told {
                connection: self.connection,
                method: text(method.of(&octets)),
                request: text(target.of(&octets))
                    .trim_matches(['/', 'r'])
                    .parse()
                    .expect("targets of tests are numbers"),
                head: text(&octets[..len]),
                interims: Vec::new(),
                last: None,
                persists: true,
            });
            (world.now, Stage::Owing)
        });
        if stage == Stage::Owing {
            self.interim(world);
            let is_due = match self.answer().when {
                When::Head => true,
                When::Delay(ms) => world.now >= since + Duration::from_millis(ms),
                When::Amid => content > 0 || complete,
                When::End | When::Never => complete,
            };
            if is_due {
                self.current = Some((since, Stage::Answered));
                self.finish(world);
            }
        }
        if complete && matches!(self.current, Some((_, Stage::Answered))) {
            self.at += len + content;
            self.current = None;
        }
    }

    fn answer(&self) -> &Answer {
        &self.plan[(self.told.len().max(1) - 1) % self.plan.len()]
    }

    fn interim(&mut self, world: &mut World) {
        let interims = self.answer().interims.clone();
        let told = self.told.last_mut().expect("a head has come");
        if told.interims.is_empty() {
            for interim in interims {
                told.interims.push(interim[..3].parse().expect("a code has three digits"));
                world.give(format!("HTTP/1.1 {interim}\r\n").as_bytes());
            }
        }
    }

    /// Sends the final response and what is behind it, in one piece, then ends if it must.
    fn finish(&mut self, world: &mut World) {
        let answer = self.answer().clone();
        let told = self.told.last_mut().expect("a head has come");
        if matches!(answer.when, When::Never) {
            return world.end();
        }
        let content = match (&*told.method, answer.code) {
            ("HEAD", _) | (_, 204 | 304) => "",
            _ => "tag",
        };
        let close = if answer.closes { "Connection: close\r\n" } else { "" };
        let (field, body) = match (answer.delimiter, content) {
            (Delimiter::Length, _) => ("Content-Length: 3\r\n", content),
            (Delimiter::Chunked, "") => ("Transfer-Encoding: chunked\r\n", ""),
            (Delimiter::Chunked, _) => ("Transfer-Encoding: chunked\r\n", "3\r\ntag\r\n0\r\n\r\n"),
            (Delimiter::Close, _) => ("", content),
        };
        let stray = if answer.behind == Behind::Stray { "HTTP/1.1 200 \r\n\r\n" } else { "" };
        let ends_with_close = matches!(answer.delimiter, Delimiter::Close) && !content.is_empty();
        // What is behind a response without delimiter is its content.
        let stray = if ends_with_close { "" } else { stray };
        let (code, request) = (answer.code, told.request);
        told.last = Some((code, content));
        told.persists = !answer.closes && !ends_with_close && answer.behind == Behind::Nothing;
        let head = format!("HTTP/1.1 {code} \r\nX: {request}\r\nLocation: /{request}/r\r\n");
        world.give(format!("{head}{close}{field}\r\n{body}{stray}").as_bytes());
        match answer.behind {
            _ if ends_with_close => world.end(),
            Behind::Nothing | Behind::Stray => {}
            Behind::End => world.end(),
            Behind::Reset => world.reset(),
        }
    }
}
