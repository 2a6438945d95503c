#!/bin/sh
# check_manual.sh BUILD: checks that the documents match the program. Compares the man page, SECURITY.md and README.md
# with the tables of the source, and runs the commands that the man page, README.md and CONTRIBUTING.md show. Prints
# one line for each mismatch. Exit status 1 if there is any.
set -u
cd "$(dirname "$0")/.." || exit 2
build=$(cd "$1" && pwd)
binary=$build/check/marsift
page=man/marsift.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
verdict() { # NAME STATUS
    if [ "$2" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "check_manual: $1"; fi
}
same() { # NAME: compares $work/expected with $work/found
    diff "$work/expected" "$work/found"
    verdict "$1: < actual, > documented" $?
}

mandoc -T lint -W warning "$page"
verdict "mandoc warns about $page" $?

list() { echo "@$1" | "$build/print_lists"; }

# One line "name letter commands" for each option.
list options | sort >"$work/expected"
awk '/^\.It .*Fl Fl / {
         letter = "-"; count = 0
         for (i = 1; i <= NF; i++)
             if ($i == "Fl" && $(i + 1) == "Fl") { names[++count] = $(i + 2); i += 2 }
             else if ($i == "Fl") letter = $(i + 1)
     }
     /^\[[RFEACHV]+\]$/ { for (i = 1; i <= count; i++) print names[i], letter, substr($0, 2, length($0) - 2); count = 0 }' "$page" |
    sort >"$work/found"
same "options"

"$binary" --help | sed -n 's/^marsift \[\{0,1\}\([a-z]*\).*/\1/p' | sort >"$work/expected"
sed -n '/^\.Ss Commands/,/^\.Ss Options/s/^\.It Cm //p' "$page" | sort >"$work/found"
same "commands"

list exit-statuses >"$work/expected"
sed -n '/^\.Sh EXIT STATUS/,/^\.Sh EXAMPLES/s/^\.It //p' "$page" >"$work/found"
same "exit statuses of the man page"
sed -n 's/^| \([0-9]\) |.*/\1/p' README.md >"$work/found"
same "exit statuses of README.md"

list limits | sort >"$work/expected"
sed -n 's/^\.It Li \(max_[a-z_]*\) Ta \([0-9]*\) Ta /\1 \2 /p' "$page" | sort >"$work/found"
same "limits of the man page"
sed -n 's/^| `\(max_[a-z_]*\)` | \([0-9]*\) | \(.*\) |$/\1 \2 \3/p' SECURITY.md | sort >"$work/found"
same "limits of SECURITY.md"

{
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["min_share_pct"] != "" { print $at["finding"], $at["min_share_pct"], "%"; print $at["finding"], $at["min_files"], "files" }' catalog/context.csv
    sed -n 's/^ *MIN_SCHEDULE_RUNS = \([0-9]*\),.*/MARSIFT_JOB_MISSING \1 days/p
        s/^ *SCHEDULE_TOLERANCE_MINUTES = \([0-9]*\),.*/MARSIFT_JOB_MISSING \1 minutes/p' src/report/schedule.h
} | sort >"$work/expected"
sed -n 's/^\.It Li \([A-Za-z_]*\) Ta \([0-9]*\) \([a-z%]*\) Ta .*/\1 \2 \3/p' "$page" | grep -e ScratchSuspected -e JOB_MISSING | sort >"$work/found"
same "thresholds"

printf '0x80070005, C:\\a\\x.docx\n' >"$work/LastBackupFailedFiles1_7_21_2024.txt"
{
    "$binary" -f csv "$work/LastBackupFailedFiles1_7_21_2024.txt" | head -n 1
    "$binary" files -f csv "$work/LastBackupFailedFiles1_7_21_2024.txt" | head -n 1
    "$binary" explain -f csv 5 | head -n 1
} | tr -d '\r' >"$work/expected"
awk '/^\.Bd -unfilled/ { inside = 1; row = ""; next } /^\.Ed/ { if (inside) print row; inside = 0 } inside { row = row $0 }' "$page" >"$work/found"
same "CSV columns"

"$binary" --fail-on list | sed -n '/^Metrics:/,/^$/s/^  \([a-z_]*\).*/\1/p' | sort -u >"$work/expected"
sed -n '/^\.Sh CONDITIONS/,/^\.Sh LIMITS/s/^\.It Cm \([a-z_]*\).*/\1/p' "$page" | sort -u >"$work/found"
same "metrics of --fail-on"

"$binary" -f nothing "$work" 2>&1 | sed -n 's/.*--format takes one of \(.*\), not .*/\1/p' | sed 's/, /,/g' | tr ',' '\n' >"$work/expected"
sed -n '/^\.Sh OUTPUT FORMATS/,/^\.Sh CONDITIONS/s/^\.It Cm //p' "$page" >"$work/found"
same "formats"

