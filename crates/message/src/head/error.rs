//! Why a head can't be read.

/// Why a head can't be read. `offset` counts from the beginning of the message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct HeadError {
    /// What is wrong.
    pub kind: HeadErrorKind,
    /// Offset of the offending octet.
    pub offset: u32,
}

/// The kinds of [`HeadError`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum HeadErrorKind {
    /// The method is not a token.
    Method,
    /// The request-target is empty or holds whitespace or control octets.
    Target,
    /// The version is not `HTTP/` DIGIT `.` DIGIT.
    Version,
    /// The status code is not three digits.
    StatusCode,
    /// The start-line is longer than the limit.
    StartLineTooLong,
    /// The field section is longer than the limit.
    FieldSectionTooLong,
    /// There are more field lines than the limit.
    TooManyFieldLines,
    /// There are more empty lines before the start-line than the limit.
    TooManyEmptyLines,
}
