//! What CGI (RFC 3875) adds.

use crate::table::requirements;

requirements! {
    CGI_001 "EXP-CGI-001" {
        binds Server; level Must; strength Must; scope Every;
        from 3875 "4.1.18";
        "If multiple header fields with the same field-name are received then the server MUST \
         rewrite them as a single value having the same semantics.";
    }
    CGI_002 "EXP-CGI-002" {
        binds Server; level Derived; strength Must; scope Every;
        from 3875 "4.2";
        "it is not obliged to read any of the data";
    }
    CGI_003 "EXP-CGI-003" {
        binds Server; level Must, Should; strength Must; scope Every;
        from 3875 "4.2";
        "the server MUST remove any such codings from the message-body, and recalculate the \
         CONTENT_LENGTH";
    }
    CGI_004 "EXP-CGI-004" {
        binds OriginServer; level MustNot; strength Must; scope Every;
        from 3875 "5.2";
        "the script MUST NOT indicate in its response that the client can send further requests \
         over the same connection";
    }
}
