//! How long the `Expect` field value takes to read.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use expectspec_message::Expectations;

fn main() {
    divan::main();
}

const VALUES: &[(&str, &[u8])] = &[
    ("canonical", b"100-continue"),
    ("mixed-case", b"100-Continue"),
    ("list-of-4", b"100-continue, foo, bar=baz, 100-continue"),
    ("quoted", b"foo=\"a, 100-continue, \\\"b\\\"\";p=q;r=\"s\""),
];

#[divan::bench(args = VALUES.iter().map(|value| value.0))]
fn read(bencher: Bencher<'_, '_>, name: &str) {
    let (_, value) = VALUES.iter().find(|value| value.0 == name).expect("a name of the table");
    bencher.counter(BytesCount::new(value.len())).bench(|| {
        let mut expectations = Expectations::default();
        expectations.read(black_box(value));
        expectations
    });
}
