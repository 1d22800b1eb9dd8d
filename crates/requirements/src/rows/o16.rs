//! What RFC 2616 demanded: the rows of its profile.

use crate::table::requirements;

requirements! {
    O16_001 "EXP-O16-001" {
        binds Server; level Must; strength Must; scope Only [Rfc2616];
        from 2616 "14.20";
        "The server MUST respond with a 417 (Expectation Failed) status if any of the expectations \
         cannot be met or, if there are other problems with the request, some other 4xx status.";
    }
    O16_002 "EXP-O16-002" {
        binds Server; level Must; strength Must; scope Only [Rfc2616];
        from 2616 "14.20";
        "If a server receives a request containing an Expect field that includes an \
         expectation-extension that it does not support, it MUST respond with a 417 (Expectation \
         Failed) status.";
    }
    O16_003 "EXP-O16-003" {
        binds Any; level Prose; strength May; scope Only [Rfc2616];
        from 2616 "14.20";
        "Comparison of expectation values is case-insensitive for unquoted tokens (including the \
         100-continue token), and is case-sensitive for quoted-string expectation-extensions.";
    }
    O16_004 "EXP-O16-004" {
        binds OriginServer; level Must; strength Must; scope Only [Rfc2616];
        from 2616 "8.2.3";
        "an origin server MUST either respond with 100 (Continue) status and continue to read from \
         the input stream, or respond with a final status code";
    }
    O16_005 "EXP-O16-005" {
        binds Client; level ShouldNot; strength Should; scope Only [Rfc2616];
        from 2616 "8.2.3";
        "the client SHOULD NOT wait for an indefinite period before sending the request body";
    }
    O16_006 "EXP-O16-006" {
        binds Client; level MustNot; strength Must; scope Only [Rfc2616];
        from 2616 "8.2.3";
        "if it does not intend to send a request body";
    }
    O16_007 "EXP-O16-007" {
        binds Client; level May; strength May; scope Only [Rfc2616];
        from 2616 "8.2.4";
        "it MAY use the following \"binary exponential backoff\" algorithm to be assured of \
         obtaining a reliable response";
    }
    O16_008 "EXP-O16-008" {
        binds Client; level Should; strength Should; scope Only [Rfc2616];
        from 2616 "8.2.2";
        "If the client sees an error status, it SHOULD immediately cease transmitting the body.";
    }
    O16_009 "EXP-O16-009" {
        binds Any; level Must; strength Must; scope Only [Rfc2616];
        from 2616 "14.10";
        "HTTP/1.1 applications that do not support persistent connections MUST include the \
         \"close\" connection option in every message.";
    }
    O16_010 "EXP-O16-010" {
        binds Server; level MustNot; strength Must; scope Only [Rfc2616];
        from 2616 "10.1";
        "servers MUST NOT send a 1xx response to an HTTP/1.0 client except under experimental \
         conditions";
    }
}
