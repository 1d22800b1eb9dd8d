//! What a script is made of.

use crate::Task;

/// What the peer does in one exchange of interest: all of a [`Case`](crate::Case) that its player needs, from
/// the catalogue or made up on the spot.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Script<'a> {
    /// The content that `{content}` and `{length}` in the steps stand for.
    pub content: &'a [u8],
    /// What a client is asked to do.
    pub task: Task,
    /// What the peer does, in order.
    pub steps: &'a [ScriptStep<'a>],
}

/// One step of the peer on the current connection, which is the latest opened unless a step says otherwise. Octets hold placeholders, see
/// [`Places`](crate::Places).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ScriptStep<'a> {
    /// Writes these octets at once.
    Send(&'a [u8]),
    /// Writes these octets in pieces of `octets_each`, `gap_ms` apart.
    Dribble {
        /// What is written.
        octets: &'a [u8],
        /// Octets in each write.
        octets_each: u32,
        /// Time between two writes, in milliseconds.
        gap_ms: u32,
    },
    /// Writes these octets `times` times over, without waiting.
    Repeat {
        /// What is written.
        octets: &'a [u8],
        /// How often.
        times: u32,
    },
    /// Waits until something has come, or its window is over.
    Await(Until),
    /// Watches for the quiet window; ends early only if the connection ends.
    Quiet,
    /// Waits this long, in milliseconds (scaled as all waiting is), and goes on reading.
    Pause(u32),
    /// Opens another connection, numbered in order, and makes it the current one.
    Open,
    /// Makes the connection with this number (the first is 0) the current one.
    Use(u8),
    /// Ends our direction of the connection (FIN); the other stays open.
    Finish,
    /// Resets the connection.
    Reset,
    /// Answers every further request of a client, on whatever connection, until the client is done;
    /// behind an intermediary, until every request of the clients has its final response.
    Serve(ScriptService<'a>),
    /// In a case for an intermediary, whose scripts are the client's: what the origin server behind it
    /// does. In the octets of these steps, `{tag}` is the tag of the request at hand.
    AtOrigin(&'a [ScriptStep<'a>]),
}

/// A step of a case, which is `const` data.
pub type Step = ScriptStep<'static>;

/// How [`Step::Serve`] answers a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ScriptService<'a> {
    /// As an origin server should: 100 (Continue) at once if it is expected, and these octets when
    /// the request is complete.
    Proper(&'a [u8]),
    /// With these octets as soon as the head is complete.
    AtOnce(&'a [u8]),
    /// With these octets when the request is complete, and no 100 before.
    Late(&'a [u8]),
}

/// The service of a case, which is `const` data.
pub type Service = ScriptService<'static>;

/// What [`Step::Await`] waits for. Every wait ends early when the connection ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Until {
    /// A 100 (Continue) or a final response to the request at hand; window `immediate`.
    Answer,
    /// The end of the final response to the request at hand, and moves on to the next request;
    /// window `final`.
    Final,
    /// The end of the connection; window `close`.
    Close,
    /// The head of a client's next request, on whatever connection it comes, which becomes the
    /// current one; window `final`. Behind an intermediary, window `immediate`; it ends early when the
    /// client has its final response, or, a gateway having sent a 100 (Continue) of its own, has been
    /// silent for the quiet window.
    Request,
    /// The first octet of the content of the request at hand, or its end; window `final`. Behind an
    /// intermediary, a request that comes only now becomes the one at hand.
    ContentBegun,
    /// The end of the request at hand; window `final`. Behind an intermediary, a request that comes only
    /// now becomes the one at hand.
    Content,
}
