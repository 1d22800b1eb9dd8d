//! How an expectation meets authentication and the errors that need no content.

use crate::table::requirements;

requirements! {
    AUT_001 "EXP-AUT-001" {
        binds OriginServer; level Should; strength Should; scope Every;
        from 9110 "11.4";
        "an origin server SHOULD send a 401 (Unauthorized) response that contains a \
         WWW-Authenticate header field";
    }
    AUT_002 "EXP-AUT-002" {
        binds Server; level Must; strength Must; scope Every;
        from 9110 "15.5.2";
        "The server generating a 401 response MUST send a WWW-Authenticate header field (Section \
         11.6.1) containing at least one challenge applicable to the target resource.";
    }
    AUT_003 "EXP-AUT-003" {
        binds Proxy; level Must; strength Must; scope Every;
        from 9110 "15.5.8";
        "The proxy MUST send a Proxy-Authenticate header field (Section 11.7.1) containing a \
         challenge applicable to that proxy for the request.";
    }
    AUT_004 "EXP-AUT-004" {
        binds UserAgent; level May; strength May; scope Every;
        from 9110 "15.5.2";
        "The user agent MAY repeat the request with a new or replaced Authorization header field";
    }
    AUT_005 "EXP-AUT-005" {
        binds Client; level ShouldNot; strength Should; scope Every;
        from 9110 "15.5.4";
        "The client SHOULD NOT automatically repeat the request with the same credentials.";
    }
    AUT_006 "EXP-AUT-006" {
        binds Server; level Should; strength May; scope Every;
        from 9110 "15.5.14";
        "If the condition is temporary, the server SHOULD generate a Retry-After header field";
    }
}
