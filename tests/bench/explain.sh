#!/usr/bin/env bash
# How long `explain` takes on a ledger of a million items: makes the ledger in a folder (1 GB, some
# two minutes; kept for the next time), then times the command as a user runs it, warm and cold.
#   tests/bench/explain.sh [FOLDER]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=${1:-/tmp/afletter-explain}
program=$PWD/build/dev/afletter
ledger=$folder/town.db
afletter() { "$program" --ledger "$ledger" --quiet --no-progress "$@"; }

if [ ! -e "$ledger" ]; then
    mkdir -p "$folder"
    build/dev/tests/afletter-simulator --seed 7 --lines 30000 --items 1000000 --out "$folder" >/dev/null
    afletter init
    afletter import items "$folder/items.csv"
    afletter import statements "$folder/statements"
    afletter match >/dev/null
fi

# Fifty lines across the ledger, and fifty items.
mapfile -t lines < <({ afletter matches --format csv; afletter exceptions --format csv; } |
    sed -nE 's/^(E-)?([0-9a-z]{12}),.*/\2/p' | sort -u | awk 'NR % 599 == 1' | head -50)
mapfile -t items < <(awk -F, 'NR % 20011 == 2 { print $1 }' "$folder/items.csv" | head -50)

# time_each NAME COLD ARGUMENTS...: LINE and ITEM in the arguments are replaced. Milliseconds.
time_each() {
    local name=$1 cold=$2 i start
    shift 2
    for i in "${!lines[@]}"; do
        if [ "$cold" = cold ]; then # the ledger leaves the page cache
            dd if="$ledger" iflag=nocache count=0 status=none
        fi
        local arguments=("${@/#LINE/${lines[$i]}}")
        arguments=("${arguments[@]/#ITEM/${items[$((i % ${#items[@]}))]}}")
        start=${EPOCHREALTIME/./}
        afletter "${arguments[@]}" >/dev/null
        echo $((${EPOCHREALTIME/./} - start))
    done | sort -n | awk -v name="$name" '{ t[NR] = $1 / 1000 } END {
        printf "%-28s median %6.1f ms   largest %6.1f ms\n", name, t[int((NR + 1) / 2)], t[NR] }'
}
echo "${#lines[@]} lines, $(wc -l <"$folder/items.csv") items, ledger $(($(stat -c %s "$ledger") / 1000000)) MB"
time_each "the program alone" warm --version
time_each "explain" warm explain LINE
time_each "explain, cold" cold explain LINE
time_each "explain, JSON" warm explain LINE --format json
time_each "explain --versus" warm explain LINE --versus ITEM
time_each "explain --versus, cold" cold explain LINE --versus ITEM
