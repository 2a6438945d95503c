# verdict_of_lines.sh FILE [OPTION...]: prints the program's verdict on each line of FILE read alone, then the books of
# the whole file, whose sums must be the same.
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
