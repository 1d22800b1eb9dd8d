//! Text as a transcript.

use core::str::FromStr;

use expectspec_requirements::{Form, Party};

use super::unescape::unescape_line;
use super::{
    Direction, Entry, Event, Said, Side, Transcript, TranscriptError, TranscriptErrorKind, Windows,
};

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