# Run the examples of the man page in a folder with the files that they name.
mkdir "$work/there" "$work/there/bundles" "$work/bin"
ln -s "$binary" "$work/bin/marsift"
log='0AB0\t0974\t08/04\t13:16:29.206\t18\tmtffile.cpp(1372)\t\t\t\tWARNING\tFailed: Hr: = [0x80070020] BackupRead failed on file(D:\\mail.pst)\n'
printf "$log" >"$work/there/CBEngineCurr.errlog"
cp "$work/there/CBEngineCurr.errlog" "$work/there/bundles/"
cp "$work/there/CBEngineCurr.errlog" "$work/there/CBEngine3.errlog"
gzip "$work/there/CBEngine3.errlog"
printf '0x80070020, D:\\mail.pst\n' >"$work/there/LastBackupFailedFiles1_7_21_2024.txt"
fence() { # DOCUMENT WORD: prints the content of its code blocks ```WORD
    awk -v fence="$(printf '\140\140\140')" -v word="$2" '$0 == fence word { inside = 1; next } index($0, fence) == 1 { inside = 0 } inside' "$1"
}
fence CONTRIBUTING.md yaml >"$work/there/my.yaml"
fence CONTRIBUTING.md log >"$work/there/my.log"
sed -n 's/^\.Dl \$ //p' "$page" >"$work/examples"
[ -s "$work/examples" ]
verdict "the man page has no examples" $?
while IFS= read -r example; do
    (cd "$work/there" && PATH=$work/bin:$PATH sh -c "$example") >"$work/output" 2>&1 </dev/null && [ -s "$work/output" -o -s "$work/there/report.csv" ]
    verdict "example of the man page: $example" $?
done <"$work/examples"

# CONTRIBUTING.md: running the commands of its console blocks gives the output shown there.
ln -s "$(dirname "$binary")" "$work/there/build"
cp "$work/there/my.yaml" "$work/there/nightcopy.yaml"
cp "$work/there/my.log" "$work/there/night.log"
fence CONTRIBUTING.md csv >"$work/there/mine.csv"
fence CONTRIBUTING.md console >"$work/expected.all"
grep '^\$ ' "$work/expected.all" >"$work/examples"
while IFS= read -r example; do
    echo "$example"
    (cd "$work/there" && sh -c "${example#\$ }" 2>&1 </dev/null | tr -d '\r')
done <"$work/examples" >"$work/expected"
cp "$work/expected.all" "$work/found"
same "what CONTRIBUTING.md shows"

# The troubleshooting page of the agent, section by section: explain has its advice, in both languages.
tab=$(printf '\t')
grep -v '^#' tests/catalog/troubleshooting.tsv >"$work/facts"
verdict "troubleshooting.tsv has no rows" $(($(wc -l <"$work/facts") < 100))
# Lines break anywhere, in Japanese also inside a word: blanks do not count.
for language in en ja; do
    cut -f 1 "$work/facts" | sort -u | while IFS= read -r query; do
        "$binary" --lang $language explain "$query" | tr -d ' \n' >"$work/explained $query"
    done
    while IFS=$tab read -r query english japanese; do
        [ "$language" = ja ] && [ -n "$japanese" ] && english=$japanese
        grep -Eq -- "$(printf %s "$english" | tr -d ' ')" "$work/explained $query"
        verdict "explain $query ($language) does not say: $english" $?
    done <"$work/facts"
done

# README.md: it shows the two commands, all its commands run, and its report is the current one.
fence README.md '' | grep -qx 'sh tools/setup.sh' && fence README.md '' | grep -qx 'make test'
verdict "README.md does not show the two commands" $?
for name in docs/*.schema.json; do
    grep -q "$name" "$page"
    verdict "the man page does not name $name" $?
done
mkdir "$work/copy"
ln -s "$(dirname "$binary")" "$work/copy/build"
ln -s "$PWD/samples" "$work/copy/samples"
fence README.md sh >"$work/examples"
while IFS= read -r example; do
    (cd "$work/copy" && sh -e -c "$example") >"$work/output" 2>&1 </dev/null && [ -s "$work/output" ]
    verdict "command of README.md: $example" $?
done <"$work/examples"
"$binary" check | sed -n 's/^catalog: \([0-9]*\) codes, \([0-9]*\) agent errors.*/\1 failure codes and \2 agent errors/p' >"$work/expected"
grep -o '[0-9]* failure codes and [0-9]* agent errors' README.md >"$work/found"
same "counts of README.md"
fence README.md text >"$work/found"
(cd "$work/copy" && build/marsift samples/bundle.zip) | head -n "$(wc -l <"$work/found")" >"$work/expected"
same "the report that README.md shows"
cp docs/first-screen.svg "$work/found"
(cd "$work/copy" && build/marsift --color always samples/bundle.zip) | head -n "$(fence README.md text | wc -l)" |
    python3 tools/draw_screen.py 'marsift samples/bundle.zip' >"$work/expected"
same "the picture that README.md shows"

echo "documents: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
