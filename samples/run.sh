#!/usr/bin/env bash
# The main job on the sample municipality: installs what is missing, builds the program, makes a
# ledger, imports open items and statements, matches, and writes what needs a person.
# Run again, it changes nothing. Everything it makes is in samples/out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tests/support/packages.sh

need_packages "${build_packages[@]}"
cmake --preset release >/dev/null
cmake --build --preset release

mkdir -p samples/out
afletter() { build/release/afletter --ledger samples/out/waterwoude.db --no-progress "$@"; }

[ -e samples/out/waterwoude.db ] || afletter init
echo "--- open items"
afletter import items samples/items.csv
echo "--- statements"
afletter import statements samples/statements
echo "--- match"
afletter match
echo "--- summary"
afletter report summary | tee samples/out/summary.txt
# Ages count to the end of the month, so that the files are the same whenever this runs.
afletter exceptions --format csv --as-of 2026-03-31 --output samples/out/exceptions.csv
afletter exceptions --format html --as-of 2026-03-31 --output samples/out/exceptions.html
afletter matches --format csv --output samples/out/matches.csv
echo "--- verify"
afletter verify
echo
echo "Exceptions for review: samples/out/exceptions.csv and .html; the summary: samples/out/summary.txt"
echo "Why a line was matched, or not: build/release/afletter --ledger samples/out/waterwoude.db explain LINE"
