//! httparse: start-lines and field lines, nothing about what they mean.

use httparse::{EMPTY_HEADER, Error, Header, Request, Response, Status};

use crate::reading::{Fields, Outcome, Reading};

pub(super) fn request(octets: &[u8]) -> Outcome {
    let mut fields = [EMPTY_HEADER; FIELDS_MAX];
    let mut head = Request::new(&mut fields);
    outcome(head.parse(octets), |len| Reading {
        len: Some(len),
        method: head.method.map(|it| it.as_bytes().to_vec()),
        target: head.path.map(|it| it.as_bytes().to_vec()),
        minor: head.version,
        fields: Some(lines(head.headers)),
        ..Reading::default()
    })
}

pub(super) fn response(octets: &[u8]) -> Outcome {
    let mut fields = [EMPTY_HEADER; FIELDS_MAX];
    let mut head = Response::new(&mut fields);
    outcome(head.parse(octets), |len| Reading {
        len: Some(len),
        code: head.code,
        reason: head.reason.map(|it| it.as_bytes().to_vec()),
        minor: head.version,
        fields: Some(lines(head.headers)),
        ..Reading::default()
    })
}

fn outcome(
    status: Result<Status<usize>, Error>,
    reading: impl FnOnce(usize) -> Reading,
) -> Outcome {
    match status {
        Ok(Status::Complete(len)) => Outcome::Read(reading(len)),
        Ok(Status::Partial) => Outcome::Waits,
        Err(_) => Outcome::Refuses,
    }
}

fn lines(fields: &[Header<'_>]) -> Fields {
    Fields::new(fields.iter().map(|field| (field.name.as_bytes(), field.value)))
}

/// As many as hyper takes.
const FIELDS_MAX: usize = 100;
