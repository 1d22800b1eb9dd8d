//! What the Fetch standard adds.

use crate::table::requirements;

requirements! {
    /// The forbidden request-header names contain `Expect`: a `Headers` with the guard "request"
    /// drops the field without a word. No sentence of its own says so.
    FET_001 "EXP-FET-001" {
        binds UserAgent; level Prose; strength Must; scope Every;
        from Fetch "2.2.2";
    }
    /// The network fetch waits on while the status is 1xx: 103 is reported, 101 ends the loop only
    /// for a WebSocket. The standard says it in steps, not in a sentence.
    FET_002 "EXP-FET-002" {
        binds UserAgent; level Prose; strength Must; scope Every;
        from Fetch "4.7";
    }
}
