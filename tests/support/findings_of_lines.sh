# findings_of_lines.sh FILE [OPTION...]: what the program finds in the lines of FILE when they stand in
# engine records, when they are copied out of a console, and inside any text: the lines, those that
# became findings, and the findings. Then the report on the records, everything shown.
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
