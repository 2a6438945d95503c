#!/bin/sh
# setup.sh: leads from a copy of the repository to a first report. Installs missing Debian packages (as root,
# or with sudo), builds build/marsift on all processors and runs it on samples/.
# setup.sh --for-bench: only installs what `make bench` needs.
# setup.sh --for-fuzz: only installs what `make fuzz` needs.
# setup.sh --for-tests: only installs what `make test` needs.
# setup.sh --for-analysis: only installs what `make analyze` and `make coverage` need.
# If nothing is missing, it needs neither root nor a network. Exit status: 0, 1 on failure, 2 on wrong usage.
set -eu
cd "$(dirname "$0")/.."

build_packages="make pkg-config libc6-dev libpcre2-dev libvectorscan-dev libarchive-dev libcsv-dev
    libcyaml-dev libyaml-dev libxxhash-dev zlib1g-dev libisal-dev libutf8proc-dev libseccomp-dev
    libevtx-dev libbfio-dev libexpat1-dev libyajl-dev"
bench_packages="mawk ripgrep lnav gzip zip python3"
test_packages="clang-format libcriterion-dev jq mandoc python3 python3-jsonschema zip unzip libarchive-tools xz-utils valgrind
    zsh fish"
fuzz_packages="clang libclang-rt-dev afl++ python3"
analysis_packages="gcc clang-tidy cppcheck"

say() { echo "setup: $*" >&2; }

# Prints the packages of "$@" that are not installed, one a line.
missing_of() {
    {
        printf 'wanted %s\n' "$@"
        # dpkg-query fails on unknown packages; here they are just missing.
        dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true
    } | awk '$1 == "wanted" { wanted[++count] = $2 } $1 == "installed" { present[$2] = 1 }
             END { for (i = 1; i <= count; i++) if (!(wanted[i] in present)) print wanted[i] }'
}

install_packages() {
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        as_root=sudo
        if ! command -v sudo >/dev/null; then
            say "these packages are missing, and installing them takes root or sudo:"
            say "    apt-get install --no-install-recommends $*"
            exit 1
        fi
    fi
    log=$(mktemp)
    say "installing $*"
    # Fetch the package lists only if they are missing or too old to install from.
    get="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y"
    $get install --no-install-recommends "$@" >"$log" 2>&1 ||
        { $get update >"$log" 2>&1 && $get install --no-install-recommends "$@" >>"$log" 2>&1; } ||
        { tail -n 20 "$log" >&2; rm -f "$log"; say "apt-get failed"; exit 1; }
    rm -f "$log"
}

case "${1-}" in
"") wanted=$build_packages ;;
--for-tests) wanted="$build_packages $test_packages" ;;
--for-bench) wanted="$build_packages $bench_packages" ;;
--for-fuzz) wanted="$build_packages $fuzz_packages" ;;
--for-analysis) wanted="$build_packages $test_packages $analysis_packages" ;;
*) say "usage: sh tools/setup.sh [--for-tests|--for-bench|--for-fuzz|--for-analysis]"; exit 2 ;;
esac
# Any C compiler will do; install gcc if there is none.
command -v "${CC:-cc}" >/dev/null || wanted="gcc $wanted"

if command -v dpkg-query >/dev/null; then
    missing=$(missing_of $wanted)
    [ -z "$missing" ] || install_packages $missing
else
    say "this is not a Debian system; install the contents of these packages yourself:" $wanted
fi
[ -z "${1-}" ] || exit 0

make -s -j"$(nproc)" all

set --
for sample in samples/*.zip samples/*.errlog samples/*.txt; do
    [ ! -e "$sample" ] || set -- "$@" "$sample"
done
[ $# -gt 0 ] || { say "samples/ contains no logs"; exit 1; }
# Engine logs contain no year, and the times of freshly copied files do not supply it.
set -- --year 2024 "$@"
say "build/marsift $*"
build/marsift "$@"
