//! How many short transcripts are read and judged in a second.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use expectspec_judge::{Reading, Transcript, judge, judge_reading};

fn main() {
    divan::main();
}

const TRANSCRIPTS: &[(&str, &str)] =
    &[("handshake", HANDSHAKE), ("plain-get", PLAIN_GET), ("early-404", EARLY_404)];

#[divan::bench(args = TRANSCRIPTS.iter().map(|it| it.0))]
fn whole(bencher: Bencher<'_, '_>, name: &str) {
    let transcript = named(name);
    bencher.counter(ItemsCount::new(1_u32)).bench(|| judge(black_box(&transcript)));
}

#[divan::bench(args = TRANSCRIPTS.iter().map(|it| it.0))]
fn reading(bencher: Bencher<'_, '_>, name: &str) {
    let transcript = named(name);
    bencher.counter(ItemsCount::new(1_u32)).bench(|| Reading::of(black_box(&transcript)));
}

#[divan::bench(args = TRANSCRIPTS.iter().map(|it| it.0))]
fn monitors(bencher: Bencher<'_, '_>, name: &str) {
    let transcript = named(name);
    let reading = Reading::of(&transcript);
    bencher
        .counter(ItemsCount::new(1_u32))
        .bench(|| judge_reading(black_box(&transcript), black_box(&reading)));
}

fn named(name: &str) -> Transcript {
    let (_, text) = TRANSCRIPTS.iter().find(|it| it.0 == name).expect("a name of the table");
    text.parse().expect("a transcript")
}

const HANDSHAKE: &str = "# subject: origin-server  transport: h1/tcp
# windows-ms: immediate 5000 final 30000 quiet 500 close 5000
    0.000 outbound > POST /echo HTTP/1.1
                   > Host: 127.0.0.1:8080
                   > Content-Length: 5
                   > Expect: 100-continue
                   >
    0.412 outbound < HTTP/1.1 100 Continue
                   <
    0.450 outbound > \"hello\"
    0.871 outbound < HTTP/1.1 200 OK
                   < Date: Sun, 06 Nov 1994 08:49:37 GMT
                   < Server: demo
                   < Content-Type: application/octet-stream
                   < Content-Length: 5
                   <
                   < \"hello\"
  500.871 outbound . quiet
";

const PLAIN_GET: &str = "# subject: origin-server  transport: h1/tcp
# windows-ms: immediate 5000 final 30000 quiet 500 close 5000
    0.000 outbound > GET / HTTP/1.1
                   > Host: 127.0.0.1:8080
                   >
    0.412 outbound < HTTP/1.1 200 OK
                   < Date: Sun, 06 Nov 1994 08:49:37 GMT
                   < Server: demo
                   < Content-Type: text/plain
                   < Content-Length: 5
                   <
                   < \"hello\"
";

const EARLY_404: &str = "# subject: origin-server  transport: h1/tcp
# windows-ms: immediate 5000 final 30000 quiet 500 close 5000
    0.000 outbound > POST /unknown HTTP/1.1
                   > Host: 127.0.0.1:8080
                   > Content-Length: 5
                   > Expect: 100-continue
                   >
    0.412 outbound < HTTP/1.1 404 Not Found
                   < Date: Sun, 06 Nov 1994 08:49:37 GMT
                   < Server: demo
                   < Connection: close
                   < Content-Type: text/plain
                   < Content-Length: 13
                   <
                   < \"nothing here\\n\"
    0.420 outbound < FIN
";
