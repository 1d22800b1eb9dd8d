//! What a client tells its user.

use expectspec_judge::Said;

/// What a client tells its user of a request: a status code, or that there was none.
///
/// ```
/// use expectspec::{Answer, Said};
///
/// assert_eq!(200.said(), Said::Status(200));
/// assert_eq!(Err::<u16, _>("connection reset").said(), Said::Failure);
/// ```
pub trait Answer {
    /// The same in the word of the transcript.
    fn said(self) -> Said;
}

impl Answer for u16 {
    fn said(self) -> Said {
        Said::Status(self)
    }
}

impl<E> Answer for Result<u16, E> {
    fn said(self) -> Said {
        self.map_or(Said::Failure, Said::Status)
    }
}

impl Answer for Option<u16> {
    fn said(self) -> Said {
        self.map_or(Said::Failure, Said::Status)
    }
}

impl Answer for Said {
    fn said(self) -> Said {
        self
    }
}
