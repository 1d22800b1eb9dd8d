//! How interim responses and 417 meet caches.

use crate::table::requirements;

requirements! {
    CCH_001 "EXP-CCH-001" {
        binds Cache; level MustNot; strength Must; scope Every;
        from 9111 "3";
        "A cache MUST NOT store a response to a request unless:";
        "the response status code is final (see Section 15 of [HTTP]);";
    }
    CCH_002 "EXP-CCH-002" {
        binds Cache; level Must; strength Must; scope Every;
        from 9111 "4";
        "A cache MUST write through requests with methods that are unsafe (Section 9.2.1 of \
         [HTTP]) to the origin server; i.e., a cache is not allowed to generate a reply to such a \
         request before having forwarded the request and having received a corresponding response.";
    }
    CCH_003 "EXP-CCH-003" {
        binds Cache; level Prose; strength Must; scope Every;
        from 9110 "15.1";
        "all other status codes are not heuristically cacheable";
    }
}
