//! What an intermediary does with an expectation and with interim responses.

use crate::table::requirements;

requirements! {
    PRX_001 "EXP-PRX-001" {
        binds Proxy; level Must; strength Must; scope Every;
        from 9110 "10.1.1";
        "a proxy MUST either:";
        "send an immediate response with a final status code, if that status can be determined by \
         examining just the method, target URI, and header fields, or";
        "forward the request toward the origin server by sending a corresponding request-line and \
         header section to the next inbound server.";
    }
    PRX_002 "EXP-PRX-002" {
        binds Proxy; level Derived; strength Must; scope Every;
        from 9110 "10.1.1";
        "by sending a corresponding request-line and header section to the next inbound server";
        Strict "buffered-by-gateway" => Discouraged;
    }
    PRX_003 "EXP-PRX-003" {
        binds Proxy; level May; strength Should; scope Every;
        from 9110 "10.1.1";
        "If the proxy believes (from configuration or past interaction) that the next inbound \
         server only supports HTTP/1.0, the proxy MAY generate an immediate 100 (Continue) \
         response to encourage the client to begin sending the content.";
        Rfc2616 "417" => Conforms;
        Rfc2616 "local-continue" | "forwarded" => Deviates;
        Strict "unprimed-continue" => Discouraged;
    }
    PRX_004 "EXP-PRX-004" {
        binds Proxy; level Must; strength Must; scope Every;
        from 9110 "15.2";
        "A proxy MUST forward 1xx responses unless the proxy itself requested the generation of \
         the 1xx response.";
    }
    PRX_005 "EXP-PRX-005" {
        binds Intermediary; level MustNot; strength Must; scope Every;
        from 9110 "15.2";
        "a server MUST NOT send a 1xx response to an HTTP/1.0 client";
    }
    PRX_006 "EXP-PRX-006" {
        binds Intermediary; level Must; strength Must; scope Every;
        from 9110 "10.1.1";
        "A server that receives a 100-continue expectation in an HTTP/1.0 request MUST ignore that \
         expectation.";
        Rfc2616 "417" => Conforms;
    }
    PRX_007 "EXP-PRX-007" {
        binds Gateway; level Prose; strength Should; scope Every;
        from 9110 "3.7";
        "All HTTP requirements applicable to an origin server also apply to the outbound \
         communication of a gateway.";
        Strict "silence" => Deviates;
        Rfc7231 "silence-to-a-list" => Permitted;
    }
    PRX_008 "EXP-PRX-008" {
        binds Gateway; level Prose; strength May; scope Every;
        from 9110 "3.7";
        "an HTTP-to-HTTP gateway that wishes to interoperate with third-party HTTP servers needs \
         to conform to user agent requirements on the gateway's inbound connection";
    }
    PRX_009 "EXP-PRX-009" {
        binds Intermediary; level Must; strength Must; scope Every;
        from 9110 "7.6.1";
        "for each connection-option in this field, remove any header or trailer field(s) from the \
         message with the same name as the connection-option";
    }
    PRX_010 "EXP-PRX-010" {
        binds Proxy; level Must; strength Should; scope Every;
        from 2616 "14.20";
        "the Expect request-header itself is end-to-end; it MUST be forwarded if the request is \
         forwarded";
        Rfc2616 "stripped" | "stripped-and-answered" => Deviates;
        Strict "stripped" | "stripped-and-answered" => Discouraged;
    }
    PRX_011 "EXP-PRX-011" {
        binds Proxy; level Must; strength Must; scope Only [Rfc2616];
        from 2616 "14.20";
        "an HTTP/1.1 proxy MUST return a 417 (Expectation Failed) status if it receives a request \
         with an expectation that it cannot meet";
    }
    PRX_012 "EXP-PRX-012" {
        binds Proxy; level MustNot, Must; strength Must; scope Only [Rfc2616];
        from 2616 "8.2.3";
        "it MUST NOT forward the request, and it MUST respond with a 417 (Expectation Failed) \
         status";
    }
    PRX_013 "EXP-PRX-013" {
        binds Proxy; level Should; strength Should; scope Only [Rfc2616];
        from 2616 "8.2.3";
        "Proxies SHOULD maintain a cache recording the HTTP version numbers received from \
         recently-referenced next-hop servers.";
    }
    PRX_014 "EXP-PRX-014" {
        binds Proxy; level MustNot; strength Must; scope Only [Rfc2616];
        from 2616 "8.2.3";
        "if the request message was received from an HTTP/1.0 (or earlier) client and did not \
         include an Expect request-header field with the \"100-continue\" expectation";
    }
    PRX_015 "EXP-PRX-015" {
        binds Intermediary; level Must; strength Must; scope Every;
        from 9112 "2.3";
        "MUST send their own HTTP-version in forwarded messages";
    }
    PRX_016 "EXP-PRX-016" {
        binds Proxy; level Must; strength Must; scope Every;
        from 9110 "7.6.3";
        "A proxy MUST send an appropriate Via header field, as described below, in each message \
         that it forwards.";
        Strict "interim-without-via" => Discouraged;
    }
    PRX_017 "EXP-PRX-017" {
        binds Proxy; level MustNot; strength Must; scope Every;
        from 9110 "5.3";
        "a proxy MUST NOT change the order of these field line values when forwarding a message";
    }
    PRX_018 "EXP-PRX-018" {
        binds Proxy; level MustNot; strength Must; scope Every;
        from 9110 "9.2.2";
        "A proxy MUST NOT automatically retry non-idempotent requests.";
    }
    PRX_019 "EXP-PRX-019" {
        binds Intermediary; level Derived; strength Must; scope Every;
        from 9110 "10.1.1", 9110 "7.6";
        "since 100 (Continue) responses cannot be sent through an HTTP/1.0 intermediary, such a \
         client SHOULD NOT wait for an indefinite period";
    }
    PRX_020 "EXP-PRX-020" {
        binds Intermediary; level Derived; strength Must; scope Every;
        from 9110 "7.5";
        "A response can complete before its corresponding request is complete";
    }
    PRX_021 "EXP-PRX-021" {
        binds Intermediary; level Derived; strength Must; scope EveryAndDesync;
        from 9112 "9.3", 9112 "6.3";
        "MUST read the entire request message body or close the connection after sending its \
         response";
    }
    PRX_022 "EXP-PRX-022" {
        binds Intermediary; level MustNot; strength Must; scope EveryAndDesync;
        from 9112 "9.2";
        "the client MUST NOT consider that data to be a valid response";
    }
    PRX_023 "EXP-PRX-023" {
        binds Intermediary; level Prose; strength Must; scope Every;
        from 9110 "15.6.3";
        "received an invalid response from an inbound server";
    }
    PRX_024 "EXP-PRX-024" {
        binds Proxy; level Must; strength Must; scope Every;
        from 9112 "6.3";
        "the proxy MUST close the connection to the server, discard the received response, and \
         send a 502 (Bad Gateway) response to the client";
    }
    PRX_025 "EXP-PRX-025" {
        binds Intermediary; level Derived; strength Must; scope EveryAndDesync;
        from 9110 "8.6", 9112 "6.3";
        "A server MUST NOT send a Content-Length header field in any response with a status code \
         of 1xx (Informational) or 204 (No Content).";
        Strict "relayed-framing" => Deviates;
        Desync "relayed-framing" => Deviates;
    }
    PRX_026 "EXP-PRX-026" {
        binds Proxy, Gateway; level Must; strength Must; scope Every;
        from 9112 "5.2";
        "MUST either discard the message and replace it with a 502 (Bad Gateway) response";
    }
    PRX_027 "EXP-PRX-027" {
        binds Intermediary; level Derived; strength Must; scope Every;
        from 9110 "15.2", 9110 "10.1.1";
        "if a proxy adds an \"Expect: 100-continue\" header field when it forwards a request, then \
         it need not forward the corresponding 100 (Continue) response(s)";
    }
    PRX_028 "EXP-PRX-028" {
        binds Intermediary; level May; strength Should; scope Every;
        from 9110 "10.1.1";
        "MAY respond with a 417 (Expectation Failed)";
        Strict "member-dropped" => Discouraged;
    }
    PRX_029 "EXP-PRX-029" {
        binds Intermediary; level Should; strength Should; scope Every;
        from 9110 "7.6.1";
        "intermediaries SHOULD remove or replace fields that are known to require removal before \
         forwarding, whether or not they appear as a connection-option";
    }
    PRX_030 "EXP-PRX-030" {
        binds Intermediary; level May, Should; strength Should; scope Every;
        from 9112 "9.3.2";
        "the pipelining intermediary SHOULD forward any received responses and then close the \
         corresponding outbound connection(s)";
    }
    PRX_031 "EXP-PRX-031" {
        binds Intermediary; level Must; strength Must; scope Every;
        from 9110 "7.6.2";
        "If the received value is zero (0), the intermediary MUST NOT forward the request; \
         instead, the intermediary MUST respond as the final recipient.";
    }
    PRX_032 "EXP-PRX-032" {
        binds Tunnel; level Prose; strength Must; scope Every;
        from 9110 "3.7";
        "A tunnel acts as a blind relay between two connections without changing the messages.";
    }
    PRX_033 "EXP-PRX-033" {
        binds Proxy, Cache; level May; strength May; scope Only [Rfc2616];
        from 2616 "13.11";
        "This does not prevent a proxy cache from sending a 100 (Continue) response before the \
         inbound server has sent its final reply.";
        Rfc2616 "local-continue" => Conforms;
    }
}
