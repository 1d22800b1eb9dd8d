//! What RFC 7231 said otherwise: the rows of its profile.

use crate::table::requirements;

requirements! {
    O31_001 "EXP-O31-001" {
        binds Any; level Abnf; strength May; scope Only [Rfc7231];
        from 7231 "5.1.1";
        "Expect = \"100-continue\"";
    }
    O31_002 "EXP-O31-002" {
        binds Any; level Prose; strength May; scope Only [Rfc7231];
        from 7231 "5.1.1";
        "This specification has removed the extension mechanism in order to simplify the \
         definition and processing of 100-continue.";
    }
}
