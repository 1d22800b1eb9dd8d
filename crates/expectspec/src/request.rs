//! What a client under test is asked to send.

use expectspec_subject::{Content, Job};

/// What a client is asked to send. Whether it states an expectation is up to the client: a first
/// conversation finds out from what size of content on it does.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The request-target, in origin-form.
    pub target: String,
    /// The content.
    pub content: Content,
}

impl Request {
    pub(crate) fn of(job: Job) -> Self {
        let upload = if job.content == Content::None { "GET" } else { "PUT" };
        let method = job.method.unwrap_or_else(|| upload.to_owned());
        Self { method, target: job.target, content: job.content }
    }

    /// The octets of the content; empty if there is none.
    ///
    /// ```
    /// use expectspec::{Content, Request};
    ///
    /// let content = Content::Known(3);
    /// let request = Request { method: "PUT".to_owned(), target: "/".to_owned(), content };
    /// assert_eq!(request.octets(), b"aaa");
    /// ```
    #[must_use]
    pub fn octets(&self) -> Vec<u8> {
        vec![b'a'; self.content.octets()]
    }
}
