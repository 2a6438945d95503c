#!/bin/sh
# run.sh ENGINE SECONDS BUILD TARGET...: runs each fuzz target for SECONDS, one after another, and prints a
# table of executions, edges and findings. ENGINE is libfuzzer or afl; BUILD holds the targets built with it.
# A target starts with its corpus, the output of seeds.py and hostile.py, and the inputs that earlier runs left
# in BUILD/corpus. An input that ends a target is saved in the target's corpus, tests/fuzz/TARGET.
# Exit status: 0, 1 if an input ended a target or a target did not run, 2 if the seeds cannot be made.
set -u
engine=$1 seconds=$2 build=$3
shift 3
passed=0 failed=0
export UBSAN_OPTIONS=print_stacktrace=1

rm -rf "$build/seeds"
python3 tests/fuzz/hostile.py "$build/seeds/hostile" &&
    python3 tests/fuzz/seeds.py build/bench/generate "$build/seeds" || exit 2

longest() { # TARGET: the largest size of an input in bytes that is worth its time
    case $1 in
    archive | gzip | chunker) echo 20000 ;;
    evtx) echo 9000 ;;
    explain) echo 100 ;;
    code_notation | text) echo 300 ;;
    *) echo 4096 ;;
    esac
}

found_in() { # TARGET: the number of inputs in its corpus that ended it
    find "tests/fuzz/$1" -name 'crash-*' -o -name 'timeout-*' -o -name 'oom-*' -o -name 'leak-*' | wc -l
}

run_libfuzzer() { # TARGET: prints executions, executions per second, covered edges
    log=$build/$1.log
    set -- "$1" -max_total_time="$seconds" -max_len="$(longest "$1")" -timeout=30 -rss_limit_mb=2560
    [ ! -f "tests/fuzz/$1.dict" ] || set -- "$@" -dict="tests/fuzz/$1.dict"
    target=$1
    shift
    "$build/fuzz_$target" "$@" -print_final_stats=1 -artifact_prefix="tests/fuzz/$target/" \
        "$build/corpus/$target" "tests/fuzz/$target" "$build/seeds/$target" "$build/seeds/hostile" \
        > "$log" 2>&1
    awk '/cov: / { for (i = 1; i < NF; i++) if ($i == "cov:") edges = $(i + 1) }
         /^stat::number_of_executed_units/ { runs = $2 }
         /^stat::average_exec_per_sec/ { speed = $2 }
         END { print runs + 0, speed + 0, edges + 0 }' "$log"
}

run_afl() { # TARGET: the same
    out=$build/out/$1
    rm -rf "$out" "$build/in/$1"
    mkdir -p "$out" "$build/in/$1"
    find "tests/fuzz/$1" "$build/seeds/$1" "$build/seeds/hostile" -type f -size "-$(longest "$1")c" \
        -exec cp -n {} "$build/in/$1/" \; 2>/dev/null
    AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1 \
        ASAN_OPTIONS=abort_on_error=1:symbolize=0:detect_leaks=0 \
        afl-fuzz -V "$seconds" -m none -t 30000 -i "$build/in/$1" -o "$out" -- "$build/fuzz_$1" \
        > "$build/$1.log" 2>&1
    for crash in "$out"/default/crashes/id*; do
        [ ! -f "$crash" ] || cp "$crash" "tests/fuzz/$1/crash-$(sha1sum < "$crash" | cut -c 1-40)"
    done
    awk '$1 == "execs_done" { runs = $3 } $1 == "execs_per_sec" { speed = $3 } $1 == "edges_found" { edges = $3 }
         END { printf "%d %d %d\n", runs, speed, edges }' "$out/default/fuzzer_stats"
}

printf '%-14s %12s %10s %8s %8s\n' target executions 'a second' edges found
for target in "$@"; do
    mkdir -p "$build/corpus/$target" "$build/seeds/$target" "tests/fuzz/$target"
    before=$(found_in "$target")
    figures=$("run_$engine" "$target")
    found=$(($(found_in "$target") - before))
    # A target that did not run at all has failed.
    case "$found $figures" in
    "0 0 "* | "0 ") failed=$((failed + 1)) figures='0 0 0' ;;
    "0 "*) passed=$((passed + 1)) ;;
    *) failed=$((failed + 1)) ;;
    esac
    printf '%-14s %12s %10s %8s %8s\n' "$target" $figures "$found"
    [ "$found" = 0 ] || grep -E 'does not hold|output is wrong|^SUMMARY|runtime error' "$build/$target.log"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
