# Sourced by the run scripts: installs the Debian packages that are missing.
# Usage: need_packages PACKAGE...

build_packages=(
    g++ cmake ninja-build ccache pkg-config
    libarchive-dev libboost-dev libcli11-dev libexpat1-dev libexpected-dev libfmt-dev libspdlog-dev
    libsqlite3-dev libssl-dev libtbb-dev libtomlplusplus-dev libutf8proc-dev libxlsxwriter-dev
    nlohmann-json3-dev zlib1g-dev
)
test_packages=(catch2 libpugixml-dev sqlite3 unzip)
tidy_packages=(clang-format-19 clang-tidy-19)
fuzz_packages=(clang-19 libclang-rt-19-dev)

need_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo)
    fi
    if ! command -v apt-get >/dev/null || { [ ${#as_root[@]} -gt 0 ] && ! command -v sudo >/dev/null; }; then
        echo "Missing packages (Debian 12 names); install them and run this again: ${missing[*]}" >&2
        return 1
    fi
    echo "Installing: ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >/dev/null
}
