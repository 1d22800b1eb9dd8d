//! How an expectation meets trailer sections.

use crate::table::requirements;

requirements! {
    TRL_001 "EXP-TRL-001" {
        binds Sender; level MustNot; strength Must; scope Every;
        from 9110 "6.5.1";
        "A sender MUST NOT generate a trailer field unless the sender knows the corresponding \
         header field name's definition permits the field to be sent in trailers.";
    }
    TRL_002 "EXP-TRL-002" {
        binds Recipient; level MustNot; strength Must; scope EveryAndDesync;
        from 9112 "7.1.2";
        "A recipient MUST NOT merge a received trailer field into the header section unless its \
         corresponding header field definition explicitly permits and instructs how the trailer \
         field value can be safely merged.";
    }
    TRL_003 "EXP-TRL-003" {
        binds Server; level Derived; strength Must; scope Every;
        from 9112 "7.1";
        "The chunked transfer coding is complete when a chunk with a chunk-size of zero is \
         received, possibly followed by a trailer section, and finally terminated by an empty \
         line.";
    }
}
