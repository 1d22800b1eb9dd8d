//! What other specifications say of expectations.

use crate::table::requirements;

requirements! {
    EXT_001 "EXP-EXT-001" {
        binds Client; level MustNot; strength Must; scope Every;
        from 9458 "5.1";
        "Clients MUST NOT construct a request that includes a 100-continue expectation";
    }
    EXT_002 "EXP-EXT-002" {
        binds Proxy; level Must, Draft; strength May; scope Every;
        from Draft "draft-ietf-httpbis-connect-tcp";
        "Clients MAY send \"Expect: 100-continue\", and proxies MUST respect it by returning \"100 \
         (Continue)\" if the request is not immediately rejected.";
    }
    EXT_003 "EXP-EXT-003" {
        binds Nobody; level Prose; strength May; scope Every;
        from 7240 "1";
        "The semantics of the Expect header field are such that intermediaries and servers are \
         required to reject any request that states unrecognized or unsupported expectations.";
    }
}
