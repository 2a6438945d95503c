# A limit is a row of src/base/limits.h, the place that stops at it, and an item of the man page and of SECURITY.md.

list_limits() { echo '@limits' | build/print_lists; }
row() { # NAME VALUE MEANING
    list_limits | grep -xF "$1 $2 $3"
}
stops() { # TEXT: what the report says of a folder with two levels
    build/marsift --lang en there 2>&1 | grep -F "$1"
}

mkdir -p there/shelf
printf '0x80070020, C:\\a\\x.docx\n' >there/shelf/LastBackupFailedFiles1_7_21_2024.txt
holds "the folder is read" sh -c 'build/marsift -q there'

# Before the last of the list; the first place that reaches the limit is the depth of folders.
sed -i 's|^ *LIMIT(max_examples,|LIMIT(max_tapes, UINT64_C(3) << 1, "tapes told apart", "テープの数") \\\n&|' src/base/limits.h
sed -i 's/max_folder_depth/max_tapes/; s/level_count > folder->state->options->limits->max_tapes/& - 6/' src/input/folder.c
holds "the new limit builds" build -j4 CFLAGS=-O0 build/marsift build/print_lists
holds "its list has name, default and meaning" row max_tapes 6 'tapes told apart'
holds "the report names it" stops max_tapes
holds "the report has its meaning" stops 'tapes told apart'
fails "a run that reaches it is complete" build/marsift -q there

for document in 'the man page' SECURITY.md; do
    fails "the manual check passes without the limit in $document" manual_has "limits of $document"
done
printf '.It Li max_tapes Ta 6 Ta tapes told apart\n' | put_before man/marsift.1 '.It Li max_examples'
holds "the manual check passes with the limit in the man page" manual_has 'limits of the man page'
echo '| `max_tapes` | 6 | tapes told apart |' | put_before SECURITY.md '| `max_examples`'
holds "the manual check passes with the limit in SECURITY.md" manual_has 'limits of SECURITY.md'
