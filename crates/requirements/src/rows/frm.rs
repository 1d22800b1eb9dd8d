//! How an expectation meets HTTP/1.1 message framing.

use crate::table::requirements;

requirements! {
    FRM_001 "EXP-FRM-001" {
        binds Any; level Prose; strength Must; scope Every;
        from 9112 "6";
        "The presence of a message body in a request is signaled by a Content-Length or \
         Transfer-Encoding header field. Request message framing is independent of method \
         semantics.";
    }
    FRM_002 "EXP-FRM-002" {
        binds Server; level Derived; strength Must; scope Every;
        from 9112 "6.3", 9110 "10.1.1";
        "If this is a request message and none of the above are true, then the message body length \
         is zero (no message body is present).";
    }
    FRM_003 "EXP-FRM-003" {
        binds Server; level Must; strength Must; scope EveryAndDesync;
        from 9112 "6.3";
        "If the unrecoverable error is in a request message, the server MUST respond with a 400 \
         (Bad Request) status code and then close the connection.";
    }
    FRM_004 "EXP-FRM-004" {
        binds Server; level Must; strength Must; scope EveryAndDesync;
        from 9112 "6.3";
        "If a Transfer-Encoding header field is present in a request and the chunked transfer \
         coding is not the final encoding, the message body length cannot be determined reliably; \
         the server MUST respond with the 400 (Bad Request) status code and then close the \
         connection.";
    }
    FRM_005 "EXP-FRM-005" {
        binds Server; level May, Must; strength Must; scope EveryAndDesync;
        from 9112 "6.1";
        "A server MAY reject a request that contains both Content-Length and Transfer-Encoding or \
         process such a request in accordance with the Transfer-Encoding alone. Regardless, the \
         server MUST close the connection after responding to such a request to avoid the \
         potential attacks.";
    }
    FRM_006 "EXP-FRM-006" {
        binds Server, Client; level Must; strength Must; scope EveryAndDesync;
        from 9112 "6.1";
        "MUST treat the message as if the framing is faulty, even if a Content-Length is present, \
         and close the connection after processing the message";
    }
    FRM_007 "EXP-FRM-007" {
        binds Server; level Should; strength Should; scope Every;
        from 9112 "6.1";
        "A server that receives a request message with a transfer coding it does not understand \
         SHOULD respond with 501 (Not Implemented).";
    }
    FRM_008 "EXP-FRM-008" {
        binds Recipient; level Must; strength Must; scope Every;
        from 9112 "7.1";
        "recipients MUST anticipate potentially large hexadecimal numerals and prevent parsing \
         errors due to integer conversion overflows or precision loss due to integer \
         representation";
    }
    FRM_009 "EXP-FRM-009" {
        binds Recipient; level Must; strength Must; scope Every;
        from 9110 "8.6";
        "a recipient MUST anticipate potentially large decimal numerals and prevent parsing errors \
         due to integer conversion overflows or precision loss due to integer conversion";
    }
    FRM_010 "EXP-FRM-010" {
        binds Intermediary; level Must; strength Must; scope Every;
        from 9112 "6.3";
        "An intermediary that chooses to forward the message MUST first remove the received \
         Content-Length field and process the Transfer-Encoding (as described below) prior to \
         forwarding the message downstream.";
    }
    FRM_011 "EXP-FRM-011" {
        binds Server; level Should; strength Should; scope Every;
        from 9112 "2.2";
        "a server that is expecting to receive and parse a request-line SHOULD ignore at least one \
         empty line (CRLF) received prior to the request-line";
    }
}
