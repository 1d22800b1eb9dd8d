//! How an expectation meets pipelining.

use crate::table::requirements;

requirements! {
    PIP_001 "EXP-PIP-001" {
        binds Server; level Must; strength Must; scope Every;
        from 9112 "9.3.2";
        "it MUST send the corresponding responses in the same order that the requests were \
         received";
    }
    PIP_002 "EXP-PIP-002" {
        binds Server; level Derived; strength Must; scope Every;
        from 9112 "9.2", 9110 "10.1.1";
        "MUST associate each received response message on that connection to the first outstanding \
         request that has not yet received a final (non-1xx) response";
    }
    PIP_003 "EXP-PIP-003" {
        binds Server; level Derived; strength Must; scope EveryAndDesync;
        from 9112 "9.3.2", 9112 "6.3";
        "it MUST send the corresponding responses in the same order that the requests were \
         received";
    }
    PIP_004 "EXP-PIP-004" {
        binds UserAgent; level ShouldNot; strength Should; scope Every;
        from 9112 "9.3.2";
        "A user agent SHOULD NOT pipeline requests after a non-idempotent method, until the final \
         response status code for that method has been received";
    }
    PIP_005 "EXP-PIP-005" {
        binds Client; level Derived; strength Must; scope Every;
        from 9112 "6.2";
        "For messages that do include content, the Content-Length field value provides the framing \
         information necessary for determining where the data (and message) ends.";
    }
    PIP_006 "EXP-PIP-006" {
        binds Client; level MustNot; strength Must; scope Every;
        from 9112 "9.3.2";
        "a client MUST NOT pipeline immediately after connection establishment, since the first \
         remaining request in the prior pipeline might have caused an error response that can be \
         lost again";
    }
    PIP_007 "EXP-PIP-007" {
        binds Client; level Must; strength Must; scope Every;
        from 9112 "9.2";
        "A client that has more than one outstanding request on a connection MUST maintain a list \
         of outstanding requests in the order sent";
    }
}
