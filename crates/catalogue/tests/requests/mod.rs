//! How the tests read what a client sends.

/// Whether the octets are complete requests and nothing else. A head whose framing is in dispute ends
/// the question: nobody can say what it announces.
pub(crate) fn ends_with_a_request(mut rest: &[u8]) -> bool {
    loop {
        while let [b'\r' | b'\n', behind @ ..] = rest {
            rest = behind;
        }
        if rest.is_empty() {
            return true;
        }
        let Some((head, behind)) = split_head(rest) else { return false };
        let behind = match framing(&head.to_ascii_lowercase()) {
            Framing::Length(length) => behind.get(length..),
            Framing::Chunked => skip_chunks(behind),
            Framing::Disputed => return true,
        };
        let Some(behind) = behind else { return false };
        rest = behind;
    }
}

fn split_head(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = [b"\r\n\r\n".as_slice(), b"\n\n"]
        .into_iter()
        .filter_map(|end| Some(position(octets, end)? + end.len()))
        .min()?;
    Some(octets.split_at(end))
}

enum Framing {
    Length(usize),
    Chunked,
    Disputed,
}

/// What a head in lower case says of the content behind it.
fn framing(head: &[u8]) -> Framing {
    let values = |name: &[u8]| -> Vec<&[u8]> {
        head.split(|&octet| octet == b'\n')
            .filter_map(|line| line.split_at_checked(line.iter().position(|&octet| octet == b':')?))
            .filter(|(found, _)| found.trim_ascii() == name)
            .map(|(found, value)| if found == name { value[1..].trim_ascii() } else { b"disputed" })
            .collect()
    };
    match (&values(b"transfer-encoding")[..], &values(b"content-length")[..]) {
        ([], []) => Framing::Length(0),
        ([b"chunked"], []) => Framing::Chunked,
        ([], [length]) if length.iter().all(u8::is_ascii_digit) => {
            let length = std::str::from_utf8(length).expect("digits");
            length.parse().map_or(Framing::Disputed, Framing::Length)
        }
        _ => Framing::Disputed,
    }
}

fn skip_chunks(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let line = position(rest, b"\r\n")?;
        let digits = rest[..line].split(|octet| !octet.is_ascii_hexdigit()).next()?;
        let size = usize::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        if size == 0 {
            let trailer = &rest[line..];
            return Some(&trailer[position(trailer, b"\r\n\r\n")? + 4..]);
        }
        rest = rest.get((line + 4).checked_add(size)?..)?;
    }
}

fn position(octets: &[u8], wanted: &[u8]) -> Option<usize> {
    octets.windows(wanted.len()).position(|window| window == wanted)
}
