//! What a server, an origin server above all, does with an expectation.

use crate::table::requirements;

requirements! {
    SRV_001 "EXP-SRV-001" {
        binds OriginServer; level Must; strength Must; scope Every;
        from 9110 "10.1.1";
        "an origin server MUST send either:";
        "an immediate response with a final status code, if that status can be determined by \
         examining just the method, target URI, and header fields, or";
        "an immediate 100 (Continue) response to encourage the client to send the request content.";
        Strict "closed" => Deviates;
        Rfc7231 "silence-to-a-list" => Permitted;
    }
    SRV_002 "EXP-SRV-002" {
        binds OriginServer; level MustNot; strength Must; scope Every;
        from 9110 "10.1.1";
        "The origin server MUST NOT wait for the content before sending the 100 (Continue) \
         response.";
        Rfc7231 "after-content-to-a-list" => Permitted;
    }
    SRV_003 "EXP-SRV-003" {
        binds Server; level Must; strength Must; scope Every;
        from 9110 "10.1.1";
        "A server that receives a 100-continue expectation in an HTTP/1.0 request MUST ignore that \
         expectation.";
        Rfc2616 "417" => Conforms;
    }
    SRV_004 "EXP-SRV-004" {
        binds Server; level MustNot; strength Must; scope Every;
        from 9110 "15.2";
        "Since HTTP/1.0 did not define any 1xx status codes, a server MUST NOT send a 1xx response \
         to an HTTP/1.0 client.";
    }
    SRV_005 "EXP-SRV-005" {
        binds Server; level May; strength Must; scope Every;
        from 9110 "10.1.1";
        "A server MAY omit sending a 100 (Continue) response if it has already received some or \
         all of the content for the corresponding request, or if the framing indicates that there \
         is no content.";
    }
    SRV_006 "EXP-SRV-006" {
        binds Server; level Must; strength Must; scope Every;
        from 9110 "10.1.1";
        "A server that sends a 100 (Continue) response MUST ultimately send a final status code, \
         once it receives and processes the request content, unless the connection is closed \
         prematurely.";
        Strict "closed" => Deviates;
    }
    SRV_007 "EXP-SRV-007" {
        binds Server; level Should; strength Should; scope Every;
        from 9110 "10.1.1";
        "A server that responds with a final status code before reading the entire request content \
         SHOULD indicate whether it intends to close the connection (e.g., see Section 9.6 of \
         [HTTP/1.1]) or continue reading the request content.";
    }
    SRV_008 "EXP-SRV-008" {
        binds Server; level May; strength Must; scope Every;
        from 9110 "10.1.1";
        "A server that receives an Expect field value containing a member other than 100-continue \
         MAY respond with a 417 (Expectation Failed) status code to indicate that the unexpected \
         expectation cannot be met.";
        Rfc2616 "417" => Conforms;
        Strict "417" => Conforms;
        Rfc2616 "400" | "4xx" => Conforms;
        Rfc2616 "final" | "continue" => Deviates;
        Strict "400" | "4xx" | "final" | "continue" => Discouraged;
        Strict "closed" => Deviates;
    }
    SRV_009 "EXP-SRV-009" {
        binds Server; level Prose; strength Should; scope Every;
        from 9110 "15.5.18";
        "the expectation given in the request's Expect header field (Section 10.1.1) could not be \
         met by at least one of the inbound servers";
        Strict "417-without-expectation" => Deviates;
        Strict "417-after-continue" => Discouraged;
    }
    SRV_010 "EXP-SRV-010" {
        binds Server; level Prose; strength Must; scope EveryAndDesync;
        from 9110 "15";
        "zero or more interim (non-final) responses with status codes in the \"informational\" \
         (1xx) range, followed by exactly one final response";
        Strict "repeated-continue" => Discouraged;
    }
    SRV_011 "EXP-SRV-011" {
        binds Server; level Prose; strength May; scope Every;
        from 9110 "15.2.1";
        "The 100 (Continue) status code indicates that the initial part of a request has been \
         received and has not yet been rejected by the server.";
    }
    SRV_012 "EXP-SRV-012" {
        binds Server; level Prose; strength Should; scope Every;
        from 9110 "6.2";
        "A server SHOULD send a response version equal to the highest version to which the server \
         is conformant that has a major version less than or equal to the one received in the \
         request.";
        Strict "http-1.0" => Deviates;
        Strict "version-differs" => Discouraged;
    }
    SRV_013 "EXP-SRV-013" {
        binds Server; level Should; strength Should; scope Every;
        from 9110 "6.2";
        "SHOULD process the message as if it were in the highest minor version within that major \
         version to which the recipient is conformant";
        Rfc9110 "silence" => Deviates;
        Rfc7231 "silence" => Deviates;
        Rfc2616 "silence" => Deviates;
        Strict "silence" => Deviates;
    }
    SRV_014 "EXP-SRV-014" {
        binds Server; level Must; strength Must; scope Every;
        from 9112 "4";
        "A server MUST send the space that separates the status-code from the reason-phrase even \
         when the reason-phrase is absent";
    }
    SRV_015 "EXP-SRV-015" {
        binds Server; level Prose; strength Should; scope Every;
        from 9112 "9.6";
        "a TCP connection that is half-closed by the client does not delimit a request message, \
         nor does it imply that the client is no longer interested in a response";
        Rfc9110 "silence" => Deviates;
        Rfc7231 "silence" => Deviates;
        Rfc2616 "silence" => Deviates;
        Strict "silence" => Deviates;
        Strict "dropped" => Discouraged;
    }
    SRV_016 "EXP-SRV-016" {
        binds Server; level Must; strength Must; scope Every;
        from 9112 "3.2";
        "A server MUST respond with a 400 (Bad Request) status code to any HTTP/1.1 request \
         message that lacks a Host header field and to any request message that contains more than \
         one Host header field line or a Host header field with an invalid field value.";
    }
    SRV_017 "EXP-SRV-017" {
        binds Server; level Should; strength Should; scope Every;
        from 9112 "2.2";
        "the server SHOULD respond with a 400 (Bad Request) response and close the connection";
    }
    SRV_018 "EXP-SRV-018" {
        binds Server; level MustNot; strength Must; scope Only [Rfc2616];
        from 2616 "8.2.3";
        "It MUST NOT perform the requested method if it returns a final status code.";
    }
    SRV_019 "EXP-SRV-019" {
        binds Server; level May; strength May; scope Every;
        from 9110 appendix "B.4", 9110 "13.2.1";
        "Preconditions can now be evaluated before the request content is processed rather than \
         waiting until the response would otherwise be successful.";
    }
    SRV_020 "EXP-SRV-020" {
        binds Server; level May; strength May; scope Every;
        from 9110 "7.5", 9110 "15.2";
        "All responses, regardless of the status code (including interim responses) can be sent at \
         any time after a request is received";
        Rfc2616 "unsolicited" => Conforms;
        Rfc2616 "unsolicited-without-content" => Discouraged;
        Strict "unsolicited-without-content" => Discouraged;
    }
    SRV_021 "EXP-SRV-021" {
        binds OriginServer; level ShouldNot, May; strength Should; scope Only [Rfc2616];
        from 2616 "8.2.3";
        "An origin server SHOULD NOT send a 100 (Continue) response if the request message does \
         not include an Expect request-header field with the \"100-continue\" expectation";
        Rfc2616 "unsolicited" => Conforms;
        Rfc2616 "unsolicited-without-content" => Discouraged;
    }
    SRV_022 "EXP-SRV-022" {
        binds Server; level May; strength Must; scope Every;
        from 9110 "15.5.14";
        "The server MAY terminate the request, if the protocol version in use allows it; \
         otherwise, the server MAY close the connection.";
    }
    SRV_023 "EXP-SRV-023" {
        binds Server; level May; strength May; scope Every;
        from 9112 "6.3";
        "A server MAY reject a request that contains a message body but not a Content-Length by \
         responding with 411 (Length Required).";
    }
    SRV_024 "EXP-SRV-024" {
        binds Server; level May; strength May; scope Every;
        from 9112 "8";
        "A server that receives an incomplete request message, usually due to a canceled request \
         or a triggered timeout exception, MAY send an error response prior to closing the \
         connection.";
    }
    SRV_025 "EXP-SRV-025" {
        binds Recipient; level Must; strength Must; scope EveryAndDesync;
        from 9112 "6.3";
        "If the sender closes the connection or the recipient times out before the indicated \
         number of octets are received, the recipient MUST consider the message to be incomplete \
         and close the connection.";
    }
}
