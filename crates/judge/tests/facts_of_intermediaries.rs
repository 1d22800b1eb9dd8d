//! Facts of intermediaries: who does what, and nothing that only servers or clients are asked.

use expectspec_judge::{FactGatherer, Reading, Transcript, judge};

const RELAYED: &str = "# subject: intermediary  form: proxy  transport: h1/tcp
    0.000 outbound > POST /expectspec-1/a HTTP/1.1
                   > Host: t
                   > Content-Length: 1
                   > Expect: 100-continue
                   >
    1.000 inbound  < POST /expectspec-1/a HTTP/1.1
                   < Host: t
                   < Via: 1.1 p
                   < Content-Length: 1
                   < Expect: 100-continue
                   <
    2.000 inbound  > HTTP/1.1 103 Early Hints
                   >
                   > HTTP/1.1 100 Continue
                   >
    4.000 outbound < HTTP/1.1 100 Continue
                   <
    5.000 outbound > \"a\"
    6.000 inbound  < \"a\"
    7.000 inbound  > HTTP/1.1 204 No Content
                   > Expectspec-Tag: 1/a
                   >
    7.500 outbound < HTTP/1.1 204 No Content
                   < Expectspec-Tag: 1/a
                   <
";
const ANSWERED: &str = "# subject: intermediary  form: gateway  transport: h1/tcp
    0.000 outbound > POST /expectspec-1/a HTTP/1.1
                   > Host: t
                   > Content-Length: 1
                   > Expect: 100-continue
                   >
    1.000 outbound < HTTP/1.1 100 Continue
                   <
    2.000 outbound > \"a\"
    3.000 inbound  < POST /expectspec-1/a HTTP/1.0
                   < Host: t
                   < Content-Length: 1
                   <
                   < \"a\"
";

fn check(transcript: &str, expected: &[(&str, &str)]) {
    let transcript: Transcript = transcript.parse().expect("a transcript");
    let mut gatherer = FactGatherer::default();
    gatherer.add(&Reading::of(&transcript), &judge(&transcript));
    let facts = gatherer.facts();
    let found: Vec<_> = facts.iter().map(|fact| (fact.name, fact.value.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_is_relayed_is_told_from_what_is_dropped() {
    check(
        RELAYED,
        &[
            ("who-answers-expectation", "relays-the-100 (1)"),
            ("expectation-on-the-way", "forwarded (1)"),
            ("head-before-content", "before (1)"),
            ("interim-responses-on-the-way", "103-dropped (1)"),
            ("via-in-requests", "added (1)"),
            ("via-in-responses", "not-added (1)"),
            ("version-toward-origin-server", "HTTP/1.1 (1)"),
            ("inbound-connections", "new (1)"),
            ("head-latency", "min 1.000 median 1.000 max 1.000 ms (1 times)"),
            ("continue-latency-added", "min 2.000 median 2.000 max 2.000 ms (1 times)"),
            ("final-latency-added", "min 0.500 median 0.500 max 0.500 ms (1 times)"),
        ],
    );
}

#[test]
fn no_fact_of_a_server_or_of_a_client_is_told_of_an_intermediary() {
    check(
        ANSWERED,
        &[
            ("who-answers-expectation", "sends-a-100-itself (1)"),
            ("expectation-on-the-way", "stripped (1)"),
            ("head-before-content", "with-content (1)"),
            ("via-in-requests", "not-added (1)"),
            ("version-toward-origin-server", "HTTP/1.0 (1)"),
            ("inbound-connections", "new (1)"),
            ("next-hop-of-http-1.0", "own-continue-by-gateway (1)"),
        ],
    );
}
