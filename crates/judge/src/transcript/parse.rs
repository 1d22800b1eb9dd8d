//! Text as a transcript.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use expectspec_requirements::{Form, Party};

use super::{Direction, Entry, Event, Said, Side, Transcript, Windows};

/// More octets than this in one entry are refused: a folded run must not eat the memory.
const ENTRY_OCTETS_MAX: usize = 64 * 1024 * 1024;

/// Why a text is not a transcript.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TranscriptError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: TranscriptErrorKind,
}

/// The kinds of [`TranscriptError`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TranscriptErrorKind {
    /// The first line is not `# subject: PARTY  transport: WORD`, with `form: FORM` between them for an
    /// intermediary.
    Heading,
    /// `# windows-ms:` is not followed by names and milliseconds.
    Windows,
    /// A time is not milliseconds with at most three places, or lies before its predecessor's.
    Time,
    /// A side is not `outbound` or `inbound`, with `#NUMBER` behind it for further connections.
    Side,
    /// Neither `>`, `<`, `.` nor `=` stands where it must.
    Mark,
    /// A line continues another one, but there is none that it could continue.
    Continuation,
    /// An escape or a quoted piece is broken.
    Escape,
    /// An entry has more octets than are read, or none.
    Octets,
}

impl Display for TranscriptError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            TranscriptErrorKind::Heading => {
                "expected the heading \"# subject: origin-server|client|intermediary  transport: WORD\", \
                 with \"form: gateway|proxy\" between them for an intermediary"
            }
            TranscriptErrorKind::Windows => {
                "expected \"# windows-ms: immediate N final N quiet N close N\""
            }
            TranscriptErrorKind::Time => {
                "expected a time in milliseconds, not before the one above it"
            }
            TranscriptErrorKind::Side => "expected outbound or inbound, or one with #NUMBER",
            TranscriptErrorKind::Mark => "expected >, <, . or =",
            TranscriptErrorKind::Continuation => {
                "expected an entry with a time; there is none that this line could continue"
            }
            TranscriptErrorKind::Escape => "expected valid escapes and closed quotes",
            TranscriptErrorKind::Octets => "expected between 1 octet and 64 MiB in an entry",
        };
        write!(f, "line {}: {what}", self.line)
    }
}

impl core::error::Error for TranscriptError {}

impl FromStr for Transcript {
    type Err = TranscriptError;

    fn from_str(text: &str) -> Result<Self, TranscriptError> {
        let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
        let (number, first) = lines.next().unwrap_or((1, ""));
        let mut transcript = heading(first).ok_or(at(number, TranscriptErrorKind::Heading))?;
        for (number, line) in lines {
            if let Some(windows) = line.strip_prefix("# windows-ms:") {
                transcript.windows =
                    parse_windows(windows).ok_or(at(number, TranscriptErrorKind::Windows))?;
            } else if !line.starts_with('#') && !line.trim().is_empty() {
                entry_line(line, &mut transcript.entries).map_err(|kind| at(number, kind))?;
            }
        }
        Ok(transcript)
    }
}

const fn at(line: usize, kind: TranscriptErrorKind) -> TranscriptError {
    TranscriptError { line, kind }
}

fn heading(line: &str) -> Option<Transcript> {
    let mut words = line.strip_prefix("# subject:")?.split_whitespace();
    let subject = Party::from_name(words.next()?)?;
    let mut name = words.next()?;
    let mut form = None;
    if name == "form:" && subject == Party::Intermediary {
        form = Some(Form::from_name(words.next()?)?);
        name = words.next()?;
    }
    let ("transport:", transport, None) = (name, words.next()?, words.next()) else {
        return None;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-.".contains(c);
    let transcript = Transcript::new(subject, transport, Windows::default());
    transport.chars().all(plain).then_some(Transcript { form, ..transcript })
}

fn parse_windows(text: &str) -> Option<Windows> {
    let mut windows = Windows::default();
    let mut words = text.split_whitespace();
    while let Some(name) = words.next() {
        let value = parse_ms(words.next()?)?;
        match name {
            "immediate" => windows.immediate_us = value,
            "final" => windows.final_us = value,
            "quiet" => windows.quiet_us = value,
            "close" => windows.close_us = value,
            _ => return None,
        }
    }
    Some(windows)
}

/// Milliseconds with at most three places, as microseconds.
fn parse_ms(text: &str) -> Option<u64> {
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|octet| octet.is_ascii_digit());
    if !digits(whole) || !digits(places) || places.len() > 3 {
        return None;
    }
    let places: u64 = format!("{places:0<3}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(places)
}

fn entry_line(line: &str, entries: &mut Vec<Entry>) -> Result<(), TranscriptErrorKind> {
    let rest = line.trim_start();
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return continuation(rest, entries);
    }
    let (time, rest) = rest.split_once(' ').ok_or(TranscriptErrorKind::Side)?;
    let at_us = parse_ms(time).ok_or(TranscriptErrorKind::Time)?;
    if entries.last().is_some_and(|last| last.at_us > at_us) {
        return Err(TranscriptErrorKind::Time);
    }
    let (side, rest) = rest.trim_start().split_once(' ').ok_or(TranscriptErrorKind::Mark)?;
    let (side, connection) = parse_side(side).ok_or(TranscriptErrorKind::Side)?;
    let event = event(rest.trim_start())?;
    entries.push(Entry { at_us, side, connection, event });
    Ok(())
}

