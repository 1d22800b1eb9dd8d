//! How the `Expect` field value is parsed, and what surrounds it in a header section.

use crate::table::requirements;

requirements! {
    GRM_001 "EXP-GRM-001" {
        binds Sender; level MustNot; strength Must; scope Every;
        from 9110 "2.2";
        "A sender MUST NOT generate protocol elements that do not match the grammar defined by the \
         corresponding ABNF rules.";
    }
    GRM_002 "EXP-GRM-002" {
        binds Any; level Abnf; strength May; scope Every;
        from 9110 "10.1.1";
        "Expect = #expectation";
        "expectation = token [ \"=\" ( token / quoted-string ) parameters ]";
    }
    GRM_003 "EXP-GRM-003" {
        binds Recipient; level Prose; strength Must; scope Every;
        from 9110 "10.1.1";
        "The Expect field value is case-insensitive.";
    }
    GRM_004 "EXP-GRM-004" {
        binds Recipient; level Prose; strength Must; scope Every;
        from 9110 "5.1";
        "Field names are case-insensitive";
    }
    GRM_005 "EXP-GRM-005" {
        binds Sender; level MustNot; strength Must; scope Every;
        from 9110 "5.6.1.1";
        "In any production that uses the list construct, a sender MUST NOT generate empty list \
         elements.";
    }
    GRM_006 "EXP-GRM-006" {
        binds Recipient; level Must; strength Must; scope Every;
        from 9110 "5.6.1.2";
        "A recipient MUST parse and ignore a reasonable number of empty list elements";
        Rfc7231 "" => Permitted;
    }
    GRM_007 "EXP-GRM-007" {
        binds Recipient; level Prose; strength Must; scope Every;
        from 9110 "5.2", 9110 "5.3";
        "When a field name is repeated within a section, its combined field value consists of the \
         list of corresponding field line values within that section, concatenated in order, with \
         each field line value separated by a comma.";
        Rfc7231 "" => Permitted;
    }
    GRM_008 "EXP-GRM-008" {
        binds Server; level Prose; strength Must; scope Every;
        from 9110 "10.1.1";
        "complete header section that contains a 100-continue expectation";
        Rfc2616 "417" => Conforms;
        Rfc2616 "continue" => Deviates;
        Rfc7231 "" => Permitted;
    }
    GRM_009 "EXP-GRM-009" {
        binds Recipient; level Must; strength Must; scope Every;
        from 9110 "5.5";
        "When a specific version of HTTP allows such whitespace to appear in a message, a field \
         parsing implementation MUST exclude such whitespace prior to evaluating the field value.";
    }
    GRM_010 "EXP-GRM-010" {
        binds Server; level Must; strength Must; scope Every;
        from 9112 "5.1";
        "A server MUST reject, with a response status code of 400 (Bad Request), any received \
         request message that contains whitespace between a header field name and colon.";
        Strict "closed" => Deviates;
    }
    GRM_011 "EXP-GRM-011" {
        binds Proxy; level Must; strength Must; scope Every;
        from 9112 "5.1";
        "A proxy MUST remove any such whitespace from a response message before forwarding the \
         message downstream.";
    }
    GRM_012 "EXP-GRM-012" {
        binds Sender; level MustNot; strength Must; scope Every;
        from 9112 "5.2";
        "A sender MUST NOT generate a message that includes line folding";
    }
    GRM_013 "EXP-GRM-013" {
        binds Server; level Must; strength Must; scope Every;
        from 9112 "5.2";
        "MUST either reject the message by sending a 400 (Bad Request), preferably with a \
         representation explaining that obsolete line folding is unacceptable, or replace each \
         received obs-fold with one or more SP octets prior to interpreting the field value or \
         forwarding the message downstream.";
    }
    GRM_014 "EXP-GRM-014" {
        binds UserAgent, Proxy; level Must; strength Must; scope Every;
        from 9112 "5.2";
        "A user agent that receives an obs-fold in a response message that is not within a \
         \"message/http\" container MUST replace each received obs-fold with one or more SP octets \
         prior to interpreting the field value.";
    }
    GRM_015 "EXP-GRM-015" {
        binds Recipient; level Must; strength Must; scope Every;
        from 9110 "5.5";
        "a recipient of CR, LF, or NUL within a field value MUST either reject the message or \
         replace each of those characters with SP before further processing or forwarding of that \
         message.";
    }
    GRM_016 "EXP-GRM-016" {
        binds Recipient; level Must; strength Must; scope Every;
        from 9112 "2.2";
        "A recipient of such a bare CR MUST consider that element to be invalid or replace each \
         bare CR with SP before processing the element or forwarding the message.";
    }
    GRM_017 "EXP-GRM-017" {
        binds Server; level May; strength Should; scope Every;
        from 9110 "10.1.1";
        "The only expectation defined by this specification is \"100-continue\" (with no defined \
         parameters).";
        Strict "continue" => Discouraged;
    }
    GRM_018 "EXP-GRM-018" {
        binds Server; level May; strength Must; scope Every;
        from 9110 "2.4", 9110 "10.1.1";
        "Unless noted otherwise, a recipient MAY attempt to recover a usable protocol element from \
         an invalid construct.";
    }
    GRM_019 "EXP-GRM-019" {
        binds Any; level Prose; strength Must; scope Every;
        from 9110 "5.6.6";
        "Parameters do not allow whitespace (not even \"bad\" whitespace) around the \"=\" \
         character.";
        Rfc2616 "417" => Conforms;
        Rfc2616 "400" => Discouraged;
        Rfc2616 "final" | "continue" => Deviates;
    }
    GRM_020 "EXP-GRM-020" {
        binds Any; level Abnf; strength Should; scope Every;
        from 9110 "5.6.6", 9110 appendix "B.2";
        "parameters = *( OWS \";\" OWS [ parameter ] )";
        "Parameters in media type, media range, and expectation can be empty via one or more \
         trailing semicolons.";
        Rfc2616 "400" => Conforms;
        Strict "400" => Discouraged;
        Rfc7231 "" => Permitted;
    }
    GRM_021 "EXP-GRM-021" {
        binds Recipient; level Must; strength Should; scope Every;
        from 9110 "5.6.4";
        "A string of text is parsed as a single value if it is quoted using double-quote marks.";
        "Recipients that process the value of a quoted-string MUST handle a quoted-pair as if it \
         were replaced by the octet following the backslash.";
        Strict "continue" => Discouraged;
        Rfc7231 "" => Permitted;
    }
    GRM_022 "EXP-GRM-022" {
        binds Server; level Prose; strength Should; scope Every;
        from 9110 "5.6.1.2", 9110 "10.1.1";
        "Empty elements do not contribute to the count of elements present.";
        Rfc2616 "400" => Conforms;
        Rfc2616 "417" => Discouraged;
        Strict "417" => Deviates;
        Strict "400" => Discouraged;
        Rfc7231 "" => Permitted;
    }
    GRM_023 "EXP-GRM-023" {
        binds Server; level Must; strength Must; scope Every;
        from 9110 "5.4";
        "A server that receives a request header field line, field value, or set of fields larger \
         than it wishes to process MUST respond with an appropriate 4xx (Client Error) status \
         code.";
        Strict "closed" => Deviates;
    }
    GRM_024 "EXP-GRM-024" {
        binds Recipient; level May; strength May; scope Every;
        from 9112 "2.2";
        "a recipient MAY recognize a single LF as a line terminator and ignore any preceding CR.";
    }
    GRM_025 "EXP-GRM-025" {
        binds Server; level MustNot; strength Should; scope Every;
        from 9110 "5.3";
        "A server MUST NOT apply a request to the target resource until it receives the entire \
         request header section";
        Strict "interim-before-end" | "final-before-end" => Deviates;
    }
}
