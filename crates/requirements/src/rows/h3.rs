//! How an expectation is met over HTTP/3.

use crate::table::requirements;

requirements! {
    H3_001 "EXP-H3-001" {
        binds Server; level Prose; strength Must; scope Every;
        from 9114 "4.1";
        "A server sends zero or more interim HTTP responses on the same stream as the request, \
         followed by a single final HTTP response";
    }
    H3_002 "EXP-H3-002" {
        binds Any; level Must; strength Must; scope Every;
        from 9114 "4.1";
        "receipt of an additional HTTP response following a final HTTP response MUST be treated as \
         malformed";
    }
    H3_003 "EXP-H3-003" {
        binds Client; level MustNot; strength Must; scope Every;
        from 9114 "4.1";
        "Unless using the CONNECT method (see Section 4.4), clients MUST NOT make stream closure \
         dependent on receiving a response to their request.";
    }
    H3_004 "EXP-H3-004" {
        binds Server; level May, Should; strength Should; scope Every;
        from 9114 "4.1";
        "The error code H3_NO_ERROR SHOULD be used when requesting that the client stop sending on \
         the request stream.";
    }
    H3_005 "EXP-H3-005" {
        binds Client; level MustNot; strength Must; scope Every;
        from 9114 "4.1";
        "Clients MUST NOT discard complete responses as a result of having their request \
         terminated abruptly";
    }
    H3_006 "EXP-H3-006" {
        binds Client; level Should; strength May; scope Every;
        from 9114 "4.1";
        "If the server sends a partial or complete response but does not abort reading the \
         request, clients SHOULD continue sending the content of the request and close the stream \
         normally.";
    }
    H3_007 "EXP-H3-007" {
        binds Any; level Prose; strength Must; scope Every;
        from 9114 "4.5";
        "HTTP/3 does not support the HTTP Upgrade mechanism (Section 7.8 of [HTTP]) or the 101 \
         (Switching Protocols) informational status code (Section 15.2.2 of [HTTP]).";
    }
    H3_008 "EXP-H3-008" {
        binds Any; level Prose; strength Must; scope Every;
        from 9114 "4.1";
        "Interim responses do not contain content or trailer sections.";
    }
    H3_009 "EXP-H3-009" {
        binds Any; level Prose; strength Must; scope Every;
        from 9114 "4.1.2";
        "is malformed if the value of the Content-Length header field does not equal the sum of \
         the DATA frame lengths received";
    }
    H3_010 "EXP-H3-010" {
        binds Server; level Should; strength May; scope Every;
        from 9114 "4.1";
        "If a client-initiated stream terminates without enough of the HTTP message to provide a \
         complete response, the server SHOULD abort its response stream with the error code \
         H3_REQUEST_INCOMPLETE.";
    }
    H3_011 "EXP-H3-011" {
        binds Any; level MustNot; strength Must; scope Every;
        from 9114 "4.1";
        "the Transfer-Encoding header field MUST NOT be used";
    }
}
