#!/usr/bin/env bash
# Format, lint, and the rules of the house (include directions, lengths), as CI checks them.
# tests/tidy/run.sh FILE... lints these files only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/support/packages.sh
need_packages "${build_packages[@]}" "${test_packages[@]}" "${tidy_packages[@]}"

mapfile -t sources < <(git ls-files '*.cpp' '*.hpp')
clang-format-19 --dry-run --Werror "${sources[@]}"
echo "format: ${#sources[@]} files as .clang-format has it"

cmake --preset dev >/dev/null
cmake --build --preset dev --target test_tidy >/dev/null
build/dev/tests/test_tidy

if [ $# -gt 0 ]; then
    units=("$@")
else
    mapfile -t units < <(git ls-files 'src/*.cpp' 'parsers/*.cpp' 'matchers/*.cpp')
fi
# clang does not read gcc's precompiled headers, and has no names for some of its warnings.
printf '%s\n' "${units[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy-19 -p build/dev --quiet \
    --extra-arg=-Wno-unknown-warning-option 2>/dev/null
echo "lint: ${#units[@]} files without a finding"