fn parse_side(text: &str) -> Option<(Side, u16)> {
    let (name, number) = text.split_once('#').unwrap_or((text, "0"));
    let side = [Side::Outbound, Side::Inbound].into_iter().find(|side| side.name() == name)?;
    Some((side, number.parse().ok()?))
}

fn event(text: &str) -> Result<Event, TranscriptErrorKind> {
    if let Some(said) = text.strip_prefix("= ") {
        return parse_said(said).map(Event::Said).ok_or(TranscriptErrorKind::Mark);
    }
    let (direction, line) = match split_mark(text)? {
        (Some(direction), line) => (direction, line),
        (None, "quiet") => return Ok(Event::Quiet),
        (None, _) => return Err(TranscriptErrorKind::Mark),
    };
    match line {
        "FIN" => Ok(Event::End(direction)),
        "RST" => Ok(Event::Reset(direction)),
        line => {
            let mut octets = Vec::new();
            unescape_line(line, &mut octets)?;
            Ok(Event::Octets(direction, octets))
        }
    }
}

fn parse_said(text: &str) -> Option<Said> {
    match text.split_once(' ') {
        Some(("status", code)) => Some(Said::Status(code.parse().ok()?)),
        None if text == "success" => Some(Said::Success),
        None if text == "failure" => Some(Said::Failure),
        None if text == "nothing" => Some(Said::Nothing),
        _ => None,
    }
}

fn continuation(text: &str, entries: &mut [Entry]) -> Result<(), TranscriptErrorKind> {
    let (direction, line) = split_mark(text)?;
    match entries.last_mut().map(|entry| &mut entry.event) {
        Some(Event::Octets(known, octets)) if Some(*known) == direction => {
            unescape_line(line, octets)
        }
        _ => Err(TranscriptErrorKind::Continuation),
    }
}

/// The direction of a line (`None` for `.`) and its text.
fn split_mark(text: &str) -> Result<(Option<Direction>, &str), TranscriptErrorKind> {
    let direction = match text.as_bytes().first() {
        Some(b'>') => Some(Direction::ToSubject),
        Some(b'<') => Some(Direction::FromSubject),
        Some(b'.') => None,
        _ => return Err(TranscriptErrorKind::Mark),
    };
    match text[1..].strip_prefix(' ') {
        Some(line) => Ok((direction, line)),
        None if text.len() == 1 => Ok((direction, "")),
        None => Err(TranscriptErrorKind::Mark),
    }
}

fn unescape_line(line: &str, octets: &mut Vec<u8>) -> Result<(), TranscriptErrorKind> {
    match line.strip_prefix('"') {
        None => {
            unescape(line.as_bytes(), octets)?;
            octets.extend_from_slice(b"\r\n");
        }
        Some(rest) => {
            let close = rest.rfind('"').ok_or(TranscriptErrorKind::Escape)?;
            let times = match rest[close + 1..].strip_prefix(" * ") {
                None if close + 1 == rest.len() => 1,
                None => return Err(TranscriptErrorKind::Escape),
                Some(times) => times.parse().map_err(|_| TranscriptErrorKind::Escape)?,
            };
            let mut unit = Vec::new();
            unescape(&rest.as_bytes()[..close], &mut unit)?;
            let total = unit.len().checked_mul(times).ok_or(TranscriptErrorKind::Octets)?;
            if total == 0 || total > ENTRY_OCTETS_MAX {
                return Err(TranscriptErrorKind::Octets);
            }
            octets.extend(core::iter::repeat_n(&unit, times).flatten());
        }
    }
    if octets.len() > ENTRY_OCTETS_MAX { Err(TranscriptErrorKind::Octets) } else { Ok(()) }
}

fn unescape(text: &[u8], octets: &mut Vec<u8>) -> Result<(), TranscriptErrorKind> {
    let mut rest = text;
    while let [first, after @ ..] = rest {
        rest = match (first, after) {
            (b'\\', [b'x', high, low, rest @ ..]) => {
                let digit =
                    |octet: u8| char::from(octet).to_digit(16).and_then(|d| u8::try_from(d).ok());
                let (Some(high), Some(low)) = (digit(*high), digit(*low)) else {
                    return Err(TranscriptErrorKind::Escape);
                };
                octets.push(high * 16 + low);
                rest
            }
            (b'\\', [escaped, rest @ ..]) => {
                octets.push(match escaped {
                    b'\\' | b'"' => *escaped,
                    b'r' => b'\r',
                    b'n' => b'\n',
                    b't' => b'\t',
                    _ => return Err(TranscriptErrorKind::Escape),
                });
                rest
            }
            (b' '..=b'~', rest) if *first != b'\\' => {
                octets.push(*first);
                rest
            }
            _ => return Err(TranscriptErrorKind::Escape),
        };
    }
    Ok(())
}
