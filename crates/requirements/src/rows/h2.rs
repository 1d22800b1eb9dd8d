//! How an expectation is met over HTTP/2.

use crate::table::requirements;

requirements! {
    H2_001 "EXP-H2-001" {
        binds Server; level May; strength Must; scope Every;
        from 9113 "8.1";
        "For a response only, a server MAY send any number of interim responses before the HEADERS \
         frame containing a final response.";
    }
    H2_002 "EXP-H2-002" {
        binds Server, Client; level Prose; strength Must; scope Every;
        from 9113 "8.1", 9113 "8.1.1";
        "A HEADERS frame with the END_STREAM flag set that carries an informational status code is \
         malformed (Section 8.1.1).";
    }
    H2_003 "EXP-H2-003" {
        binds Any; level Must; strength Must; scope Every;
        from 9113 "8.1";
        "An endpoint that receives a HEADERS frame without the END_STREAM flag set after receiving \
         the HEADERS frame that opens a request or after receiving a final (non-informational) \
         status code MUST treat the corresponding request or response as malformed (Section \
         8.1.1).";
    }
    H2_004 "EXP-H2-004" {
        binds Any; level Derived; strength Must; scope Every;
        from 9113 "8.1.1";
        "due to the presence of extraneous frames";
    }
    H2_005 "EXP-H2-005" {
        binds Server; level May; strength Should; scope Every;
        from 9113 "8.1";
        "a server MAY request that the client abort transmission of a request without error by \
         sending a RST_STREAM with an error code of NO_ERROR after sending a complete response \
         (i.e., a frame with the END_STREAM flag set)";
        Strict "reset-before-end" | "other-code" => Discouraged;
    }
    H2_006 "EXP-H2-006" {
        binds Client; level MustNot; strength Must; scope Every;
        from 9113 "8.1";
        "Clients MUST NOT discard responses as a result of receiving such a RST_STREAM";
    }
    H2_007 "EXP-H2-007" {
        binds Client; level Derived; strength Must; scope EveryAndDesync;
        from 9113 "8.1.1";
        "A request or response is also malformed if the value of a content-length header field \
         does not equal the sum of the DATA frame payload lengths that form the content";
    }
    H2_008 "EXP-H2-008" {
        binds Client; level MustNot; strength Must; scope Every;
        from 9110 "10.1.1";
        "A client MUST NOT generate a 100-continue expectation in a request that does not include \
         content.";
    }
    H2_009 "EXP-H2-009" {
        binds Any; level Prose; strength Must; scope Every;
        from 9113 "8.6";
        "HTTP/2 does not support the 101 (Switching Protocols) informational status code (Section \
         15.2.2 of [HTTP]).";
    }
    H2_010 "EXP-H2-010" {
        binds Any; level Must; strength Must; scope Every;
        from 9113 "8.2", 9113 "8.2.1";
        "Field names MUST be converted to lowercase when constructing an HTTP/2 message.";
        "A field value MUST NOT start or end with an ASCII whitespace character";
    }
    H2_011 "EXP-H2-011" {
        binds Any; level MustNot; strength Must; scope Every;
        from 9113 "8.2.2";
        "An endpoint MUST NOT generate an HTTP/2 message containing connection-specific header \
         fields.";
    }
    H2_012 "EXP-H2-012" {
        binds Any; level Prose; strength Must; scope Every;
        from 9113 "8.3.2";
        "This pseudo-header field MUST be included in all responses, including interim responses; \
         otherwise, the response is malformed (Section 8.1.1).";
    }
    H2_013 "EXP-H2-013" {
        binds Server; level MustNot; strength Should; scope Every;
        from 9113 "8.7";
        "REFUSED_STREAM MUST NOT be used for that stream";
        Strict "refused" => Discouraged;
    }
    H2_014 "EXP-H2-014" {
        binds Intermediary; level MustNot; strength Must; scope EveryAndDesync;
        from 9113 "8.1.1";
        "MUST NOT forward a malformed request or response";
    }
    H2_015 "EXP-H2-015" {
        binds Intermediary; level Derived; strength Must; scope Every;
        from 9113 "8.8.5", 9110 "15.2";
        "An informational response using a 1xx status code other than 101 is transmitted as a \
         HEADERS frame, followed by zero or more CONTINUATION frames.";
    }
    H2_016 "EXP-H2-016" {
        binds Client; level Derived; strength Must; scope Every;
        from 9113 "6.4", 9113 "5.1";
        "After receiving a RST_STREAM on a stream, the receiver MUST NOT send additional frames \
         for that stream, except for PRIORITY.";
    }
    H2_017 "EXP-H2-017" {
        binds Any; level Prose; strength May; scope Every;
        from 9113 "4.3";
        "All these messages, except for interim responses and requests contained in PUSH_PROMISE \
         (Section 6.6) frames, can optionally include a field block that carries a trailer \
         section.";
    }
    H2_018 "EXP-H2-018" {
        binds Server; level May; strength May; scope Every;
        from 9113 "8.1.1";
        "A server MAY generate a final response before receiving an entire request when the \
         response does not depend on the remainder of the request being correct.";
    }
}
