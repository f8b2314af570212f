#!/usr/bin/env bash
# Builds the fuzz targets and runs each for some time, two at once:
#   tests/fuzz/run.sh                         every target for 60 seconds
#   tests/fuzz/run.sh 3600 fuzz_camt          one of them for an hour
# Fails when a target crashes, hangs for over a second, leaks, or breaks a promise; the input that
# did it is then in build/fuzz/findings. What was found that is new stays in build/fuzz/found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/support/packages.sh
source tests/fuzz/seeds.sh

seconds=60
if [[ ${1:-} =~ ^[0-9]+$ ]]; then
    seconds=$1
    shift
fi

need_packages "${build_packages[@]}" "${fuzz_packages[@]}"
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz_targets
if [ $# -gt 0 ]; then
    targets=("$@")
else
    mapfile -t targets < <(find build/fuzz/tests/fuzz -maxdepth 1 -type f -name 'fuzz_*' -printf '%f\n' | sort)
fi

# Freed memory is remembered for a while, but not for half of what a target may use; where it was
# taken is remembered only when one input is run again (docs/testing.md).
export ASAN_OPTIONS=quarantine_size_mb=8:malloc_context_size=0:max_malloc_fill_size=64:detect_stack_use_after_return=0
mkdir -p build/fuzz/findings build/fuzz/logs

# A machine that stands still for a second is no hang of ours: whether the one input that was found
# so is read in time when it is read alone.
was_a_stall() {
    local target=$1 prefix=$2 inputs
    inputs=$(find build/fuzz/findings -path "$prefix*")
    [[ $inputs == "$prefix"timeout-* && $inputs != *$'\n'* ]] &&
        "build/fuzz/tests/fuzz/$target" -timeout=1 "$inputs" >>"build/fuzz/logs/$target" 2>&1 &&
        rm "$inputs"
}

run_target() {
    local target=$1
    local prefix=build/fuzz/findings/$target-$$-
    rm -rf "build/fuzz/seeds/$target"
    make_seeds "$target" "build/fuzz/seeds/$target"
    mkdir -p "build/fuzz/found/$target" "tests/fuzz/corpus/$target"
    "build/fuzz/tests/fuzz/$target" -max_total_time="$seconds" -timeout=1 -rss_limit_mb=512 \
        -max_len=2048 -entropic=0 -reduce_inputs=0 -print_final_stats=1 \
        -artifact_prefix="$prefix" \
        "build/fuzz/found/$target" "tests/fuzz/corpus/$target" "build/fuzz/seeds/$target" \
        >"build/fuzz/logs/$target" 2>&1 || was_a_stall "$target" "$prefix"
}

# Two at a time; the status of each is asked for in turn.
failed=()
finish() {
    local target=$1 process=$2
    wait "$process" || failed+=("$target")
}
for ((at = 0; at < ${#targets[@]}; at += 2)); do
    run_target "${targets[at]}" &
    first=$!
    if [ $((at + 1)) -lt ${#targets[@]} ]; then
        run_target "${targets[at + 1]}" &
        finish "${targets[at + 1]}" $!
    fi
    finish "${targets[at]}" "$first"
done

total=0
printf '%-24s%14s%14s\n' target executions "a second"
for target in "${targets[@]}"; do
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/logs/$target")
    executions=${executions:-0}
    total=$((total + executions))
    printf '%-24s%14d%14d\n' "$target" "$executions" $((executions / (seconds > 0 ? seconds : 1)))
done
printf '%-24s%14d\n' total "$total"

for target in "${failed[@]}"; do
    printf '\n%s failed; its input is in build/fuzz/findings:\n' "$target"
    tail -n 60 "build/fuzz/logs/$target" | grep -v '^ *#'
done
[ ${#failed[@]} -eq 0 ]
