# findings_of_lines.sh FILE [OPTION...]: prints what the program finds in the lines of FILE when they are messages of
# engine records, when they are copied from a console, and when they are part of any other text: the number of lines
# and of findings, and each finding. Then prints the agent errors of the full report on the records.
file=$1
shift
record='0AB0\t0974\t08/04\t13:16:29.206\t71\tbackupasync.cpp(99)\t[0000000053582120]\t11111111-2222-3333-4444-555555555555\t\tWARNING\t'
while IFS= read -r line; do
    printf "$record%s\n" "$line" >> CBEngineCurr.errlog
    printf '%s\n' "$line" >> console.txt
    printf 'as told on the phone: %s\n' "$line" >> note.txt
done < "$file"
touch -r "$file" CBEngineCurr.errlog console.txt note.txt
for log in CBEngineCurr.errlog console.txt note.txt; do
    "$MARSIFT" -f json --year 2020 "$@" "$log" | jq -r --arg log "$log" '
        "\($log): \(.books.lines) lines, \(.books.findings) findings",
        (.findings[] | "  \(.events) x \([.id, .hex, .symbol, .title, .category, .severity | select(. != null)] | join(" | "))")'
done
"$MARSIFT" --all --year 2020 "$@" CBEngineCurr.errlog | sed -n '/^Agent errors\|^エージェントのエラー/,$p'
