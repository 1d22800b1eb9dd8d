//! What RFC 2068 said, for background: no profile demands it.

use crate::table::requirements;

requirements! {
    O68_001 "EXP-O68-001" {
        binds Server; level Must; strength Must; scope Only [];
        from 2068 "8.2";
        "an HTTP/1.1 (or later) server MUST either respond with 100 (Continue) status and continue \
         to read from the input stream, or respond with an error status";
    }
    O68_002 "EXP-O68-002" {
        binds Client; level Must; strength Must; scope Only [];
        from 2068 "8.2";
        "MUST close the connection if it has not completed sending the message";
    }
    O68_003 "EXP-O68-003" {
        binds Server; level MustNot; strength Must; scope Only [];
        from 2068 "8.2";
        "It MUST NOT perform the requested method if it returns an error status.";
    }
}
