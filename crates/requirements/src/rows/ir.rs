//! What an interim response looks like on the wire.

use crate::table::requirements;

requirements! {
    IR_001 "EXP-IR-001" {
        binds Server; level Prose; strength Must; scope Every;
        from 9110 "15.2";
        "A 1xx response is terminated by the end of the header section; it cannot contain content \
         or trailers.";
    }
    IR_002 "EXP-IR-002" {
        binds Server; level MustNot; strength Must; scope Every;
        from 9110 "8.6";
        "A server MUST NOT send a Content-Length header field in any response with a status code \
         of 1xx (Informational) or 204 (No Content).";
    }
    IR_003 "EXP-IR-003" {
        binds Server; level MustNot; strength Must; scope Every;
        from 9112 "6.1";
        "A server MUST NOT send a Transfer-Encoding header field in any response with a status \
         code of 1xx (Informational) or 204 (No Content).";
    }
    IR_004 "EXP-IR-004" {
        binds OriginServer; level May; strength May; scope Every;
        from 9110 "6.6.1";
        "MAY generate a Date header field in 1xx (Informational) and 5xx (Server Error) responses";
    }
    IR_005 "EXP-IR-005" {
        binds Server; level Prose; strength Should; scope Every;
        from 9112 "9.3";
        "MUST send the \"close\" connection option in every response message that does not have a \
         1xx (Informational) status code";
        Rfc2616 "close" => Conforms;
        Strict "close" => Deviates;
    }
    IR_006 "EXP-IR-006" {
        binds Server; level Prose; strength Must; scope Every;
        from 9110 "15";
        "Values outside the range 100..599 are invalid.";
    }
    IR_007 "EXP-IR-007" {
        binds Sender; level MustNot; strength Must; scope Every;
        from 9112 "2.2";
        "A sender MUST NOT generate a bare CR (a CR character not immediately followed by LF) \
         within any protocol elements other than the content.";
    }
    IR_008 "EXP-IR-008" {
        binds Sender; level MustNot; strength Must; scope Every;
        from 9112 "2.2";
        "A sender MUST NOT send whitespace between the start-line and the first header field.";
    }
    IR_009 "EXP-IR-009" {
        binds Any; level Abnf; strength Must; scope Every;
        from 9112 "4";
        "status-line = HTTP-version SP status-code SP [ reason-phrase ]";
    }
}
