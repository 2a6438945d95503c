#!/bin/sh
# setup.sh: from a copy of the repository to a first report. Installs the Debian packages that are
# missing (as root, or with sudo), builds build/marsift on all processors and runs it on samples/.
# setup.sh --for-bench: installs the programs that marsift is measured beside, and stops there.
# setup.sh --for-fuzz: installs what fuzzing needs, and stops there.
# setup.sh --for-tests: installs what the tests need as well, and stops there; `make test` builds.
# setup.sh --for-analysis: installs what `make analyze` and `make coverage` take, and stops there.
# When nothing is missing, neither root nor a network is asked for.
set -eu
cd "$(dirname "$0")/.."

build_packages="make pkg-config libc6-dev libpcre2-dev libvectorscan-dev libarchive-dev libcsv-dev
    libcyaml-dev libyaml-dev libxxhash-dev zlib1g-dev libisal-dev libutf8proc-dev libseccomp-dev"
bench_packages="mawk ripgrep lnav gzip zip python3"
test_packages="clang-format libcriterion-dev libyajl-dev jq mandoc python3 python3-jsonschema zip unzip libarchive-tools xz-utils valgrind
    zsh fish"
fuzz_packages="clang libclang-rt-dev afl++ libyajl-dev python3"
analysis_packages="gcc clang-tidy cppcheck"

say() { echo "setup: $*" >&2; }

# The packages of "$@" that are not installed, a line each.
missing_of() {
    {
        printf 'wanted %s\n' "$@"
        # Packages that dpkg has never heard of are an error to it; to us they are just missing.
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
    # The package lists are fetched only when they are missing or too old to install from.
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
# Any C compiler will do; where there is none, gcc is installed.
command -v "${CC:-cc}" >/dev/null || wanted="gcc $wanted"

if command -v dpkg-query >/dev/null; then
    missing=$(missing_of $wanted)
    [ -z "$missing" ] || install_packages $missing
else
    say "this is no Debian system; what these packages hold must be there already:" $wanted
fi
[ -z "${1-}" ] || exit 0

make -s -j"$(nproc)" all

set --
for sample in samples/*.zip samples/*.errlog samples/*.txt; do
    [ ! -e "$sample" ] || set -- "$@" "$sample"
done
[ $# -gt 0 ] || { say "samples/ holds no logs"; exit 1; }
# Engine logs hold no year, and the times of freshly copied files do not tell it.
set -- --year 2024 "$@"
say "build/marsift $*"
build/marsift "$@"
