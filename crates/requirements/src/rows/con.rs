//! When a connection persists or closes around content that was refused or never sent.

use crate::table::requirements;

requirements! {
    CON_001 "EXP-CON-001" {
        binds Server; level Must; strength Must; scope EveryAndDesync;
        from 9112 "9.3";
        "A server MUST read the entire request message body or close the connection after sending \
         its response; otherwise, the remaining data on a persistent connection would be \
         misinterpreted as the next request.";
    }
    CON_002 "EXP-CON-002" {
        binds Server; level Must; strength Must; scope EveryAndDesync;
        from 9112 "9.3";
        "A server MUST read the entire request message body or close the connection after sending \
         its response; otherwise, the remaining data on a persistent connection would be \
         misinterpreted as the next request.";
    }
    CON_003 "EXP-CON-003" {
        binds Server; level Must; strength Must; scope Every;
        from 9112 "9.6";
        "A server that sends a \"close\" connection option MUST initiate closure of the connection \
         (see below) after it sends the response containing the \"close\" connection option.";
    }
    CON_004 "EXP-CON-004" {
        binds Server; level MustNot; strength Must; scope EveryAndDesync;
        from 9112 "9.6";
        "The server MUST NOT process any further requests received on that connection.";
    }
    CON_005 "EXP-CON-005" {
        binds Server; level Must; strength Must; scope Every;
        from 9112 "9.6";
        "A server that receives a \"close\" connection option MUST initiate closure of the \
         connection (see below) after it sends the final response to the request that contained \
         the \"close\" connection option.";
    }
    CON_006 "EXP-CON-006" {
        binds Server; level Should; strength Should; scope Every;
        from 9112 "9.6";
        "The server SHOULD send a \"close\" connection option in its final response on that \
         connection.";
    }
    CON_007 "EXP-CON-007" {
        binds Server; level Prose; strength Should; scope Every;
        from 9112 "9.6";
        "To avoid the TCP reset problem, servers typically close a connection in stages.";
        Strict "reset" => Discouraged;
    }
    CON_008 "EXP-CON-008" {
        binds Client; level Must; strength Must; scope Every;
        from 9112 "9.6";
        "A client that sends a \"close\" connection option MUST NOT send further requests on that \
         connection (after the one containing the \"close\") and MUST close the connection after \
         reading the final response message corresponding to this request.";
    }
    CON_009 "EXP-CON-009" {
        binds Client; level Must; strength Must; scope Every;
        from 9112 "9.3";
        "a client MUST read the entire response message body if it intends to reuse the same \
         connection for a subsequent request";
    }
    CON_010 "EXP-CON-010" {
        binds Any; level Prose; strength May; scope Every;
        from 9112 "9.3";
        "If the received protocol is HTTP/1.0, the \"keep-alive\" connection option is present, \
         either the recipient is not a proxy or the message is a response, and the recipient \
         wishes to honor the HTTP/1.0 \"keep-alive\" mechanism, the connection will persist after \
         the current response";
    }
    CON_011 "EXP-CON-011" {
        binds Proxy; level MustNot; strength Must; scope Every;
        from 9112 "9.3";
        "A proxy server MUST NOT maintain a persistent connection with an HTTP/1.0 client";
    }
    CON_012 "EXP-CON-012" {
        binds Server; level Should; strength May; scope Every;
        from 9112 "9.5";
        "A server SHOULD sustain persistent connections, when possible";
    }
    CON_013 "EXP-CON-013" {
        binds Any; level May; strength May; scope Every;
        from 9112 "9.5";
        "A client, server, or proxy MAY close the transport connection at any time.";
    }
    CON_014 "EXP-CON-014" {
        binds Server; level ShouldNot; strength Should; scope Only [Rfc2616];
        from 2616 "8.2.3";
        "then the server SHOULD NOT close the transport connection until it has read the entire \
         request, or until the client closes the connection";
    }
    CON_015 "EXP-CON-015" {
        binds Server; level Prose; strength Must; scope Every;
        from 9112 "9.3";
        "In order to remain persistent, all messages on a connection need to have a self-defined \
         message length";
    }
    CON_016 "EXP-CON-016" {
        binds Client; level Must; strength Should; scope Every;
        from 9112 "9.8";
        "Clients MUST send a closure alert before closing the connection.";
        Strict "no-closure-alert" => Discouraged;
    }
    CON_017 "EXP-CON-017" {
        binds Server; level Must; strength Must; scope Every;
        from 9112 "9.8";
        "Servers MUST attempt to initiate an exchange of closure alerts with the client before \
         closing the connection.";
    }
}
