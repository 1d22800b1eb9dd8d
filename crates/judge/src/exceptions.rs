//! The requirements that no monitor watches, each with the reason.

use expectspec_requirements::*;

const CACHE: &str = "binds caches; no cache is tested yet";
const CGI: &str =
    "binds what stands between a server and a script, which no transcript of HTTP shows";
const EACH_ROW: &str =
    "refers to the requirements of user agents, and each of them is watched by itself";
const EXTENSION: &str = "binds whoever supports an extension of Expect; none is known";
const FETCH: &str =
    "binds implementations of the Fetch standard, and nothing on the wire says who is one";
const GRAMMAR: &str =
    "is the grammar by which every other row reads the field, not a rule to keep or break";
const HISTORY: &str = "is in force in no profile, or is background to other rows";
const HTTP_2: &str = "is about HTTP/2; HTTP/1.1 is the only transport yet";
const HTTP_3: &str = "is about HTTP/3; HTTP/1.1 is the only transport yet";
const OBLIVIOUS: &str = "is about requests inside Oblivious HTTP, whose messages are encrypted";
const PERSISTENCE: &str =
    "whether a subject supports persistent connections can't be seen; IR-005 judges the option";
const RELATION: &str = "is judged by relations between two transcripts";
const STATE: &str = "needs to see the state of a resource, and on another connection";
const TLS: &str = "is about TLS; no subject is reached over TLS yet";
const UNSEEN: &str = "is about the memory of a proxy; PRX-012 judges what it makes of it";

/// Every requirement that no monitor watches, with the reason. A test keeps it in step with the
/// rows and the monitors.
///
/// ```
/// use expectspec_judge::EXCEPTIONS;
/// use expectspec_requirements::CCH_001;
///
/// let (_, reason) = EXCEPTIONS.iter().find(|(row, _)| row.id == CCH_001.id).expect("no monitor");
/// assert_eq!(*reason, "binds caches; no cache is tested yet");
/// ```
pub static EXCEPTIONS: &[(&Requirement, &str)] = &[
    (&CCH_001, CACHE),
    (&CCH_002, CACHE),
    (&CCH_003, CACHE),
    (&CGI_001, CGI),
    (&CGI_002, CGI),
    (&CGI_003, CGI),
    (&CGI_004, CGI),
    (&CON_016, TLS),
    (&CON_017, TLS),
    (&EXT_001, OBLIVIOUS),
    (&EXT_003, HISTORY),
    (&FET_001, FETCH),
    (&FET_002, FETCH),
    (&GRM_002, GRAMMAR),
    (&GRM_003, RELATION),
    (&GRM_004, RELATION),
    (&GRM_006, RELATION),
    (&GRM_009, RELATION),
    (&H2_001, HTTP_2),
    (&H2_002, HTTP_2),
    (&H2_003, HTTP_2),
    (&H2_004, HTTP_2),
    (&H2_005, HTTP_2),
    (&H2_006, HTTP_2),
    (&H2_007, HTTP_2),
    (&H2_008, HTTP_2),
    (&H2_009, HTTP_2),
    (&H2_010, HTTP_2),
    (&H2_011, HTTP_2),
    (&H2_012, HTTP_2),
    (&H2_013, HTTP_2),
    (&H2_014, HTTP_2),
    (&H2_015, HTTP_2),
    (&H2_016, HTTP_2),
    (&H2_017, HTTP_2),
    (&H2_018, HTTP_2),
    (&H3_001, HTTP_3),
    (&H3_002, HTTP_3),
    (&H3_003, HTTP_3),
    (&H3_004, HTTP_3),
    (&H3_005, HTTP_3),
    (&H3_006, HTTP_3),
    (&H3_007, HTTP_3),
    (&H3_008, HTTP_3),
    (&H3_009, HTTP_3),
    (&H3_010, HTTP_3),
    (&H3_011, HTTP_3),
    (&O16_003, EXTENSION),
    (&O16_009, PERSISTENCE),
    (&O31_002, HISTORY),
    (&O68_001, HISTORY),
    (&O68_002, HISTORY),
    (&O68_003, HISTORY),
    (&PRX_008, EACH_ROW),
    (&PRX_013, UNSEEN),
    (&SRV_018, STATE),
];
