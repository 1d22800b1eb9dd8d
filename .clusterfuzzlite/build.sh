#!/usr/bin/env bash
# Builds each fuzz target into $OUT, with its seeds, dictionary and options. $SRC/expectspec is the checkout.
# `.ci/fleet` runs this without a container.
set -euo pipefail
cd "$SRC/expectspec"

cargo fuzz build -O --debug-assertions
built=fuzz/target/$(rustc -vV | sed -n 's/^host: //p')/release

for seeds in corpus/*/; do
    target=$(basename "$seeds")
    cp "$built/$target" "$OUT/"
    zip -jqr "$OUT/${target}_seed_corpus.zip" "$seeds"
    cp fuzz/dictionaries/expect.dict "$OUT/$target.dict"
    # Longer inputs are slower, and show no more.
    printf '[libfuzzer]\nmax_len = 1024\n' >"$OUT/$target.options"
done
