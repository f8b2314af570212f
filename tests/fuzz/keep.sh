#!/usr/bin/env bash
# Keeps of what the fuzz runs found (build/fuzz/work) as few and as small inputs as reach the same
# code, in tests/fuzz/corpus: tests/fuzz/keep.sh [TARGET...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# A corpus is read by people and by every run: inputs beyond this are for the machine that has time.
readonly size_max=2048

for target in "${@:-fuzz_archive fuzz_camt fuzz_mt940 fuzz_open_items fuzz_statements}"; do
    for name in $target; do
        kept=tests/fuzz/corpus/$name
        merged=build/fuzz/merged/$name
        rm -rf "$merged"
        mkdir -p "$merged" "$kept"
        "build/fuzz/tests/fuzz/$name" -merge=1 -max_len=$size_max -timeout=1 "$merged" "$kept" \
            "build/fuzz/work/$name" >/dev/null 2>&1
        find "$kept" -type f -delete
        find "$merged" -type f -exec cp -t "$kept" {} +
        printf '%-24s%6d inputs\n' "$name" "$(find "$kept" -type f | wc -l)"
    done
done
