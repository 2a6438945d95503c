# A language is a row and a column of src/base/language.h; texts follow in the columns of catalog files and in the
# tables of texts, and what has none is shown in English. The language of this recipe is invented: xx.

shows() { # TEXT LANGUAGE ARGUMENT...: standard output or error has the text
    text=$1 language=$2
    shift 2
    build/marsift --lang "$language" "$@" 2>&1 | grep -F -- "$text"
}
last_text() { # FILE NAME TEXT: adds TEXT to the one-line row TEXT(NAME, ...) of the table
    [ "$(grep -c "TEXT($2," "$1")" = 1 ] && sed -i "s/TEXT($2, \(.*\))/TEXT($2, \1, \"$3\")/" "$1"
}

for language in en ja; do
    build/marsift --lang "$language" --all samples/bundle.zip >"$work/$language"
done
echo '    LANGUAGE(XX, "xx")' >"$work/row"
echo '    COLUMN(id##_XX, name "_xx", false)' >"$work/column"
sed -i -e "/^    LANGUAGE(JA, /{s/\$/ \\\\/;r $work/row
}" -e "/^    COLUMN(id##_JA, /{s/\$/ \\\\/;r $work/column
}" src/base/language.h
holds "a text of a table takes a third language" last_text src/output/write/ui_text.h PROBLEMS Zoruno
holds "the language builds" build CFLAGS=-O0 build/marsift build/completions/marsift
printf 'code,category,title_en,title_xx,actions_en\n0xA0010002,volume_unavailable,Tape is late,Zapo luno,Call.\n' >tape.csv

holds "explain has its title" sh -c 'build/marsift --lang xx --catalog tape.csv explain 0xA0010002 | grep -F "Zapo luno"'
holds "what it lacks is in English" sh -c 'build/marsift --lang xx --catalog tape.csv explain 0xA0010002 | grep -F "Call."'
fails "English has its title" sh -c 'build/marsift --lang en --catalog tape.csv explain 0xA0010002 | grep -F "Zapo"'
holds "a locale of its name chooses it" sh -c 'LC_ALL=xx_XX.UTF-8 build/marsift --catalog tape.csv explain 0xA0010002 | grep -F "Zapo luno"'
holds "the report has its text" shows Zoruno xx /no/such/log
holds "the rest of the report is in English" shows 'cannot open' xx /no/such/log
holds "the error lists it" shows 'one of en, ja, xx' en --lang zz
holds "completion offers it" offers 'en ja xx' 'marsift --lang '
for language in en ja; do
    build/marsift --lang "$language" --all samples/bundle.zip | cmp - "$work/$language" >"$work/output" 2>&1
    verdict "the report in $language is another" $?
done

# Each message that a person may see at the terminal has a row in ui_text_messages.h. Those about the words of a grammar
# or catalog, and those of the library, are for people who write one: they stay in English.
cat >probe.c <<'END'
#include <stdio.h>
#include <string.h>
#include "output/write/translation.h"
int main(void)
{
    char line[1024];
    while (fgets(line, sizeof line, stdin) != NULL) {
        struct buffer text = {0};
        line[strcspn(line, "\n")] = '\0';
        translation_append(&text, span_of(line), LANGUAGE_JA, NULL);
        if (text.length == strlen(line) && memcmp(text.bytes, line, text.length) == 0)
            puts(line);
        buffer_release(&text);
    }
    return 0;
}
END
holds "the probe builds" build_with_probe CFLAGS=-O0
python3 - >"$work/messages" <<'END'
import pathlib
import re
LITERAL = r'"(?:[^"\\]|\\.)*"'
for path in sorted(pathlib.Path("src").rglob("*.c")):
    if path.parts[1] == "api":
        continue
    for call in re.finditer(r"fault_set\(\s*[^,]+,\s*FAULT_(?:OPTION|READ|WRITE|MEMORY),\s*((?:%s|\w+|\s)+)" % LITERAL,
                            path.read_text()):
        text = "".join(part[1:-1] if part[0] == '"' else "text" for part in re.findall(LITERAL + r"|\w+", call[1]))
        # A suggestion is a run of words that are empty without one.
        text = re.sub(r"(%s)(?:%[.*]*s)+", r"\1", text)
        print(re.sub(r"%[.*]*[a-z]+", "X", text).replace('\\"', '"'))
END
holds "messages are found" [ "$(wc -l <"$work/messages")" -gt 30 ]
build/probe <"$work/messages" >"$work/output"
[ ! -s "$work/output" ]
verdict "messages without a row of ui_text_messages.h" $?
