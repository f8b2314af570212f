#!/usr/bin/env bash
# Keeps of what the fuzz runs found (build/fuzz/found) as few and as small inputs as reach the same
# code, in tests/fuzz/corpus: tests/fuzz/keep.sh [TARGET...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# What is kept is read at the beginning of every run, and belongs to the project for good.
readonly size_max=1024

if [ $# -gt 0 ]; then
    targets=("$@")
else
    mapfile -t targets < <(find build/fuzz/found -mindepth 1 -maxdepth 1 -printf '%f\n' | sort)
fi
for target in "${targets[@]}"; do
    kept=tests/fuzz/corpus/$target
    merged=build/fuzz/merged/$target
    rm -rf "$merged"
    mkdir -p "$merged" "$kept"
    "build/fuzz/tests/fuzz/$target" -set_cover_merge=1 -use_counters=0 -max_len=$size_max \
        -timeout=1 "$merged" "$kept" "build/fuzz/found/$target" >/dev/null 2>&1
    find "$kept" -type f -delete
    find "$merged" -type f -exec cp -t "$kept" {} +
    printf '%-24s%6d inputs\n' "$target" "$(find "$kept" -type f | wc -l)"
done
