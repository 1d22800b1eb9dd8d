//! How an expectation meets redirection.

use crate::table::requirements;

requirements! {
    RED_001 "EXP-RED-001" {
        binds UserAgent; level MustNot; strength Must; scope Every;
        from 9110 "15.4.8";
        "the user agent MUST NOT change the request method if it performs an automatic redirection \
         to that URI";
    }
    RED_002 "EXP-RED-002" {
        binds UserAgent; level Should; strength May; scope Every;
        from 9110 "15.4";
        "When automatically following a redirected request, the user agent SHOULD resend the \
         original request message with the following modifications";
    }
    RED_003 "EXP-RED-003" {
        binds UserAgent; level Derived; strength Must; scope Every;
        from 9110 "15.4", 9110 "10.1.1";
        "If the request method has been changed to GET or HEAD, remove content-specific header \
         fields";
    }
    RED_004 "EXP-RED-004" {
        binds OriginServer; level Prose; strength May; scope Every;
        from 9110 "10.1.1";
        "an immediate success, redirect, or error response";
    }
    RED_005 "EXP-RED-005" {
        binds Client; level Derived; strength Must; scope Every;
        from 9112 "6.3", 9112 "9.3";
        "its decimal value defines the expected message body length in octets";
        "otherwise, the remaining data on a persistent connection would be misinterpreted as the \
         next request";
    }
}
