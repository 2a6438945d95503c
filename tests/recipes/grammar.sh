# A grammar is a file in grammars/: the one of CONTRIBUTING.md, without any other edit.

fence() { # WORD: the text of the fences ```WORD of CONTRIBUTING.md
    awk -v fence="$(printf '\140\140\140')" -v word="$1" \
        '$0 == fence word { inside = 1; next } index($0, fence) == 1 { inside = 0 } inside' CONTRIBUTING.md
}
reads() { # LINE: what `files` writes of night.log
    build/marsift files --format csv night.log | tr -d '\r' | grep -xF -- "$1"
}
refuses() { [ "$(build/marsift check 2>&1 >/dev/null | head -n 1)" = "$1" ]; }
row=$(fence console | grep '^-,.*night\.log:2,unprotected,')

fence log >night.log
build/marsift -f json samples/bundle.zip >before.json
fails "the log is read without its grammar" reads "$row"

# Without the samples of its first rule.
fence yaml | awk '/^    samples:/ && !rule++ { skips = 1; next } /^    not_samples:/ { skips = 0 } !skips' >grammars/nightcopy.yaml
holds "a grammar without a sample builds" build build/marsift
holds "check names its file, line and rule" refuses 'marsift: grammars/nightcopy.yaml:7: rule "file-failed": has no sample'
fence yaml | sed 's/^    levels:/    levles:/' >grammars/nightcopy.yaml
holds "a grammar with a misspelt key builds" build build/marsift
holds "check names the nearest key" refuses 'marsift: grammars/nightcopy.yaml:9: unknown key "levles"; did you mean "levels"?'

fence yaml >grammars/nightcopy.yaml
holds "the new grammar builds" build build/marsift
holds "check tests its samples" sh -c 'build/marsift check | grep -x "grammars/nightcopy.yaml: 2 rules, 4 samples, 0 breaches"'
holds "check passes with all grammars" build/marsift check
holds "the program reads the log with it" reads "$row"
holds "the report names the kind of log" sh -c 'build/marsift -f json night.log | grep -F "\"nightcopy\""'
build/marsift -f json samples/bundle.zip >report.json
holds "other logs are read as before" cmp before.json report.json
