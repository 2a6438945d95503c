# verdict_of_lines.sh FILE [OPTION...]: what the program makes of each line of FILE when that line is
# all that it reads, then the books of the whole file, in which the same must come out.
file=$1
shift
total=$(wc -l < "$file")
number=0
while [ "$number" -lt "$total" ]; do
    number=$((number + 1))
    sed -n "${number}p" "$file" > line
    touch -r "$file" line
    "$MARSIFT" -f json --year 2020 "$@" line | jq -r --arg number "$number" '
        (.books | to_entries
            | map(select(.value != 0 and .key != "lines" and .key != "balanced") | .key)) as $verdict
        | [$number, $verdict[],
           (.reasons[] | .category, .codes[].code, .example.path),
           (.findings[] | .id, .symbol | select(. != null)),
           (.other_failures[] | .code, .symbol | select(. != null))]
        | join(" | ")'
done
"$MARSIFT" -f json --year 2020 "$@" "$file" | jq -c '.logs[].grammar, .books, .period'
