//! The text of a transcript, line by line: never its octets, which may be many more.

/// A line of a transcript.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Line<'a> {
    /// Its number, counted from 1.
    pub number: usize,
    /// The entry that it belongs to, counted from 0.
    pub entry: u32,
    /// Whether the entry begins or goes on here.
    pub place: Place,
    /// Its text, escaped by whoever shows it.
    pub text: &'a str,
}

/// Where in its entry a line stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// It begins the entry.
    First,
    /// It goes on with it.
    Further,
}

/// The lines of the entries. Only the first line of an entry has a time.
pub fn lines(transcript: &str) -> impl Iterator<Item = Line<'_>> {
    let mut entries = 0;
    let numbered = transcript.lines().zip(1..);
    numbered.filter(|(text, _)| !text.starts_with('#') && !text.trim().is_empty()).map(
        move |(text, number)| {
            let first = text.trim_start().starts_with(|it: char| it.is_ascii_digit());
            let place = if first { Place::First } else { Place::Further };
            entries += u32::from(first);
            Line { number, entry: entries.saturating_sub(1), place, text }
        },
    )
}

/// The number of the line that an entry begins with; 1 if there is no such entry.
#[must_use]
pub fn line_of(transcript: &str, entry: u32) -> usize {
    lines(transcript).find(|line| line.entry == entry).map_or(1, |line| line.number)
}

/// The time of the last entry, in microseconds.
#[must_use]
pub fn duration_us(transcript: &str) -> u64 {
    let times = lines(transcript).filter(|line| line.place == Place::First);
    times.last().and_then(|line| micros(line.text.split_whitespace().next()?)).unwrap_or(0)
}

/// Milliseconds with three places, as microseconds.
fn micros(ms: &str) -> Option<u64> {
    let (whole, places) = ms.split_once('.')?;
    let places: u64 = if places.len() == 3 { places.parse().ok()? } else { return None };
    whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# subject: client  transport: h1/tcp
# windows-ms: immediate 5000 final 30000 quiet 500 close 5000
    0.000 outbound > GET / HTTP/1.1
                   >
   12.034 outbound . quiet
";

    #[test]
    fn a_line_knows_its_number_and_its_entry() {
        let told: Vec<_> = lines(TEXT).map(|it| (it.number, it.entry, it.place)).collect();
        assert_eq!(told, [(3, 0, Place::First), (4, 0, Place::Further), (5, 1, Place::First)]);
        assert_eq!((line_of(TEXT, 1), line_of(TEXT, 9)), (5, 1));
        assert_eq!(duration_us(TEXT), 12_034);
    }

    #[test]
    fn what_is_no_transcript_has_no_time() {
        for text in ["", "x", "1 outbound", "99999999999999999999.000 x", "1.5 x", "> x"] {
            assert_eq!(duration_us(text), 0, "{text}");
        }
    }
}
