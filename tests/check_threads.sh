#!/bin/sh
# check_threads.sh MARSIFT GENERATE FOLDER [quick]: runs MARSIFT, built with ThreadSanitizer, with two to four threads on
# small inputs and on logs of many chunks, from files, archives and a pipe. The output must equal that of one thread,
# and the sanitizer must report nothing. Then runs all cases with three threads. "quick" runs a part of that.
# Exit status: 0, 1 if a run fails, 2 if the inputs cannot be made.
set -u
marsift=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
generate=$2
work=$3
quick=${4-}
numbers=${quick:+4}
numbers=${numbers:-2 3 4}
formats=$(sh tests/support/formats.sh "$marsift") || exit 2
passed=0 failed=0
rm -rf "$work" && mkdir -p "$work" || exit 2
work=$(cd "$work" && pwd)
export TSAN_OPTIONS="exitcode=66 log_path=$work/report"

many=${quick:+40}
"$generate" files "$work/files" "${many:-400}" 2> /dev/null
"$generate" servers "$work/servers" 4 2> /dev/null
"$generate" engine $((${many:-60} * 1000)) > "$work/CBEngineCurr.errlog" 2> /dev/null
(cd "$work" && zip -qr servers.zip servers && tar cf servers.tar.gz --use-compress-program='gzip -1' servers) || exit 2
gzip -1c "$work/CBEngineCurr.errlog" > "$work/CBEngine1.errlog.gz"
iconv -f UTF-8 -t UTF-16 "$work/CBEngineCurr.errlog" > "$work/CBEngine2.errlog"

count() { # NAME STATUS: counts a check, which passed if STATUS is 0
    if [ "$2" = 0 ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "failed: $1"
    fi
}

input=/dev/null
alike() { # ARGUMENTS...: runs with one thread and with more, $input on a pipe
    cat "$input" | "$marsift" -j1 "$@" > "$work/one" 2> "$work/one.err"
    wanted=$?
    for threads in $numbers; do
        cat "$input" | "$marsift" -j"$threads" "$@" > "$work/many" 2> "$work/many.err"
        got=$?
        [ "$got" = "$wanted" ] && cmp -s "$work/one" "$work/many" && cmp -s "$work/one.err" "$work/many.err"
        count "status $got instead of $wanted, or different output: marsift -j$threads $*" $?
    done
}

alike --year 2024 --format json samples
alike --year 2024 --format csv --by host "$work/files"
alike --format json "$work/CBEngineCurr.errlog" "$work/CBEngine1.errlog.gz" "$work/servers.zip"
input=$work/CBEngineCurr.errlog
alike --format ndjson
input=/dev/null
if [ -z "$quick" ]; then
    for input_name in samples "$work/files" "$work/CBEngineCurr.errlog"; do
        for format in $formats; do alike --all --year 2024 --format $format "$input_name"; done
        alike files --year 2024 --format csv "$input_name"
        alike --no-prefilter --format json "$input_name"
    done
    for packed in CBEngine1.errlog.gz CBEngine2.errlog servers servers.zip servers.tar.gz; do
        alike --format json "$work/$packed"
        alike files --format csv "$work/$packed"
    done
    for input in samples/CBEngineCurr.errlog samples/bundle.zip "$work/CBEngine1.errlog.gz" "$work/servers.zip" \
        "$work/CBEngine2.errlog"; do alike --year 2024 --format json; done
    input=/dev/null
    alike --since 2024-07-20 --until 2024-07-21 --year 2024 samples
    alike --format json tests/cases/*/input
    alike "$work/missing" samples
    # A fault in a thread ends the run with one sentence.
    alike -o "$work/no-such-folder/report" samples
    cat > "$work/three" << END
#!/bin/sh
for argument; do
    case \$argument in annotate | explain | check) exec "$marsift" "\$@" ;; esac
done
case \${1-} in
files) shift && exec "$marsift" files -j3 "\$@" ;;
*) exec "$marsift" -j3 "\$@" ;;
esac
END
    chmod +x "$work/three"
    sh tests/run_cases.sh "$work/three" > "$work/cases" 2>&1
    count "cases with three threads: $(grep '^failed' "$work/cases" | tr '\n' ' ')" $?
fi
[ -z "$(find "$work" -name 'report.*')" ]
count "ThreadSanitizer reports nothing" $?
find "$work" -name 'report.*' -exec head -n 40 {} + | head -n 80

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
