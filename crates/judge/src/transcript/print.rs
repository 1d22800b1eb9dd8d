//! A transcript as text.

use core::fmt::{self, Display, Formatter, Write as _};

use super::{Direction, Entry, Event, Said, Transcript};

/// A run of one repeated unit is folded when it has at least this many octets.
const FOLD_OCTETS_MIN: usize = 64;
/// The longest unit that folding looks for.
const UNIT_OCTETS_MAX: usize = 8;
/// How far ahead a run is looked for at once; bounds the work per octet.
const SEARCH_OCTETS_MAX: usize = 4096;
/// A line of more octets than this is written in pieces.
const PIECE_OCTETS_MAX: usize = 512;

impl Display for Transcript {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "# subject: {}  ", self.subject.name())?;
        if let Some(form) = self.form {
            write!(f, "form: {form}  ")?;
        }
        writeln!(f, "transport: {}", self.transport)?;
        writeln!(
            f,
            "# windows-ms: immediate {} final {} quiet {} close {}",
            Ms(self.windows.immediate_us),
            Ms(self.windows.final_us),
            Ms(self.windows.quiet_us),
            Ms(self.windows.close_us),
        )?;
        self.entries.iter().try_for_each(|entry| write!(f, "{entry}"))
    }
}

impl Display for Entry {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let side = match self.connection {
            0 => self.side.name().to_owned(),
            number => format!("{}#{number}", self.side.name()),
        };
        let first = format!("{:>9} {side:<8}", format!("{:.3}", Thousandths(self.at_us)));
        let lines = match &self.event {
            Event::Octets(direction, octets) => octet_lines(mark(*direction), octets),
            Event::End(direction) => vec![format!("{} FIN", mark(*direction))],
            Event::Reset(direction) => vec![format!("{} RST", mark(*direction))],
            Event::Quiet => vec![". quiet".to_owned()],
            Event::Said(said) => vec![format!("= {said}")],
        };
        for (index, line) in lines.iter().enumerate() {
            let margin = if index == 0 { first.as_str() } else { "" };
            writeln!(f, "{}", format!("{margin:<width$} {line}", width = first.len()).trim_end())?;
        }
        Ok(())
    }
}

impl Display for Said {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(code) => write!(f, "status {code}"),
            Self::Success => f.write_str("success"),
            Self::Failure => f.write_str("failure"),
            Self::Nothing => f.write_str("nothing"),
        }
    }
}

/// Microseconds, shown as milliseconds with three places.
struct Thousandths(u64);

impl Display for Thousandths {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:03}", self.0 / 1000, self.0 % 1000)
    }
}

/// Microseconds, shown as milliseconds with as many places as needed.
struct Ms(u64);

impl Display for Ms {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 % 1000 {
            0 => write!(f, "{}", self.0 / 1000),
            _ => write!(f, "{}", Thousandths(self.0)),
        }
    }
}

const fn mark(direction: Direction) -> char {
    match direction {
        Direction::ToSubject => '>',
        Direction::FromSubject => '<',
    }
}

fn octet_lines(mark: char, octets: &[u8]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = octets;
    while !rest.is_empty() {
        let end = rest.windows(2).position(|pair| pair == b"\r\n");
        match end {
            Some(end) if !wants_pieces(&rest[..end]) => {
                lines.push(format!("{mark} {}", bare_line(&rest[..end])));
                rest = &rest[end + 2..];
            }
            Some(end) => {
                pieces(mark, &rest[..end + 2], &mut lines);
                rest = &rest[end + 2..];
            }
            None => {
                pieces(mark, rest, &mut lines);
                rest = &[];
            }
        }
    }
    lines
}

fn wants_pieces(line: &[u8]) -> bool {
    line.len() > PIECE_OCTETS_MAX || find_run(line).is_some()
}

/// A line that stands for its octets and CRLF.
fn bare_line(line: &[u8]) -> String {
    let mut text = String::with_capacity(line.len());
    let last = line.len().saturating_sub(1);
    for (index, &octet) in line.iter().enumerate() {
        let ambiguous = match octet {
            b' ' => index == 0 || index == last,
            b'"' => index == 0,
            _ => index == 0 && (line == b"FIN" || line == b"RST"),
        };
        escape(octet, ambiguous, &mut text);
    }
    text
}

/// Octets in quotes, a run of repeated units folded, in lines of bounded length.
fn pieces(mark: char, octets: &[u8], lines: &mut Vec<String>) {
    let mut rest = octets;
    while !rest.is_empty() {
        let (plain, unit, times) =
            find_run(rest).unwrap_or((rest.len().min(SEARCH_OCTETS_MAX), 0, 0));
        for piece in rest[..plain].chunks(PIECE_OCTETS_MAX) {
            lines.push(format!("{mark} {}", quoted(piece)));
        }
        if times > 0 {
            lines.push(format!("{mark} {} * {times}", quoted(&rest[plain..plain + unit])));
        }
        rest = &rest[plain + unit * times..];
    }
}

fn quoted(octets: &[u8]) -> String {
    let mut text = String::from('"');
    for &octet in octets {
        escape(octet, octet == b'"', &mut text);
    }
    text.push('"');
    text
}

fn escape(octet: u8, force: bool, text: &mut String) {
    match octet {
        b'\\' => text.push_str("\\\\"),
        b'"' if force => text.push_str("\\\""),
        b'\r' => text.push_str("\\r"),
        b'\n' => text.push_str("\\n"),
        b'\t' => text.push_str("\\t"),
        b' '..=b'~' if !force => text.push(char::from(octet)),
        _ => write!(text, "\\x{octet:02x}").expect("a String takes all that is written"),
    }
}

/// The first run of a repeated unit that begins in the first [`SEARCH_OCTETS_MAX`] octets and is
/// worth folding: its start, its unit's length, its repetitions.
fn find_run(octets: &[u8]) -> Option<(usize, usize, usize)> {
    let window = &octets[..octets.len().min(SEARCH_OCTETS_MAX)];
    let (start, unit) = (1..=UNIT_OCTETS_MAX)
        .filter_map(|unit| run_of(window, unit).map(|start| (start, unit)))
        .min()?;
    let run = &octets[start..];
    let repeated = run.iter().zip(&run[unit..]).take_while(|(octet, next)| octet == next).count();
    Some((start, unit, (unit + repeated) / unit))
}

/// Where a run of units of this length begins.
fn run_of(octets: &[u8], unit: usize) -> Option<usize> {
    let mut start = 0;
    for index in unit..octets.len() {
        if octets[index] != octets[index - unit] {
            start = index + 1 - unit;
        } else if index + 1 - start >= FOLD_OCTETS_MIN.max(2 * unit) {
            return Some(start);
        }
    }
    None
}
