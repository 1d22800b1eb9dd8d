//! How an expectation meets `Upgrade`.

use crate::table::requirements;

requirements! {
    UPG_001 "EXP-UPG-001" {
        binds Server; level Must; strength Must; scope Every;
        from 9110 "7.8";
        "If a server receives both an Upgrade and an Expect header field with the \"100-continue\" \
         expectation (Section 10.1.1), the server MUST send a 100 (Continue) response before \
         sending a 101 (Switching Protocols) response.";
        Strict "content-was-sent" => Deviates;
    }
    UPG_002 "EXP-UPG-002" {
        binds Server; level May; strength May; scope Every;
        from 9110 "7.8";
        "A server MAY ignore a received Upgrade header field if it wishes to continue using the \
         current protocol on that connection.";
    }
    UPG_003 "EXP-UPG-003" {
        binds Client; level Prose; strength Must; scope Every;
        from 9110 "7.8";
        "A client cannot begin using an upgraded protocol on the connection until it has \
         completely sent the request message (i.e., the client can't change the protocol it is \
         sending in the middle of a message).";
    }
    UPG_004 "EXP-UPG-004" {
        binds Server; level Must; strength Must; scope Every;
        from 9110 "7.8";
        "A server that receives an Upgrade header field in an HTTP/1.0 request MUST ignore that \
         Upgrade field.";
    }
    UPG_005 "EXP-UPG-005" {
        binds Server; level Must; strength Must; scope Every;
        from 9110 "7.8", 9110 "15.2.2";
        "A server that sends a 101 (Switching Protocols) response MUST send an Upgrade header \
         field to indicate the new protocol(s) to which the connection is being switched";
    }
    UPG_006 "EXP-UPG-006" {
        binds Sender; level Must; strength Must; scope Every;
        from 9110 "7.8";
        "A sender of Upgrade MUST also send an \"Upgrade\" connection option in the Connection \
         header field";
    }
    UPG_007 "EXP-UPG-007" {
        binds Client; level Draft; strength May; scope Every;
        from Draft "draft-ietf-httpbis-optimistic-upgrade";
        "Future specifications for upgrade tokens should restrict their use to GET requests with \
         no content";
    }
}
