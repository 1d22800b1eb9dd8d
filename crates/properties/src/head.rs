//! Message heads.

use expectspec_message::framing::{of_request, of_response};
use expectspec_message::{
    AnomalyKind, Expectations, Head, HeadError, HeadReader, Limits, Progress, StartLine, Version,
};

use crate::pieces::cuts;
use crate::tested;

/// Everything that holds of the reading of heads, whatever the octets.
///
/// # Panics
/// When something does not hold.
pub fn head(octets: &[u8]) {
    for limits in [Limits::default(), TIGHT] {
        pieces_make_no_difference(&HeadReader::request(limits), octets);
        pieces_make_no_difference(&HeadReader::response(limits), octets);
    }
    offsets_are_within(octets);
    requests_agree_with_httparse(octets);
    responses_agree_with_httparse(octets);
}

/// The whole is read as octet by octet and as in any pieces: lengths, errors, fields and anomalies.
///
/// # Panics
/// When it is not.
pub fn pieces_make_no_difference(reader: &HeadReader, octets: &[u8]) {
    let whole = read(reader, octets, &[octets.len()]);
    for lens in cuts(octets.len()) {
        assert_eq!(read(reader, octets, &lens), whole, "{lens:?}");
    }
}

/// The same for a single cut, and one of the four readers.
pub(crate) fn a_cut_makes_no_difference(octets: &[u8], reader: usize, cut: usize) {
    let reader = match reader {
        0 => HeadReader::request(Limits::default()),
        1 => HeadReader::response(Limits::default()),
        2 => HeadReader::request(TIGHT),
        _ => HeadReader::response(TIGHT),
    };
    let whole = read(&reader, octets, &[octets.len()]);
    assert_eq!(read(&reader, octets, &[cut, octets.len()]), whole, "{cut}");
}

fn read(reader: &HeadReader, octets: &[u8], lens: &[usize]) -> Outcome {
    let mut reader = reader.clone();
    let mut progress = Ok(Progress::Partial);
    for len in lens {
        progress = reader.read(&octets[..*len]);
        if progress != Ok(Progress::Partial) {
            break;
        }
    }
    tested::head((progress, reader.take()), octets, lens)
}

type Outcome = (Result<Progress<usize>, HeadError>, Head);

/// Lengths and offsets lie within the octets, anomalies stand in their order, and what is said of a
/// head can be said of every head.
///
/// # Panics
/// When it is not so.
pub fn offsets_are_within(octets: &[u8]) {
    let readers = [HeadReader::request(Limits::default()), HeadReader::response(Limits::default())];
    for reader in readers {
        let (progress, head) = read(&reader, octets, &[octets.len()]);
        match progress {
            Ok(Progress::Complete(len)) => assert!(len <= octets.len()),
            Ok(Progress::Partial) => {}
            Err(error) => assert!(error.offset as usize <= octets.len()),
        }
        assert!(head.anomalies.is_sorted_by_key(|anomaly| anomaly.offset));
        assert!(head.anomalies.iter().all(|anomaly| (anomaly.offset as usize) < octets.len()));
        let _ = (of_request(&head, octets), of_response(&head, octets, b"GET"));
        let _ = Expectations::of(&head, octets);
    }
}

/// Where `httparse` reads a request head, it is read here with the same length, method, target,
/// version and fields, with nothing worse in it than what `httparse` is lenient about. A head
/// without anomaly is read by `httparse`.
///
/// # Panics
/// When it is not so.
pub fn requests_agree_with_httparse(octets: &[u8]) {
    let (ours, head) = read(&HeadReader::request(WIDE), octets, &[octets.len()]);
    let mut fields = [httparse::EMPTY_HEADER; FIELDS_MAX];
    let mut theirs = httparse::Request::new(&mut fields);
    let Ok(httparse::Status::Complete(len)) = theirs.parse(octets) else {
        assert!(!is_clean(&ours, &head) || !is_theirs(&head, octets));
        return;
    };
    agrees(&ours, &head, octets, len, theirs.headers);
    let Some(StartLine::Request { method, target, version }) = head.start else {
        panic!("no request-line");
    };
    assert_eq!(Some(method.of(octets)), theirs.method.map(str::as_bytes));
    assert_eq!(Some(target.of(octets)), theirs.path.map(str::as_bytes));
    assert_eq!(Some(version.minor), theirs.version);
}

/// The same for response heads: length, version, status code, reason and fields.
///
/// # Panics
/// When it is not so.
pub fn responses_agree_with_httparse(octets: &[u8]) {
    let (ours, head) = read(&HeadReader::response(WIDE), octets, &[octets.len()]);
    let mut fields = [httparse::EMPTY_HEADER; FIELDS_MAX];
    let mut theirs = httparse::Response::new(&mut fields);
    let Ok(httparse::Status::Complete(len)) = theirs.parse(octets) else {
        assert!(!is_clean(&ours, &head) || !is_theirs(&head, octets));
        return;
    };
    agrees(&ours, &head, octets, len, theirs.headers);
    let Some(StartLine::Response { version, code, reason }) = head.start else {
        panic!("no status-line");
    };
    assert_eq!((Some(version.minor), Some(code)), (theirs.version, theirs.code));
    if reason.of(octets).is_ascii() {
        assert_eq!(Some(reason.of(octets)), theirs.reason.map(str::as_bytes));
    }
}

fn agrees(
    ours: &Result<Progress<usize>, HeadError>,
    head: &Head,
    octets: &[u8],
    len: usize,
    theirs: &[httparse::Header<'_>],
) {
    assert_eq!(*ours, Ok(Progress::Complete(len)));
    for anomaly in &head.anomalies {
        let lenient = matches!(
            anomaly.kind,
            AnomalyKind::LoneLf
                | AnomalyKind::EmptyLineBeforeStart
                | AnomalyKind::MissingReasonSpace
        );
        assert!(lenient, "{anomaly:?}");
    }
    let ours = head.fields.iter().map(|field| (field.name.of(octets), field.value.of(octets)));
    assert!(ours.eq(theirs.iter().map(|field| (field.name.as_bytes(), field.value))));
}

fn is_clean(ours: &Result<Progress<usize>, HeadError>, head: &Head) -> bool {
    matches!(ours, Ok(Progress::Complete(_)))
        && head.anomalies.is_empty()
        && head.fields.len() <= FIELDS_MAX
}

/// Whether `httparse` reads such heads: HTTP/1.0 or 1.1, and UTF-8 in the target.
fn is_theirs(head: &Head, octets: &[u8]) -> bool {
    let is_utf_8 = match head.start {
        Some(StartLine::Request { target, .. }) => str::from_utf8(target.of(octets)).is_ok(),
        _ => true,
    };
    is_utf_8 && matches!(head.version(), Some(Version::HTTP_10 | Version::HTTP_11))
}

const FIELDS_MAX: usize = 64;

/// `httparse` has no limits but the number of fields.
const WIDE: Limits = Limits {
    start_line_octets_max: 1 << 20,
    field_section_octets_max: 1 << 20,
    field_lines_max: 1 << 20,
    empty_lines_max: 1 << 20,
};

/// So low that ordinary heads go over each of them.
const TIGHT: Limits = Limits {
    start_line_octets_max: 40,
    field_section_octets_max: 60,
    field_lines_max: 4,
    empty_lines_max: 1,
};
