//! What a client does with an expectation, and while it waits.

use crate::table::requirements;

requirements! {
    CLI_001 "EXP-CLI-001" {
        binds Client; level MustNot; strength Must; scope Every;
        from 9110 "10.1.1";
        "A client MUST NOT generate a 100-continue expectation in a request that does not include \
         content.";
    }
    CLI_002 "EXP-CLI-002" {
        binds Client; level Must; strength Must; scope Every;
        from 9110 "10.1.1";
        "A client that will wait for a 100 (Continue) response before sending the request content \
         MUST send an Expect header field containing a 100-continue expectation.";
    }
    CLI_003 "EXP-CLI-003" {
        binds Client; level May; strength May; scope Every;
        from 9110 "10.1.1";
        "such a client MAY proceed to send the content even if it has not yet received a response.";
    }
    CLI_004 "EXP-CLI-004" {
        binds Client; level ShouldNot; strength Should; scope Every;
        from 9110 "10.1.1";
        "such a client SHOULD NOT wait for an indefinite period before sending the content.";
        Strict "gave-up" => Discouraged;
        Strict "for-ever" => Deviates;
    }
    CLI_005 "EXP-CLI-005" {
        binds Client; level Should; strength Should; scope Every;
        from 9110 "10.1.1";
        "A client that receives a 417 (Expectation Failed) status code in response to a request \
         containing a 100-continue expectation SHOULD repeat that request without a 100-continue \
         expectation";
        Strict "not-repeated" | "repeated-with-expectation" => Deviates;
        Rfc2616 "" => Permitted;
    }
    CLI_006 "EXP-CLI-006" {
        binds Client; level Derived; strength Must; scope Every;
        from 9110 "10.1.1", 9112 "9.3";
        "SHOULD repeat that request without a 100-continue expectation";
        "otherwise, the remaining data on a persistent connection would be misinterpreted as the \
         next request";
    }
    CLI_007 "EXP-CLI-007" {
        binds Client; level Derived; strength Should; scope Every;
        from 9110 "9.2.2";
        "A client SHOULD NOT automatically retry a failed automatic retry.";
        Rfc9110 "unbounded" => Deviates;
        Rfc7231 "unbounded" => Deviates;
        Rfc2616 "unbounded" => Deviates;
        Strict "unbounded" => Deviates;
    }
    CLI_008 "EXP-CLI-008" {
        binds Client; level Must; strength Must; scope Every;
        from 9110 "15.2";
        "A client MUST be able to parse one or more 1xx responses received prior to a final \
         response, even if the client does not expect one.";
    }
    CLI_009 "EXP-CLI-009" {
        binds UserAgent; level May; strength May; scope Every;
        from 9110 "15.2";
        "A user agent MAY ignore unexpected 1xx responses.";
    }
    CLI_010 "EXP-CLI-010" {
        binds Client; level Prose; strength Should; scope Every;
        from 9110 "15.2.1";
        "The client ought to continue sending the request and discard the 100 response.";
        Rfc9110 "sent-twice" => Deviates;
        Rfc7231 "sent-twice" => Deviates;
        Rfc2616 "sent-twice" => Deviates;
        Strict "sent-twice" => Deviates;
        Strict "withheld" => Discouraged;
    }
    CLI_011 "EXP-CLI-011" {
        binds Client; level Prose; strength Must; scope Every;
        from 9110 "15.2.1";
        "If the request did not contain an Expect header field containing the 100-continue \
         expectation, the client can simply discard this interim response.";
    }
    CLI_012 "EXP-CLI-012" {
        binds Client; level Must; strength Must; scope Every;
        from 9110 "15";
        "a client MUST understand the class of any status code, as indicated by the first digit, \
         and treat an unrecognized status code as being equivalent to the x00 status code of that \
         class.";
    }
    CLI_013 "EXP-CLI-013" {
        binds Client; level Prose; strength Must; scope Every;
        from 9110 "7.5";
        "All responses, regardless of the status code (including interim responses) can be sent at \
         any time after a request is received, even if the request is not yet complete. A response \
         can complete before its corresponding request is complete";
    }
    CLI_014 "EXP-CLI-014" {
        binds Client; level Should; strength May; scope Every;
        from 9110 "7.5";
        "A client that receives a response while it is still sending the associated request SHOULD \
         continue sending that request unless it receives an explicit indication to the contrary";
    }
    CLI_015 "EXP-CLI-015" {
        binds Client; level Should; strength Should; scope Every;
        from 9112 "9.5";
        "If the client sees a response that indicates the server does not wish to receive the \
         message body and is closing the connection, the client SHOULD immediately cease \
         transmitting the body and close its side of the connection.";
    }
    CLI_016 "EXP-CLI-016" {
        binds Client; level Should; strength Should; scope Every;
        from 9112 "9.5";
        "A client sending a message body SHOULD monitor the network connection for an error \
         response while it is transmitting the request.";
    }
    CLI_020 "EXP-CLI-020" {
        binds Client; level Derived; strength Must; scope EveryAndDesync;
        from 9112 "6.3", 9112 "9.3";
        "its decimal value defines the expected message body length in octets";
        "otherwise, the remaining data on a persistent connection would be misinterpreted as the \
         next request";
    }
    CLI_021 "EXP-CLI-021" {
        binds Client; level May; strength May; scope Every;
        from 2616 "8.2.2";
        "a zero length chunk and empty trailer MAY be used to prematurely mark the end of the \
         message.";
        Rfc2616 "zero-chunk" => Conforms;
        Strict "zero-chunk" => Discouraged;
    }
    CLI_022 "EXP-CLI-022" {
        binds Client; level MustNot, Should; strength Must; scope Every;
        from 9112 "9.2";
        "the client MUST NOT consider that data to be a valid response; the client SHOULD close \
         the connection, since message delimitation is now ambiguous";
        Strict "reused" => Deviates;
    }
    CLI_023 "EXP-CLI-023" {
        binds Client; level Prose; strength Must; scope Every;
        from 9112 "6.3";
        "any response with a 1xx (Informational), 204 (No Content), or 304 (Not Modified) status \
         code is always terminated by the first empty line after the header fields, regardless of \
         the header fields present in the message";
    }
    CLI_024 "EXP-CLI-024" {
        binds Client; level Should; strength Should; scope Every;
        from 9112 "4";
        "A client SHOULD ignore the reason-phrase content";
    }
    CLI_025 "EXP-CLI-025" {
        binds Client; level Prose; strength Must; scope Every;
        from 9112 "9";
        "HTTP messaging is independent of the underlying transport- or session-layer connection \
         protocol(s).";
    }
    CLI_026 "EXP-CLI-026" {
        binds Client; level MustNot; strength Should; scope Every;
        from 9112 "6.1", 9112 "6.3";
        "A client MUST NOT use the chunked transfer coding unless it knows the server will handle \
         HTTP/1.1 (or later) requests";
        Strict "after-http-1.0" => Discouraged;
    }
    CLI_027 "EXP-CLI-027" {
        binds UserAgent; level Must; strength Must; scope Every;
        from 9112 "6.3";
        "A user agent that sends a request that contains a message body MUST send either a valid \
         Content-Length header field or use the chunked transfer coding.";
    }
    CLI_028 "EXP-CLI-028" {
        binds Sender; level MustNot; strength Must; scope Every;
        from 9112 "6.2";
        "A sender MUST NOT send a Content-Length header field in any message that contains a \
         Transfer-Encoding header field.";
    }
    CLI_029 "EXP-CLI-029" {
        binds Client; level ShouldNot; strength Should; scope Every;
        from 9110 "9.2.2";
        "A client SHOULD NOT automatically retry a request with a non-idempotent method unless it \
         has some means to know that the request semantics are actually idempotent, regardless of \
         the method, or some means to detect that the original request was never applied.";
        Rfc7231 "non-idempotent-retried" => Deviates;
    }
    CLI_030 "EXP-CLI-030" {
        binds Client; level Must; strength Must; scope Every;
        from 9112 "8";
        "MUST record the message as incomplete";
    }
    CLI_031 "EXP-CLI-031" {
        binds Client; level May; strength May; scope Every;
        from 9110 "15.5.9";
        "If the client has an outstanding request in transit, it MAY repeat that request.";
    }
    CLI_032 "EXP-CLI-032" {
        binds Client; level MustNot; strength Should; scope Every;
        from 9110 "6.2";
        "A client MUST NOT send a version to which it is not conformant.";
        Strict "http-1.0" => Discouraged;
        Strict "http-1.0-waits" => Deviates;
    }
    CLI_033 "EXP-CLI-033" {
        binds Client; level Must; strength Must; scope Every;
        from 9112 "9.6";
        "A client that receives a \"close\" connection option MUST cease sending requests on that \
         connection and close the connection after reading the response message containing the \
         \"close\" connection option";
    }
    CLI_034 "EXP-CLI-034" {
        binds UserAgent; level MustNot; strength Must; scope Every;
        from 9112 "2.2";
        "An HTTP/1.1 user agent MUST NOT preface or follow a request with an extra CRLF.";
    }
    CLI_035 "EXP-CLI-035" {
        binds Client; level Derived; strength Must; scope Every;
        from 9112 "6.2";
        "the Content-Length field value provides the framing information necessary for determining \
         where the data (and message) ends";
    }
    CLI_036 "EXP-CLI-036" {
        binds UserAgent; level Should; strength Should; scope Every;
        from 9110 "8.6";
        "A user agent SHOULD send Content-Length in a request when the method defines a meaning \
         for enclosed content and it is not sending Transfer-Encoding.";
    }
    CLI_037 "EXP-CLI-037" {
        binds Client; level Should; strength Should; scope Every;
        from 9112 "9.5";
        "A client or server that wishes to time out SHOULD issue a graceful close on the \
         connection.";
    }
}
