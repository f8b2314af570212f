#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. Arguments go to ctest:
#   tests/run.sh                 everything
#   tests/run.sh -R returns      the tests whose names contain "returns"
# AFLETTER_PRESET=sanitize runs them under the address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tests/support/packages.sh

preset=${AFLETTER_PRESET:-dev}
need_packages "${build_packages[@]}" "${test_packages[@]}"
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
ctest --preset "$preset" -j "$(nproc)" "$@"
