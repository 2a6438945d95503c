# A code is a row of catalog/hresults.csv, and a count in README.md and in CONTRIBUTING.md.

mkdir logs
printf '0xA0010002, C:\\a\\x.docx\n' >logs/LastBackupFailedFiles1_7_21_2024.txt
explains() { build/marsift --lang en explain 0xA0010002 | grep -F "$1"; }
reports() { build/marsift --lang en logs | grep -F "$1"; }
refuses() { [ "$(build/marsift check 2>&1 >/dev/null | head -n 1)" = "$1" ]; }
add_row() { echo "0xA0010002,SITE_TAPE_LATE,,$1,no,yes,Tape is late,テープの遅れ,,,Call the tape room.,テープ室に連絡してください。," >>catalog/hresults.csv; }

fails "the code is explained without a row" explains SITE_TAPE_LATE
cp -p catalog/hresults.csv "$work/before"
add_row volume_gone
holds "a row of an unknown category builds" build build/marsift
last=$(wc -l <catalog/hresults.csv)
holds "check names its file, line and category" refuses "marsift: catalog/hresults.csv:$last: unknown category 'volume_gone'"
cp "$work/before" catalog/hresults.csv
add_row volume_unavailable
holds "the new row builds" build build/marsift
holds "check passes" build/marsift check
holds "explain has its symbol" explains SITE_TAPE_LATE
holds "explain has its action" explains 'Call the tape room.'
holds "explain finds it by its symbol" sh -c 'build/marsift explain -f csv SITE_TAPE_LATE | grep -F 0xA0010002'
holds "the report names its category" reports 'Volume not available'
holds "the report names its code and symbol" reports '0xA0010002 SITE_TAPE_LATE'
holds "the list of files has its symbol" sh -c 'build/marsift files -f csv logs | grep -F "volume_unavailable,0xA0010002,SITE_TAPE_LATE,"'
holds "no case counts the codes" sh tests/run_cases.sh build/marsift catalog-of-the-user
for document in README.md CONTRIBUTING.md; do
    fails "$document has the old count, and the manual check passes" manual_has "$document"
done
codes=$(build/marsift check | sed -n 's/^catalog: \([0-9]*\) codes.*/\1/p')
sed -i "s/: $((codes - 1)) failure codes/: $codes failure codes/" README.md
sed -i "s/^catalog: $codes codes/catalog: $((codes + 1)) codes/" CONTRIBUTING.md
for document in README.md CONTRIBUTING.md; do
    holds "the manual check passes with the count in $document" manual_has "$document"
done
