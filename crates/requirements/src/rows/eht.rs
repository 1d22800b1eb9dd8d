//! How 103 (Early Hints) and its like stand beside 100 (Continue).

use crate::table::requirements;

requirements! {
    EHT_001 "EXP-EHT-001" {
        binds Server; level May; strength May; scope Every;
        from 8297 "2";
        "A server MAY emit multiple 103 (Early Hints) responses with additional header fields as \
         new information becomes available while the request is being processed.";
    }
    EHT_002 "EXP-EHT-002" {
        binds Client; level MustNot; strength Must; scope Every;
        from 8297 "2";
        "such evaluation of the 103 (Early Hints) response's header fields MUST NOT affect how the \
         final response is processed";
    }
    EHT_003 "EXP-EHT-003" {
        binds Client; level MustNot; strength Must; scope Every;
        from 8297 "2";
        "A client MUST NOT interpret the 103 (Early Hints) response header fields as if they \
         applied to the informational response itself";
    }
    EHT_004 "EXP-EHT-004" {
        binds Server; level Prose; strength May; scope Every;
        from 8297 "3";
        "a server might refrain from sending 103 (Early Hints) responses over HTTP/1.1 unless the \
         client is known to handle informational responses correctly";
    }
    EHT_005 "EXP-EHT-005" {
        binds Server; level MustNot, Draft; strength May; scope Every;
        from Draft "draft-ietf-httpbis-resumable-upload";
        "the server MUST NOT omit the 100 (Continue) response because it has sent an interim \
         response with the 104 (Upload Resumption Supported) status code";
    }
}
