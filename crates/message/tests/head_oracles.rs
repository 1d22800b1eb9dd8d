//! What `httparse` and `http` accept, and what they read in it.

use expectspec_message::{
    AnomalyKind, Head, HeadReader, Limits, Progress, StartLine, Version, octet,
};
use http::{HeaderName, HeaderValue};
use proptest::prelude::*;

mod near_valid;

const FIELDS_MAX: usize = 16;

#[test]
fn names_are_those_of_the_http_crate() {
    for first in 0..=u8::MAX {
        for second in 0..=u8::MAX {
            let name = [first, second];
            let ours = name.iter().all(|&octet| octet::is_token(octet));
            assert_eq!(ours, HeaderName::from_bytes(&name).is_ok(), "{}", name.escape_ascii());
        }
    }
}

#[test]
fn values_are_those_of_the_http_crate() {
    for octet in 0..=u8::MAX {
        let theirs = HeaderValue::from_bytes(&[octet]).is_ok();
        assert_eq!(octet::is_field_content(octet), theirs, "{octet:#x}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn requests_are_read_as_httparse_reads_them(message in near_valid::request()) {
        let mut fields = [httparse::EMPTY_HEADER; FIELDS_MAX];
        let mut theirs = httparse::Request::new(&mut fields);
        let status = theirs.parse(&message);
        let mut reader = HeadReader::request(Limits::default());
        let ours = reader.read(&message);
        let head = reader.take();
        let Ok(httparse::Status::Complete(len)) = status else {
            prop_assert!(!is_clean(ours, &head) || !is_theirs(&head, &message));
            return Ok(());
        };
        prop_assert_eq!(ours, Ok(Progress::Complete(len)));
        check_anomalies(&head)?;
        check_fields(&head, &message, theirs.headers)?;
        let Some(StartLine::Request { method, target, version }) = head.start else {
            return Err(TestCaseError::fail("no request-line"));
        };
        prop_assert_eq!(Some(method.of(&message)), theirs.method.map(str::as_bytes));
        prop_assert_eq!(Some(target.of(&message)), theirs.path.map(str::as_bytes));
        prop_assert_eq!(Some((1, version.minor)), theirs.version.map(|minor| (version.major, minor)));
    }

    #[test]
    fn responses_are_read_as_httparse_reads_them(message in near_valid::response()) {
        let mut fields = [httparse::EMPTY_HEADER; FIELDS_MAX];
        let mut theirs = httparse::Response::new(&mut fields);
        let status = theirs.parse(&message);
        let mut reader = HeadReader::response(Limits::default());
        let ours = reader.read(&message);
        let head = reader.take();
        let Ok(httparse::Status::Complete(len)) = status else {
            prop_assert!(!is_clean(ours, &head) || !is_theirs(&head, &message));
            return Ok(());
        };
        prop_assert_eq!(ours, Ok(Progress::Complete(len)));
        check_anomalies(&head)?;
        check_fields(&head, &message, theirs.headers)?;
        let Some(StartLine::Response { code, reason, .. }) = head.start else {
            return Err(TestCaseError::fail("no status-line"));
        };
        prop_assert_eq!(Some(code), theirs.code);
        if reason.of(&message).is_ascii() {
            prop_assert_eq!(Some(reason.of(&message)), theirs.reason.map(str::as_bytes));
        }
    }
}

/// Whether we read the head and find nothing wrong with it.
fn is_clean(ours: Result<Progress<usize>, impl Sized>, head: &Head) -> bool {
    matches!(ours, Ok(Progress::Complete(_))) && head.anomalies.is_empty()
}

/// Whether the head is of the kind that `httparse` reads: HTTP/1.0 or 1.1, and UTF-8 in the target.
fn is_theirs(head: &Head, message: &[u8]) -> bool {
    let is_utf_8 = match head.start {
        Some(StartLine::Request { target, .. }) => str::from_utf8(target.of(message)).is_ok(),
        _ => true,
    };
    is_utf_8 && matches!(head.version(), Some(Version::HTTP_10 | Version::HTTP_11))
}

/// What `httparse` lets pass is nothing worse than these.
fn check_anomalies(head: &Head) -> Result<(), TestCaseError> {
    for anomaly in &head.anomalies {
        let lets_pass = matches!(
            anomaly.kind,
            AnomalyKind::LoneLf
                | AnomalyKind::EmptyLineBeforeStart
                | AnomalyKind::MissingReasonSpace
        );
        prop_assert!(lets_pass, "{:?}", anomaly);
    }
    Ok(())
}

fn check_fields(
    head: &Head,
    message: &[u8],
    theirs: &[httparse::Header<'_>],
) -> Result<(), TestCaseError> {
    let ours: Vec<_> =
        head.fields.iter().map(|it| (it.name.of(message), it.value.of(message))).collect();
    let theirs: Vec<_> = theirs.iter().map(|it| (it.name.as_bytes(), it.value)).collect();
    prop_assert_eq!(ours, theirs);
    Ok(())
}
