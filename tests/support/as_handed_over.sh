# as_handed_over.sh FILE [OPTION...]: prints what the program reports of FILE: its failed files, failures, findings and
# jobs, one a line. Then reads the text in the other ways in which people hand texts over, and prints what differs: as
# UTF-16 with CRLF, in a zip, and through grep -n.
file=$1
shift
name=$(basename "$file")
print_facts() { # PATH OPTION...
    path=$1
    shift
    "$MARSIFT" files -f ndjson "$@" "$path" | jq -r '"file | \(.path) | \(.code)"'
    "$MARSIFT" -f json --top 1000 "$@" "$path" | jq -r '
        def fact(kind): [kind, (.[] | select(. != null and . != "-") | tostring)] | join(" | ");
        def start: gsub("\\s+"; " ") | if length > 72 then .[:72] + "..." else . end;
        def guid: select(test("^[0-9A-Fa-f-]{36}$"));
        ([.books.lines] | fact("lines")),
        (.other_failures[] | [.events, .code, .symbol, (.example.path | start)] | fact("failure")),
        (.findings[] | [.events, .symbol // .hex, .first, .title] | fact("finding")),
        (.jobs[] | select(.state != "unknown") | [.host, (.name | guid), .state, .start, .end] | fact("job")),
        (.hosts[] | select(.name != "-") | [.name] | fact("host")),
        (.period | select(.) | [.first, .last] | fact("period"))' | grep -v '^host | handed-over$' |
        sed 's/^job | handed-over |/job |/' | LC_ALL=C sort # an archive's name stands for the host
}
print_facts "$file" "$@" | tee facts
mkdir utf16 zipped grepped
sed 's/$/\r/' "$file" | iconv -f UTF-8 -t UTF-16 > "utf16/$name"
bsdtar -C "$(dirname "$file")" -a -cf zipped/handed-over.zip "$name"
(cd "$(dirname "$file")" && grep -n '' "$name" /dev/null) > "grepped/$name"
for form in utf16 zipped grepped; do
    touch -d 2024-07-22T00:00:00Z $form/*
    print_facts $form/* "$@" | diff facts - | sed -n "s/^[<>]/$form: &/p"
done
