//! How an expectation meets the methods.

use crate::table::requirements;

requirements! {
    MTH_001 "EXP-MTH-001" {
        binds Client; level Derived; strength Must; scope Every;
        from 9110 "9.3.6", 9110 "10.1.1";
        "A CONNECT request message does not have content.";
    }
    MTH_002 "EXP-MTH-002" {
        binds Proxy; level Prose; strength Must; scope Every;
        from 9110 "9.3.6";
        "Any 2xx (Successful) response indicates that the sender (and all inbound proxies) will \
         switch to tunnel mode immediately after the response header section";
    }
    MTH_003 "EXP-MTH-003" {
        binds Server; level MustNot; strength Must; scope Every;
        from 9110 "9.3.6";
        "A server MUST NOT send any Transfer-Encoding or Content-Length header fields in a 2xx \
         (Successful) response to CONNECT.";
    }
    MTH_004 "EXP-MTH-004" {
        binds Client; level MustNot; strength Must; scope Every;
        from 9110 "9.3.8";
        "A client MUST NOT send content in a TRACE request.";
    }
    MTH_005 "EXP-MTH-005" {
        binds Server; level Should; strength Should; scope Every;
        from 9110 "9.3.8";
        "The final recipient of the request SHOULD reflect the message received, excluding some \
         fields described below";
        Rfc9110 "silence" => Deviates;
        Rfc7231 "silence" => Deviates;
        Rfc2616 "silence" => Deviates;
        Strict "silence" => Deviates;
    }
    MTH_006 "EXP-MTH-006" {
        binds Server; level MustNot; strength Must; scope Every;
        from 9110 "9.3.2";
        "the server MUST NOT send content in the response";
    }
    MTH_007 "EXP-MTH-007" {
        binds Client; level ShouldNot; strength Should; scope Every;
        from 9110 "9.3.1", 9110 "9.3.2", 9110 "9.3.5";
        "A client SHOULD NOT generate content in a GET request unless it is made directly to an \
         origin server that has previously indicated";
    }
    MTH_008 "EXP-MTH-008" {
        binds Client; level Must; strength Must; scope Every;
        from 9110 "9.3.7";
        "A client that generates an OPTIONS request containing content MUST send a valid \
         Content-Type header field describing the representation media type.";
    }
    MTH_009 "EXP-MTH-009" {
        binds Server; level Should; strength Should; scope Every;
        from 9112 "3";
        "A server that receives a method longer than any that it implements SHOULD respond with a \
         501 (Not Implemented) status code.";
    }
}
